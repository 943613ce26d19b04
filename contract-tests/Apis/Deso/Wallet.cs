using System.Security.Cryptography;
using Emulation.Apis.Deso.Transactions;
using Emulation.Graphs.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>Signs as a client does.</summary>
static class Wallet
{
    public static string Key(int user) => new PublicKey(UserKeys.Public(user)).Text(Network.Testnet);

    /// <summary>DER over the double hash of the unsigned bytes.</summary>
    public static byte[] Sign(byte[] unsigned, int user) => Secp256k1.ToDer(Numbers(unsigned, user));

    /// <summary>The same, with the first byte raised to tell which key made it.</summary>
    public static byte[] SignRecoverably(byte[] unsigned, int user)
    {
        var hash = SHA256.HashData(SHA256.HashData(unsigned));
        var numbers = Numbers(unsigned, user);
        var which = Enumerable.Range(0, 4).First(one => Secp256k1.Recover(hash, numbers, one) is { } key
            && key.AsSpan().SequenceEqual(UserKeys.Public(user)));
        var der = Secp256k1.ToDer(numbers);
        der[0] += (byte)(1 + which);
        return der;
    }

    /// <summary>The transaction with a signature put in its place.</summary>
    public static string Signed(string hex, Func<byte[], byte[]> sign)
    {
        var bytes = Convert.FromHexString(hex);
        var transaction = TransactionBytes.Read(bytes, out var fault) ?? throw new InvalidOperationException(fault);
        return Convert.ToHexStringLower((transaction with { Signature = sign(bytes) }).ToBytes());
    }

    public static string Signed(string hex, int user) => Signed(hex, bytes => Sign(bytes, user));

    public static string With(string hex, Func<Transaction, Transaction> change) =>
        Convert.ToHexStringLower(change(TransactionBytes.Read(Convert.FromHexString(hex), out _)!).ToBytes());

    private static Signature Numbers(byte[] unsigned, int user) =>
        Secp256k1.Sign(SHA256.HashData(SHA256.HashData(unsigned)), UserKeys.Private(user));
}
