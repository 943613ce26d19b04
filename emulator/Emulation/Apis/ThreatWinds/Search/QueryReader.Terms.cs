using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Clauses that compare whole values, or single words of text that is split.</summary>
sealed partial class QueryReader
{
    private const int MostTerms = 65536;
    private const int LongestRegexp = 1000;

    // The word "email" is in several types; where the whole value is not compared, only these tell a type by one word.
    private static readonly HashSet<string> s_wordsOfOneType =
        [.. EntityTypes.All.SelectMany(type => Words.In(type.Name)).GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() == 1).Select(group => group.Key)];

    private Clause Term(JsonElement given, bool outermost)
    {
        if (!One(given, "term", out var name, out var options)) return Everything;
        var value = options;
        if (options.ValueKind == JsonValueKind.Object && !options.TryGetProperty("value", out value))
            return Engine("illegal_argument_exception", "value cannot be null");
        if (Scalar(value) is not { } text) return Engine("parsing_exception", $"[term] query does not support an array or object for [{name}]");
        if (fields.Find(name) is not { } field) return Nothing;
        if (outermost) Narrow(field, text);
        return Equal(field, text, Flag(options, "case_insensitive"));
    }

    private Clause Terms(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object) return Wrong(Http400.BadJson);
        var named = given.EnumerateObject().Where(member => member.Name is not ("boost" or "_name")).ToList();
        if (named.Count != 1) return Engine("parsing_exception", "[terms] query requires exactly one field name");
        if (named[0].Value.ValueKind != JsonValueKind.Array) return Engine("parsing_exception", $"[terms] query does not support [{named[0].Name}]");
        if (named[0].Value.GetArrayLength() > MostTerms)
            return Engine("illegal_argument_exception", $"The number of terms [{named[0].Value.GetArrayLength()}] used in the Terms Query request has exceeded the allowed maximum of [{MostTerms}]");
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
        if (given.ValueKind != JsonValueKind.Object || !Bodies.Texts(given, "values", out var ids) || ids is null)
            return Engine("parsing_exception", "[ids] query requires an array of [values]");
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        if (outermost) Narrowing.Ids ??= wanted;
        return document => wanted.Contains(document.Id);
    }

    private Clause Exists(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object || !Bodies.Text(given, "field", out var name) || name.Length == 0)
            return Engine("parsing_exception", "[exists] must be provided with a [field]");
        if (name == "attributes") return Everything;
        if (fields.Find(name) is not { } field) return Nothing;
        return document => document.Values(field.Name).Count > 0;
    }

    private Clause Prefix(JsonElement given)
    {
        if (!Value(given, "prefix", out var name, out var text, out var options)) return Everything;
        if (fields.Find(name) is not { } field) return Nothing;
        var how = Flag(options, "case_insensitive") ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return OnWords(field, word => word.StartsWith(text, how));
    }

    private Clause Wildcard(JsonElement given)
    {
        if (!Value(given, "wildcard", out var name, out var text, out var options)) return Everything;
        if (text.Length == 0 && options.ValueKind == JsonValueKind.Object && options.TryGetProperty("wildcard", out var older)) text = Scalar(older) ?? "";
        if (fields.Find(name) is not { } field) return Nothing;
        var ignoreCase = Flag(options, "case_insensitive");
        return OnWords(field, word => Globs.Match(text, word, ignoreCase));
    }

    private Clause Regexp(JsonElement given)
    {
        if (!Value(given, "regexp", out var name, out var text, out var options)) return Everything;
        if (text.Length > LongestRegexp)
            return Engine("illegal_argument_exception", $"The length of regex [{text.Length}] used in the Regexp Query request has exceeded the allowed maximum of [{LongestRegexp}]");
        if (Compiled(text, Flag(options, "case_insensitive")) is not { } regex) return Engine("illegal_argument_exception", $"failed to parse regexp [{text}]");
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
        return OnWords(field, word => fuzziness!.Value.Near(text, word));
    }

    private static Clause Nothing { get; } = _ => false;

    /// <summary>A value of a field, by the field's own kind of equality.</summary>
    private Clause Equal(Field field, string text, bool ignoreCase)
    {
        switch (field.Kind)
        {
            case FieldKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return document => document.Values(field.Name).Exists(value => value.Number == number);
            case FieldKind.Flag when text is "true" or "false":
                return document => document.Values(field.Name).Exists(value => value.Text == text);
            case FieldKind.Time when Time(text, null, TimeSpan.Zero, false) is { } first && Time(text, null, TimeSpan.Zero, true) is { } last:
                return document => document.Values(field.Name).Exists(value => value.Nanos >= first && value.Nanos <= last);
            case FieldKind.Number or FieldKind.Flag or FieldKind.Time:
                return Engine("query_shard_exception", $"failed to create query: For input string: \"{text}\"");
            case FieldKind.Text when field.Name.EndsWith("attributes.ip", StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal) && IPNetwork.TryParse(text, out var network):
                return document => document.Values(field.Name).Exists(value => IPAddress.TryParse(value.Text, out var ip) && network.Contains(ip));
            case FieldKind.Text when field.Name.EndsWith("attributes.cidr", StringComparison.Ordinal) && Addresses.Parse(text) is { } address:
                return document => document.Values(field.Name).Exists(value => IPNetwork.TryParse(value.Text, out var range) && range.Contains(address));
            default:
                var how = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
                return OnWords(field, word => word.Equals(text, how));
        }
    }

    /// <summary>A test of the whole value; where text is split, of each word as well: the pages use both names for single words.</summary>
    private static Clause OnWords(Field field, Predicate<string> test)
    {
        if (field.Whole) return document => document.Values(field.Name).Exists(value => test(value.Text));
        return document => document.Values(field.Name).Exists(value => test(value.Text) || Words.In(value.Text).Exists(test));
    }

    private void Narrow(Field field, string text)
    {
        if (field.Name == "id" && field.Whole) Narrowing.Ids ??= [text];
        if (field.Name == "type" && EntityTypes.Find(text) is not null && (field.Whole || s_wordsOfOneType.Contains(text))) Narrowing.Type ??= text;
    }

    private long? Time(string text, string? format, TimeSpan zone, bool last) => DateMath.Read(text, format, zone, now, last);

    /// <summary>The one field of a clause and what stands there.</summary>
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

    /// <summary>The same for clauses that take a string, alone or under <c>value</c>.</summary>
    private bool Value(JsonElement given, string clause, out string name, out string text, out JsonElement options)
    {
        text = "";
        if (!One(given, clause, out name, out options)) return false;
        var value = options;
        if (options.ValueKind == JsonValueKind.Object && !options.TryGetProperty("value", out value) && !options.TryGetProperty("wildcard", out value)) value = default;
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

    // The engine's expressions are anchored, and know neither ^ nor $. Without backtracking no expression takes long.
    private static Regex? Compiled(string pattern, bool ignoreCase)
    {
        try
        {
            return new Regex($"^(?:{Plain(pattern)})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), TimeSpan.FromSeconds(1));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string Plain(string pattern)
    {
        var plain = new System.Text.StringBuilder(pattern.Length);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                plain.Append(pattern[i]).Append(pattern[++i]);
                continue;
            }
            inClass = pattern[i] == '[' || (inClass && pattern[i] != ']');
            if (!inClass && pattern[i] is ('^' or '$')) plain.Append('\\');
            plain.Append(pattern[i]);
        }
        return plain.ToString();
    }
}
