using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>
/// Computes what an owner had at the end of each of the last days. An item counts from the day it was added, so deleted items do not
/// count. Today's numbers equal those of the lists, which have only active indicators.
/// </summary>
sealed class OwnerCounts
{
    public const int Days = 30;

    private const long Day = 86_400;

    private readonly Graph _graph;
    private readonly int _owner;
    private readonly long _firstDay;
    private readonly Dictionary<ItemType, long[]> _byType = [];
    private readonly Dictionary<IndicatorType, long[]> _observedByType = [];
    private readonly long[] _indicators = new long[Days];
    private readonly long[] _groups = new long[Days];
    private readonly long[] _tasks = new long[Days];
    private readonly long[] _indicatorAttributes = new long[Days];
    private readonly long[] _groupAttributes = new long[Days];
    private readonly long[] _rated = new long[Days];
    private readonly long[] _ratings = new long[Days];
    private readonly long[] _confident = new long[Days];
    private readonly long[] _confidences = new long[Days];
    private readonly long[] _enriched = new long[Days];
    private readonly long[] _inGroups = new long[Days];
    private readonly long[] _observed = new long[Days];
    private readonly long[] _harmless = new long[Days];
    private readonly long[] _observedThatDay = new long[Days];
    private readonly long[] _harmlessThatDay = new long[Days];

    private OwnerCounts(Graph graph, int owner, long now)
    {
        (_graph, _owner) = (graph, owner);
        _firstDay = (now / Day) - Days + 1;
        Tags = graph.Between(Tag.ByName, new TextKey(owner, "", long.MinValue), new TextKey(owner + 1, "", long.MinValue)).Count;
    }

    public static OwnerCounts Of(Graph graph, int owner, long now)
    {
        var counts = new OwnerCounts(graph, owner, now);
        counts.CountGroups();
        counts.CountIndicators();
        counts.CountTasks();
        return counts;
    }

    /// <summary>Tags have no dates.</summary>
    public int Tags { get; }

    /// <summary>The date of a day by index; the last one is today.</summary>
    public DateOnly Date(int day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)(_firstDay + day));

    public long Indicators(int day) => Until(_indicators, day);

    public long Groups(int day) => Until(_groups, day);

    public long Tasks(int day) => Until(_tasks, day);

    public long OfType(ItemType type, int day) => _byType.TryGetValue(type, out var counts) ? Until(counts, day) : 0;

    public long IndicatorAttributes(int day) => Until(_indicatorAttributes, day);

    public long GroupAttributes(int day) => Until(_groupAttributes, day);

    public decimal AverageRating(int day) => Average(Until(_ratings, day), Until(_rated, day) * 100);

    public decimal AverageConfidence(int day) => Average(Until(_confidences, day), Until(_confident, day));

    public long Enriched(int day) => Until(_enriched, day);

    public long InGroups(int day) => Until(_inGroups, day);

    public long ObservedThatDay(int day) => _observedThatDay[day];

    public long Observed(int day) => Until(_observed, day);

    public long ObservedOfType(IndicatorType type, int day) => _observedByType.TryGetValue(type, out var counts) ? Until(counts, day) : 0;

    public long HarmlessThatDay(int day) => _harmlessThatDay[day];

    public long Harmless(int day) => Until(_harmless, day);

    private void CountIndicators()
    {
        foreach (var item in _graph.Between(Indicator.Active, NewestKey.First(_owner), NewestKey.Last(_owner)).All().Cast<Indicator>())
        {
            var day = Position(item.Added);
            _indicators[day]++;
            Counts(_byType, item.Type)[day]++;
            if (item.Rating >= 0) { _rated[day]++; _ratings[day] += item.Rating; }
            if (item.Confidence >= 0) { _confident[day]++; _confidences[day] += item.Confidence; }
            if (item.ThreatScore >= 0 || item.CalScore >= 0) _enriched[day]++;
            CountGroupsOf(item);
            foreach (var attribute in ItemParts.AttributesOf(_graph, item).All().Cast<ItemAttribute>())
                _indicatorAttributes[Position(attribute.Added)]++;
            if (item.Sightings is not null) CountSightings(item);
        }
    }

    /// <summary>An indicator counts once, however many groups it is in.</summary>
    private void CountGroupsOf(Indicator item)
    {
        var groups = _graph.Linked(item, GroupIndicator.To);
        if (groups.Count == 0) return;
        var first = groups.All().Cast<Group>().Min(group => group.Added);
        _inGroups[Position(Math.Max(first, item.Added))]++;
    }

    private void CountSightings(Indicator item)
    {
        var observations = _graph.Between(Observation.OfIndicator, NewestKey.First(item.Key), NewestKey.Last(item.Key)).All()
            .Cast<Observation>().ToArray();
        foreach (var one in observations)
            if (IsShown(one.At)) _observedThatDay[Position(one.At)] += one.Count;
        if (observations.Length > 0)
        {
            var day = Position(observations.Min(one => one.At));
            _observed[day]++;
            Counts(_observedByType, item.Type)[day]++;
        }
        foreach (var report in _graph.Between(FalsePositive.OfIndicator, NewestKey.First(item.Key), NewestKey.Last(item.Key)).All()
            .Cast<FalsePositive>())
        {
            _harmless[Position(report.At)]++;
            if (IsShown(report.At)) _harmlessThatDay[Position(report.At)]++;
        }
    }

    private void CountGroups()
    {
        foreach (var item in _graph.Between(Group.Newest, NewestKey.First(_owner), NewestKey.Last(_owner)).All().Cast<Group>())
        {
            var day = Position(item.Added);
            _groups[day]++;
            Counts(_byType, item.Type)[day]++;
            foreach (var attribute in ItemParts.AttributesOf(_graph, item).All().Cast<ItemAttribute>())
                _groupAttributes[Position(attribute.Added)]++;
        }
    }

    private void CountTasks()
    {
        foreach (var item in _graph.Between(WorkflowTask.ByOwner, new IdKey(_owner, 0), new IdKey(_owner, long.MaxValue)).All()
            .Cast<WorkflowTask>())
            _tasks[Position(item.Added)]++;
    }

    /// <summary>The index of a day; older dates belong to the first day, later ones to today.</summary>
    private int Position(long at) => (int)Math.Clamp((at / Day) - _firstDay, 0, Days - 1);

    private bool IsShown(long at) => at / Day >= _firstDay;

    private static long[] Counts<TType>(Dictionary<TType, long[]> all, TType type) where TType : notnull
    {
        if (!all.TryGetValue(type, out var counts)) all.Add(type, counts = new long[Days]);
        return counts;
    }

    private static long Until(long[] counts, int day) => counts.AsSpan(0, day + 1).ToArray().Sum();

    private static decimal Average(long sum, long count) => count == 0 ? 0.0m : decimal.Round((decimal)sum / count, 2) + 0.0m;
}
