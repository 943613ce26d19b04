using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>
/// Limits how long sessions and key pairs are kept. When a user gets a new one, the user's expired ones (by the world's clock) are removed
/// with their codes. Beyond <see cref="MaxPerUser"/>, the oldest session that the API created is removed, and a new key pair is refused.
/// </summary>
static class Retention
{
    public const int MaxPerUser = 1_000;

    /// <param name="graph">The graph.</param>
    /// <param name="user">The user.</param>
    /// <param name="now">Seconds since 1970.</param>
    /// <param name="sessionSeconds">How long a session of the API lasts; those of a dataset last longer and are kept.</param>
    public static Graph BeforeNewSession(Graph graph, Guid user, long now, long sessionSeconds)
    {
        var created = graph.Between(Session.ByUser, OwnedKey.First(user), OwnedKey.Last(user)).All().Cast<Session>()
            .Where(session => session.ExpireAt <= now + sessionSeconds)
            .ToArray();
        for (var i = 0; i < created.Length; i++)
            if (created[i].ExpireAt < now || i <= created.Length - MaxPerUser)
                graph = Verification.RemoveCodes(graph, created[i].Id).Remove(created[i]);
        return graph;
    }

    /// <summary>Null when the user already has the maximum number of key pairs.</summary>
    public static Graph? BeforeNewKeyPair(Graph graph, Guid user, long now)
    {
        var pairs = graph.Between(KeyPair.ByUser, OwnedKey.First(user), OwnedKey.Last(user)).All().Cast<KeyPair>().ToArray();
        foreach (var expired in pairs.Where(pair => pair.ExpireAt < now))
            graph = Verification.RemoveCodes(graph, expired.Id).Remove(expired);
        return pairs.Count(pair => pair.ExpireAt >= now) < MaxPerUser ? graph : null;
    }
}
