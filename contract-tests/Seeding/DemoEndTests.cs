using System.Text.RegularExpressions;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding;
using Group = Emulation.Graphs.ThreatConnect.Group;

namespace Emulation.Tests.Seeding;

/// <summary>The day on which the story ends moves every generated date by whole days, and nothing else.</summary>
partial class DemoEndTests
{
    private const long Day = 86_400;

    private static readonly DemoEnd s_end = new(new DateOnly(2026, 9, 30));
    private static readonly long s_moved = (new DateOnly(2026, 9, 30).DayNumber - new DateOnly(2024, 3, 1).DayNumber) * Day;

    private readonly Graph _moved = Demo.Bare(DemoSize.Default, 1, s_end);

    [Test]
    public void Every_date_moves_by_the_same_whole_days()
    {
        foreach (var (before, after) in Pairs<Group>())
            (after.Added - before.Added, after.Modified - before.Modified, after.Id, Undated(after.Name)).Should()
            .Be((s_moved, s_moved, before.Id, Undated(before.Name)));
        foreach (var (before, after) in Pairs<Indicator>())
            (after.Added - before.Added, after.Modified - before.Modified, after.Id, after.Summary).Should()
            .Be((s_moved, s_moved, before.Id, before.Summary));
        foreach (var (before, after) in Pairs<ItemAttribute>()) (after.Added - before.Added).Should().Be(s_moved);
        foreach (var (before, after) in Pairs<WorkflowTask>()) ((after.Due - before.Due) ?? s_moved).Should().Be(s_moved);
        foreach (var (before, after) in Pairs<DeletedIndicator>()) (after.At - before.At).Should().Be(s_moved);
        foreach (var (before, after) in Pairs<Observation>()) (after.At - before.At).Should().Be(s_moved);
        foreach (var (before, after) in Pairs<MetricPoint>()) (after.From - before.From).Should().Be(s_moved);
        foreach (var (before, after) in Pairs<Entity>())
            (after.At - before.At, after.LastSeen - before.LastSeen, after.FirstSeen - before.FirstSeen).Should()
            .Be((s_moved * Nanos.PerSecond, s_moved * Nanos.PerSecond, s_moved * Nanos.PerSecond));
        foreach (var (before, after) in Pairs<Post>())
            (after.TimestampNanos - before.TimestampNanos).Should().Be((ulong)s_moved * 1_000_000_000);
        foreach (var (before, after) in Pairs<PostAssociation>())
            (after.BlockHeight, Convert.ToHexString(after.Id)).Should().Be((before.BlockHeight, Convert.ToHexString(before.Id)));
    }

    [Test]
    public void The_dataset_starts_at_noon_of_the_day_and_the_records_of_docs_do_not_move()
    {
        var docs = Datasets.BuiltIn("docs").Graph;
        var demo = Datasets.Generated(DemoSize.Default with { Nodes = 100 }, 1, s_end);

        demo.Start.Should().Be(new DateTimeOffset(2026, 9, 30, 12, 0, 0, TimeSpan.Zero));
        for (var key = 1; docs[key] is not Origin; key++) GraphHash.OwnFields(demo.Graph[key]).Should().Be(GraphHash.OwnFields(docs[key]));
    }

    [Test]
    public void The_same_seed_size_and_end_give_the_same_bytes()
    {
        GraphHash.Of(Demo.Bare(DemoSize.Default, 1, s_end)).Should().Be(GraphHash.Of(_moved));
    }

    [TestCase("2027-05-04T11:59:59Z", "2027-05-03")]
    [TestCase("2027-05-04T12:00:00Z", "2027-05-04")]
    [TestCase("2027-05-04T23:00:00Z", "2027-05-04")]
    public void Today_is_the_last_noon_so_that_no_date_of_the_past_is_in_the_future(string now, string expected)
    {
        DemoEnd.Today.At(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).Day.Should()
            .Be(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Test]
    public void Feeds_of_the_last_days_have_something()
    {
        var start = DemoGraph.Start(s_end).ToUnixTimeSeconds();

        foreach (var days in new[] { 7, 30 })
        {
            _moved.Nodes<Indicator>().Count(indicator => indicator.Added >= start - (days * Day)).Should().BePositive($"{days} days");
            _moved.Nodes<Entity>().Count(entity => entity.At >= (start - (days * Day)) * Nanos.PerSecond)
                .Should().BePositive($"{days} days");
            _moved.Nodes<Group>().Count(group => group.Modified >= start - (days * Day)).Should().BePositive($"{days} days");
            _moved.Nodes<Post>().Count(post => post.TimestampNanos >= (ulong)(start - (days * Day)) * 1_000_000_000)
                .Should().BePositive($"{days} days");
        }
    }

    [Test]
    public void Most_open_tasks_are_not_overdue_at_the_start()
    {
        var start = DemoGraph.Start(s_end).ToUnixTimeSeconds();
        var open = _moved.Nodes<WorkflowTask>().Where(task => task.Due is not null && task.Status != WorkflowTask.Completed).ToList();

        open.Should().HaveCountGreaterThan(5);
        open.Count(task => task.IsOverdue(start)).Should().BeInRange(1, open.Count / 2);
    }

    private IEnumerable<(TNode Before, TNode After)> Pairs<TNode>() where TNode : Node =>
        Demo.Small.Nodes<TNode>().Zip(_moved.Nodes<TNode>());

    /// <summary>A name without the dates in it, which move as well.</summary>
    private static string Undated(string name) => Date().Replace(name, "");

    [GeneratedRegex(@"(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();
}
