using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Authentication;

/// <summary>The users with their credentials, and the verification codes that the vendor would have sent by e-mail.</summary>
static class AccountList
{
    public static IEnumerable<Account> Of(Graph graph)
    {
        foreach (var user in graph.All(User.ByNumber).All().Cast<User>()) yield return Of(graph, user);
        foreach (var code in VerificationCode.Pending(graph)) yield return Of(code);
    }

    private static Account Of(Graph graph, User user)
    {
        var credentials = new List<KeyValuePair<string, string>>();
        if (graph.Between(Session.ByUser, OwnedKey.First(user.Id), OwnedKey.Last(user.Id)).Slice(0, 1).FirstOrDefault() is Session session)
            credentials.Add(new("Authorization", session.Bearer));
        if (graph.Between(KeyPair.ByUser, OwnedKey.First(user.Id), OwnedKey.Last(user.Id)).Slice(0, 1).FirstOrDefault() is KeyPair pair)
            credentials.AddRange([new("api-key", pair.ApiKey), new("api-secret", pair.ApiSecret)]);
        if (graph.Between(Email.ByUser, OwnedKey.First(user.Id), OwnedKey.Last(user.Id)).Slice(0, 1).FirstOrDefault() is Email email)
            credentials.Add(new("email", email.Address));
        credentials.AddRange([new("roles", string.Join(", ", user.Roles)), new("groups", string.Join(", ", user.Groups))]);
        return new Account(user.Alias, credentials);
    }

    private static Account Of(VerificationCode code) => new(
        $"verification of a {NameOf(code.For)}",
        [new("email", code.Address), new("verificationCodeID", code.Id.ToString()), new("code", code.Code)]);

    private static string NameOf(CodeFor purpose) => purpose switch
    {
        CodeFor.Session => "session",
        CodeFor.KeyPair => "key pair",
        CodeFor.Email => "e-mail",
        _ => throw new InvalidOperationException($"Unknown purpose {purpose}."),
    };
}
