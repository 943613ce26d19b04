using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>Buckets of a calendar unit or of a fixed length of time, without gaps.</summary>
sealed class DateBuckets(Field field, char unit, int count, TimeSpan zone, int atLeast, IReadOnlyList<Aggregation> nested) : IAggregator
{
    private static readonly Dictionary<string, char> s_units = new(StringComparer.Ordinal)
    {
        ["second"] = 's',
        ["minute"] = 'm',
        ["hour"] = 'h',
        ["day"] = 'd',
        ["week"] = 'w',
        ["month"] = 'M',
        ["quarter"] = 'q',
        ["year"] = 'y',
    };

    public static DateBuckets? Read(JsonElement options, Field field, IReadOnlyList<Aggregation> nested, ReportFault fault)
    {
        foreach (var name in new[] { "interval", "calendar_interval", "fixed_interval" })
        {
            if (!options.TryGetProperty(name, out var given)) continue;
            if (given.ValueKind == JsonValueKind.String
                && Unit(given.GetString()!) is { } length
                && BodyReader.Text(options, "time_zone", out var zoneText)
                && DateMath.Zone(zoneText) is { } zone
                && BodyReader.Whole(options, "min_doc_count", out var atLeast))
                return new DateBuckets(field, length.Unit, length.Count, zone, atLeast ?? 0, nested);
            var interval = given.GetRawText().Trim('"');
            fault("illegal_argument_exception", $"The supplied interval [{interval}] could not be parsed as a calendar interval.");
            return null;
        }
        fault("illegal_argument_exception", "Invalid interval specified, must be non-null and non-empty");
        return null;
    }

    /// <summary>
    /// A check that is called with each document and returns true when the range of dates exceeds the limit of buckets, so that the
    /// request is refused before all documents are read; null when empty buckets are omitted, so that the range does not matter.
    /// </summary>
    public Func<Document, bool>? CreateLimitCheck()
    {
        var length = (DateMath.Add(DateTime.UnixEpoch, count, unit) - DateTime.UnixEpoch).Ticks;
        // With long units, the range of DateTime cannot exceed the limit.
        if (atLeast > 0 || length > (DateTime.MaxValue - DateTime.MinValue).Ticks / (BucketLimit.MaxBuckets + 1L)) return null;
        var most = TimeSpan.FromTicks(length * (BucketLimit.MaxBuckets + 1L));
        var (first, last) = (DateTime.MaxValue, DateTime.MinValue);
        return document =>
        {
            foreach (var value in document.Values(field.Name))
            {
                if (value.Kind != FieldKind.Time) continue;
                var start = Start(value.Nanos);
                if (start < first) first = start;
                if (start > last) last = start;
            }
            return last > first && last - first > most;
        };
    }

    public WriteResult Of(IReadOnlyList<Document> documents, BucketLimit limit)
    {
        var groups = new SortedDictionary<DateTime, List<Document>>();
        foreach (var document in documents)
        {
            var times = document.Values(field.Name).Where(value => value.Kind == FieldKind.Time);
            foreach (var start in times.Select(value => Start(value.Nanos)).Distinct())
            {
                if (!groups.TryGetValue(start, out var group)) groups[start] = group = [];
                group.Add(document);
            }
        }
        var rows = new List<(DateTime Start, int Count, WriteResult Write)>();
        if (groups.Count == 0) return WriteResult(rows);
        foreach (var (start, inside) in atLeast > 0 ? groups.Where(group => group.Value.Count >= atLeast) : WithoutGaps(groups))
        {
            if (!limit.TryAdd()) return static _ => { };
            rows.Add((start, inside.Count, AggregationResults.All(nested, inside, limit)));
        }
        return WriteResult(rows);
    }

    private IEnumerable<KeyValuePair<DateTime, List<Document>>> WithoutGaps(SortedDictionary<DateTime, List<Document>> groups)
    {
        var last = groups.Last().Key;
        for (var start = groups.First().Key; start <= last; start = DateMath.Add(start, count, unit))
            yield return new(start, groups.GetValueOrDefault(start) ?? []);
    }

    private WriteResult WriteResult(List<(DateTime Start, int Count, WriteResult Write)> rows) => json =>
    {
        json.WriteStartArray("buckets");
        foreach (var (start, found, write) in rows)
        {
            var milliseconds = NumericValues.Milliseconds(
                Nanos.Of(new DateTimeOffset(DateTime.SpecifyKind(start - zone, DateTimeKind.Utc))));
            json.WriteStartObject();
            json.WriteString("key_as_string", NumericValues.Moment(milliseconds));
            json.WriteNumber("key", milliseconds);
            json.WriteNumber("doc_count", found);
            write(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    };

    private DateTime Start(long nanos)
    {
        var local = Nanos.ToMoment(nanos).UtcDateTime + zone;
        if (count == 1) return DateMath.Floor(local, unit);
        var length = DateMath.Add(DateTime.UnixEpoch, count, unit).Ticks - DateTime.UnixEpoch.Ticks;
        var since = local.Ticks - DateTime.UnixEpoch.Ticks;
        return new DateTime(DateTime.UnixEpoch.Ticks + (since - (((since % length) + length) % length)));
    }

    private static (char Unit, int Count)? Unit(string text)
    {
        if (s_units.TryGetValue(text, out var unit)) return (unit, 1);
        if (text.Length < 2) return null;
        var isNumber = int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        if (!isNumber || count is < 1 or > 10_000) return null;
        // Several months or years have no fixed length.
        if (!"smhdwMqy".Contains(text[^1], StringComparison.Ordinal)) return null;
        if (count > 1 && "Mqyw".Contains(text[^1], StringComparison.Ordinal)) return null;
        return (text[^1], count);
    }
}
