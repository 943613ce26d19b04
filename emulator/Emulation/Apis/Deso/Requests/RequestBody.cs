using System.Buffers;
using System.Globalization;
using System.Text;
using Emulation.Http;

namespace Emulation.Apis.Deso.Requests;

/// <summary>
/// The two readings of a POST body. First, only under a bare <c>application/json</c>, the whole of it must be one document and
/// bring no preceding transactions; then the handler reads the first value of the first ten million bytes.
/// </summary>
static class RequestBody
{
    private const int MostBytesRead = 10_000_000;
    private const string PrecedingType = "struct { OptionalPrecedingTransactions []*lib.MsgDeSoTxn }";

    /// <summary>Known types of transactions are numbered from 1.</summary>
    private const ulong LastTransactionType = 44;

    /// <param name="call">The request.</param>
    /// <param name="type">How Go names the type that the body is read into.</param>
    /// <param name="read">Reads the fields; a wrong type shows in <see cref="GoBody.Fault"/>.</param>
    /// <param name="unreadable">The answer's text for a body that cannot be read; <c>{0}</c> is the parser's.</param>
    /// <param name="value">What was read.</param>
    public static Reply? Read<T>(Call call, string type, Func<GoBody, T> read, string unreadable, out T value)
    {
        value = default!;
        var whole = call.Body.IsSingleSegment ? call.Body.First : call.Body.ToArray();
        GoBody? known = null;
        if (Authentication.Authentication.IsBareJson(call) && Preceding(whole, out known) is { } preceding) return Envelope.Error(400, preceding);
        var body = known?.As(type);
        if (body is null || whole.Length > MostBytesRead)
        {
            var first = whole.Length > MostBytesRead ? whole[..MostBytesRead] : whole;
            if (GoScanner.FaultOfFirst(first.Span, out var end) is { } fault) return Unreadable(unreadable, fault);
            body = new GoBody(first[..end], type);
        }
        value = read(body);
        return body.Fault is null ? null : Unreadable(unreadable, body.Fault);
    }

    private static Reply Unreadable(string text, string fault) => Envelope.Error(400, text.Replace("{0}", fault, StringComparison.Ordinal));

    private static string? Preceding(ReadOnlyMemory<byte> whole, out GoBody? body)
    {
        body = null;
        if (GoScanner.FaultOfWhole(whole.Span) is { } fault) return Texts.PrecedingUnreadable + fault;
        body = new GoBody(whole, PrecedingType);
        var transactions = body.Bodies("OptionalPrecedingTransactions", "[]*lib.MsgDeSoTxn", "lib.MsgDeSoTxn");
        foreach (var transaction in transactions ?? [])
        {
            if (transaction is null) continue;
            var number = transaction.Unsigned("TxnTypeJSON");
            if (transaction.Fault is not null) body.Refuse(transaction.Fault);
            else if (number is 0 or > LastTransactionType) body.Refuse("NewTxnMetadata: Unrecognized TxnType: UNDEFINED; make sure you add the new type of transaction to NewTxnMetadata");
        }
        if (body.Fault is not null) return Texts.PrecedingUnreadable + body.Fault;
        return transactions is { Count: > 0 and var count } ? string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(Texts.PrecedingTooMany), count) : null;
    }
}
