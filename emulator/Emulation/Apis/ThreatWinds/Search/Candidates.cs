using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The documents that a search examines: all that the caller can see, newest first, enumerated lazily.</summary>
static class Candidates
{
    public static IEnumerable<Document> Entities(Call call, EntityCache cache, IndexFilter filter, EntityShape shape) =>
        Entities(call, filter).Select(entity => new EntityDocument(entity, shape, cache));

    /// <summary>The number of entities that the caller can see; null when the caller has several groups, whose entities overlap.</summary>
    public static int? EntityCount(Call call) => Callers.GroupsOf(call) is [var only]
        ? call.Graph.Between(Entity.ByGroup, NewestEntity.First(only), NewestEntity.Last(only)).Count
        : null;

    public static IEnumerable<Document> AssociatedWith(Call call, EntityCache cache, Entity entity)
    {
        var groups = Callers.GroupsOf(call);
        if (NewestNeighbours.Of(call.Graph, entity, groups, groups) is { } newest)
            return newest.All().Cast<Entity>().Select(neighbour => new EntityDocument(neighbour, EntityShape.Associated, cache));
        var neighbours = Neighbours.Of(call.Graph, entity, groups).Select(neighbour => neighbour.Entity).ToList();
        neighbours.Sort(Sorting.ByNewest);
        return neighbours.Select(neighbour => new EntityDocument(neighbour, EntityShape.Associated, cache));
    }

    public static IEnumerable<Document> EntityReports(Call call, bool full) =>
        Newest(call, EntityReport.ByGroup, node => ((EntityReport)node).At, node => ((EntityReport)node).Number)
            .Select(node => new ReportDocument((EntityReport)node, full));

    public static IEnumerable<Document> Relations(Call call) =>
        Newest(call, StoredRelation.ByGroup, node => ((StoredRelation)node).At, node => StoredRelation.Tie((StoredRelation)node))
            .Cast<StoredRelation>()
            .SelectMany(relation => Ends(call, relation.EntityId, relation.RelatedEntityId)
                .Select(ends => new RelationDocument(relation, ends.From, ends.To)));

    public static IEnumerable<Document> RelationReports(Call call) =>
        Newest(call, RelationReport.ByGroup, node => ((RelationReport)node).At, node => ((RelationReport)node).Number)
            .Cast<RelationReport>().SelectMany(report => Documents(call, report));

    /// <summary>The records of two entities, in either direction of the relation, newest first.</summary>
    public static IEnumerable<RelationDocument> OfPair(Call call, string first, string second)
    {
        var groups = Callers.GroupsOf(call);
        var ids = new[] { Ids.OfRelation(first, second), Ids.OfRelation(second, first) }.Distinct();
        return ids.SelectMany(id =>
            call.Graph.Between(RelationReport.ByRelation, NewestOfRelation.First(id), NewestOfRelation.Last(id)).All())
            .Cast<RelationReport>().Where(report => Callers.CanSee(groups, report.VisibleBy))
            .OrderByDescending(report => report.At).ThenBy(report => report.Number).SelectMany(report => Documents(call, report));
    }

    private static IEnumerable<Entity> Entities(Call call, IndexFilter filter)
    {
        var groups = Callers.GroupsOf(call);
        if (filter.Ids is { } ids)
        {
            var named = ids.Select(id => Entity.Of(call.Graph, id)).OfType<Entity>()
                .Where(entity => Callers.CanSee(groups, entity.VisibleBy))
                .ToList();
            named.Sort(Sorting.ByNewest);
            return named;
        }
        if (filter.Type is { } type)
            return call.Graph.Between(Entity.ByType, NewestEntity.First(type), NewestEntity.Last(type)).All().Cast<Entity>()
                .Where(entity => Callers.CanSee(groups, entity.VisibleBy));
        var lists = groups
            .Select(group => call.Graph.Between(Entity.ByGroup, NewestEntity.First(group), NewestEntity.Last(group)).All().Cast<Entity>())
            .ToList();
        return lists.Count == 1 ? lists[0] : Merged(lists, Sorting.ByNewest);
    }

    private static IEnumerable<Node> Newest(Call call, Index<NewestRecord> index, Func<Node, long> at, Func<Node, long> tie)
    {
        var lists = Callers.GroupsOf(call)
            .Select(group => call.Graph.Between(index, NewestRecord.First(group), NewestRecord.Last(group)).All())
            .ToList();
        return lists.Count == 1 ? lists[0] : Merged(lists, Compare);

        int Compare(Node left, Node right) =>
            at(right).CompareTo(at(left)) is not 0 and var order ? order : tie(left).CompareTo(tie(right));
    }

    // A node that several groups see is in each of their lists, in the same order.
    private static IEnumerable<TNode> Merged<TNode>(List<IEnumerable<TNode>> lists, Comparison<TNode> compare) where TNode : Node
    {
        var heads = lists.Select(list => list.GetEnumerator()).Where(list => list.MoveNext()).ToList();
        var last = 0;
        while (heads.Count > 0)
        {
            var next = heads[0];
            foreach (var head in heads)
                if (compare(head.Current, next.Current) < 0) next = head;
            var node = next.Current;
            if (!next.MoveNext()) heads.Remove(next);
            if (node.Key != last) yield return node;
            last = node.Key;
        }
    }

    private static IEnumerable<RelationDocument> Documents(Call call, RelationReport report) =>
        Ends(call, report.EntityId, report.RelatedEntityId).Select(ends => new RelationDocument(report, ends.From, ends.To));

    /// <summary>Both ends, or nothing when the caller cannot see one of them.</summary>
    private static IEnumerable<(Entity From, Entity To)> Ends(Call call, string from, string to)
    {
        var groups = Callers.GroupsOf(call);
        if (Entity.Of(call.Graph, from) is not { } first || Entity.Of(call.Graph, to) is not { } second) yield break;
        if (Callers.CanSee(groups, first.VisibleBy) && Callers.CanSee(groups, second.VisibleBy)) yield return (first, second);
    }
}
