using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>How writes end.</summary>
static class Writes
{
    public static Change Refuse(Call call, Reply reply) => new(call.Graph, reply);

    /// <summary>What a write made, if its caller may change what that owner has: the last thing that is looked at.</summary>
    public static Change Save(Call call, int owner, Graph graph, Reply reply) => Scope.Me(call).MayChange(owner)
        ? new Change(graph, reply)
        : Refuse(call, Envelope.Fail(401, Texts.AccessDenied, $"{call.Caller.Name} may not change what the owner {owner} has"));
}
