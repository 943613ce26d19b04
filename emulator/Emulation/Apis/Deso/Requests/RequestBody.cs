using System.Buffers;
using System.Globalization;
using System.Text;
using Emulation.Http;

namespace Emulation.Apis.Deso.Requests;

/// <summary>
/// Reads a POST body in the two steps of a node. First, only with exactly <c>application/json</c>, the whole body must be one document
/// without preceding transactions; then the handler reads the first value in the first ten million bytes.
/// </summary>
static class RequestBody
{
    private const int MaxBytesRead = 10_000_000;
    private const string PrecedingType = "struct { OptionalPrecedingTransactions []*lib.MsgDeSoTxn }";

    /// <summary>The known transaction types are the numbers from 1 to this.</summary>
    private const ulong LastTransactionType = 44;

    /// <param name="call">The request.</param>
    /// <param name="type">The name of the Go type of the body, which appears in errors.</param>
    /// <param name="read">Reads the fields; a wrong type is reported in <see cref="GoBody.Fault"/>.</param>
    /// <param name="unreadable">The error text for a body that cannot be read; <c>{0}</c> is the error of the parser.</param>
    /// <param name="value">The result of <paramref name="read"/>.</param>
    public static Reply? Read<T>(Call call, string type, Func<GoBody, T> read, string unreadable, out T value)
    {
        value = default!;
        var whole = call.Body.IsSingleSegment ? call.Body.First : call.Body.ToArray();
        GoBody? known = null;
        if (Authentication.Authentication.IsBareJson(call) && RefusePreceding(whole, out known) is { } preceding)
            return Envelope.Error(400, preceding);
        var body = known?.As(type);
        if (body is null || whole.Length > MaxBytesRead)
        {
            var first = whole.Length > MaxBytesRead ? whole[..MaxBytesRead] : whole;
            if (GoScanner.FaultOfFirst(first.Span, out var end) is { } fault) return Unreadable(unreadable, fault);
            body = new GoBody(first[..end], type);
        }
        value = read(body);
        return body.Fault is null ? null : Unreadable(unreadable, body.Fault);
    }

    private static Reply Unreadable(string text, string fault) => Envelope.Error(400, text.Replace("{0}", fault, StringComparison.Ordinal));

    private static string? RefusePreceding(ReadOnlyMemory<byte> whole, out GoBody? body)
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
            else if (number is 0 or > LastTransactionType) body.Refuse(Texts.UndefinedTransactionType);
        }
        if (body.Fault is not null) return Texts.PrecedingUnreadable + body.Fault;
        return transactions is { Count: > 0 and var count }
            ? Texts.PrecedingTooMany.Replace("{0}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            : null;
    }
}
