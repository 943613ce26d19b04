using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Authentication;

/// <summary>The accounts in the dataset, for the control plane and the banner.</summary>
static class AccountList
{
    public static IEnumerable<Account> Of(Graph graph) =>
        graph.All(User.ById).All().Cast<User>().Where(user => user.AccessId is not null)
            .Select(user => new Account(user.UserName, [.. Credentials(graph, user)]));

    private static IEnumerable<KeyValuePair<string, string>> Credentials(Graph graph, User user)
    {
        yield return new("accessId", user.AccessId!);
        yield return new("secretKey", user.SecretKey ?? "");
        foreach (var token in user.Tokens.Take(1)) yield return new("token", token.Text);
        if (graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, user.Organization)) is { } owner)
            yield return new("organization", owner.Name);
    }
}
