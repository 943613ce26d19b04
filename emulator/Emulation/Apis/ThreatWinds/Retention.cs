using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds;

/// <summary>
/// What is kept of sessions and key pairs. When a user gets a new one, those of the user that have expired by the world's clock are removed, and
/// beyond <see cref="MostOfAUser"/> the oldest; codes of what is removed are void.
/// </summary>
static class Retention
{
    public const int MostOfAUser = 1_000;

    public static Graph BeforeNewSession(Graph graph, Guid user, long nowSeconds)
    {
        var sessions = graph.Between(Session.ByUser, OwnedKey.First(user), OwnedKey.Last(user)).All().Cast<Session>().ToArray();
        return Remove(graph, sessions, session => session.ExpireAt < nowSeconds, session => session.Id);
    }

    public static Graph BeforeNewKeyPair(Graph graph, Guid user, long nowSeconds)
    {
        var pairs = graph.Between(KeyPair.ByUser, OwnedKey.First(user), OwnedKey.Last(user)).All().Cast<KeyPair>().ToArray();
        return Remove(graph, pairs, pair => pair.ExpireAt < nowSeconds, pair => pair.Id);
    }

    private static Graph Remove<T>(Graph graph, T[] oldestFirst, Func<T, bool> hasExpired, Func<T, Guid> idOf) where T : Node
    {
        var surplus = oldestFirst.Length - MostOfAUser + 1;
        for (var i = 0; i < oldestFirst.Length; i++)
        {
            if (i >= surplus && !hasExpired(oldestFirst[i])) continue;
            graph = Verification.Void(graph, idOf(oldestFirst[i])).Remove(oldestFirst[i]);
        }
        return graph;
    }
}
