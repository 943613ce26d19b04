using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Search.Aggregations;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The result of a search: a page of documents, the number of matches, and the aggregations.</summary>
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

    /// <summary>The number of matches, counted no further than the engine does unless all had to be examined.</summary>
    public int Found { get; private set; }

    public WriteResult? Aggregations { get; private set; }

    public string? Fault { get; private set; }

    /// <param name="candidates">The documents to examine, newest first.</param>
    /// <param name="request">The search.</param>
    /// <param name="paging">The requested page.</param>
    /// <param name="by">The field to sort by; null: the time.</param>
    public static SearchRun Of(IEnumerable<Document> candidates, SearchRequest request, Paging paging, Field? by)
    {
        var run = new SearchRun(by, paging.Descending);
        var matches = candidates.Where(document => request.Matches(document));
        var isNewestFirst = run._by.Name == s_time.Name && run._descending;
        if (isNewestFirst && request.Aggregations is null) run.Take(matches, request, paging, countAll: false);
        else run.TakeAll(matches, request, paging, isNewestFirst);
        return run;
    }

    /// <summary>Writes the sort values of a document, after which the next search can continue.</summary>
    public void WriteSort(Utf8JsonWriter json, Document document)
    {
        json.WriteStartArray("sort");
        if (Sorting.SortValue(document.Values(_by.Name), _descending) is not { } value) json.WriteNullValue();
        else if (value.Kind == FieldKind.Text) json.WriteStringValue(value.Text);
        else json.WriteNumberValue(NumericValues.Of(value) ?? 0);
        json.WriteEndArray();
    }

    private void TakeAll(IEnumerable<Document> source, SearchRequest request, Paging paging, bool isSorted)
    {
        var limit = new BucketLimit();
        var matches = Collect(source, request.Aggregations ?? [], limit);
        if (limit.Fault is null && request.Aggregations is { } aggregations)
            Aggregations = AggregationResults.All(aggregations, matches, limit);
        Fault = limit.Fault;
        if (Fault is not null) return;
        Take(isSorted ? matches : SearchOrder.Sorted(matches, _by, _descending), request, paging, countAll: true);
    }

    private static List<Document> Collect(IEnumerable<Document> source, IReadOnlyList<Aggregation> aggregations, BucketLimit limit)
    {
        var checks = aggregations.Select(one => one.Aggregator).OfType<DateBuckets>()
            .Select(dates => dates.CreateLimitCheck()).OfType<Func<Document, bool>>()
            .ToArray();
        var matches = new List<Document>();
        foreach (var document in source)
        {
            matches.Add(document);
            if (!Array.Exists(checks, exceedsLimit => exceedsLimit(document))) continue;
            limit.Refuse();
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
            if (!countAll && Page.Count >= paging.Limit && (request.KnownCount is not null || Found >= Paging.MaxCount)) break;
        }
        Found = request.KnownCount ?? Found;
    }

    private static bool IsFirst(Document document, Field? collapse, HashSet<string> seen) =>
        collapse is not { } field || seen.Add(document.Values(field.Name) is [var value, ..] ? "=" + value.Text : "");

    private bool IsAfter(Document document, JsonElement? after)
    {
        if (after is not { } last) return true;
        if (Sorting.SortValue(document.Values(_by.Name), _descending) is not { } value) return true;
        var order = NumericValues.Of(value) is { } number
            ? number.CompareTo(last.ValueKind == JsonValueKind.Number ? last.GetDouble() : Milliseconds(last.GetString()!))
            : string.CompareOrdinal(value.Text, last.ValueKind == JsonValueKind.String ? last.GetString() : last.GetRawText());
        return _descending ? order < 0 : order > 0;
    }

    private static double Milliseconds(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        return Nanos.Parse(text) is { } nanos ? NumericValues.Milliseconds(nanos) : 0;
    }
}
