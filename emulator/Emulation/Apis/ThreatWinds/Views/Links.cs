using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http.Views;

namespace Emulation.Apis.ThreatWinds.Views;

/// <summary>What entities are related to, by type; their comments and reporters.</summary>
static class Links
{
    private const string Related = "related";
    private const string CommentOn = "comment on";

    /// <param name="graph">The graph.</param>
    /// <param name="node">The node.</param>
    /// <param name="most">How many related entities are read to list them by type; the others are one list.</param>
    public static IEnumerable<LinkedList> Of(Graph graph, Node node, int most) => node switch
    {
        Entity entity => OfEntity(graph, entity, most),
        Comment comment => OfComment(graph, comment),
        _ => [],
    };

    private static IEnumerable<LinkedList> OfEntity(Graph graph, Entity entity, int most)
    {
        foreach (var list in RelatedBy(graph, entity, StoredRelation.Related.From, LinkDirection.To, most)) yield return list;
        foreach (var list in RelatedBy(graph, entity, StoredRelation.Related.To, LinkDirection.From, most)) yield return list;
        var comments = graph.Between(Comment.BySubject, NewestRecord.First(entity.Id), NewestRecord.Last(entity.Id));
        if (comments.Count > 0) yield return new(CommentOn, Kinds.Comment, null, LinkDirection.From, comments);
        var reporters = entity.Reporters.Select(id => AccountOf(graph, id)).OfType<Node>().ToArray();
        if (reporters.Length > 0) yield return new("reported by", Kinds.Account, null, LinkDirection.To, NodeList.From(reporters));
    }

    private static IEnumerable<LinkedList> RelatedBy(Graph graph, Entity entity, End end, LinkDirection direction, int most)
    {
        var all = graph.Linked(entity, end);
        var byType = all.Slice(0, most).Cast<Entity>().GroupBy(other => other.Type, StringComparer.Ordinal);
        foreach (var type in byType.OrderBy(type => type.Key, StringComparer.Ordinal))
            yield return ListOf(type.Key, NodeList.From(type));
        if (all.Count > most) yield return ListOf(null, new Rest(all, most));

        LinkedList ListOf(string? type, NodeList nodes) =>
            new(Related, Kinds.Entity, type, direction, nodes) { LabelOf = other => ModeOf(graph, entity, end, other) };
    }

    private static string ModeOf(Graph graph, Entity entity, End end, Node other)
    {
        var relation = graph.FindLink(entity, end, other) is { Via: > 0 and var via } ? graph.Find(via) : null;
        return relation is StoredRelation { Mode: RelationMode.Aggregation } ? "aggregation" : "association";
    }

    private static IEnumerable<LinkedList> OfComment(Graph graph, Comment comment)
    {
        if (Entity.Of(graph, comment.EntityId) is { } entity)
            yield return new(CommentOn, Kinds.Entity, entity.Type, LinkDirection.To, NodeList.From([entity]));
        if (AccountOf(graph, comment.UserId) is { } author)
            yield return new("written by", Kinds.Account, null, LinkDirection.To, NodeList.From([author]));
    }

    private static User? AccountOf(Graph graph, Guid id) => graph.Find<User, Guid>(User.ById, id);

    /// <summary>A list without its first nodes.</summary>
    private sealed class Rest(NodeList all, int first) : NodeList
    {
        public override int Count => all.Count - first;

        public override IEnumerable<Node> Slice(int start, int count) => all.Slice(first + start, count);
    }
}
