using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>What every construction is asked with: who, at what price, and what hangs on it.</summary>
sealed record TransactionTerms(string Transactor, IReadOnlyDictionary<string, string> ExtraData, ulong FeeRate, IReadOnlyList<(string Key, ulong Nanos)> Fees)
{
    public static TransactionTerms Read(GoBody body) => new(
        body.Text("TransactorPublicKeyBase58Check"), body.Map("ExtraData"), body.Unsigned("MinFeeRateNanosPerKB"), ReadFees(body));

    /// <summary>True when a reserved name has a value that it cannot hold.</summary>
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

    /// <summary>True when a fee goes to what is no key.</summary>
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

/// <param name="Terms">Who, at what price.</param>
/// <param name="About">The target's key or the post's hash.</param>
/// <param name="App">Empty for none.</param>
/// <param name="Type">As it will be printed.</param>
/// <param name="Value">As it will be printed.</param>
sealed record CreateRequest(TransactionTerms Terms, string About, string App, string Type, string Value)
{
    public static CreateRequest User(GoBody body) => Read(body, "TargetUserPublicKeyBase58Check");

    public static CreateRequest Post(GoBody body) => Read(body, "PostHashHex");

    private static CreateRequest Read(GoBody body, string about) => new(
        TransactionTerms.Read(body), body.Text(about), body.Text("AppPublicKeyBase58Check"), body.Text("AssociationType"), body.Text("AssociationValue"));
}

sealed record DeleteRequest(TransactionTerms Terms, string Id)
{
    public static DeleteRequest Read(GoBody body) => new(TransactionTerms.Read(body), body.Text("AssociationID"));
}
