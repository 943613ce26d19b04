using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>
/// A signature in a transaction: DER, or (with a derived key) DER whose first byte is 0x31 or more, which identifies the public key
/// among those that the signature allows.
/// </summary>
readonly record struct TransactionSignature(Signature Numbers, int? Recovery)
{
    private const byte Der = 0x30;

    /// <summary>Null when the bytes are not a signature.</summary>
    public static TransactionSignature? Read(byte[] bytes)
    {
        if (bytes.Length == 0) return null;
        var recovery = bytes[0] - Der - 1;
        if (recovery is < -1 or > 3) return null;
        if (Secp256k1.FromDer([Der, .. bytes[1..]]) is not { } numbers) return null;
        return new TransactionSignature(numbers, recovery < 0 ? null : recovery);
    }
}
