using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The results of writes.</summary>
static class Writes
{
    public static Change Refuse(Call call, Reply reply) => new(call.Graph, reply);

    /// <summary>The change, if the caller may change what the owner has. This is checked last.</summary>
    public static Change Save(Call call, int owner, Graph graph, Reply reply) => Scope.CurrentUser(call).MayChange(owner)
        ? new Change(graph, reply)
        : Refuse(call, Envelope.Fail(401, Texts.AccessDenied, $"{call.Caller.Name} may not change what the owner {owner} has"));
}
