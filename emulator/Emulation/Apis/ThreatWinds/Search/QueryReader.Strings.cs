using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Queries written as one string.</summary>
sealed partial class QueryReader
{
    private const int LongestString = 4096;

    private Clause QueryString(JsonElement given, bool simple)
    {
        var name = simple ? "simple_query_string" : "query_string";
        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty("query", out var query) || Scalar(query) is not { } text)
            return Engine("parsing_exception", $"[{name}] must be provided with a [query]");
        if (!Bodies.Texts(given, "fields", out var names) || !Bodies.Text(given, "default_field", out var defaultField)) return Wrong(Http400.BadJson);
        if (!Bodies.Text(given, "default_operator", out var @operator) || !Bodies.Whole(given, "phrase_slop", out var slop)) return Wrong(Http400.BadJson);
        if (@operator.ToUpperInvariant() is not ("" or "OR" or "AND")) return Engine("illegal_argument_exception", $"No enum constant org.elasticsearch.index.query.Operator.{@operator.ToUpperInvariant()}");
        if (text.Length > LongestString) return Engine("too_many_clauses", $"maxClauseCount is set to {MostClauses}");
        var searched = names ?? (defaultField.Length > 0 ? [defaultField] : []);
        var all = @operator.Equals("AND", StringComparison.OrdinalIgnoreCase);
        var reader = new StringQuery(text, simple, all, piece => Piece(piece, searched, slop ?? 0, all));
        if (simple) return reader.Read() ?? Nothing;
        var stars = given.TryGetProperty("allow_leading_wildcard", out var leading) && leading.ValueKind == JsonValueKind.False;
        if (stars && StringQuery.HasLeadingWildcard(text)) return Engine("query_shard_exception", $"Failed to parse query [{text}]");
        return reader.Read() ?? (Fault is null ? Engine("query_shard_exception", $"Failed to parse query [{text}]") : Everything);
    }

    private Clause Piece(Piece piece, IReadOnlyList<string> searched, int slop, bool all)
    {
        if (++_clauses > MostClauses) return Engine("too_many_clauses", $"maxClauseCount is set to {MostClauses}");
        if (piece.Field == "_exists_") return fields.Find(piece.Text) is { } known ? document => document.Values(known.Name).Count > 0 : Nothing;
        if (piece is { Text: "*", IsPhrase: false }) return piece.Field is null ? Everything : Fields([piece.Field]).Select(field => (Clause)(document => document.Values(field.Name).Count > 0)).FirstOrDefault() ?? Nothing;
        if (piece.Range is { } range)
        {
            using var bounds = JsonDocument.Parse(range);
            return piece.Field is null ? Nothing : LenientTest(default, _ => Range(bounds.RootElement));
        }
        IReadOnlyList<string> names = piece.Field is { } named ? [named] : searched;
        if (names.Count == 0 || names is ["*"]) return InTexts(piece, slop, all);
        return InAnyOf(names, field => InField(field, piece, slop, all));
    }

    private static Clause InTexts(Piece piece, int slop, bool all)
    {
        if (WordTest(piece) is { } test) return document => document.Texts().Any(text => Words.In(text).Exists(test) || test(text));
        var looking = piece.IsPhrase ? Looking.Phrase(piece.Text, piece.Slop ?? slop) : Looking.For(piece.Text, all);
        return document => looking.Found([.. document.Texts()]);
    }

    private Clause InField(Field field, Piece piece, int slop, bool all)
    {
        if (field.Kind == FieldKind.Text && WordTest(piece) is { } test) return OnWords(field, test);
        return In(field, piece.IsPhrase ? Looking.Phrase(piece.Text, piece.Slop ?? slop) : Looking.For(piece.Text, all));
    }

    private static Predicate<string>? WordTest(Piece piece)
    {
        if (piece.IsPhrase) return null;
        if (piece.Edits is { } edits) return word => new Fuzziness(edits, 0, true).Near(piece.Text.ToLowerInvariant(), word);
        return piece.Text.AsSpan().ContainsAny('*', '?') ? word => Globs.Match(piece.Text, word, ignoreCase: true) : null;
    }
}
