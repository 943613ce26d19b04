using System.Globalization;
using System.Net;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Clauses that compare whole values, or single words of split text.</summary>
sealed partial class QueryReader
{
    private const int MaxTerms = 65536;
    private const int MaxRegexpLength = 1000;

    // The words that are in the name of exactly one type, so that a term identifies the type ("email" is in several).
    private static readonly HashSet<string> s_wordsOfOneType =
    [
        .. EntityTypes.All.SelectMany(type => Tokenizer.Tokenize(type.Name))
            .GroupBy(word => word, StringComparer.Ordinal)
            .Where(group => group.Count() == 1)
            .Select(group => group.Key),
    ];

    private Clause Term(JsonElement given, bool outermost)
    {
        if (!One(given, "term", out var name, out var options)) return Everything;
        var value = options;
        if (options.ValueKind == JsonValueKind.Object && !options.TryGetProperty("value", out value))
            return Engine("illegal_argument_exception", "value cannot be null");
        if (Scalar(value) is not { } text)
            return Engine("parsing_exception", $"[term] query does not support an array or object for [{name}]");
        if (fields.Find(name) is not { } field) return Nothing;
        if (outermost) AddToIndexFilter(field, text);
        return Equal(field, text, Flag(options, "case_insensitive"));
    }

    private Clause Terms(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object) return Wrong(Http400.BadJson);
        var named = given.EnumerateObject().Where(member => member.Name is not ("boost" or "_name")).ToList();
        if (named.Count != 1) return Engine("parsing_exception", "[terms] query requires exactly one field name");
        if (named[0].Value.ValueKind != JsonValueKind.Array)
            return Engine("parsing_exception", $"[terms] query does not support [{named[0].Name}]");
        var count = named[0].Value.GetArrayLength();
        if (count > MaxTerms)
            return Engine(
                "illegal_argument_exception",
                $"The number of terms [{count}] used in the Terms Query request has exceeded the allowed maximum of [{MaxTerms}]");
        var texts = named[0].Value.EnumerateArray().Select(Scalar).ToList();
        if (texts.Contains(null)) return Engine("parsing_exception", "[terms] query takes strings, numbers and booleans");
        if (fields.Find(named[0].Name) is not { } field) return Nothing;
        if (field.Kind == FieldKind.Text)
        {
            var wanted = texts.ToHashSet(StringComparer.Ordinal);
            return OnWords(field, wanted.Contains);
        }
        var tests = texts.Select(text => Equal(field, text!, ignoreCase: false)).ToList();
        return document => tests.Exists(test => test(document));
    }

    private Clause OfIds(JsonElement given, bool outermost)
    {
        if (given.ValueKind != JsonValueKind.Object || !BodyReader.Texts(given, "values", out var ids) || ids is null)
            return Engine("parsing_exception", "[ids] query requires an array of [values]");
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        if (outermost) IndexFilter.Ids ??= wanted;
        return document => wanted.Contains(document.Id);
    }

    private Clause Exists(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object || !BodyReader.Text(given, "field", out var name) || name.Length == 0)
            return Engine("parsing_exception", "[exists] must be provided with a [field]");
        if (name == "attributes") return Everything;
        if (fields.Find(name) is not { } field) return Nothing;
        return document => document.Values(field.Name).Count > 0;
    }

    private Clause Prefix(JsonElement given)
    {
        if (!Value(given, "prefix", out var name, out var text, out var options)) return Everything;
        if (fields.Find(name) is not { } field) return Nothing;
        var comparison = Flag(options, "case_insensitive") ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return OnWords(field, word => word.StartsWith(text, comparison));
    }

    private Clause Wildcard(JsonElement given)
    {
        if (!Value(given, "wildcard", out var name, out var text, out var options)) return Everything;
        if (text.Length == 0 && options.ValueKind == JsonValueKind.Object && options.TryGetProperty("wildcard", out var oldForm))
            text = Scalar(oldForm) ?? "";
        if (fields.Find(name) is not { } field) return Nothing;
        var ignoreCase = Flag(options, "case_insensitive");
        return OnWords(field, word => GlobPattern.Match(text, word, ignoreCase));
    }

    private Clause Regexp(JsonElement given)
    {
        if (!Value(given, "regexp", out var name, out var text, out var options)) return Everything;
        if (text.Length > MaxRegexpLength)
        {
            var reason = $"The length of regex [{text.Length}] used in the Regexp Query request has exceeded the allowed maximum of ";
            return Engine("illegal_argument_exception", $"{reason}[{MaxRegexpLength}]");
        }
        if (EngineRegex.Compile(text, Flag(options, "case_insensitive")) is not { } regex)
            return Engine("illegal_argument_exception", $"failed to parse regexp [{text}]");
        if (fields.Find(name) is not { } field) return Nothing;
        return OnWords(field, regex.IsMatch);
    }

    private Clause Fuzzy(JsonElement given)
    {
        if (!Value(given, "fuzzy", out var name, out var text, out var options)) return Everything;
        Fuzziness? fuzziness = new Fuzziness(null, 0, true);
        if (options.ValueKind == JsonValueKind.Object && !Fuzziness.Read(options, always: true, out fuzziness))
            return Engine("illegal_argument_exception", "Valid edit distances are [0, 1, 2] or AUTO");
        if (fields.Find(name) is not { } field) return Nothing;
        return OnWords(field, word => fuzziness!.Value.IsWithin(text, word));
    }

    private static Clause Nothing { get; } = _ => false;

    /// <summary>Equality with a value of a field, according to the type of the field.</summary>
    private Clause Equal(Field field, string text, bool ignoreCase)
    {
        switch (field.Kind)
        {
            case FieldKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return document => document.Values(field.Name).Exists(value => value.Number == number);
            case FieldKind.Flag when text is "true" or "false":
                return document => document.Values(field.Name).Exists(value => value.Text == text);
            case FieldKind.Time when Time(text, null, TimeSpan.Zero, false) is { } first
                && Time(text, null, TimeSpan.Zero, true) is { } last:
                return document => document.Values(field.Name).Exists(value => value.Nanos >= first && value.Nanos <= last);
            case FieldKind.Number or FieldKind.Flag or FieldKind.Time:
                return Engine("query_shard_exception", $"failed to create query: For input string: \"{text}\"");
            case FieldKind.Text when IsAttribute(field, "ip") && text.Contains('/', StringComparison.Ordinal)
                && IPNetwork.TryParse(text, out var network):
                return document =>
                    document.Values(field.Name).Exists(value => IPAddress.TryParse(value.Text, out var ip) && network.Contains(ip));
            case FieldKind.Text when IsAttribute(field, "cidr") && Addresses.Parse(text) is { } address:
                return document =>
                    document.Values(field.Name).Exists(value => IPNetwork.TryParse(value.Text, out var range) && range.Contains(address));
            default:
                var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
                return OnWords(field, word => word.Equals(text, comparison));
        }
    }

    private static bool IsAttribute(Field field, string name) => field.Name.EndsWith("attributes." + name, StringComparison.Ordinal);

    /// <summary>Tests the whole value and, for split text, each word too, because the pages use both names for single words.</summary>
    private static Clause OnWords(Field field, Predicate<string> test)
    {
        if (field.Whole) return document => document.Values(field.Name).Exists(value => test(value.Text));
        return document => document.Values(field.Name).Exists(value => test(value.Text) || Tokenizer.Tokenize(value.Text).Exists(test));
    }

    private void AddToIndexFilter(Field field, string text)
    {
        if (field.Name == "id" && field.Whole) IndexFilter.Ids ??= [text];
        var isOneType = EntityTypes.Find(text) is not null && (field.Whole || s_wordsOfOneType.Contains(text));
        if (field.Name == "type" && isOneType) IndexFilter.Type ??= text;
    }

    private long? Time(string text, string? format, TimeSpan zone, bool last) => DateMath.Read(text, format, zone, now, last);

    /// <summary>Reads the one field of a clause and its options.</summary>
    private bool One(JsonElement given, string clause, out string name, out JsonElement options)
    {
        (name, options) = ("", default);
        if (given.ValueKind != JsonValueKind.Object)
        {
            Wrong(Http400.BadJson);
            return false;
        }
        var named = given.EnumerateObject().Where(member => member.Name is not ("boost" or "_name")).ToList();
        if (named.Count != 1)
        {
            Engine("parsing_exception", $"[{clause}] query doesn't support multiple fields, or has none");
            return false;
        }
        (name, options) = (named[0].Name, named[0].Value);
        return true;
    }

    /// <summary>Reads the field of a clause that takes a string, directly or as <c>value</c>.</summary>
    private bool Value(JsonElement given, string clause, out string name, out string text, out JsonElement options)
    {
        text = "";
        if (!One(given, clause, out name, out options)) return false;
        var value = options;
        if (options.ValueKind == JsonValueKind.Object
            && !options.TryGetProperty("value", out value)
            && !options.TryGetProperty("wildcard", out value))
            value = default;
        if (Scalar(value) is { } found)
        {
            text = found;
            return true;
        }
        Engine("illegal_argument_exception", "value cannot be null");
        return false;
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static bool Flag(JsonElement options, string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
}
