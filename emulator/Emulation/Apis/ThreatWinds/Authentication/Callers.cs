using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Authentication;

/// <summary>The user of a caller, identified by the session or key pair.</summary>
static class Callers
{
    private static readonly IReadOnlyList<string> s_public = ["public"];

    /// <summary>Null for a caller without an account (<c>Bearer public</c>).</summary>
    public static User? UserOf(Call call) => UserOf(call.Graph, call.Caller.Node);

    public static User? UserOf(Graph graph, Node? credentials) => credentials switch
    {
        Session session => graph.Find<User, Guid>(User.ById, session.UserId),
        KeyPair pair => graph.Find<User, Guid>(User.ById, pair.UserId),
        User user => user,
        _ => null,
    };

    public static IReadOnlyList<string> GroupsOf(Call call) => UserOf(call)?.Groups ?? s_public;

    /// <summary>The user of a caller on a route that requires one.</summary>
    public static User Of(Call call) => UserOf(call)
        ?? throw new InvalidOperationException($"{call.Route.Path} was called without a user.");

    /// <summary>Whether a member of some groups can see a node that is visible to other groups.</summary>
    public static bool CanSee(IReadOnlyList<string> groups, IReadOnlyList<string> visibleBy)
    {
        foreach (var group in groups)
            foreach (var other in visibleBy)
                if (string.Equals(group, other, StringComparison.Ordinal)) return true;
        return false;
    }
}
