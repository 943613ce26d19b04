using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>The owner of a request, and what its caller may read and change.</summary>
static class Scope
{
    /// <summary>The requested owner, or else the caller's own organization.</summary>
    public static Result<Owner> Of(Call call) => Named(call) is { } named ? named : Own(call);

    /// <summary>The requested owner; null when the request names none.</summary>
    public static Result<Owner>? Named(Call call)
    {
        if (call.Query["owner"] is not { Length: > 0 } name) return null;
        if (call.Graph.Find<Owner, TextKey>(Owner.ByName, new TextKey(0, Fold.Case(name))) is not { } owner)
            return Envelope.Fail(403, Texts.OwnerNotFound, $"there is no owner \"{name}\"");
        return CurrentUser(call).MaySee(owner.Id)
            ? owner
            : Envelope.Fail(403, Texts.AccessDenied, $"{call.Caller.Name} may not see the owner \"{name}\"");
    }

    /// <summary>Every owner that the caller may read, the own organization first.</summary>
    public static IEnumerable<Owner> Visible(Call call)
    {
        var me = CurrentUser(call);
        return call.Graph.All(Owner.ById).All().Cast<Owner>().Where(owner => me.MaySee(owner.Id))
            .OrderBy(owner => owner.Id != me.Organization).ThenBy(owner => owner.Id);
    }

    /// <summary>An owner by the id in the path, if the caller may read it.</summary>
    public static Owner? Visible(Call call, string parameter) =>
        IdLookup.Find(call.Graph, Owner.ById, call[parameter]) is { } owner && CurrentUser(call).MaySee(owner.Id) ? owner : null;

    public static Owner Own(Call call) => OwnerOf(call.Graph, CurrentUser(call).Organization);

    public static User CurrentUser(Call call) => (User)call.Caller.Node!;

    public static Owner OwnerOf(Graph graph, int id) => graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, id))
        ?? throw new InvalidOperationException($"An item has the owner {id}, which is not in the graph.");
}
