using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Search.Aggregations;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>A page of a search, how many documents matched, and what was worked out over all of them.</summary>
sealed class SearchRun
{
    private static readonly Field s_time = new("@timestamp", FieldKind.Time, true);

    private readonly Field _by;
    private readonly bool _descending;

    private SearchRun(Field? by, bool? descending)
    {
        _by = by ?? s_time;
        _descending = descending ?? by is null;
    }

    public List<Document> Page { get; private set; } = [];

    /// <summary>No further than the engine counts, unless everything had to be looked at anyway.</summary>
    public int Found { get; private set; }

    public Written? Aggregations { get; private set; }

    public string? Fault { get; private set; }

    /// <param name="candidates">The newest first.</param>
    /// <param name="request">What is looked for.</param>
    /// <param name="paging">Which page of it.</param>
    /// <param name="by">What it is sorted by; null: the time.</param>
    public static SearchRun Of(IEnumerable<Document> candidates, SearchRequest request, Paging paging, Field? by)
    {
        var run = new SearchRun(by, paging.Descending);
        var matches = candidates.Where(document => request.Matches(document));
        var isNewestFirst = run._by.Name == s_time.Name && run._descending;
        if (isNewestFirst && request.Aggregations is null) run.Take(matches, request, paging, countAll: false);
        else run.TakeAll(matches, request, paging, isNewestFirst);
        return run;
    }

    /// <summary>The values that a document was sorted by, for the next search to continue after.</summary>
    public void WriteSort(Utf8JsonWriter json, Document document)
    {
        json.WriteStartArray("sort");
        if (Sorting.Deciding(document.Values(_by.Name), _descending) is not { } value) json.WriteNullValue();
        else if (value.Kind == FieldKind.Text) json.WriteStringValue(value.Text);
        else json.WriteNumberValue(Figures.Of(value) ?? 0);
        json.WriteEndArray();
    }

    private void TakeAll(IEnumerable<Document> source, SearchRequest request, Paging paging, bool isSorted)
    {
        var buckets = new Buckets();
        var matches = Gathered(source, request.Aggregations ?? [], buckets);
        if (buckets.Fault is null && request.Aggregations is { } aggregations) Aggregations = AggregationResults.All(aggregations, matches, buckets);
        Fault = buckets.Fault;
        if (Fault is not null) return;
        Take(isSorted ? matches : SearchOrder.Sorted(matches, _by, _descending), request, paging, countAll: true);
    }

    private static List<Document> Gathered(IEnumerable<Document> source, IReadOnlyList<Aggregation> aggregations, Buckets buckets)
    {
        var watches = aggregations.Select(one => one.What).OfType<DateBuckets>().Select(dates => dates.Watch()).OfType<Func<Document, bool>>().ToArray();
        var matches = new List<Document>();
        foreach (var document in source)
        {
            matches.Add(document);
            if (!Array.Exists(watches, isTooWide => isTooWide(document))) continue;
            buckets.Refuse();
            break;
        }
        return matches;
    }

    private void Take(IEnumerable<Document> sorted, SearchRequest request, Paging paging, bool countAll)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var skipped = 0L;
        foreach (var document in sorted)
        {
            Found++;
            if (Page.Count < paging.Limit && IsAfter(document, request.After) && IsFirst(document, request.Collapse, seen))
            {
                if (skipped < paging.Skip) skipped++;
                else Page.Add(document);
            }
            if (!countAll && Page.Count >= paging.Limit && (request.Known is not null || Found >= Paging.CountedAtMost)) break;
        }
        Found = request.Known ?? Found;
    }

    private static bool IsFirst(Document document, Field? collapse, HashSet<string> seen) =>
        collapse is not { } field || seen.Add(document.Values(field.Name) is [var value, ..] ? "=" + value.Text : "");

    private bool IsAfter(Document document, JsonElement? after)
    {
        if (after is not { } last) return true;
        if (Sorting.Deciding(document.Values(_by.Name), _descending) is not { } value) return true;
        var order = Figures.Of(value) is { } number
            ? number.CompareTo(last.ValueKind == JsonValueKind.Number ? last.GetDouble() : Milliseconds(last.GetString()!))
            : string.CompareOrdinal(value.Text, last.ValueKind == JsonValueKind.String ? last.GetString() : last.GetRawText());
        return _descending ? order < 0 : order > 0;
    }

    private static double Milliseconds(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        return Nanos.Parse(text) is { } nanos ? Figures.Milliseconds(nanos) : 0;
    }
}
