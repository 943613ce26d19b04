using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Apis.ThreatWinds.Search.Aggregations;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The body of a search request.</summary>
sealed record SearchRequest
{
    public required Clause Matches { get; init; }

    public required IndexFilter IndexFilter { get; init; }

    public required SourceFilter SourceFilter { get; init; }

    /// <summary>Null when the request has none.</summary>
    public IReadOnlyList<Aggregation>? Aggregations { get; init; }

    /// <summary>The result has one document for each value of this field.</summary>
    public Field? Collapse { get; init; }

    /// <summary>The sort value of the last document of the previous page.</summary>
    public JsonElement? After { get; init; }

    /// <summary>Whether every document matches.</summary>
    public bool IsEverything { get; init; }

    /// <summary>The number of matching documents if an index provides it, so that they need not be counted.</summary>
    public int? KnownCount { get; init; }

    /// <summary>Reads the body of an advanced search; returns null, or the text of the first error.</summary>
    public static string? Read(Call call, FieldSet fields, out SearchRequest? request)
    {
        request = null;
        if (BodyReader.Object(call) is not { } body) return Texts.BadJson;
        if (Search.SourceFilter.Read(body) is not { } source) return Texts.BadJson;
        var reader = new QueryReader(fields, call.Now, call.Body);
        var hasQuery = body.TryGetProperty("query", out var query) && query.ValueKind != JsonValueKind.Null;
        var matches = hasQuery ? reader.Read(query) : QueryReader.Everything;
        if (reader.Fault is { } queryFault) return queryFault;
        if (body.TryGetProperty("script_fields", out var script)
            && script is { ValueKind: JsonValueKind.Object }
            && script.EnumerateObject().Any())
            return EngineFault.Text("illegal_argument_exception", "script_fields are not evaluated by this emulator");
        var aggregations = new AggregationReader(fields).Read(body, out var aggregationFault);
        if (aggregationFault is not null) return aggregationFault;
        if (ReadCollapse(body, fields, out var collapse) is { } collapseFault) return collapseFault;
        if (ReadAfter(body, out var after) is { } afterFault) return afterFault;
        request = new SearchRequest
        {
            Matches = matches,
            IndexFilter = reader.IndexFilter,
            SourceFilter = source,
            Aggregations = aggregations,
            Collapse = collapse,
            After = after,
            IsEverything = ReferenceEquals(matches, QueryReader.Everything),
        };
        return null;
    }

    private static string? ReadCollapse(JsonElement body, FieldSet fields, out Field? collapse)
    {
        collapse = null;
        if (!body.TryGetProperty("collapse", out var given) || given.ValueKind == JsonValueKind.Null) return null;
        if (given.ValueKind != JsonValueKind.Object || !BodyReader.Text(given, "field", out var name)) return Texts.BadJson;
        if (name.Length == 0) return EngineFault.Text("parsing_exception", "[collapse] requires a [field]");
        collapse = fields.Find(name);
        return collapse is null
            ? EngineFault.Text("illegal_argument_exception", $"no mapping found for `{name}` in order to collapse on")
            : null;
    }

    // An array in the pages of 2025, a single value in those of 2023.
    private static string? ReadAfter(JsonElement body, out JsonElement? after)
    {
        after = null;
        if (!body.TryGetProperty("search_after", out var given) || given.ValueKind == JsonValueKind.Null) return null;
        if (given.ValueKind == JsonValueKind.Array && given.GetArrayLength() == 0) return null;
        var value = given.ValueKind == JsonValueKind.Array ? given[0] : given;
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String))
            return EngineFault.Text("parsing_exception", "[search_after] takes the sort value of the last hit");
        after = value;
        return null;
    }
}
