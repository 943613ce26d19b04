using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Clauses that look for words in text.</summary>
sealed partial class QueryReader
{
    private Clause Match(string clause, JsonElement given)
    {
        if (!One(given, clause, out var name, out var options)) return Everything;
        var query = options;
        if (options.ValueKind == JsonValueKind.Object && !options.TryGetProperty("query", out query)) return Engine("parsing_exception", "No text specified for text query");
        if (Scalar(query) is not { } text) return Engine("parsing_exception", $"[{clause}] query does not support an array or object for [{name}]");
        if (Looking.Read(clause, text, options) is not { } looking) return Engine("illegal_argument_exception", $"[{clause}] has a wrong option");
        return fields.Find(name) is { } field ? In(field, looking) : Nothing;
    }

    private Clause MultiMatch(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty("query", out var query) || Scalar(query) is not { } text)
            return Engine("parsing_exception", "No text specified for multi_match query");
        if (!Bodies.Texts(given, "fields", out var names) || !Bodies.Text(given, "type", out var type)) return Wrong(Http400.BadJson);
        var clause = type switch
        {
            "" or "best_fields" or "most_fields" or "cross_fields" => "match",
            "phrase" => "match_phrase",
            "phrase_prefix" => "match_phrase_prefix",
            "bool_prefix" => "match_bool_prefix",
            _ => "",
        };
        if (clause.Length == 0) return Engine("parsing_exception", $"failed to parse [multi_match] query type [{type}]. unknown type.");
        if (Looking.Read(clause, text, given) is not { } looking) return Engine("illegal_argument_exception", "[multi_match] has a wrong option");
        if (names is null or { Count: 0 } || names.Any(name => name.StartsWith('*'))) return document => looking.Found([.. document.Texts()]);
        return type == "cross_fields" ? Across(names, looking) : InAnyOf(names, field => In(field, looking));
    }

    /// <summary>Words looked for in one field; a field that is not split has its whole value compared.</summary>
    private Clause In(Field field, Looking looking)
    {
        if (field.Kind != FieldKind.Text || looking is { IsWhole: true }) return Equal(field, looking.Text, ignoreCase: false);
        if (field.Whole) return document => document.Values(field.Name).Exists(value => looking.FoundWhole(value.Text));
        return document => looking.Found(document.Values(field.Name).ConvertAll(value => value.Text));
    }

    /// <summary>One test over several fields: <c>name</c>, <c>name^3</c>, <c>attributes.*</c>.</summary>
    private Clause InAnyOf(IReadOnlyList<string> names, Func<Field, Clause> test)
    {
        var tests = Fields(names).Select(field => LenientTest(field, test)).ToList();
        return document => tests.Exists(one => one(document));
    }

    // A word that is no number cannot be in a number's field; among several fields that is no fault.
    private Clause LenientTest(Field field, Func<Field, Clause> test)
    {
        var before = Fault;
        var clause = test(field);
        if (before is not null || Fault is null) return clause;
        Fault = null;
        return Nothing;
    }

    private Clause Across(IReadOnlyList<string> names, Looking looking)
    {
        var all = Fields(names).ToList();
        return document => looking.Found(all.SelectMany(field => document.Values(field.Name)).Select(value => value.Text).ToList(), together: true);
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
            foreach (var type in Emulation.Graphs.ThreatWinds.EntityTypes.All)
                if (Globs.Match(plain, "attributes." + type.Name, ignoreCase: false) && fields.Find("attributes." + type.Name) is { } attribute) yield return attribute;
        }
    }
}
