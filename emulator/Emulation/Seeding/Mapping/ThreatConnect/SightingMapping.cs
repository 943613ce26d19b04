using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>What was seen of an indicator: counts, observations, false positives, file occurrences. DNS resolutions are links.</summary>
static class SightingMapping
{
    public static Sightings? SightingsOf(IndicatorRow row, long assumed, RowPlace at)
    {
        var observed = Bounds.Count(at, "observationCount", row.ObservationCount);
        var falsePositives = Bounds.Count(at, "falsePositiveCount", row.FalsePositiveCount);
        if (observed == 0 && falsePositives == 0) return null;
        return new Sightings(
            observed, Moments.Seconds(row.LastObserved) ?? assumed,
            falsePositives, Moments.Seconds(row.FalsePositiveLastReported) ?? assumed);
    }

    public static void Add(ThreatConnectReader read, Indicator indicator, IndicatorRow row, RowPlace at)
    {
        foreach (var observation in row.Observations)
        {
            read.Graph.Add(new Observation
            {
                Id = read.Ids.Take(Observation.NodeKind, observation.Id, at),
                Indicator = indicator.Key,
                User = read.Accounts.User(observation.User, at).Id,
                Count = Bounds.Count(at, "count", observation.Count),
                At = read.SecondsOrStart(observation.Date),
            });
        }
        foreach (var report in row.FalsePositives)
        {
            read.Graph.Add(new FalsePositive
            {
                Id = read.Ids.Take(FalsePositive.NodeKind, report.Id, at),
                Indicator = indicator.Key,
                User = read.Accounts.User(report.User, at).Id,
                At = read.SecondsOrStart(report.Date),
            });
        }
        if (row.FileOccurrences.Count > 0 && indicator.Type != IndicatorType.File)
            throw at.Error("has file occurrences, which only files have");
        foreach (var occurrence in row.FileOccurrences)
        {
            read.Graph.Add(new FileOccurrence
            {
                Id = read.Ids.Take(FileOccurrence.NodeKind, occurrence.Id, at),
                File = indicator.Key,
                FileName = occurrence.FileName,
                Path = occurrence.Path,
                Date = Moments.Seconds(occurrence.Date),
            });
        }
    }

    public static IndicatorRow WithSightings(Indicator item, ThreatConnectWriter write, IndicatorRow row)
    {
        if (item.Sightings is { } seen)
        {
            (row.ObservationCount, row.FalsePositiveCount) = (seen.Observed, seen.FalsePositives);
            row.LastObserved = Moments.Unless(seen.LastObserved, 0);
            row.FalsePositiveLastReported = Moments.Unless(seen.LastFalsePositive, 0);
        }
        row.Observations = [.. write.ObservationsOf(item).Select(one => ToRow(one, write))];
        row.FalsePositives = [.. write.FalsePositivesOf(item).Select(one => ToRow(one, write))];
        if (item.Type == IndicatorType.File) row.FileOccurrences = [.. write.FileOccurrencesOf(item).Select(ToRow)];
        if (item.Type == IndicatorType.Host) row.DnsResolutions = [.. write.DnsResolutionsOf(item).Select(one => ToRow(one, write))];
        return row;
    }

    private static ObservationRow ToRow(Observation seen, ThreatConnectWriter write) =>
        new() { Id = seen.Id, User = write.UserName(seen.User), Count = seen.Count, Date = Moments.Of(seen.At) };

    private static FalsePositiveRow ToRow(FalsePositive report, ThreatConnectWriter write) =>
        new() { Id = report.Id, User = write.UserName(report.User), Date = Moments.Of(report.At) };

    private static FileOccurrenceRow ToRow(FileOccurrence one) =>
        new() { Id = one.Id, FileName = one.FileName, Path = one.Path, Date = Moments.Of(one.Date) };

    private static ResolutionRow ToRow(DnsResolution one, ThreatConnectWriter write) =>
        new() { Id = one.Id, Address = write.IndicatorId(one.Address), Date = Moments.Of(one.At) };
}
