using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>The members that all construction requests share: transactor, extra data and fees.</summary>
sealed record TransactionTerms(
    string Transactor,
    IReadOnlyDictionary<string, string> ExtraData,
    ulong FeeRate,
    IReadOnlyList<(string Key, ulong Nanos)> Fees)
{
    public static TransactionTerms Read(GoBody body) => new(
        body.Text("TransactorPublicKeyBase58Check"), body.Map("ExtraData"), body.Unsigned("MinFeeRateNanosPerKB"), ReadFees(body));

    /// <summary>True when a reserved name has an invalid value.</summary>
    public bool ReadExtraData(out ExtraData? data)
    {
        data = null;
        var entries = new List<(byte[], byte[])>();
        foreach (var (name, text) in ExtraData)
        {
            if (!ExtraDataText.TryEncode(name, text, out var bytes)) return true;
            entries.Add((Encoding.UTF8.GetBytes(name), bytes));
        }
        data = Graphs.Deso.ExtraData.Of(entries);
        return false;
    }

    /// <summary>True when the recipient of a fee is not a public key.</summary>
    public bool ReadOutputs(out IReadOnlyList<Output> outputs)
    {
        var read = new List<Output>();
        outputs = read;
        foreach (var (text, nanos) in Fees)
        {
            if (!PublicKey.TryRead(text, out var key)) return true;
            read.Add(new Output(key.Bytes, nanos));
        }
        return false;
    }

    private static List<(string Key, ulong Nanos)> ReadFees(GoBody body)
    {
        var fees = new List<(string, ulong)>();
        foreach (var fee in body.Bodies("TransactionFees", "[]routes.TransactionFee", "routes.TransactionFee") ?? [])
        {
            fees.Add(fee is null ? ("", 0) : (fee.Text("PublicKeyBase58Check"), fee.Unsigned("AmountNanos")));
            if (fee?.Fault is { } fault) body.Refuse(fault);
        }
        return fees;
    }
}

/// <param name="Terms">Transactor, extra data and fees.</param>
/// <param name="Target">The key of the target user or the hash of the post.</param>
/// <param name="App">The key of the app; empty for none.</param>
/// <param name="Type">The type of the association.</param>
/// <param name="Value">The value of the association.</param>
sealed record CreateRequest(TransactionTerms Terms, string Target, string App, string Type, string Value)
{
    public static CreateRequest User(GoBody body) => Read(body, "TargetUserPublicKeyBase58Check");

    public static CreateRequest Post(GoBody body) => Read(body, "PostHashHex");

    private static CreateRequest Read(GoBody body, string target) => new(
        TransactionTerms.Read(body),
        body.Text(target),
        body.Text("AppPublicKeyBase58Check"),
        body.Text("AssociationType"),
        body.Text("AssociationValue"));
}

sealed record DeleteRequest(TransactionTerms Terms, string Id)
{
    public static DeleteRequest Read(GoBody body) => new(TransactionTerms.Read(body), body.Text("AssociationID"));
}
