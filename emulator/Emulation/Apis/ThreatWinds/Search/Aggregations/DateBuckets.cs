using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>Buckets of a unit of time, without gaps: by the calendar, or of a fixed length.</summary>
sealed class DateBuckets(Field field, char unit, int count, TimeSpan zone, int atLeast, IReadOnlyList<Aggregation> below) : IAggregated
{
    private static readonly Dictionary<string, char> s_units = new(StringComparer.Ordinal)
    {
        ["second"] = 's', ["minute"] = 'm', ["hour"] = 'h', ["day"] = 'd', ["week"] = 'w', ["month"] = 'M', ["quarter"] = 'q', ["year"] = 'y',
    };

    public static DateBuckets? Read(JsonElement options, Field field, IReadOnlyList<Aggregation> below, Faulty fault)
    {
        foreach (var name in new[] { "interval", "calendar_interval", "fixed_interval" })
        {
            if (!options.TryGetProperty(name, out var given)) continue;
            if (given.ValueKind == JsonValueKind.String && Unit(given.GetString()!) is { } interval
                && Bodies.Text(options, "time_zone", out var zoneText) && DateMath.Zone(zoneText) is { } zone && Bodies.Whole(options, "min_doc_count", out var atLeast))
                return new DateBuckets(field, interval.Unit, interval.Count, zone, atLeast ?? 0, below);
            fault("illegal_argument_exception", $"The supplied interval [{given.GetRawText().Trim('"')}] could not be parsed as a calendar interval.");
            return null;
        }
        fault("illegal_argument_exception", "Invalid interval specified, must be non-null and non-empty");
        return null;
    }

    /// <summary>
    /// Watches documents on their way in, so that a request for more buckets than there may be is refused before all are read;
    /// null where empty buckets are left out and their number follows from the documents alone.
    /// </summary>
    public Func<Document, bool>? Watch()
    {
        var length = (DateMath.Add(DateTime.UnixEpoch, count, unit) - DateTime.UnixEpoch).Ticks;
        // Long units never make too many buckets in the time that there is.
        if (atLeast > 0 || length > (DateTime.MaxValue - DateTime.MinValue).Ticks / (Buckets.Most + 1L)) return null;
        var most = TimeSpan.FromTicks(length * (Buckets.Most + 1L));
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

    public Written Of(IReadOnlyList<Document> documents, Buckets buckets)
    {
        var groups = new SortedDictionary<DateTime, List<Document>>();
        foreach (var document in documents)
        {
            foreach (var start in document.Values(field.Name).Where(value => value.Kind == FieldKind.Time).Select(value => Start(value.Nanos)).Distinct())
            {
                if (!groups.TryGetValue(start, out var group)) groups[start] = group = [];
                group.Add(document);
            }
        }
        var rows = new List<(DateTime Start, int Count, Written Write)>();
        if (groups.Count == 0) return Written(rows);
        foreach (var (start, inside) in atLeast > 0 ? groups.Where(group => group.Value.Count >= atLeast) : WithoutGaps(groups))
        {
            if (!buckets.Take()) return static _ => { };
            rows.Add((start, inside.Count, AggregationResults.All(below, inside, buckets)));
        }
        return Written(rows);
    }

    private IEnumerable<KeyValuePair<DateTime, List<Document>>> WithoutGaps(SortedDictionary<DateTime, List<Document>> groups)
    {
        var last = groups.Last().Key;
        for (var start = groups.First().Key; start <= last; start = DateMath.Add(start, count, unit)) yield return new(start, groups.GetValueOrDefault(start) ?? []);
    }

    private Written Written(List<(DateTime Start, int Count, Written Write)> rows) => json =>
    {
        json.WriteStartArray("buckets");
        foreach (var (start, found, write) in rows)
        {
            var milliseconds = Figures.Milliseconds(Nanos.Of(new DateTimeOffset(DateTime.SpecifyKind(start - zone, DateTimeKind.Utc))));
            json.WriteStartObject();
            json.WriteString("key_as_string", Figures.Moment(milliseconds));
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
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 10_000) return null;
        // More than one month or year has no fixed length.
        if ("smhdwMqy".IndexOf(text[^1], StringComparison.Ordinal) < 0 || (count > 1 && "Mqyw".Contains(text[^1], StringComparison.Ordinal))) return null;
        return (text[^1], count);
    }
}
