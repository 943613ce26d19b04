using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>The links between the items of a dataset; a link may be written at either end, or at both.</summary>
sealed class LinkReader(ThreatConnectReader items)
{
    private readonly HashSet<(int Relation, int From, int To)> _done = [];

    public void AddAll()
    {
        // By position in the file: dictionaries keep the order in which the rows were added.
        Each(new RowPlace("groups"), items.File.Groups, items.Groups.Values, OfGroup);
        Each(new RowPlace("indicators"), items.File.Indicators, items.Indicators.Values, OfIndicator);
        Each(new RowPlace("tasks"), items.File.Tasks, items.Tasks.Values, OfTask);
        Each(new RowPlace("victims"), items.File.Victims, items.Victims.Values, (row, entry, at) => OfVictim(row, entry.Victim, at));
    }

    private static void Each<TRow, TItem>(RowPlace at, IEnumerable<TRow> rows, IEnumerable<TItem> nodes, Action<TRow, TItem, RowPlace> link)
    {
        foreach (var (row, node) in at.Each(rows).Zip(nodes)) link(row, node, at);
    }

    private void OfGroup(GroupRow row, Group group, RowPlace at)
    {
        if (None(row)) return;
        foreach (var id in row.Groups) Link(group, group.Owner, GroupGroup, Group(id, at), items.Groups[id].Owner, at);
        foreach (var id in row.Indicators) Link(group, group.Owner, GroupIndicator, Indicator(id, at), items.Indicators[id].Owner, at);
        foreach (var id in row.Tasks) Link(group, group.Owner, GroupTask, Task(id, at), items.Tasks[id].Owner, at);
        foreach (var id in row.Victims) LinkVictim(group, group.Owner, GroupVictim, GroupAsset, id, at);
        foreach (var id in row.VictimAssets) LinkAsset(group, group.Owner, GroupVictim, GroupAsset, id, at);
    }

    private void OfIndicator(IndicatorRow row, Indicator indicator, RowPlace at)
    {
        if (None(row) && row.Associations.Count == 0 && row.DnsResolutions.Count == 0) return;
        foreach (var id in row.Groups) Link(Group(id, at), items.Groups[id].Owner, GroupIndicator, indicator, indicator.Owner, at);
        foreach (var id in row.Indicators)
        {
            var other = Indicator(id, at);
            Link(indicator, indicator.Owner, IndicatorIndicator, other, other.Owner, at);
            Link(indicator, indicator.Owner, IndicatorJoined, other, other.Owner, at);
        }
        foreach (var id in row.Tasks) Link(indicator, indicator.Owner, IndicatorTask, Task(id, at), items.Tasks[id].Owner, at);
        foreach (var id in row.Victims) LinkVictim(indicator, indicator.Owner, IndicatorVictim, IndicatorAsset, id, at);
        foreach (var id in row.VictimAssets) LinkAsset(indicator, indicator.Owner, IndicatorVictim, IndicatorAsset, id, at);
        foreach (var association in row.Associations)
        {
            var type = AssociationOf(items.Instance, association.Type, association.FileAction)
                ?? throw Bounds.Unknown(
                    at, "the association", association.Type, items.Instance.AssociationTypes.All.Select(known => known.Branch));
            var other = Indicator(association.Indicator, at);
            if (!type.Joins(indicator.Type, other.Type))
                throw at.Error($"has the association \"{type.Branch}\", which does not join {indicator.Type.Name} and {other.Type.Name}");
            Link(indicator, indicator.Owner, type.Relation, other, other.Owner, at);
            Link(indicator, indicator.Owner, IndicatorJoined, other, other.Owner, at);
        }
        foreach (var resolution in row.DnsResolutions)
        {
            var address = Indicator(resolution.Address, at);
            if (indicator.Type != IndicatorType.Host || address.Type != IndicatorType.Address)
                throw at.Error("has a DNS resolution that is not from a Host to an Address");
            items.Graph.Add(SightingMapping.ToNode(items, resolution, indicator.Key, address.Key, at));
        }
    }

    private void OfTask(TaskRow row, WorkflowTask task, RowPlace at)
    {
        if (None(row)) return;
        foreach (var id in row.Groups) Link(Group(id, at), items.Groups[id].Owner, GroupTask, task, task.Owner, at);
        foreach (var id in row.Indicators) Link(Indicator(id, at), items.Indicators[id].Owner, IndicatorTask, task, task.Owner, at);
        foreach (var id in row.Tasks) Link(task, task.Owner, TaskTask, Task(id, at), items.Tasks[id].Owner, at);
        foreach (var id in row.Victims) LinkVictim(task, task.Owner, TaskVictim, TaskAsset, id, at);
        foreach (var id in row.VictimAssets) LinkAsset(task, task.Owner, TaskVictim, TaskAsset, id, at);
    }

    private void OfVictim(VictimRow row, Victim victim, RowPlace at)
    {
        if (None(row)) return;
        if (row.Victims.Count + row.VictimAssets.Count > 0) throw at.Error("is linked to victims; these lists follow from shared groups");
        foreach (var id in row.Groups) LinkVictim(Group(id, at), items.Groups[id].Owner, GroupVictim, GroupAsset, victim.Id, at);
        foreach (var id in row.Indicators)
            LinkVictim(Indicator(id, at), items.Indicators[id].Owner, IndicatorVictim, IndicatorAsset, victim.Id, at);
        foreach (var id in row.Tasks) LinkVictim(Task(id, at), items.Tasks[id].Owner, TaskVictim, TaskAsset, victim.Id, at);
    }

    private static bool None(ItemRow row) =>
        row.Groups.Count + row.Indicators.Count + row.Tasks.Count + row.Victims.Count + row.VictimAssets.Count == 0;

    private Group Group(long id, RowPlace at) => Find(items.Groups, id, "groups", at);

    private Indicator Indicator(long id, RowPlace at) => Find(items.Indicators, id, "indicators", at);

    private WorkflowTask Task(long id, RowPlace at) => Find(items.Tasks, id, "tasks", at);

    private static TItem Find<TItem>(Dictionary<long, TItem> items, long id, string what, RowPlace at) =>
        items.TryGetValue(id, out var item)
        ? item
        : throw at.Error($"is linked to {id}, which is no id among {what}");

    private void LinkVictim(Node item, int owner, Relation victims, Relation assets, long id, RowPlace at)
    {
        var (victim, owned) = Find(items.Victims, id, "victims", at);
        if (owned.Count == 0) throw at.Error($"is linked to the victim {id}, which has no asset; give it one");
        Link(item, owner, victims, victim, victim.Owner, at);
        foreach (var asset in owned) Link(item, owner, assets, asset, victim.Owner, at);
    }

    private void LinkAsset(Node item, int owner, Relation victims, Relation assets, long id, RowPlace at)
    {
        var (victim, asset) = Find(items.VictimAssets, id, "victim assets", at);
        Link(item, owner, victims, victim, victim.Owner, at);
        Link(item, owner, assets, asset, victim.Owner, at);
    }

    /// <summary>The first of this path word, unless it is said whether it is what a file does.</summary>
    public static AssociationType? AssociationOf(Instance instance, string branch, bool? fileAction) =>
        instance.AssociationTypes.All.FirstOrDefault(known => string.Equals(known.Branch, branch, StringComparison.OrdinalIgnoreCase)
            && (fileAction is null || known.FileAction == fileAction));

    private void Link(Node from, int owner, Relation relation, Node to, int otherOwner, RowPlace at)
    {
        if (owner != otherOwner) throw at.Error("is linked to an item of another owner");
        if (relation.Symmetric && from.Key == to.Key) throw at.Error("is linked to itself");
        var (first, second) = relation.Symmetric && from.Key > to.Key ? (to.Key, from.Key) : (from.Key, to.Key);
        if (_done.Add((relation.Number, first, second))) items.Graph.Link(from, relation, to);
    }
}
