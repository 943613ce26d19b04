using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>The Postgres storage: any filters together, in the order of the ids, prefixes as LIKE reads them.</summary>
static class Relaxed
{
    public static int Count(Graph graph, Subject subject, Filter filter) => Matches(graph, subject, filter).Count();

    public static IReadOnlyList<Association> Page(Graph graph, Subject subject, Filter filter, Association? last)
    {
        var sorted = Matches(graph, subject, filter).ToList();
        sorted.Sort((one, other) => one.Id.AsSpan().SequenceCompareTo(other.Id) * (filter.Descending ? -1 : 1));
        var rest = last is null ? sorted : sorted.Where(found => found.Id.AsSpan().SequenceCompareTo(last.Id) * (filter.Descending ? -1 : 1) > 0);
        return [.. rest.Take(filter.Limit)];
    }

    private static IEnumerable<Association> Matches(Graph graph, Subject subject, Filter filter)
    {
        if (filter.MatchesNothing) return [];
        var type = filter.Type.Length > 0 ? AssociationKey.Lower(Encoding.UTF8.GetBytes(filter.Type)) : null;
        var value = filter.Value.Length > 0 ? Encoding.UTF8.GetBytes(filter.Value) : null;
        var typePattern = Like.Pattern(Encoding.UTF8.GetString(AssociationKey.Lower(Encoding.UTF8.GetBytes(filter.TypePrefix))));
        var valuePattern = Like.Pattern(filter.ValuePrefix);
        return Candidates(graph, subject, filter).Where(found =>
            (filter.Transactor is null || filter.Transactor.Equals(found.Transactor))
            && (filter.About is null || filter.About.AsSpan().SequenceEqual(subject.AboutOf(found)))
            && (filter.App is null || filter.App.Equals(found.App))
            && (type is null || type.AsSpan().SequenceEqual(AssociationKey.Lower(found.Type)))
            && (value is null || value.AsSpan().SequenceEqual(found.Value))
            && (filter.TypePrefix.Length == 0 || Like.Matches(typePattern, Encoding.UTF8.GetString(AssociationKey.Lower(found.Type))))
            && (filter.ValuePrefix.Length == 0 || Like.Matches(valuePattern, Encoding.UTF8.GetString(found.Value))));
    }

    /// <summary>Those that an index finds by what it can serve of the filter, or all.</summary>
    private static IEnumerable<Association> Candidates(Graph graph, Subject subject, Filter filter)
    {
        var served = filter with { App = null, TypePrefix = "", ValuePrefix = "", Value = filter.Type.Length > 0 ? filter.Value : "" };
        if (subject.Unserved(served) is not null) served = served with { About = null };
        if (served.IsEmpty || subject.Unserved(served) is not null)
            return graph.All(subject.ById).All().Cast<Association>();
        return Indexed.Page(graph, subject.Stretch(served), served with { LastSeen = null, Descending = false, Limit = int.MaxValue }, null);
    }
}
