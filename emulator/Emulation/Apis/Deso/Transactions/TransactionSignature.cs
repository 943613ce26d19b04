using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>
/// A signature as a transaction carries it: DER, or DER whose first byte is raised to 0x31 and more to say which of the possible
/// keys made it, which is how keys that sign for others do it.
/// </summary>
readonly record struct TransactionSignature(Signature Numbers, int? Recovery)
{
    private const byte Der = 0x30;

    /// <summary>Null when the bytes are no signature.</summary>
    public static TransactionSignature? Read(byte[] bytes)
    {
        if (bytes.Length == 0) return null;
        var recovery = bytes[0] - Der - 1;
        if (recovery is < -1 or > 3) return null;
        if (Secp256k1.FromDer([Der, .. bytes[1..]]) is not { } numbers) return null;
        return new TransactionSignature(numbers, recovery < 0 ? null : recovery);
    }
}
