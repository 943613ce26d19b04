using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Control.JsonPaths;
using Emulation.Http;

namespace Emulation.Control.Stubs.Matching;

/// <summary>Reads WireMock's matchers.</summary>
static class MatcherReader
{
    private static readonly (string Name, Func<Members, IMatcher> Read)[] s_known =
    [
        ("equalTo",         EqualTo),
        ("contains",        body => new Contains(Text(body, "contains"))),
        ("doesNotContain",  body => new DoesNotContain(Text(body, "doesNotContain"))),
        ("matches",         body => PatternOf(body, "matches") is { } pattern ? new MatchesPattern(pattern) : new Anything()),
        ("doesNotMatch",    body => PatternOf(body, "doesNotMatch") is { } pattern ? new DoesNotMatchPattern(pattern) : new Anything()),
        ("equalToJson",     EqualToJson),
        ("matchesJsonPath", MatchesJsonPath),
        ("absent",          Absent),
        ("anything",        Anything),
        ("binaryEqualTo",   BinaryEqualTo),
        ("not",             body => body.Object("not") is { } inner ? new Not(Read(inner)) : new Anything()),
        ("and",             body => new And(Several(body, "and", least: 2))),
        ("or",              body => new Or(Several(body, "or", least: 2))),
    ];

    /// <summary>Reads one matcher, whose kind is the name of its one main member.</summary>
    public static IMatcher Read(Members body)
    {
        var matcher = ReadMatcher(body);
        body.Close();
        return matcher;
    }

    /// <summary>Reads the matchers of an object with one member per header, parameter or cookie.</summary>
    public static IReadOnlyList<NamedMatcher> ReadNamed(Members? body) =>
        body is null ? [] : [.. body.All().Select(member => Named(member.Name, new Members(member.Value, member.Pointer, body.Defects)))];

    public static Pattern? PatternOf(Members body, string name)
    {
        if (body.Text(name) is not { } text) return null;
        var pattern = Pattern.Read(text, out var fault);
        if (pattern is null) body.Wrong(name, $"is no regular expression that can be used here: {fault}");
        return pattern;
    }

    private static NamedMatcher Named(string name, Members body)
    {
        var (exactly, includes) = (body.Has("hasExactly"), body.Has("includes"));
        if (!exactly && !includes) return new(name, [Read(body)], MatchCount.Any);
        var parts = Several(body, exactly ? "hasExactly" : "includes", least: 0);
        if (exactly && includes) body.Wrong("includes", "does not go with hasExactly");
        body.Close();
        return new(name, parts, exactly ? MatchCount.Exactly : MatchCount.Includes);
    }

    private static IMatcher ReadMatcher(Members body)
    {
        IMatcher? matcher = null;
        UnsupportedFeatures.Refuse(body, UnsupportedFeatures.Matchers);
        foreach (var (name, read) in s_known)
        {
            if (!body.Has(name)) continue;
            if (matcher is not null) body.Wrong(name, "is a second matcher in one object; combine the two with \"and\"");
            matcher = read(body);
        }
        if (matcher is null)
        {
            var names = string.Join(", ", s_known.Select(known => known.Name));
            body.Defects.Add(body.Pointer, $"\"{body.Pointer}\" has no matcher; known are {names}.");
        }
        return matcher ?? new Anything();
    }

    private static EqualTo EqualTo(Members body) => new(Text(body, "equalTo"), body.Flag("caseInsensitive") ?? false);

    private static EqualToJson EqualToJson(Members body)
    {
        var given = body.Any("equalToJson")!.Value;
        if (given.ValueKind == JsonValueKind.String)
        {
            var defects = new Defects();
            var parsed = Members.Parse(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(given.GetString()!)), defects);
            if (parsed is null) body.Wrong("equalToJson", "is a text that is not JSON, or has a member twice");
            given = parsed ?? given;
        }
        foreach (var fault in Faults(given)) body.Wrong("equalToJson", fault);
        return new(given, body.Flag("ignoreArrayOrder") ?? false, body.Flag("ignoreExtraElements") ?? false);
    }

    private static IEnumerable<string> Faults(JsonElement expected)
    {
        if (Placeholder.Read(expected, out var fault) is null && fault is not null) return [fault];
        return WildcardStep.Children(expected).SelectMany(Faults);
    }

    private static IMatcher MatchesJsonPath(Members body)
    {
        if (body.Any("matchesJsonPath")!.Value.ValueKind == JsonValueKind.String)
            return PathOf(body, "matchesJsonPath") is { } simple ? new MatchesJsonPath(simple) : new Anything();
        var inner = body.Object("matchesJsonPath")!;
        inner.NeededText("expression");
        var path = PathOf(inner, "expression");
        var matcher = Read(inner);
        return path is null ? matcher : new JsonPathValue(path, matcher);
    }

    private static JsonPath? PathOf(Members body, string name)
    {
        if (body.Text(name) is not { } text) return null;
        var path = JsonPath.Read(text, out var fault);
        if (path is null) body.Wrong(name, $"is no JSON path that can be used here: {fault}");
        return path;
    }

    private static Anything Anything(Members body)
    {
        Text(body, "anything");
        return new Anything();
    }

    private static Absent Absent(Members body)
    {
        // Older clients send the text "(absent)".
        var given = body.Any("absent");
        var isText = given is { ValueKind: JsonValueKind.String } text && text.GetString() == "(absent)";
        if (!isText && given is { ValueKind: not JsonValueKind.True }) body.Wrong("absent", "must be true");
        return new Absent();
    }

    private static BinaryEqualTo BinaryEqualTo(Members body)
    {
        var text = Text(body, "binaryEqualTo");
        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out var length)) return new BinaryEqualTo(bytes[..length]);
        body.Wrong("binaryEqualTo", "is not base64");
        return new BinaryEqualTo([]);
    }

    private static List<IMatcher> Several(Members body, string name, int least)
    {
        var parts = body.Each(name).Select(part => Read(new Members(part.Value, part.Pointer, body.Defects))).ToList();
        if (parts.Count < least) body.Wrong(name, $"must have at least {least} matchers");
        return parts;
    }

    private static string Text(Members body, string name) => body.Text(name) ?? "";
}
