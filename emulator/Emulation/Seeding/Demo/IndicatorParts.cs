using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Demo;

/// <summary>
/// What belongs to indicators: associations, groups, tags, labels, attributes, observations, file occurrences, DNS resolutions.
/// </summary>
sealed class IndicatorParts(
    Plan plan, GraphBuilder graph, TagsAndAttributes tagsAndAttributes, ClusterPlan clusters, IndicatorLinks links, User[] analysts)
{
    private const long FirstDetail = 1_000_000_000;
    private const long FirstAttribute = 400_000_000;
    private const int DnsPtr = 4;
    private const int Day = 86400;
    private const int RecentDeletions = 10;

    private static readonly string[] s_paths = ["C:\\Windows\\Temp", "C:\\Users\\Public", "C:\\ProgramData", "/tmp", "/var/tmp"];

    public void Add(Indicator[] indicators, Group[] groups)
    {
        var attributed = new List<int>();
        for (var i = 0; i < indicators.Length; i++)
        {
            var indicator = indicators[i];
            attributed.Clear();
            links.AttributedGroups(i, attributed);
            foreach (var group in attributed) graph.Link(groups[group], GroupIndicator, indicator);
            Describe(indicator, i);
            Sight(indicator, i);
        }
        var joined = new ValueList<IndicatorLink>();
        for (var cluster = 0; cluster * ClusterPlan.Size < indicators.Length; cluster++)
        {
            joined.Clear();
            links.Of(cluster, joined);
            for (var i = 0; i < joined.Count; i++) Join(indicators[joined[i].From], indicators[joined[i].To], joined[i], cluster);
            if (cluster % 8 == 7) AddDeleted(cluster);
        }
        AddRecentlyDeleted();
    }

    private void Join(Indicator from, Indicator to, IndicatorLink link, int cluster)
    {
        graph.Link(from, link.AssociationSlot == IndicatorLinks.Plain ? IndicatorIndicator : Associated[link.AssociationSlot], to);
        graph.Link(from, IndicatorJoined, to);
        if (link.AssociationSlot != DnsPtr) return;
        var (host, address) = from.Type == IndicatorType.Host ? (from, to) : (to, from);
        var random = plan.Random(StreamKind.Association, ~(((long)cluster * IndicatorLinks.RulesInCluster) + link.Rule));
        var id = FirstDetail + ((long)cluster * IndicatorLinks.RulesInCluster) + link.Rule;
        graph.NoteId(DnsResolution.NodeKind, id);
        var at = plan.Actors.After(Math.Max(host.Added, address.Added), 40, ref random);
        graph.Add(new DnsResolution { Id = id, Host = host.Key, Address = address.Key, At = at });
    }

    private void Describe(Indicator indicator, int number)
    {
        var random = plan.Random(StreamKind.IndicatorParts, number);
        if (indicator.Description is { } description)
        {
            var attribute = tagsAndAttributes.Attribute(
                indicator, FirstAttribute + (number * 4L), AttributeType.DescriptionName, description, indicator.Added, true, ref random);
            tagsAndAttributes.Label(attribute, indicator.Owner, LabelAttribute, 10, ref random);
        }
        if (indicator.Source is { } source)
            tagsAndAttributes.Attribute(
                indicator, FirstAttribute + (number * 4L) + 1, AttributeType.SourceName, source, indicator.Added, true, ref random);
        if (random.Chance(6))
        {
            var facts = plan.Stories.Of(clusters.StoryOf(number / ClusterPlan.Size), indicator.Added, ref random);
            var (type, value) = TagsAndAttributes.OtherAttribute(number, facts, ref random);
            tagsAndAttributes.Attribute(indicator, FirstAttribute + (number * 4L) + 2, type, value, indicator.Added, false, ref random);
        }
        tagsAndAttributes.Tag(indicator, indicator.Owner, tagsAndAttributes.SetOf(StreamKind.Indicator, number), TagIndicator);
        tagsAndAttributes.Label(indicator, indicator.Owner, LabelIndicator, 20, ref random);
        if (indicator.Type != IndicatorType.File || !random.Chance(30)) return;
        graph.NoteId(FileOccurrence.NodeKind, FirstDetail + number);
        graph.Add(new FileOccurrence
        {
            Id = FirstDetail + number,
            File = indicator.Key,
            FileName = random.Pick(InventedNames.FileNames),
            Path = random.Chance(70) ? random.Pick(s_paths) : null,
            Date = random.Chance(80) ? plan.Actors.After(indicator.Added, 60, ref random) : null,
        });
    }

    private void Sight(Indicator indicator, int number)
    {
        if (indicator.Sightings is not { } seen) return;
        var random = plan.Random(StreamKind.IndicatorParts, -3_000_000_000L - number);
        graph.NoteId(Observation.NodeKind, FirstDetail + number);
        graph.Add(new Observation
        {
            Id = FirstDetail + number,
            Indicator = indicator.Key,
            User = random.Pick(analysts).Id,
            Count = seen.Observed,
            At = seen.LastObserved,
        });
        for (var i = 0; i < seen.FalsePositives; i++)
        {
            var id = FirstDetail + (number * 4L) + i;
            graph.NoteId(FalsePositive.NodeKind, id);
            var at = seen.LastFalsePositive - (i * Day);
            graph.Add(new FalsePositive { Id = id, Indicator = indicator.Key, User = analysts[i].Id, At = at });
        }
    }

    /// <summary>Deletions are listed for thirty days; these are of the last ones before the dataset's start.</summary>
    private void AddRecentlyDeleted()
    {
        var random = plan.Random(StreamKind.Cluster, -5_000_000_000L);
        for (var i = 0; i < RecentDeletions; i++)
        {
            var host = Values.DeletedHost(RecentDeletions * 1000 + i, ref random);
            var (type, summary) = (i % 4) switch
            {
                1 => (IndicatorType.Url, $"https://{host}/files/{i}/update.zip"),
                2 => (IndicatorType.EmailAddress, $"billing@{host}"),
                3 => (IndicatorType.File, Convert.ToHexString(EntityValues.Bytes(16, ref random))),
                _ => (IndicatorType.Host, host),
            };
            graph.Add(new DeletedIndicator
            {
                Id = FirstDetail - RecentDeletions + i,
                Owner = plan.Owners[0],
                Type = type,
                Summary = summary,
                At = plan.Start - ((1 + (2L * i)) * Day) - random.Below(Day),
            });
        }
        graph.NoteId(DeletedIndicator.NodeKind, FirstDetail - 1);
    }

    private void AddDeleted(int cluster)
    {
        var random = plan.Random(StreamKind.Cluster, -4_000_000_000L - cluster);
        graph.NoteId(DeletedIndicator.NodeKind, FirstDetail + cluster);
        graph.Add(new DeletedIndicator
        {
            Id = FirstDetail + cluster,
            Owner = clusters.OwnerOf(cluster),
            Type = IndicatorType.Host,
            Summary = Values.DeletedHost(cluster, ref random),
            At = plan.Actors.After(clusters.Found(cluster), 90, ref random),
        });
    }
}
