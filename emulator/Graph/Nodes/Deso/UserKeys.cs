using System.Security.Cryptography;

namespace Emulation.Graphs.Deso;

/// <summary>The keys of the users that the emulator makes up; anyone may know them, so that clients can sign.</summary>
public static class UserKeys
{
    /// <summary>How many of the first users have a key that signs for them, as clients do that a user has logged in to.</summary>
    public const int WithDerivedKey = 2;

    private static readonly byte[] s_before = SHA256.HashData("The users of a local emulator"u8);
    private static readonly byte[] s_beforeDerived = SHA256.HashData("The derived keys of a local emulator"u8);

    /// <summary>32 bytes, from 0.</summary>
    public static byte[] Private(int user) => Secp256k1.PrivateKeyAt(s_before, user + 1L);

    public static byte[] Public(int user) => Secp256k1.PublicKeyOf(Private(user));

    /// <summary>Those of the first users, for less than each would cost alone.</summary>
    public static IReadOnlyList<byte[]> Public(int from, int count) => Secp256k1.PublicKeysFrom(Private(from), count);

    /// <summary>The private key that signs for a user.</summary>
    public static byte[] PrivateDerived(int user) => Secp256k1.PrivateKeyAt(s_beforeDerived, user + 1L);

    public static byte[] PublicDerived(int user) => Secp256k1.PublicKeyOf(PrivateDerived(user));
}
