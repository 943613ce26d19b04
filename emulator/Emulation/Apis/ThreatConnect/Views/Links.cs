using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http.Views;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Views;

/// <summary>What ThreatConnect's nodes are linked to, by kind and type.</summary>
static class Links
{
    private const string Associated = "associated";

    private static readonly LinkRow[] s_rows =
    [
        new(GroupIndicator,   Kinds.Group,     Kinds.Indicator, Associated),
        new(GroupGroup,       Kinds.Group,     Kinds.Group,     Associated),
        new(IndicatorJoined,  Kinds.Indicator, Kinds.Indicator, Associated),
        new(GroupVictim,      Kinds.Group,     Kinds.Victim,    Associated),
        new(IndicatorVictim,  Kinds.Indicator, Kinds.Victim,    Associated),
        new(GroupTask,        Kinds.Group,     Kinds.Task,      Associated),
        new(IndicatorTask,    Kinds.Indicator, Kinds.Task,      Associated),
        new(TaskTask,         Kinds.Task,      Kinds.Task,      Associated),
        new(TaskVictim,       Kinds.Task,      Kinds.Victim,    Associated),
        new(GroupAsset,       Kinds.Group,     Kinds.Asset,     Associated),
        new(IndicatorAsset,   Kinds.Indicator, Kinds.Asset,     Associated),
        new(TaskAsset,        Kinds.Task,      Kinds.Asset,     Associated),
        new(TaskAssignee,     Kinds.Task,      Kinds.User,      "assigned to"),
        new(TaskEscalatee,    Kinds.Task,      Kinds.User,      "escalated to"),
        new(TagGroup,         Kinds.Tag,       Kinds.Group,     "tag of"),
        new(TagIndicator,     Kinds.Tag,       Kinds.Indicator, "tag of"),
        new(TagTask,          Kinds.Tag,       Kinds.Task,      "tag of"),
        new(TagVictim,        Kinds.Tag,       Kinds.Victim,    "tag of"),
        new(LabelGroup,       Kinds.Label,     Kinds.Group,     "label of"),
        new(LabelIndicator,   Kinds.Label,     Kinds.Indicator, "label of"),
        new(LabelTask,        Kinds.Label,     Kinds.Task,      "label of"),
        new(LabelVictim,      Kinds.Label,     Kinds.Victim,    "label of"),
    ];

    public static IEnumerable<LinkedList> Of(Graph graph, Node node)
    {
        foreach (var row in s_rows)
        {
            var (relation, says) = (row.Relation, row.Says);
            var (to, from) = says == Associated ? (LinkDirection.None, LinkDirection.None) : (LinkDirection.To, LinkDirection.From);
            if (row.From.Graph == node.Kind)
                foreach (var list in Lists(graph, node, relation.From, row.To, says, to)) yield return list;
            if (row.To.Graph == node.Kind && !relation.Symmetric)
                foreach (var list in Lists(graph, node, relation.To, row.From, says, from)) yield return list;
        }
        foreach (var list in Parts(graph, node))
            if (list.Nodes.Count > 0) yield return list;
    }

    /// <summary>What belongs to a node, or what it belongs to, without a relation in the graph.</summary>
    private static IEnumerable<LinkedList> Parts(Graph graph, Node node)
    {
        if (node is Victim victim)
            yield return new("asset of", Kinds.Asset, null, LinkDirection.From, Between(graph, VictimAsset.OfVictim, victim.Key));
        if (node is VictimAsset asset && graph.Find(asset.Victim) is { } owner)
            yield return new("asset of", Kinds.Victim, null, LinkDirection.To, NodeList.From([owner]));
        if (node is User user && graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, user.Organization)) is { } organization)
            yield return new("member of", Kinds.Owner, null, LinkDirection.To, NodeList.From([organization]));
        if (node is not Owner of) yield break;
        foreach (var list in OwnedBy(graph, of)) yield return list;
    }

    private static IEnumerable<LinkedList> OwnedBy(Graph graph, Owner owner)
    {
        const string Says = "owned by";
        foreach (var type in GroupType.All)
            yield return Owned(Kinds.Group, type.Name, Newest(graph, Group.NewestOfType, Group.Scope(owner.Id, type)));
        foreach (var type in Instance.Of(graph).IndicatorTypes.All)
        {
            var scope = Indicator.Scope(owner.Id, type);
            var active = Newest(graph, Indicator.ActiveOfType, scope);
            yield return Owned(Kinds.Indicator, type.Name, NodeList.Merge(active, Newest(graph, Indicator.InactiveOfType, scope)));
        }
        yield return Owned(Kinds.Victim, null, Between(graph, Victim.ByOwner, owner.Id));
        yield return Owned(Kinds.Task, null, Between(graph, WorkflowTask.ByOwner, owner.Id));
        yield return Owned(Kinds.Tag, null, graph.Between(Tag.ByName, new TextKey(owner.Id, ""), new TextKey(owner.Id + 1L, "")));
        yield return Owned(Kinds.Label, null,
            graph.Between(SecurityLabel.ByName, new TextKey(owner.Id, ""), new TextKey(owner.Id + 1L, "")));
        yield return new("member of", Kinds.User, null, LinkDirection.From, Between(graph, User.ByOrganization, owner.Id));

        static LinkedList Owned(ViewKind kind, string? type, NodeList nodes) => new(Says, kind, type, LinkDirection.From, nodes);
    }

    private static IEnumerable<LinkedList> Lists(Graph graph, Node node, End end, ViewKind kind, string says, LinkDirection direction)
    {
        if (!end.Lists.HasFlag(Graphs.Lists.Typed))
        {
            var nodes = graph.Linked(node, end);
            if (nodes.Count > 0) yield return new(says, kind, null, direction, nodes);
            yield break;
        }
        foreach (var type in TypesOf(graph, kind))
        {
            var nodes = graph.Linked(node, end, type.Number);
            if (kind == Kinds.Indicator) nodes = NodeList.Merge(nodes, graph.Linked(node, end, type.Number + IndicatorType.Inactive));
            if (nodes.Count == 0) continue;
            yield return end.Relation == IndicatorJoined
                ? new(says, kind, type.Name, direction, nodes) { LabelOf = other => HowJoined(graph, node, other) }
                : new(says, kind, type.Name, direction, nodes);
        }
    }

    private static IEnumerable<ItemType> TypesOf(Graph graph, ViewKind kind)
    {
        if (kind == Kinds.Indicator) return Instance.Of(graph).IndicatorTypes.All;
        return kind == Kinds.Group ? GroupType.All : AssetType.All;
    }

    /// <summary>The names of the associations and file actions that join two indicators.</summary>
    private static string HowJoined(Graph graph, Node one, Node other)
    {
        var types = Instance.Of(graph).AssociationTypes.All.Where(type => graph.IsLinked(one, type.Relation.From, other));
        var names = string.Join(", ", types.Select(type => type.Name));
        return names.Length > 0 ? names : Associated;
    }

    private static NodeList Newest(Graph graph, Index<NewestKey> index, long scope) =>
        graph.Between(index, NewestKey.First(scope), NewestKey.Last(scope));

    private static NodeList Between(Graph graph, Index<IdKey> index, long scope) =>
        graph.Between(index, new IdKey(scope, long.MinValue), new IdKey(scope, long.MaxValue));

    private sealed record LinkRow(Relation Relation, ViewKind From, ViewKind To, string Says);
}
