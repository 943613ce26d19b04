using Emulation.Graphs.Deso;

namespace Emulation.Seeding;

/// <summary>Valid public keys in bulk: private keys are consecutive, so that each public key costs one addition of points.</summary>
static class PublicKeys
{
    /// <summary>The compressed keys of the first <paramref name="count"/> users.</summary>
    public static IReadOnlyList<byte[]> Make(int count) => UserKeys.FirstPublic(count);

    /// <summary>The private key of a user, from 0.</summary>
    public static byte[] PrivateKey(int user) => UserKeys.Private(user);
}
