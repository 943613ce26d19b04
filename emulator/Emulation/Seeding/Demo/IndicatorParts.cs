using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Demo;

/// <summary>What hangs on indicators: associations, groups, tags, labels, attributes, and when and where they were seen.</summary>
sealed class IndicatorParts(Plan plan, GraphBuilder graph, Marks marks, ClusterPlan clusters, Ties ties, User[] analysts)
{
    private const long FirstDetail = 1_000_000_000;
    private const long FirstAttribute = 400_000_000;
    private const int DnsPtr = 4;
    private const int Day = 86400;

    private static readonly string[] s_paths = ["C:\\Windows\\Temp", "C:\\Users\\Public", "C:\\ProgramData", "/tmp", "/var/tmp"];

    public void Add(Indicator[] indicators, Group[] groups)
    {
        var culprits = new List<int>();
        for (var i = 0; i < indicators.Length; i++)
        {
            var indicator = indicators[i];
            culprits.Clear();
            ties.Culprits(i, culprits);
            foreach (var group in culprits) graph.Link(groups[group], GroupIndicator, indicator);
            Describe(indicator, i);
            Sight(indicator, i);
        }
        var tied = new ValueList<Tie>();
        for (var cluster = 0; cluster * ClusterPlan.Size < indicators.Length; cluster++)
        {
            tied.Clear();
            ties.Of(cluster, tied);
            for (var i = 0; i < tied.Count; i++) Join(indicators[tied[i].From], indicators[tied[i].To], tied[i], cluster);
            if (cluster % 8 == 7) AddDeleted(cluster);
        }
    }

    private void Join(Indicator from, Indicator to, Tie tie, int cluster)
    {
        graph.Link(from, tie.Way == Ties.Plain ? IndicatorIndicator : Associated[tie.Way], to);
        graph.Link(from, IndicatorJoined, to);
        if (tie.Way != DnsPtr) return;
        var (host, address) = from.Type == IndicatorType.Host ? (from, to) : (to, from);
        var dice = plan.Dice(Stream.Association, ~(((long)cluster * Ties.RulesInCluster) + tie.Rule));
        var id = FirstDetail + ((long)cluster * Ties.RulesInCluster) + tie.Rule;
        graph.NoteId(DnsResolution.NodeKind, id);
        graph.Add(new DnsResolution { Id = id, Host = host.Key, Address = address.Key, At = Cast.After(Math.Max(host.Added, address.Added), 40, ref dice) });
    }

    private void Describe(Indicator indicator, int number)
    {
        var dice = plan.Dice(Stream.IndicatorMarks, number);
        if (indicator.Description is { } description)
        {
            var attribute = marks.Attribute(indicator, FirstAttribute + (number * 4L), AttributeType.DescriptionName, description, indicator.Added, true, ref dice);
            marks.Label(attribute, indicator.Owner, LabelAttribute, 10, ref dice);
        }
        if (indicator.Source is not null)
            marks.Attribute(indicator, FirstAttribute + (number * 4L) + 1, AttributeType.SourceName, indicator.Source, indicator.Added, true, ref dice);
        if (dice.Chance(6))
        {
            var (type, value) = marks.Remark(number, ref dice);
            marks.Attribute(indicator, FirstAttribute + (number * 4L) + 2, type, value, indicator.Added, false, ref dice);
        }
        marks.Tag(indicator, indicator.Owner, marks.SetOf(Stream.Indicator, number), TagIndicator);
        marks.Label(indicator, indicator.Owner, LabelIndicator, 20, ref dice);
        if (indicator.Type != IndicatorType.File || !dice.Chance(30)) return;
        graph.NoteId(FileOccurrence.NodeKind, FirstDetail + number);
        graph.Add(new FileOccurrence
        {
            Id = FirstDetail + number,
            File = indicator.Key,
            FileName = dice.Pick(plan.Words.Files),
            Path = dice.Chance(70) ? dice.Pick(s_paths) : null,
            Date = dice.Chance(80) ? Cast.After(indicator.Added, 60, ref dice) : null,
        });
    }

    private void Sight(Indicator indicator, int number)
    {
        if (indicator.Sightings is not { } seen) return;
        var dice = plan.Dice(Stream.IndicatorMarks, -3_000_000_000L - number);
        graph.NoteId(Observation.NodeKind, FirstDetail + number);
        graph.Add(new Observation { Id = FirstDetail + number, Indicator = indicator.Key, User = dice.Pick(analysts).Id, Count = seen.Observed, At = seen.LastObserved });
        for (var i = 0; i < seen.FalsePositives; i++)
        {
            var id = FirstDetail + (number * 4L) + i;
            graph.NoteId(FalsePositive.NodeKind, id);
            graph.Add(new FalsePositive { Id = id, Indicator = indicator.Key, User = analysts[i].Id, At = seen.LastFalsePositive - (i * Day) });
        }
    }

    private void AddDeleted(int cluster)
    {
        var dice = plan.Dice(Stream.Cluster, -4_000_000_000L - cluster);
        graph.NoteId(DeletedIndicator.NodeKind, FirstDetail + cluster);
        graph.Add(new DeletedIndicator
        {
            Id = FirstDetail + cluster,
            Owner = clusters.OwnerOf(cluster),
            Type = IndicatorType.Host,
            Summary = $"gone{cluster.ToString(System.Globalization.CultureInfo.InvariantCulture)}.{dice.Pick(plan.Words.Latin)}.{dice.Pick(plan.Words.Suffixes)}",
            At = Cast.After(clusters.Found(cluster), 90, ref dice),
        });
    }
}
