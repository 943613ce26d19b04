using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Full-text clauses.</summary>
sealed partial class QueryReader
{
    private Clause Match(string clause, JsonElement given)
    {
        if (!One(given, clause, out var name, out var options)) return Everything;
        var query = options;
        if (options.ValueKind == JsonValueKind.Object && !options.TryGetProperty("query", out query))
            return Engine("parsing_exception", "No text specified for text query");
        if (Scalar(query) is not { } text)
            return Engine("parsing_exception", $"[{clause}] query does not support an array or object for [{name}]");
        if (MatchClause.Read(clause, text, options) is not { } match)
            return Engine("illegal_argument_exception", $"[{clause}] has a wrong option");
        return fields.Find(name) is { } field ? MatchField(field, match) : Nothing;
    }

    private Clause MultiMatch(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty("query", out var query) || Scalar(query) is not { } text)
            return Engine("parsing_exception", "No text specified for multi_match query");
        if (!BodyReader.Texts(given, "fields", out var names) || !BodyReader.Text(given, "type", out var type))
            return Wrong(Http400.BadJson);
        var clause = type switch
        {
            "" or "best_fields" or "most_fields" or "cross_fields" => "match",
            "phrase" => "match_phrase",
            "phrase_prefix" => "match_phrase_prefix",
            "bool_prefix" => "match_bool_prefix",
            _ => "",
        };
        if (clause.Length == 0) return Engine("parsing_exception", $"failed to parse [multi_match] query type [{type}]. unknown type.");
        if (MatchClause.Read(clause, text, given) is not { } match)
            return Engine("illegal_argument_exception", "[multi_match] has a wrong option");
        if (names is null or { Count: 0 } || names.Any(name => name.StartsWith('*')))
            return document => match.Matches([.. document.Texts()]);
        return type == "cross_fields" ? Across(names, match) : InAnyOf(names, field => MatchField(field, match));
    }

    /// <summary>A full-text clause on one field; the whole value is compared if the field is not split into words.</summary>
    private Clause MatchField(Field field, MatchClause match)
    {
        if (field.Kind != FieldKind.Text || match is { IsWhole: true }) return Equal(field, match.Text, ignoreCase: false);
        if (field.Whole) return document => document.Values(field.Name).Exists(value => match.MatchesWholeValue(value.Text));
        return document => match.Matches(document.Values(field.Name).ConvertAll(value => value.Text));
    }

    /// <summary>One test over several fields: <c>name</c>, <c>name^3</c>, <c>attributes.*</c>.</summary>
    private Clause InAnyOf(IReadOnlyList<string> names, Func<Field, Clause> test)
    {
        var tests = Fields(names).Select(field => LenientTest(field, test)).ToList();
        return document => tests.Exists(one => one(document));
    }

    // A word that is not a number cannot match a numeric field; among several fields this is not an error.
    private Clause LenientTest(Field field, Func<Field, Clause> test)
    {
        var previous = Fault;
        var clause = test(field);
        if (previous is not null || Fault is null) return clause;
        Fault = null;
        return Nothing;
    }

    private Clause Across(IReadOnlyList<string> names, MatchClause match)
    {
        var all = Fields(names).ToList();
        return document =>
            match.Matches(all.SelectMany(field => document.Values(field.Name)).Select(value => value.Text).ToList(), together: true);
    }

    private IEnumerable<Field> Fields(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var plain = name.LastIndexOf('^') is > 0 and var weight ? name[..weight] : name;
            if (!plain.Contains('*', StringComparison.Ordinal))
            {
                if (fields.Find(plain) is { } field) yield return field;
                continue;
            }
            foreach (var type in EntityTypes.All)
            {
                var attribute = "attributes." + type.Name;
                if (GlobPattern.Match(plain, attribute, ignoreCase: false) && fields.Find(attribute) is { } found) yield return found;
            }
        }
    }
}
