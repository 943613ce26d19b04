using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>
/// How long sessions and key pairs are kept. When a user gets a new one, those of the user that have expired by the world's clock are removed with
/// their codes. Beyond <see cref="MostOfAUser"/> the oldest session that the API made gives way, and a further key pair is refused.
/// </summary>
static class Retention
{
    public const int MostOfAUser = 1_000;

    /// <param name="graph">The graph.</param>
    /// <param name="user">The user.</param>
    /// <param name="now">Seconds since 1970.</param>
    /// <param name="lasting">How long a session of the API lasts; those of a dataset last longer and are kept.</param>
    public static Graph BeforeNewSession(Graph graph, Guid user, long now, long lasting)
    {
        var made = graph.Between(Session.ByUser, OwnedKey.First(user), OwnedKey.Last(user)).All().Cast<Session>().Where(session => session.ExpireAt <= now + lasting).ToArray();
        for (var i = 0; i < made.Length; i++)
            if (made[i].ExpireAt < now || i <= made.Length - MostOfAUser) graph = Verification.Void(graph, made[i].Id).Remove(made[i]);
        return graph;
    }

    /// <summary>Null: the user has as many key pairs as there may be.</summary>
    public static Graph? BeforeNewKeyPair(Graph graph, Guid user, long now)
    {
        var pairs = graph.Between(KeyPair.ByUser, OwnedKey.First(user), OwnedKey.Last(user)).All().Cast<KeyPair>().ToArray();
        foreach (var expired in pairs.Where(pair => pair.ExpireAt < now)) graph = Verification.Void(graph, expired.Id).Remove(expired);
        return pairs.Count(pair => pair.ExpireAt >= now) < MostOfAUser ? graph : null;
    }
}
