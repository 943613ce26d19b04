using System.Buffers;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>A condition on documents.</summary>
delegate bool Clause(Document document);

/// <summary>
/// Reads a query in the engine's language (threatwinds/api-docs search/advanced-search.md) into one condition on documents. The first
/// error is kept; the condition is then meaningless.
/// </summary>
sealed partial class QueryReader(FieldSet fields, DateTimeOffset now, ReadOnlySequence<byte> body)
{
    private const int MaxDepth = 20;
    private const int MaxClauses = 1024;

    private static readonly string[] s_occurrences = ["must", "should", "must_not", "filter"];

    private int _clauses;

    /// <summary>The text of the first error, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Conditions that every match fulfils, which allow the search to start from an index.</summary>
    public IndexFilter IndexFilter { get; } = new();

    /// <summary>The empty query, which matches everything.</summary>
    public static Clause Everything { get; } = _ => true;

    /// <summary>Reads the query of a request: the members of a bool query, or a clause.</summary>
    public Clause Read(JsonElement query)
    {
        if (query.ValueKind == JsonValueKind.Null) return Everything;
        if (query.ValueKind != JsonValueKind.Object) return Wrong(Http400.BadJson);
        if (!query.EnumerateObject().Any()) return Everything;
        var isBool = query.EnumerateObject().All(member =>
            s_occurrences.Contains(member.Name, StringComparer.Ordinal) || member.Name is "minimum_should_match" or "boost");
        return isBool ? Bool(query, "query", 1, outermost: true) : Any(query, "query", 1, outermost: true);
    }

    private Clause Any(JsonElement clause, string path, int depth, bool outermost = false)
    {
        if (Fault is not null) return Everything;
        if (clause.ValueKind != JsonValueKind.Object) return Wrong(Http400.BadJson);
        if (!clause.EnumerateObject().Any())
            return Engine("illegal_argument_exception", $"query malformed, empty clause found at {Position.Of(body, path)}");
        if (++_clauses > MaxClauses) return Engine("too_many_clauses", $"maxClauseCount is set to {MaxClauses}");
        if (depth > MaxDepth)
            return Engine(
                "illegal_argument_exception",
                "The nested depth of the query exceeds the maximum nested depth for bool queries set in "
                    + $"[indices.query.bool.max_nested_depth] of [{MaxDepth}]");
        var first = clause.EnumerateObject().First();
        if (clause.EnumerateObject().Count() > 1)
            return Engine("parsing_exception", $"[{first.Name}] malformed query, expected [END_OBJECT] but found [FIELD_NAME]");
        return ByName(first.Name, first.Value, $"{path}.{first.Name}", depth, outermost);
    }

    private Clause ByName(string name, JsonElement given, string path, int depth, bool outermost) => name switch
    {
        "bool" => Bool(given, path, depth, outermost),
        "match_all" => Everything,
        "match_none" => _ => false,
        "term" => Term(given, outermost),
        "terms" => Terms(given),
        "ids" => OfIds(given, outermost),
        "range" => Range(given),
        "exists" => Exists(given),
        "prefix" => Prefix(given),
        "wildcard" => Wildcard(given),
        "regexp" => Regexp(given),
        "fuzzy" => Fuzzy(given),
        "match" or "match_bool_prefix" or "match_phrase" or "match_phrase_prefix" => Match(name, given),
        "multi_match" => MultiMatch(given),
        "query_string" => QueryString(given, simple: false),
        "simple_query_string" => QueryString(given, simple: true),
        _ => Engine("parsing_exception", $"unknown query [{name}]"),
    };

    private Clause Bool(JsonElement given, string path, int depth, bool outermost)
    {
        if (given.ValueKind != JsonValueKind.Object) return Wrong(Http400.BadJson);
        foreach (var member in given.EnumerateObject())
        {
            if (s_occurrences.Contains(member.Name, StringComparer.Ordinal))
            {
                if (member.Value.ValueKind != JsonValueKind.Array) return Wrong(Http400.BadJson);
                continue;
            }
            if (member.Name is not ("minimum_should_match" or "boost" or "_name" or "adjust_pure_negative"))
                return Engine("parsing_exception", $"[bool] query does not support [{member.Name}]");
        }
        var must = List(given, "must", path, depth, outermost);
        var filter = List(given, "filter", path, depth, outermost);
        var mustNot = List(given, "must_not", path, depth, false);
        var should = List(given, "should", path, depth, false);
        var atLeast = AtLeast(given, should.Count, must.Count + filter.Count == 0 ? 1 : 0);
        return document =>
        {
            foreach (var one in must) if (!one(document)) return false;
            foreach (var one in filter) if (!one(document)) return false;
            foreach (var one in mustNot) if (one(document)) return false;
            return Enough(should, atLeast, document);
        };
    }

    private List<Clause> List(JsonElement given, string name, string path, int depth, bool outermost)
    {
        var clauses = new List<Clause>();
        if (!given.TryGetProperty(name, out var list)) return clauses;
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            clauses.Add(Any(item, $"{path}.{name}.{index}", depth + 1, outermost));
            if (Fault is not null) break;
        }
        return clauses;
    }

    private static bool Enough(List<Clause> clauses, int atLeast, Document document)
    {
        if (atLeast <= 0) return true;
        var left = atLeast;
        foreach (var one in clauses)
            if (one(document) && --left == 0) return true;
        return clauses.Count == 0 && atLeast <= 1;
    }

    private int AtLeast(JsonElement given, int count, int fallback)
    {
        if (count == 0) return 0;
        if (MinimumShouldMatch.Of(given, count, fallback) is { } atLeast) return atLeast;
        Engine("parsing_exception", $"failed to parse [minimum_should_match]: {MinimumShouldMatch.TextOf(given, "")}");
        return 0;
    }

    private Clause Wrong(string text)
    {
        Fault ??= text;
        return Everything;
    }

    private Clause Engine(string type, string reason) => Wrong(EngineFault.Text(type, reason));

    private static class Http400
    {
        public const string BadJson = ThreatWinds.Texts.BadJson;
    }
}

/// <summary>Conditions from the required outermost clauses that an index can serve.</summary>
sealed class IndexFilter
{
    public IReadOnlyCollection<string>? Ids { get; set; }

    public string? Type { get; set; }
}
