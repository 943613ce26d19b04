using System.Security.Cryptography;

namespace Emulation.Graphs.Deso;

/// <summary>The keys of generated users. They are public, so that clients can sign with them.</summary>
static class UserKeys
{
    /// <summary>
    /// The first users, and the derived keys that sign for them as a client does after a login. They are constants because computing one
    /// key would take longer at start than everything else that a small dataset needs.
    /// </summary>
    public static IReadOnlyList<(PublicKey Owner, PublicKey Derived)> First { get; } =
    [
        (
            Key("02388fbb921853bf4908b88b2820a7c31af5ebd8a553978b913aee01acdf2f8754"),
            Key("02196e09f2a2b70a73ebd0b409797f55a26151830258a133115ccd2fd783dfb80e")),
        (
            Key("02266586e5e3e87da94558c611ef7a36d53cb66351657160baa997e4b9965e081c"),
            Key("031ccb47458a5175c7b95b66490f70018e3b1051b90bd2a37ffc708869fd6bd656")),
    ];

    private static readonly byte[] s_before = SHA256.HashData("The users of a local emulator"u8);
    private static readonly byte[] s_beforeDerived = SHA256.HashData("The derived keys of a local emulator"u8);

    /// <summary>32 bytes, from 0.</summary>
    public static byte[] Private(int user) => Secp256k1.PrivateKeyAt(s_before, user + 1L);

    public static byte[] Public(int user) => Secp256k1.PublicKeyOf(Private(user));

    /// <summary>The public keys of the first users, computed together, which takes less time than one by one.</summary>
    public static IReadOnlyList<byte[]> FirstPublic(int count) =>
        count <= WrittenKeys.Count ? WrittenKeys.First(count) : Secp256k1.PublicKeysFrom(Private(0), count);

    /// <summary>The private key that signs for a user.</summary>
    public static byte[] PrivateDerived(int user) => Secp256k1.PrivateKeyAt(s_beforeDerived, user + 1L);

    private static PublicKey Key(string hex) => new(Convert.FromHexString(hex));
}
