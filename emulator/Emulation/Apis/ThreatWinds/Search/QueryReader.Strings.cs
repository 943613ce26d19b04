using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Queries written as one string.</summary>
sealed partial class QueryReader
{
    private const int MaxStringLength = 4096;

    private Clause QueryString(JsonElement given, bool simple)
    {
        var name = simple ? "simple_query_string" : "query_string";
        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty("query", out var query) || Scalar(query) is not { } text)
            return Engine("parsing_exception", $"[{name}] must be provided with a [query]");
        if (!BodyReader.Texts(given, "fields", out var names) || !BodyReader.Text(given, "default_field", out var defaultField))
            return Wrong(Http400.BadJson);
        if (!BodyReader.Text(given, "default_operator", out var @operator) || !BodyReader.Whole(given, "phrase_slop", out var slop))
            return Wrong(Http400.BadJson);
        var operatorName = @operator.ToUpperInvariant();
        if (operatorName is not ("" or "OR" or "AND"))
            return Engine("illegal_argument_exception", $"No enum constant org.elasticsearch.index.query.Operator.{operatorName}");
        if (text.Length > MaxStringLength) return Engine("too_many_clauses", $"maxClauseCount is set to {MaxClauses}");
        var searched = names ?? (defaultField.Length > 0 ? [defaultField] : []);
        var all = @operator.Equals("AND", StringComparison.OrdinalIgnoreCase);
        var reader = new StringQuery(text, simple, all, term => TermClause(term, searched, slop ?? 0, all));
        if (simple) return reader.Read() ?? Nothing;
        var stars = given.TryGetProperty("allow_leading_wildcard", out var leading) && leading.ValueKind == JsonValueKind.False;
        if (stars && StringQuery.HasLeadingWildcard(text)) return Engine("query_shard_exception", $"Failed to parse query [{text}]");
        return reader.Read() ?? (Fault is null ? Engine("query_shard_exception", $"Failed to parse query [{text}]") : Everything);
    }

    private Clause TermClause(StringQueryTerm term, IReadOnlyList<string> searched, int slop, bool all)
    {
        if (++_clauses > MaxClauses) return Engine("too_many_clauses", $"maxClauseCount is set to {MaxClauses}");
        if (term.Field == "_exists_") return fields.Find(term.Text) is { } field ? HasValue(field) : Nothing;
        if (term is { Text: "*", IsPhrase: false, Field: null }) return Everything;
        if (term is { Text: "*", IsPhrase: false }) return Fields([term.Field!]).Select(HasValue).FirstOrDefault() ?? Nothing;
        if (term.Range is { } range)
        {
            using var bounds = JsonDocument.Parse(range);
            return term.Field is null ? Nothing : LenientTest(default, _ => Range(bounds.RootElement));
        }
        IReadOnlyList<string> names = term.Field is { } named ? [named] : searched;
        if (names.Count == 0 || names is ["*"]) return InTexts(term, slop, all);
        return InAnyOf(names, field => InField(field, term, slop, all));
    }

    private static Clause HasValue(Field field) => document => document.Values(field.Name).Count > 0;

    private static Clause InTexts(StringQueryTerm term, int slop, bool all)
    {
        if (WordTest(term) is { } test)
            return document => document.Texts().Any(text => Tokenizer.Tokenize(text).Exists(test) || test(text));
        var match = term.IsPhrase ? MatchClause.Phrase(term.Text, term.Slop ?? slop) : MatchClause.For(term.Text, all);
        return document => match.Matches([.. document.Texts()]);
    }

    private Clause InField(Field field, StringQueryTerm term, int slop, bool all)
    {
        if (field.Kind == FieldKind.Text && WordTest(term) is { } test) return OnWords(field, test);
        return MatchField(field, term.IsPhrase ? MatchClause.Phrase(term.Text, term.Slop ?? slop) : MatchClause.For(term.Text, all));
    }

    private static Predicate<string>? WordTest(StringQueryTerm term)
    {
        if (term.IsPhrase) return null;
        if (term.Edits is { } edits) return word => new Fuzziness(edits, 0, true).IsWithin(term.Text.ToLowerInvariant(), word);
        return term.Text.AsSpan().ContainsAny('*', '?') ? word => GlobPattern.Match(term.Text, word, ignoreCase: true) : null;
    }
}
