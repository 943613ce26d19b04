using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>
/// The routes for links between two kinds of item: up to five rows. <paramref name="Provenances"/> has the provenance of each row
/// (D document 004, R the vendor's other pages, C only clients, - no such route), in the order
/// list, list of one type, get, add, remove.
/// </summary>
/// <param name="Path">The path of the first item.</param>
/// <param name="Name">The prefix of the names of the rows.</param>
/// <param name="From">The first kind.</param>
/// <param name="To">The second kind.</param>
/// <param name="Links">How the two are linked.</param>
/// <param name="Segment">The path segment of the second kind.</param>
/// <param name="Parameters">The path parameters after it: a type and an id, or an id.</param>
/// <param name="Provenances">The provenance of each row, five letters.</param>
/// <param name="Source">The pages or clients that document the routes.</param>
sealed record AssociationRows(
    string Path, string Name, Resource From, Resource To, Links Links, string Segment, string Parameters, string Provenances, string Source)
{
    /// <summary>The handler for adding a link, if it does more than linking.</summary>
    public Func<Call, Association, Change> Add { get; init; } = Associations.Add;

    public IEnumerable<Route> Expand(ThreatConnectContext context)
    {
        var association = new Association(From, ItemPath.Of(Path), To, ItemPath.Of(Parameters), Links);
        var (list, one) = ($"{Path}/{Segment}", $"{Path}/{Segment}/{Parameters}");
        var typed = $"{list}/{Parameters.Split('/')[0]}";
        if (ProvenanceOf(0) is { } listed)
            yield return Rows.Get(list, $"{Name}.list", listed, Source, call => Associations.List(call, context, association));
        if (ProvenanceOf(1) is { } ofType)
            yield return Rows.Get(typed, $"{Name}.list-of-type", ofType, Source,
                call => Associations.ListOfType(call, context, association));
        if (ProvenanceOf(2) is { } got)
            yield return Rows.Get(one, $"{Name}.get", got, Source, call => Associations.Get(call, context, association));
        if (ProvenanceOf(3) is { } added) yield return Rows.Post(one, $"{Name}.add", added, Source, call => Add(call, association));
        if (ProvenanceOf(4) is { } removed)
            yield return Rows.Delete(one, $"{Name}.remove", removed, Source, call => Associations.Remove(call, association));
    }

    private Provenance? ProvenanceOf(int row) => Provenances[row] switch
    {
        'D' => Provenance.Documented,
        'R' => Provenance.Reference,
        'C' => Provenance.Client,
        '-' => null,
        var other => throw new InvalidOperationException($"{other} is not a provenance of a route."),
    };
}
