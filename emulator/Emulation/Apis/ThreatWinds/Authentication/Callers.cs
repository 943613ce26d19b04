using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Authentication;

/// <summary>The user behind a caller, who is known by the session or key pair that was shown.</summary>
static class Callers
{
    private static readonly IReadOnlyList<string> s_public = ["public"];

    /// <summary>Null for whoever came without an account (<c>Bearer public</c>).</summary>
    public static User? UserOf(Call call) => UserOf(call.Graph, call.Caller.Node);

    public static User? UserOf(Graph graph, Node? shown) => shown switch
    {
        Session session => graph.Find<User, Guid>(User.ById, session.UserId),
        KeyPair pair => graph.Find<User, Guid>(User.ById, pair.UserId),
        User user => user,
        _ => null,
    };

    public static IReadOnlyList<string> GroupsOf(Call call) => UserOf(call)?.Groups ?? s_public;

    /// <summary>A user on a route that asks for one.</summary>
    public static User Of(Call call) => UserOf(call)
        ?? throw new InvalidOperationException($"{call.Route.Path} was called by nobody that the graph knows.");

    /// <summary>Whether somebody of these groups sees what is visible by those.</summary>
    public static bool Sees(IReadOnlyList<string> groups, IReadOnlyList<string> visibleBy)
    {
        foreach (var group in groups)
            foreach (var seen in visibleBy)
                if (string.Equals(group, seen, StringComparison.Ordinal)) return true;
        return false;
    }
}
