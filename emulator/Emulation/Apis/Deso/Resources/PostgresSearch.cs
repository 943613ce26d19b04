using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>Searches as on Postgres storage: any combination of conditions, ordered by id, with prefixes as LIKE patterns.</summary>
static class PostgresSearch
{
    public static int Count(Graph graph, AssociationKind kind, AssociationFilter filter) => Matches(graph, kind, filter).Count();

    public static IReadOnlyList<Association> Page(Graph graph, AssociationKind kind, AssociationFilter filter, Association? last)
    {
        var sorted = Matches(graph, kind, filter).ToList();
        var direction = filter.Descending ? -1 : 1;
        sorted.Sort((one, other) => one.Id.AsSpan().SequenceCompareTo(other.Id) * direction);
        var rest = last is null ? sorted : sorted.Where(found => found.Id.AsSpan().SequenceCompareTo(last.Id) * direction > 0);
        return [.. rest.Take(filter.Limit)];
    }

    private static IEnumerable<Association> Matches(Graph graph, AssociationKind kind, AssociationFilter filter)
    {
        if (filter.MatchesNothing) return [];
        var type = filter.Type.Length > 0 ? AssociationKey.Lower(Encoding.UTF8.GetBytes(filter.Type)) : null;
        var value = filter.Value.Length > 0 ? Encoding.UTF8.GetBytes(filter.Value) : null;
        var typePattern = LikePattern.Pattern(Encoding.UTF8.GetString(AssociationKey.Lower(Encoding.UTF8.GetBytes(filter.TypePrefix))));
        var valuePattern = LikePattern.Pattern(filter.ValuePrefix);
        return Candidates(graph, kind, filter).Where(found =>
            (filter.Transactor is null || filter.Transactor.Equals(found.Transactor))
            && (filter.Target is null || filter.Target.AsSpan().SequenceEqual(kind.TargetOf(found)))
            && (filter.App is null || filter.App.Equals(found.App))
            && (type is null || type.AsSpan().SequenceEqual(AssociationKey.Lower(found.Type)))
            && (value is null || value.AsSpan().SequenceEqual(found.Value))
            && (filter.TypePrefix.Length == 0
                || LikePattern.Matches(typePattern, Encoding.UTF8.GetString(AssociationKey.Lower(found.Type))))
            && (filter.ValuePrefix.Length == 0 || LikePattern.Matches(valuePattern, Encoding.UTF8.GetString(found.Value))));
    }

    /// <summary>The associations found by the conditions that an index supports, or all associations.</summary>
    private static IEnumerable<Association> Candidates(Graph graph, AssociationKind kind, AssociationFilter filter)
    {
        var indexed = filter with { App = null, TypePrefix = "", ValuePrefix = "", Value = filter.Type.Length > 0 ? filter.Value : "" };
        if (kind.Unsupported(indexed) is not null) indexed = indexed with { Target = null };
        if (indexed.IsEmpty || kind.Unsupported(indexed) is not null)
            return graph.All(kind.ById).All().Cast<Association>();
        var unlimited = indexed with { LastSeen = null, Descending = false, Limit = int.MaxValue };
        return BadgerSearch.Page(graph, kind.KeyRange(indexed), unlimited, null);
    }
}
