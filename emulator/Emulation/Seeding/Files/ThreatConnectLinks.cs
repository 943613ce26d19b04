using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Files;

/// <summary>The links between the items of a dataset; a link may be written at either end, or at both.</summary>
sealed class ThreatConnectLinks(DatasetFile file, GraphBuilder graph, ThreatConnectItems items, Instance instance)
{
    private readonly HashSet<(int Relation, int From, int To)> _done = [];

    // By position in the file: dictionaries keep the order in which the rows were added.
    private readonly Group[] _groups = [.. items.Groups.Values];
    private readonly Indicator[] _indicators = [.. items.Indicators.Values];
    private readonly WorkflowTask[] _tasks = [.. items.Tasks.Values];
    private readonly (Victim Victim, List<VictimAsset> Assets)[] _victims = [.. items.Victims.Values];

    public void AddAll()
    {
        for (var i = 0; i < file.Groups.Count; i++) OfGroup(file.Groups[i], i);
        for (var i = 0; i < file.Indicators.Count; i++) OfIndicator(file.Indicators[i], i);
        for (var i = 0; i < file.Tasks.Count; i++) OfTask(file.Tasks[i], i);
        for (var i = 0; i < file.Victims.Count; i++) OfVictim(file.Victims[i], i);
    }

    private void OfGroup(GroupRow row, int position)
    {
        if (None(row)) return;
        var group = _groups[position];
        foreach (var id in row.Groups) Link(group, group.Owner, GroupGroup, Group(id, "groups", position), items.Groups[id].Owner, "groups", position);
        foreach (var id in row.Indicators) Link(group, group.Owner, GroupIndicator, Indicator(id, "groups", position), items.Indicators[id].Owner, "groups", position);
        foreach (var id in row.Tasks) Link(group, group.Owner, GroupTask, Task(id, "groups", position), items.Tasks[id].Owner, "groups", position);
        foreach (var id in row.Victims) LinkVictim(group, group.Owner, GroupVictim, GroupAsset, id, "groups", position);
        foreach (var id in row.VictimAssets) LinkAsset(group, group.Owner, GroupVictim, GroupAsset, id, "groups", position);
    }

    private void OfIndicator(IndicatorRow row, int position)
    {
        if (None(row) && row.Associations.Count == 0 && row.DnsResolutions.Count == 0) return;
        var indicator = _indicators[position];
        foreach (var id in row.Groups) Link(Group(id, "indicators", position), items.Groups[id].Owner, GroupIndicator, indicator, indicator.Owner, "indicators", position);
        foreach (var id in row.Indicators)
        {
            var other = Indicator(id, "indicators", position);
            Link(indicator, indicator.Owner, IndicatorIndicator, other, other.Owner, "indicators", position);
            Link(indicator, indicator.Owner, IndicatorJoined, other, other.Owner, "indicators", position);
        }
        foreach (var id in row.Tasks) Link(indicator, indicator.Owner, IndicatorTask, Task(id, "indicators", position), items.Tasks[id].Owner, "indicators", position);
        foreach (var id in row.Victims) LinkVictim(indicator, indicator.Owner, IndicatorVictim, IndicatorAsset, id, "indicators", position);
        foreach (var id in row.VictimAssets) LinkAsset(indicator, indicator.Owner, IndicatorVictim, IndicatorAsset, id, "indicators", position);
        foreach (var association in row.Associations)
        {
            var type = AssociationOf(instance, association.Type, association.FileAction)
                ?? throw new RowError("indicators", position, $"has the association \"{association.Type}\"; allowed are {string.Join(", ", instance.AssociationTypes.All.Select(known => known.Branch))}");
            var other = Indicator(association.Indicator, "indicators", position);
            if (!type.Joins(indicator.Type, other.Type)) throw new RowError("indicators", position, $"has the association \"{type.Branch}\", which does not join {indicator.Type.Name} and {other.Type.Name}");
            Link(indicator, indicator.Owner, type.Relation, other, other.Owner, "indicators", position);
            Link(indicator, indicator.Owner, IndicatorJoined, other, other.Owner, "indicators", position);
        }
        foreach (var resolution in row.DnsResolutions)
        {
            var address = Indicator(resolution.Address, "indicators", position);
            if (indicator.Type != IndicatorType.Host || address.Type != IndicatorType.Address) throw new RowError("indicators", position, "has a DNS resolution that is not from a Host to an Address");
            graph.Add(new DnsResolution { Id = items.PartId(DnsResolution.NodeKind, resolution.Id, "indicators", position), Host = indicator.Key, Address = address.Key, At = items.Seconds(resolution.Date) });
        }
    }

    private void OfTask(TaskRow row, int position)
    {
        if (None(row)) return;
        var task = _tasks[position];
        foreach (var id in row.Groups) Link(Group(id, "tasks", position), items.Groups[id].Owner, GroupTask, task, task.Owner, "tasks", position);
        foreach (var id in row.Indicators) Link(Indicator(id, "tasks", position), items.Indicators[id].Owner, IndicatorTask, task, task.Owner, "tasks", position);
        foreach (var id in row.Tasks) Link(task, task.Owner, TaskTask, Task(id, "tasks", position), items.Tasks[id].Owner, "tasks", position);
        foreach (var id in row.Victims) LinkVictim(task, task.Owner, TaskVictim, TaskAsset, id, "tasks", position);
        foreach (var id in row.VictimAssets) LinkAsset(task, task.Owner, TaskVictim, TaskAsset, id, "tasks", position);
    }

    private void OfVictim(VictimRow row, int position)
    {
        if (None(row)) return;
        if (row.Victims.Count + row.VictimAssets.Count > 0) throw new RowError("victims", position, "is linked to victims; these lists follow from shared groups");
        var (victim, _) = _victims[position];
        foreach (var id in row.Groups) LinkVictim(Group(id, "victims", position), items.Groups[id].Owner, GroupVictim, GroupAsset, victim.Id, "victims", position);
        foreach (var id in row.Indicators) LinkVictim(Indicator(id, "victims", position), items.Indicators[id].Owner, IndicatorVictim, IndicatorAsset, victim.Id, "victims", position);
        foreach (var id in row.Tasks) LinkVictim(Task(id, "victims", position), items.Tasks[id].Owner, TaskVictim, TaskAsset, victim.Id, "victims", position);
    }

    private static bool None(ItemRow row) => row.Groups.Count + row.Indicators.Count + row.Tasks.Count + row.Victims.Count + row.VictimAssets.Count == 0;

    private Group Group(long id, string array, int position) => Find(items.Groups, id, "groups", array, position);

    private Indicator Indicator(long id, string array, int position) => Find(items.Indicators, id, "indicators", array, position);

    private WorkflowTask Task(long id, string array, int position) => Find(items.Tasks, id, "tasks", array, position);

    private static TItem Find<TItem>(Dictionary<long, TItem> items, long id, string what, string array, int position) => items.TryGetValue(id, out var item)
        ? item
        : throw new RowError(array, position, $"is linked to {id}, which is no id among {what}");

    private void LinkVictim(Node item, int owner, Relation victims, Relation assets, long id, string array, int position)
    {
        var (victim, owned) = Find(items.Victims, id, "victims", array, position);
        if (owned.Count == 0) throw new RowError(array, position, $"is linked to the victim {id}, which has no asset; give it one");
        Link(item, owner, victims, victim, victim.Owner, array, position);
        foreach (var asset in owned) Link(item, owner, assets, asset, victim.Owner, array, position);
    }

    private void LinkAsset(Node item, int owner, Relation victims, Relation assets, long id, string array, int position)
    {
        var (victim, asset) = Find(items.VictimAssets, id, "victim assets", array, position);
        Link(item, owner, victims, victim, victim.Owner, array, position);
        Link(item, owner, assets, asset, victim.Owner, array, position);
    }

    /// <summary>The first of this path word, unless it is said whether it is what a file does.</summary>
    public static AssociationType? AssociationOf(Instance instance, string branch, bool? fileAction) => instance.AssociationTypes.All.FirstOrDefault(known =>
        string.Equals(known.Branch, branch, StringComparison.OrdinalIgnoreCase) && (fileAction is null || known.FileAction == fileAction));

    private void Link(Node from, int owner, Relation relation, Node to, int otherOwner, string array, int position)
    {
        if (owner != otherOwner) throw new RowError(array, position, "is linked to an item of another owner");
        if (relation.Symmetric && from.Key == to.Key) throw new RowError(array, position, "is linked to itself");
        var (first, second) = relation.Symmetric && from.Key > to.Key ? (to.Key, from.Key) : (from.Key, to.Key);
        if (_done.Add((relation.Number, first, second))) graph.Link(from, relation, to);
    }
}
