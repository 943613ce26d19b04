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
        foreach (var observation in row.Observations) read.Graph.Add(ToNode(read, observation, indicator.Key, at));
        foreach (var report in row.FalsePositives) read.Graph.Add(ToNode(read, report, indicator.Key, at));
        if (row.FileOccurrences.Count > 0 && indicator.Type != IndicatorType.File)
            throw at.Error("has file occurrences, which only files have");
        foreach (var occurrence in row.FileOccurrences) read.Graph.Add(ToNode(read, occurrence, indicator.Key, at));
    }

    public static Observation ToNode(ThreatConnectReader read, ObservationRow row, int indicator, RowPlace at) => new()
    {
        Id = read.Ids.Take(Observation.NodeKind, row.Id, at),
        Indicator = indicator,
        User = read.Accounts.User(row.User, at).Id,
        Count = Bounds.Count(at, "count", row.Count),
        At = read.SecondsOrStart(row.Date),
    };

    public static FalsePositive ToNode(ThreatConnectReader read, FalsePositiveRow row, int indicator, RowPlace at) => new()
    {
        Id = read.Ids.Take(FalsePositive.NodeKind, row.Id, at),
        Indicator = indicator,
        User = read.Accounts.User(row.User, at).Id,
        At = read.SecondsOrStart(row.Date),
    };

    public static FileOccurrence ToNode(ThreatConnectReader read, FileOccurrenceRow row, int file, RowPlace at) => new()
    {
        Id = read.Ids.Take(FileOccurrence.NodeKind, row.Id, at),
        File = file,
        FileName = row.FileName,
        Path = row.Path,
        Date = Moments.Seconds(row.Date),
    };

    public static DnsResolution ToNode(ThreatConnectReader read, ResolutionRow row, int host, int address, RowPlace at) => new()
    {
        Id = read.Ids.Take(DnsResolution.NodeKind, row.Id, at),
        Host = host,
        Address = address,
        At = read.SecondsOrStart(row.Date),
    };

    public static IndicatorRow WithCounts(Indicator item, IndicatorRow row)
    {
        if (item.Sightings is { } seen)
        {
            (row.ObservationCount, row.FalsePositiveCount) = (seen.Observed, seen.FalsePositives);
            row.LastObserved = Moments.Unless(seen.LastObserved, 0);
            row.FalsePositiveLastReported = Moments.Unless(seen.LastFalsePositive, 0);
        }
        return row;
    }

    public static IndicatorRow WithSightings(Indicator item, ThreatConnectWriter write, IndicatorRow row)
    {
        row.Observations = [.. write.ObservationsOf(item).Select(one => ToRow(one, write))];
        row.FalsePositives = [.. write.FalsePositivesOf(item).Select(one => ToRow(one, write))];
        if (item.Type == IndicatorType.File) row.FileOccurrences = [.. write.FileOccurrencesOf(item).Select(ToRow)];
        if (item.Type == IndicatorType.Host) row.DnsResolutions = [.. write.DnsResolutionsOf(item).Select(one => ToRow(one, write))];
        return row;
    }

    public static ObservationRow ToRow(Observation seen, ThreatConnectWriter write) =>
        new() { Id = seen.Id, User = write.UserName(seen.User), Count = seen.Count, Date = Moments.Of(seen.At) };

    public static FalsePositiveRow ToRow(FalsePositive report, ThreatConnectWriter write) =>
        new() { Id = report.Id, User = write.UserName(report.User), Date = Moments.Of(report.At) };

    public static FileOccurrenceRow ToRow(FileOccurrence one) =>
        new() { Id = one.Id, FileName = one.FileName, Path = one.Path, Date = Moments.Of(one.Date) };

    public static ResolutionRow ToRow(DnsResolution one, ThreatConnectWriter write) =>
        new() { Id = one.Id, Address = write.IndicatorId(one.Address), Date = Moments.Of(one.At) };
}
