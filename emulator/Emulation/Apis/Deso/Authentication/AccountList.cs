using Emulation.Graphs.Deso;
using Emulation.Http;

namespace Emulation.Apis.Deso.Authentication;

/// <summary>The users with public private keys, for the control plane and the banner.</summary>
static class AccountList
{
    public static IEnumerable<Account> Of(Network network)
    {
        for (var user = 0; user < UserKeys.First.Count; user++)
        {
            var (owner, derived) = UserKeys.First[user];
            yield return new Account($"user {user + 1}",
            [
                new("PublicKeyBase58Check", owner.Text(network)),
                new("SeedHex", Convert.ToHexStringLower(UserKeys.Private(user))),
                new("DerivedPublicKeyBase58Check", derived.Text(network)),
                new("DerivedSeedHex", Convert.ToHexStringLower(UserKeys.PrivateDerived(user))),
            ]);
        }
    }
}
