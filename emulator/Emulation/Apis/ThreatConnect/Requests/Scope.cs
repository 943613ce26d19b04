using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>The owner of a request, and what its caller may read and change.</summary>
static class Scope
{
    /// <summary>The owner that the request names; without one, the caller's own organization.</summary>
    public static Found<Owner> Of(Call call) => Named(call) is { } named ? named : Own(call);

    /// <summary>The owner that the request names; null when it names none.</summary>
    public static Found<Owner>? Named(Call call)
    {
        if (call.Query["owner"] is not { Length: > 0 } name) return null;
        if (call.Graph.Find<Owner, TextKey>(Owner.ByName, new TextKey(0, Fold.Case(name))) is not { } owner)
            return Envelope.Fail(403, Texts.OwnerNotFound, $"there is no owner \"{name}\"");
        return Me(call).MaySee(owner.Id)
            ? owner
            : Envelope.Fail(403, Texts.AccessDenied, $"{call.Caller.Name} may not see the owner \"{name}\"");
    }

    public static Owner Own(Call call) => OwnerOf(call.Graph, Me(call).Organization);

    public static User Me(Call call) => (User)call.Caller.Node!;

    public static Owner OwnerOf(Graph graph, int id) => graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, id))
        ?? throw new InvalidOperationException($"An item has the owner {id}, who is not in the graph.");
}
