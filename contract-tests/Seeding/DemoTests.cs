using System.Globalization;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding;

namespace Emulation.Tests.Seeding;

/// <summary>The same seed and size give the same bytes; a greater size keeps what there was.</summary>
class DemoTests
{
    // Whoever changes the generator changes these, and says so in CHANGELOG.md: people's tests name its records.
    [TestCase(2000, "3c141cf115a360479f76e4ffa45f8d4e47f6fb990e9debd4df29dc4c1cc380be")]
    [TestCase(50_000, "59c7b9d0d35cfc92fbc52d8fb226524b746bd890c906ccf61b442b1c47d70e2c")]
    public void A_size_has_its_bytes(int size, string expected)
    {
        var graph = size == 2000 ? Demo.Small : Demo.Large;

        GraphHash.Of(graph).Should().Be(expected);
    }

    [Test]
    public void Neither_culture_nor_the_number_of_cores_shows()
    {
        var expected = GraphHash.Of(Demo.Small);
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "minus";
        strange.NumberFormat.NumberDecimalSeparator = ",";
        strange.NumberFormat.NumberGroupSeparator = ".";
        strange.DateTimeFormat.TimeSeparator = "h";
        strange.DateTimeFormat.DateSeparator = "/";
        strange.DateTimeFormat.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized);
        var hashes = new List<string>();
        foreach (var culture in new[] { CultureInfo.InvariantCulture, strange })
        {
            var thread = new Thread(() =>
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
                hashes.Add(GraphHash.Of(Demo.Bare(2000)));
            });
            thread.Start();
            thread.Join();
        }

        hashes.Should().AllBe(expected);
    }

    [Test]
    public void One_thread_makes_what_many_make()
    {
        var alone = Task.Factory.StartNew(() => GraphHash.Of(Demo.Bare(50_000)), CancellationToken.None, TaskCreationOptions.None,
            new OneAtATime()).Result;

        alone.Should().Be(GraphHash.Of(Demo.Large));
    }

    [Test]
    public void Another_seed_is_another_world()
    {
        GraphHash.Of(Demo.Bare(500, seed: 2)).Should().NotBe(GraphHash.Of(Demo.Bare(500)));
        GraphHash.Of(Demo.Bare(500, seed: -1)).Should().NotBe(GraphHash.Of(Demo.Bare(500)));
    }

    [TestCase(0, 2, 1, 1)]
    [TestCase(1, 2, 1, 1)]
    [TestCase(7, 2, 1, 1)]
    [TestCase(333, 2, 1, 1)]
    [TestCase(2000, 2, 1, 1)]
    [TestCase(2001, 2, 1, 1)]
    [TestCase(2000, 0, 1, 0)]
    [TestCase(2000, 0, 0, 1)]
    [TestCase(2000, 1, 0, 0)]
    [TestCase(1999, 999, 7, 1000)]
    public void A_size_is_how_many_there_are(int size, int threatConnect, int threatWinds, int deso)
    {
        var graph = Demo.Bare(new DemoSize(size, threatConnect, threatWinds, deso));

        Demo.Counted(graph).Should().Be(size);
    }

    [Test]
    public void A_share_never_shrinks_when_the_size_grows()
    {
        var before = new DemoSize(0, 5, 3, 7);
        for (var nodes = 1; nodes < 400; nodes++)
        {
            var now = before with { Nodes = nodes };
            (now.ThreatConnectNodes + now.ThreatWindsNodes + now.DesoNodes).Should().Be(nodes);
            now.ThreatConnectNodes.Should().BeGreaterThanOrEqualTo(before.ThreatConnectNodes);
            now.ThreatWindsNodes.Should().BeGreaterThanOrEqualTo(before.ThreatWindsNodes);
            now.DesoNodes.Should().BeGreaterThanOrEqualTo(before.DesoNodes);
            before = now;
        }
    }

    [Test]
    public void Size_0_is_docs()
    {
        var demo = Datasets.Generated(DemoSize.Default with { Nodes = 0 }, 1);

        GraphHash.Of(demo.Graph).Should().Be(GraphHash.Of(Datasets.BuiltIn("docs").Graph));
    }

    [Test]
    public void What_docs_has_keeps_its_ids_and_values()
    {
        var docs = Datasets.BuiltIn("docs").Graph;
        var demo = Datasets.Generated(DemoSize.Default, 1).Graph;

        for (var key = 1; docs[key] is not Origin; key++)
            GraphHash.OwnFields(demo[key]).Should().Be(GraphHash.OwnFields(docs[key]));
    }

    [TestCase(1999, 2000)]
    [TestCase(2000, 3000)]
    [TestCase(2000, 50_000)]
    public void A_greater_size_keeps_the_first_nodes(int small, int great)
    {
        var after = Named(great == 50_000 ? Demo.Large : Demo.Bare(great));

        foreach (var (name, fields) in Named(small == 2000 ? Demo.Small : Demo.Bare(small)))
            after.Should().ContainKey(name).WhoseValue.Should().Be(fields);
    }

    [Test]
    public void Counters_go_on_above_what_was_generated()
    {
        var graph = Demo.Small;

        graph.TakeId(Group.NodeKind, out var group);
        graph.TakeId(Indicator.NodeKind, out var indicator);
        graph.TakeId(ItemAttribute.NodeKind, out var attribute);
        graph.TakeId(EntityReport.NodeKind, out var report);

        group.Should().BeGreaterThan(graph.Nodes<Group>().Max(item => item.Id));
        indicator.Should().BeGreaterThan(graph.Nodes<Indicator>().Max(item => item.Id));
        attribute.Should().BeGreaterThan(graph.Nodes<ItemAttribute>().Max(item => item.Id));
        report.Should().BeGreaterThan(graph.Nodes<EntityReport>().Max(item => item.Number));
    }

    /// <summary>The counted nodes by their ids.</summary>
    private static Dictionary<string, string> Named(Graph graph)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes<Node>())
        {
            var name = node switch
            {
                Group group => $"group {group.Id}",
                Indicator indicator => $"indicator {indicator.Id}",
                WorkflowTask task => $"task {task.Id}",
                Victim victim => $"victim {victim.Id}",
                Entity entity => entity.Id,
                Profile profile => $"profile {profile.PublicKey}",
                Post post => $"post {Convert.ToHexString(post.Hash)}",
                Association association => $"association {Convert.ToHexString(association.Id)}",
                _ => null,
            };
            if (name is not null) named.Add(name, GraphHash.OwnFields(node));
        }
        return named;
    }

    /// <summary>Runs everything where it stands, so that nothing is done beside anything else.</summary>
    private sealed class OneAtATime : TaskScheduler
    {
        public override int MaximumConcurrencyLevel => 1;

        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task) => TryExecuteTask(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
    }
}
