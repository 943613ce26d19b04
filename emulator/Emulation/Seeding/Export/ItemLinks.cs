using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Export;

/// <summary>
/// The links of one item that are written in its row, gathered in one run over them. Of a link between two kinds the row of the later
/// section has it, of one between two of a kind the row with the greater id: whatever many are linked to stays a short row.
/// </summary>
sealed class ItemLinks
{
    private readonly Graph _graph;
    private readonly List<long> _groups = [];
    private readonly List<long> _indicators = [];
    private readonly List<long> _tasks = [];
    private readonly List<Victim> _victims = [];
    private readonly List<VictimAsset> _assets = [];
    private readonly List<string> _tags = [];
    private readonly List<string> _labels = [];
    private readonly List<string> _assignees = [];
    private readonly List<string> _escalatees = [];
    private readonly List<(long Indicator, Relation Relation)> _joins = [];
    private readonly Dictionary<int, Action<Node, long>> _takers;

    public ItemLinks(Graph graph)
    {
        _graph = graph;
        _takers = new Dictionary<int, Action<Node, long>>
        {
            [GroupGroup.From.Code] = (other, own) => Below(_groups, ((Group)other).Id, own),
            [GroupIndicator.To.Code] = (other, _) => _groups.Add(((Group)other).Id),
            [GroupTask.To.Code] = (other, _) => _groups.Add(((Group)other).Id),
            [IndicatorIndicator.From.Code] = (other, own) => Below(_indicators, ((Indicator)other).Id, own),
            [IndicatorTask.To.Code] = (other, _) => _indicators.Add(((Indicator)other).Id),
            [TaskTask.From.Code] = (other, own) => Below(_tasks, ((WorkflowTask)other).Id, own),
            [TaskAssignee.From.Code] = (other, _) => _assignees.Add(((User)other).UserName),
            [TaskEscalatee.From.Code] = (other, _) => _escalatees.Add(((User)other).UserName),
        };
        foreach (var relation in new[] { GroupVictim, IndicatorVictim, TaskVictim }) _takers.Add(relation.From.Code, (other, _) => _victims.Add((Victim)other));
        foreach (var relation in new[] { GroupAsset, IndicatorAsset, TaskAsset }) _takers.Add(relation.From.Code, (other, _) => _assets.Add((VictimAsset)other));
        foreach (var relation in new[] { TagGroup, TagIndicator, TagTask, TagVictim }) _takers.Add(relation.To.Code, (other, _) => _tags.Add(((Tag)other).Name));
        foreach (var relation in new[] { LabelGroup, LabelIndicator, LabelTask, LabelVictim }) _takers.Add(relation.To.Code, (other, _) => _labels.Add(((SecurityLabel)other).Name));
        foreach (var relation in Associated)
        {
            _takers.Add(relation.From.Code, (other, own) =>
            {
                if (((Indicator)other).Id < own) _joins.Add((((Indicator)other).Id, relation));
            });
        }
    }

    public void Write(RowPen pen, Node item, long id)
    {
        Gather(item, id);
        _tags.Sort(StringComparer.Ordinal);
        _labels.Sort(StringComparer.Ordinal);
        pen.Some("tags", _tags);
        pen.Some("securityLabels", _labels);
        Some(pen, "groups", _groups);
        Some(pen, "indicators", _indicators);
        Some(pen, "tasks", _tasks);
        WriteVictims(pen);
        pen.Some("assignees", _assignees);
        pen.Some("escalatees", _escalatees);
        if (_joins.Count > 0) WriteJoins(pen);
    }

    private void Gather(Node item, long id)
    {
        _groups.Clear();
        _indicators.Clear();
        _tasks.Clear();
        _victims.Clear();
        _assets.Clear();
        _tags.Clear();
        _labels.Clear();
        _assignees.Clear();
        _escalatees.Clear();
        _joins.Clear();
        foreach (var link in _graph.LinksOf(item.Key))
            if (_takers.TryGetValue(link.End.Code, out var take)) take(_graph[link.Other], id);
    }

    private static void Below(List<long> ids, long id, long own)
    {
        if (id < own) ids.Add(id);
    }

    private static void Some(RowPen pen, string name, List<long> ids)
    {
        ids.Sort();
        pen.Some(name, ids);
    }

    /// <summary>A victim alone stands for all of its assets.</summary>
    private void WriteVictims(RowPen pen)
    {
        if (_victims.Count == 0) return;
        var (whole, parts) = (new List<long>(), new List<long>());
        var assets = _assets.ToLookup(asset => asset.Victim, asset => asset.Id);
        foreach (var victim in _victims)
        {
            var linked = assets[victim.Key];
            if (linked.Count() == _graph.Between(VictimAsset.OfVictim, new IdKey(victim.Key, long.MinValue), new IdKey(victim.Key, long.MaxValue)).Count) whole.Add(victim.Id);
            else parts.AddRange(linked);
        }
        Some(pen, "victims", whole);
        Some(pen, "victimAssets", parts);
    }

    private void WriteJoins(RowPen pen)
    {
        var instance = Instance.Of(_graph);
        pen.Rows("associations", _joins.OrderBy(join => join.Relation.Number).ThenBy(join => join.Indicator), join =>
        {
            var type = instance.AssociationTypes.All.First(known => known.Relation == join.Relation);
            pen.Text("type", type.Branch);
            pen.Number("indicator", join.Indicator);
            if (Files.ThreatConnectLinks.AssociationOf(instance, type.Branch, null) != type) pen.Says("fileAction", type.FileAction);
        });
    }
}
