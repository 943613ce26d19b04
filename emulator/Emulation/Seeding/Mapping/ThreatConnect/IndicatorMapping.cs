using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

static class IndicatorMapping
{
    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("indicators");
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in at.Each(read.File.Indicators))
        {
            var indicator = ToNode(read, row, at);
            if (!read.Complete) CheckValues(indicator, values, at);
            read.Graph.Add(indicator);
            read.Indicators.Add(indicator.Id, indicator);
            ItemMapping.AddParts(
                read, indicator, indicator.Owner, row, ThreatConnectRelations.TagIndicator, ThreatConnectRelations.LabelIndicator, at);
            SightingMapping.Add(read, indicator, row, at);
        }
    }

    public static IndicatorRow ToRow(Indicator item, ThreatConnectWriter write)
    {
        var row = SightingMapping.WithSightings(item, write, OwnRow(item, write));
        var links = write.LinksOf(item, item.Id);
        row.Associations = links.Associations;
        return ItemMapping.WithParts(row, item, links, write);
    }

    /// <summary>The indicator's own fields, without its parts and links.</summary>
    public static IndicatorRow OwnRow(Indicator item, ThreatConnectWriter write) => SightingMapping.WithCounts(
        item,
        new IndicatorRow
        {
            Id = item.Id,
            Owner = write.OwnerName(item.Owner),
            Type = write.Spelling(item.Type),
            Summary = item.Summary,
            Values = FollowsFromSummary(item) ? [] : [item.Value1 ?? "", item.Value2 ?? "", item.Value3 ?? ""],
            DateAdded = Moments.Of(item.Added),
            LastModified = Moments.Unless(item.Modified, item.Added),
            Rating = Hundredths(item.Rating),
            Confidence = Set(item.Confidence),
            ThreatAssessRating = Hundredths(item.ThreatRating),
            ThreatAssessConfidence = Hundredths(item.ThreatConfidence),
            ThreatAssessScore = Set(item.ThreatScore),
            CalScore = Set(item.CalScore),
            CalIndicatorStatus = Set(item.CalStatus),
            Active = item.Flags.HasFlag(IndicatorFlags.Active),
            ActiveLocked = item.Flags.HasFlag(IndicatorFlags.ActiveLocked),
            PrivateFlag = item.Flags.HasFlag(IndicatorFlags.Private),
            DnsActive = item.Flags.HasFlag(IndicatorFlags.DnsActive),
            WhoisActive = item.Flags.HasFlag(IndicatorFlags.WhoisActive),
            Size = item.Size == Indicator.Unset ? null : item.Size,
            Source = item.Source,
            Description = item.Description,
            Xid = item.Xid,
        });

    public static Indicator ToNode(ThreatConnectReader read, IndicatorRow row, RowPlace at)
    {
        var type = read.TypeOf(row.Type, at);
        var values = ValuesOf(type, row, at);
        var owner = read.Accounts.Owner(row.Owner, at);
        var added = read.SecondsOrStart(row.DateAdded);
        return new Indicator
        {
            Id = read.Ids.Take(Indicator.NodeKind, row.Id, at),
            Owner = owner.Id,
            Type = type,
            Value1 = values[0],
            Value2 = values[1],
            Value3 = values[2],
            Added = added,
            Modified = Moments.Seconds(row.LastModified) ?? added,
            Rating = Hundredths(InRange(at, "rating", row.Rating, 5)),
            Confidence = Short(InRange(at, "confidence", row.Confidence, 100)),
            ThreatRating = Hundredths(InRange(at, "threatAssessRating", row.ThreatAssessRating, 100)),
            ThreatConfidence = Hundredths(InRange(at, "threatAssessConfidence", row.ThreatAssessConfidence, 100)),
            ThreatScore = Short(InRange(at, "threatAssessScore", row.ThreatAssessScore, short.MaxValue)),
            CalScore = Short(InRange(at, "calScore", row.CalScore, short.MaxValue)),
            CalStatus = Short(InRange(at, "calIndicatorStatus", row.CalIndicatorStatus, short.MaxValue)),
            Flags = FlagsOf(row),
            Size = row.Size ?? Indicator.Unset,
            Source = row.Source ?? ItemMapping.Displayed(read, row, AttributeType.SourceName),
            Description = row.Description ?? ItemMapping.Displayed(read, row, AttributeType.DescriptionName),
            Xid = row.Xid,
            Sightings = SightingMapping.SightingsOf(row, read.Complete ? 0 : added, at),
        };
    }

    // An export may hold what the API's own rules refuse today, so complete datasets are not checked.
    private static void CheckValues(Indicator indicator, HashSet<string> known, RowPlace at)
    {
        string?[] parts = [indicator.Value1, indicator.Value2, indicator.Value3];
        string[] values =
            indicator.Type == IndicatorType.File ? [.. parts.OfType<string>()] : [string.Join(IndicatorType.Separator, parts)];
        foreach (var value in values)
            if (!known.Add($"{indicator.Owner} {indicator.Type.Number} {value}"))
                throw at.Error($"has the value of another {indicator.Type.Name} of its owner, \"{value}\"");
    }

    private static string?[] ValuesOf(IndicatorType type, IndicatorRow row, RowPlace at)
    {
        if (row.Values.Count == 0)
            return IndicatorValues.Split(type, row.Summary)
                ?? throw at.Error($"has the summary \"{row.Summary}\", which is no valid {type.Name}");
        var parts = new string?[3];
        for (var i = 0; i < row.Values.Count && i < parts.Length; i++) parts[i] = row.Values[i].Length == 0 ? null : row.Values[i];
        var valid = type == IndicatorType.File
            ? AreHashes(type, parts)
            : parts[0] is not null && parts.Skip(type.Values.Length).All(part => part is null);
        return valid && row.Values.Count <= parts.Length ? parts : throw at.Error($"has values that make no {type.Name}");
    }

    private static bool AreHashes(IndicatorType type, string?[] parts) =>
        Array.Exists(parts, part => part is not null)
        && parts.Index().All(part => part.Item is null || IndicatorValues.Canonical(type, part.Index, part.Item) == part.Item);

    private static bool FollowsFromSummary(Indicator item) =>
        IndicatorValues.Split(item.Type, item.Summary) is { } parts
        && parts[0] == item.Value1 && parts[1] == item.Value2 && parts[2] == item.Value3;

    private static IndicatorFlags FlagsOf(IndicatorRow row) =>
        Flag(row.Active, IndicatorFlags.Active)
        | Flag(row.ActiveLocked, IndicatorFlags.ActiveLocked)
        | Flag(row.PrivateFlag, IndicatorFlags.Private)
        | Flag(row.DnsActive, IndicatorFlags.DnsActive) | Flag(row.WhoisActive, IndicatorFlags.WhoisActive);

    private static IndicatorFlags Flag(bool on, IndicatorFlags flag) => on ? flag : IndicatorFlags.None;

    private static decimal? InRange(RowPlace at, string member, decimal? value, int most) =>
        value is < 0 || value > most ? throw at.Error($"has the {member} {value}; allowed are 0 to {most}") : value;

    private static short Hundredths(decimal? value) =>
        value is { } given ? (short)decimal.Round(given * 100, MidpointRounding.AwayFromZero) : Indicator.Unset;

    private static decimal? Hundredths(short value) => value == Indicator.Unset ? null : value / 100m;

    private static short Short(decimal? value) => (short?)value ?? Indicator.Unset;

    private static int? Set(short value) => value == Indicator.Unset ? null : value;
}
