using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's part of the graph, from which ThreatWinds' part is derived.</summary>
sealed record ThreatConnectSeed(
    Group[] Groups, Indicator[] Indicators, TagsAndAttributes TagsAndAttributes, ClusterPlan Clusters, IndicatorLinks IndicatorLinks);

/// <summary>Adds ThreatConnect's part: groups, indicators, tasks and victims, with everything that belongs to them.</summary>
sealed class ThreatConnectGenerator
{
    private const long FirstDetail = 1_000_000_000;
    private const long FirstGroupAttribute = 100_000_000;
    private const long FirstTaskAttribute = 200_000_000;
    private const long FirstVictimAttribute = 300_000_000;
    private const int AlwaysLinked = 6;

    private readonly Plan _plan;
    private readonly GraphBuilder _graph;
    private readonly TagsAndAttributes _tagsAndAttributes;
    private readonly ClusterPlan _clusters;
    private readonly IndicatorLinks _links;
    private readonly Values _values;
    private readonly Groups _names;
    private readonly TasksAndVictims _tasksAndVictims;

    private ThreatConnectSeed? _seed;
    private WorkflowTask[] _tasks = [];
    private Victim[] _victims = [];

    public ThreatConnectGenerator(Plan plan, GraphBuilder graph)
    {
        (_plan, _graph, _tagsAndAttributes) = (plan, graph, new TagsAndAttributes(plan, graph));
        _clusters = new ClusterPlan(plan);
        _links = new IndicatorLinks(plan, _clusters);
        _values = new Values(plan);
        _names = new Groups(plan);
        _tasksAndVictims = new TasksAndVictims(plan);
    }

    /// <summary>Adds groups, indicators, tasks and victims.</summary>
    public ThreatConnectSeed AddItems()
    {
        var counts = _plan.Counts;
        var indicators = new Indicators(_plan, _clusters, _values);
        var groups = AddAll(Plan.Make(counts.Groups, _names.At), Group.NodeKind, Groups.FirstId);
        var nodes = AddAll(Plan.Make(counts.Indicators, indicators.At), Indicator.NodeKind, Indicators.FirstId);
        _tasks = AddAll(Plan.Make(counts.Tasks, _tasksAndVictims.TaskAt), WorkflowTask.NodeKind, TasksAndVictims.FirstTask);
        _victims = AddAll(Plan.Make(counts.Victims, _tasksAndVictims.VictimAt), Victim.NodeKind, TasksAndVictims.FirstVictim);
        return _seed = new ThreatConnectSeed(groups, nodes, _tagsAndAttributes, _clusters, _links);
    }

    /// <summary>Adds what belongs to the items, and the links between them.</summary>
    public void AddLinks()
    {
        var (groups, indicators, _, _, _) = _seed ?? throw new InvalidOperationException("The items are added first.");
        if (groups.Length + indicators.Length + _tasks.Length + _victims.Length == 0) return;
        var analysts = Analysts.InThreatConnect(_plan, _graph);
        LinkGroups(groups);
        new IndicatorParts(_plan, _graph, _tagsAndAttributes, _clusters, _links, analysts).Add(indicators, groups);
        var assets = LinkVictims(_victims, groups, indicators);
        new PlatformRecords(_plan, _graph).Add();
        LinkTasks(_tasks, groups, indicators, _victims, assets, analysts);
    }

    private TNode[] AddAll<TNode>(TNode[] nodes, Kind kind, long firstId) where TNode : Node
    {
        foreach (var node in nodes) _graph.Add(node);
        if (nodes.Length > 0) _graph.NoteId(kind, firstId + nodes.Length - 1);
        return nodes;
    }

    private void LinkGroups(Group[] groups)
    {
        var related = new List<int>();
        for (var i = 0; i < groups.Length; i++)
        {
            related.Clear();
            _links.RelatedGroups(i, related);
            foreach (var other in related) _graph.Link(groups[i], GroupGroup, groups[other]);
            DescribeGroup(groups[i], i);
            if (groups[i].Type == GroupType.Adversary) AddAssets(groups[i], i);
        }
    }

    private void DescribeGroup(Group group, int number)
    {
        var random = _plan.Random(StreamKind.Group, -1_000_000_000L - number);
        var facts = _names.FactsOf(number);
        if (random.Chance(85))
        {
            var text = _names.DescriptionOf(number, facts);
            var attribute = _tagsAndAttributes.Attribute(
                group, FirstGroupAttribute + (number * 4L), AttributeType.DescriptionName, text, group.Added, true, ref random);
            _tagsAndAttributes.Label(attribute, group.Owner, LabelAttribute, 8, ref random);
        }
        if (random.Chance(60))
        {
            var (type, value) = TagsAndAttributes.OtherAttribute(number, facts, ref random);
            _tagsAndAttributes.Attribute(group, FirstGroupAttribute + (number * 4L) + 1, type, value, group.Added, false, ref random);
        }
        if (random.Chance(20))
        {
            var source = AttributeTexts.Source(ref random);
            var id = FirstGroupAttribute + (number * 4L) + 2;
            _tagsAndAttributes.Attribute(group, id, AttributeType.SourceName, source, group.Added, random.Chance(50), ref random);
        }
        _tagsAndAttributes.Tag(group, group.Owner, _tagsAndAttributes.SetOf(StreamKind.Group, number), TagGroup);
        _tagsAndAttributes.Label(group, group.Owner, LabelGroup, 55, ref random);
    }

    private void AddAssets(Group adversary, int number)
    {
        var random = _plan.Random(StreamKind.Group, -2_000_000_000L - number);
        for (var i = 0; i < AdversaryAssetType.All.Count; i++)
        {
            if (i > 0 && !random.Chance(60)) continue;
            var id = FirstDetail + (number * 4L) + i;
            var handle = $"{Words.Letters(adversary.Name)}{random.Below(100)}";
            var value = i switch
            {
                0 => handle,
                1 => ReservedRanges.Phone(random.Below(ReservedRanges.Phones)),
                _ => $"https://{(random.Chance(50) ? "forum" : "social")}.example/{handle}",
            };
            _graph.NoteId(AdversaryAsset.NodeKind, id);
            _graph.Add(new AdversaryAsset { Id = id, Adversary = adversary.Key, Type = AdversaryAssetType.All[i], Value = value });
        }
    }

    private VictimAsset[][] LinkVictims(Victim[] victims, Group[] groups, Indicator[] indicators)
    {
        var assets = new VictimAsset[victims.Length][];
        for (var i = 0; i < victims.Length; i++)
        {
            var victim = victims[i];
            var random = _plan.Random(StreamKind.Victim, ~(5_000_000_000L + i));
            assets[i] = AddAll(_tasksAndVictims.AssetsOf(i, victim.Key), VictimAsset.NodeKind, TasksAndVictims.FirstVictim + (i * 4L));
            if (victim.Description is { } text)
            {
                var attribute = _tagsAndAttributes.Attribute(
                    victim, FirstVictimAttribute + i, AttributeType.DescriptionName, text, _tasksAndVictims.DescribedAt(i), true,
                    ref random);
                _tagsAndAttributes.Label(attribute, victim.Owner, LabelAttribute, 30, ref random);
            }
            _tagsAndAttributes.Tag(victim, victim.Owner, _tagsAndAttributes.SetOf(StreamKind.Victim, i), TagVictim);
            _tagsAndAttributes.Label(victim, victim.Owner, LabelVictim, 15, ref random);
            if (assets[i].Length == 0) continue;
            LinkIndicator(i, victim, assets[i], indicators, ref random);
            var attack = GroupPlan.Attack(TasksAndVictims.StoryOfVictim(_plan, i), ref random);
            if (attack >= groups.Length) continue;
            _graph.Link(groups[attack], GroupVictim, victim);
            foreach (var asset in assets[i]) _graph.Link(groups[attack], GroupAsset, asset);
        }
        return assets;
    }

    /// <summary>
    /// The first victims and half of the others are linked to an indicator of their story's home cluster, such as the host that they
    /// connected to.
    /// </summary>
    private void LinkIndicator(int number, Victim victim, VictimAsset[] assets, Indicator[] indicators, ref RandomStream random)
    {
        var home = ClusterPlan.HomeOf(TasksAndVictims.StoryOfVictim(_plan, number));
        var indicator = (home * ClusterPlan.Size) + random.Below(ClusterPlan.Copy);
        if ((number >= AlwaysLinked && !random.Chance(50)) || indicator >= indicators.Length) return;
        _graph.Link(indicators[indicator], IndicatorVictim, victim);
        foreach (var asset in assets) _graph.Link(indicators[indicator], IndicatorAsset, asset);
    }

    private void LinkTasks(
        WorkflowTask[] tasks, Group[] groups, Indicator[] indicators, Victim[] victims, VictimAsset[][] assets, User[] analysts)
    {
        for (var i = 0; i < tasks.Length; i++)
        {
            var (task, story) = (tasks[i], TasksAndVictims.StoryOfTask(_plan, i));
            var random = _plan.Random(StreamKind.Task, ~(5_000_000_000L + i));
            var group = GroupPlan.AttributedGroup(story, ref random);
            if (group < groups.Length) _graph.Link(groups[group], GroupTask, task);
            var indicator = (ClusterPlan.HomeOf(story) * ClusterPlan.Size) + random.Below(ClusterPlan.Copy);
            if (random.Chance(60) && indicator < indicators.Length) _graph.Link(indicators[indicator], IndicatorTask, task);
            if (i > 0 && tasks[i - 1].Owner == task.Owner && random.Chance(50)) _graph.Link(tasks[i - 1], TaskTask, task);
            var victim = TasksAndVictims.VictimOfTask(i);
            if (victim >= 0 && victim < victims.Length && assets[victim].Length > 0)
            {
                _graph.Link(task, TaskVictim, victims[victim]);
                foreach (var asset in assets[victim]) _graph.Link(task, TaskAsset, asset);
            }
            var assignee = Analysts.Of(story, ref random);
            if (random.Chance(85)) _graph.Link(task, TaskAssignee, analysts[assignee]);
            if (task.Escalated) _graph.Link(task, TaskEscalatee, analysts[(assignee + 1) % analysts.Length]);
            if (random.Chance(60))
            {
                var text = _tasksAndVictims.TextOfTask(i).Description;
                var attribute = _tagsAndAttributes.Attribute(
                    task, FirstTaskAttribute + i, AttributeType.DescriptionName, text, task.Added, true, ref random);
                _tagsAndAttributes.Label(attribute, task.Owner, LabelAttribute, 30, ref random);
            }
            _tagsAndAttributes.Tag(task, task.Owner, _tagsAndAttributes.SetOf(StreamKind.Task, i), TagTask);
            _tagsAndAttributes.Label(task, task.Owner, LabelTask, 20, ref random);
        }
    }
}
