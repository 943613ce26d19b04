using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Demo;

/// <summary>What ThreatConnect tells, for those who tell it again.</summary>
sealed record Told(Group[] Groups, Indicator[] Indicators, Marks Marks, ClusterPlan Clusters, Ties Ties);

/// <summary>Adds ThreatConnect's part: groups, indicators, tasks and victims, with all that hangs on them.</summary>
sealed class ThreatConnectStory
{
    private const long FirstDetail = 1_000_000_000;
    private const long FirstGroupAttribute = 100_000_000;
    private const long FirstTaskAttribute = 200_000_000;
    private const long FirstVictimAttribute = 300_000_000;

    private readonly Plan _plan;
    private readonly GraphBuilder _graph;
    private readonly Marks _marks;
    private readonly ClusterPlan _clusters;
    private readonly Ties _ties;
    private readonly Groups _names;
    private readonly Casework _casework;

    public ThreatConnectStory(Plan plan, GraphBuilder graph)
    {
        (_plan, _graph, _marks) = (plan, graph, new Marks(plan, graph));
        _clusters = new ClusterPlan(plan);
        _ties = new Ties(plan, _clusters);
        _names = new Groups(plan);
        _casework = new Casework(plan);
    }

    public Told Add()
    {
        var counts = _plan.Counts;
        var values = new Values(_plan);
        var indicators = new Indicators(_plan, _clusters, values);
        var groups = AddAll(Plan.Make(counts.Groups, _names.At), Group.NodeKind, Groups.FirstId);
        var nodes = AddAll(Plan.Make(counts.Indicators, indicators.At), Indicator.NodeKind, Indicators.FirstId);
        var tasks = AddAll(Plan.Make(counts.Tasks, _casework.TaskAt), WorkflowTask.NodeKind, Casework.FirstTask);
        var victims = AddAll(Plan.Make(counts.Victims, _casework.VictimAt), Victim.NodeKind, Casework.FirstVictim);
        if (counts.Groups + counts.Indicators + counts.Tasks + counts.Victims == 0) return new Told(groups, nodes, _marks, _clusters, _ties);

        var analysts = Analysts.InThreatConnect(_plan, _graph);
        LinkGroups(groups);
        new IndicatorParts(_plan, _graph, _marks, _clusters, _ties, analysts).Add(nodes, groups);
        var assets = LinkVictims(victims, groups);
        LinkTasks(tasks, groups, nodes, victims, assets, analysts);
        return new Told(groups, nodes, _marks, _clusters, _ties);
    }

    private TNode[] AddAll<TNode>(TNode[] nodes, Kind kind, long firstId) where TNode : Node
    {
        foreach (var node in nodes) _graph.Add(node);
        if (nodes.Length > 0) _graph.NoteId(kind, firstId + nodes.Length - 1);
        return nodes;
    }

    private void LinkGroups(Group[] groups)
    {
        var mates = new List<int>();
        for (var i = 0; i < groups.Length; i++)
        {
            mates.Clear();
            _ties.Mates(i, mates);
            foreach (var mate in mates) _graph.Link(groups[i], GroupGroup, groups[mate]);
            DescribeGroup(groups[i], i);
            if (groups[i].Type == GroupType.Adversary) AddAssets(groups[i], i);
        }
    }

    private void DescribeGroup(Group group, int number)
    {
        var dice = _plan.Dice(Stream.Group, -1_000_000_000L - number);
        if (dice.Chance(70))
        {
            var attribute = _marks.Attribute(group, FirstGroupAttribute + (number * 4L), AttributeType.DescriptionName, _names.DescriptionOf(number), group.Added, true, ref dice);
            _marks.Label(attribute, group.Owner, LabelAttribute, 8, ref dice);
        }
        if (dice.Chance(60))
        {
            var (type, value) = _marks.Remark(number, ref dice);
            _marks.Attribute(group, FirstGroupAttribute + (number * 4L) + 1, type, value, group.Added, false, ref dice);
        }
        if (dice.Chance(20))
            _marks.Attribute(group, FirstGroupAttribute + (number * 4L) + 2, AttributeType.SourceName, dice.Pick(_plan.Words.Companies), group.Added, dice.Chance(50), ref dice);
        _marks.Tag(group, group.Owner, _marks.SetOf(Stream.Group, number), TagGroup);
        _marks.Label(group, group.Owner, LabelGroup, 55, ref dice);
    }

    private void AddAssets(Group adversary, int number)
    {
        var dice = _plan.Dice(Stream.Group, -2_000_000_000L - number);
        for (var i = 0; i < AdversaryAssetType.All.Count; i++)
        {
            if (i > 0 && !dice.Chance(60)) continue;
            var id = FirstDetail + (number * 4L) + i;
            var handle = $"{Words.Letters(adversary.Name)}{dice.Below(100)}";
            var value = i switch
            {
                0 => handle,
                1 => dice.Pick(_plan.Words.Phones),
                _ => $"https://{dice.Pick(_plan.Words.Latin)}.{dice.Pick(_plan.Words.Suffixes)}/{handle}",
            };
            _graph.NoteId(AdversaryAsset.NodeKind, id);
            _graph.Add(new AdversaryAsset { Id = id, Adversary = adversary.Key, Type = AdversaryAssetType.All[i], Value = value });
        }
    }

    private VictimAsset[][] LinkVictims(Victim[] victims, Group[] groups)
    {
        var assets = new VictimAsset[victims.Length][];
        for (var i = 0; i < victims.Length; i++)
        {
            var victim = victims[i];
            var dice = _plan.Dice(Stream.Victim, ~(5_000_000_000L + i));
            assets[i] = AddAll(_casework.AssetsOf(i, victim.Key), VictimAsset.NodeKind, Casework.FirstVictim + (i * 4L));
            if (victim.Description is { } text)
                _marks.Attribute(victim, FirstVictimAttribute + i, AttributeType.DescriptionName, text, _plan.Cast.Begin(Casework.StoryOfVictim(_plan, i)), true, ref dice);
            _marks.Tag(victim, victim.Owner, _marks.SetOf(Stream.Victim, i), TagVictim);
            _marks.Label(victim, victim.Owner, LabelVictim, 15, ref dice);
            if (assets[i].Length == 0) continue;
            var attack = GroupPlan.Attack(Casework.StoryOfVictim(_plan, i), ref dice);
            if (attack >= groups.Length) continue;
            _graph.Link(groups[attack], GroupVictim, victim);
            foreach (var asset in assets[i]) _graph.Link(groups[attack], GroupAsset, asset);
        }
        return assets;
    }

    private void LinkTasks(WorkflowTask[] tasks, Group[] groups, Indicator[] indicators, Victim[] victims, VictimAsset[][] assets, User[] analysts)
    {
        for (var i = 0; i < tasks.Length; i++)
        {
            var (task, story) = (tasks[i], Casework.StoryOfTask(_plan, i));
            var dice = _plan.Dice(Stream.Task, ~(5_000_000_000L + i));
            var group = GroupPlan.Culprit(story, ref dice);
            if (group < groups.Length) _graph.Link(groups[group], GroupTask, task);
            var indicator = (ClusterPlan.HomeOf(story) * ClusterPlan.Size) + dice.Below(ClusterPlan.Copy);
            if (dice.Chance(60) && indicator < indicators.Length) _graph.Link(indicators[indicator], IndicatorTask, task);
            if (i > 0 && tasks[i - 1].Owner == task.Owner && dice.Chance(50)) _graph.Link(tasks[i - 1], TaskTask, task);
            var victim = Casework.VictimOfTask(i);
            if (victim >= 0 && victim < victims.Length && assets[victim].Length > 0)
            {
                _graph.Link(task, TaskVictim, victims[victim]);
                foreach (var asset in assets[victim]) _graph.Link(task, TaskAsset, asset);
            }
            var assignee = Analysts.Of(story, ref dice);
            if (dice.Chance(85)) _graph.Link(task, TaskAssignee, analysts[assignee]);
            if (task.Escalated) _graph.Link(task, TaskEscalatee, analysts[(assignee + 1) % analysts.Length]);
            if (dice.Chance(60))
                _marks.Attribute(task, FirstTaskAttribute + i, AttributeType.DescriptionName, dice.Pick(_plan.Words.Phrases), task.Added, true, ref dice);
            _marks.Tag(task, task.Owner, _marks.SetOf(Stream.Task, i), TagTask);
            _marks.Label(task, task.Owner, LabelTask, 20, ref dice);
        }
    }
}
