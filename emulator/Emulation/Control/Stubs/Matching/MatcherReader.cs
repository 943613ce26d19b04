using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Control.JsonPaths;
using Emulation.Http;

namespace Emulation.Control.Stubs.Matching;

/// <summary>Reads the matchers of the dialect.</summary>
static class MatcherReader
{
    private static readonly (string Name, Func<Members, IMatcher> Read)[] s_known =
    [
        ("equalTo",         EqualTo),
        ("contains",        body => new Contains(Needed(body, "contains"))),
        ("doesNotContain",  body => new DoesNotContain(Needed(body, "doesNotContain"))),
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

    /// <summary>A matcher by the one member that says which.</summary>
    public static IMatcher Read(Members body)
    {
        var matcher = ReadOpen(body);
        body.Close();
        return matcher;
    }

    /// <summary>The matchers of an object whose names are the tester's: headers, parameters, cookies.</summary>
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
        if (!exactly && !includes) return new(name, [Read(body)], Matching.Needed.Any);
        var parts = Several(body, exactly ? "hasExactly" : "includes", least: 0);
        if (exactly && includes) body.Wrong("includes", "does not go with hasExactly");
        body.Close();
        return new(name, parts, exactly ? Matching.Needed.Exactly : Matching.Needed.Includes);
    }

    private static IMatcher ReadOpen(Members body)
    {
        IMatcher? matcher = null;
        Dialect.Refuse(body, Dialect.Matchers);
        foreach (var (name, read) in s_known)
        {
            if (!body.Has(name)) continue;
            if (matcher is not null) body.Wrong(name, "stands beside another matcher; combine the two with \"and\"");
            matcher = read(body);
        }
        if (matcher is null) body.Defects.Add(body.Pointer, $"\"{body.Pointer}\" has no matcher; known are {string.Join(", ", s_known.Select(known => known.Name))}.");
        return matcher ?? new Anything();
    }

    private static EqualTo EqualTo(Members body) => new(Needed(body, "equalTo"), body.Flag("caseInsensitive") ?? false);

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
        return Everything.Children(expected).SelectMany(Faults);
    }

    private static IMatcher MatchesJsonPath(Members body)
    {
        if (body.Any("matchesJsonPath")!.Value.ValueKind == JsonValueKind.String) return PathOf(body, "matchesJsonPath") is { } simple ? new MatchesJsonPath(simple) : new Anything();
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
        Needed(body, "anything");
        return new Anything();
    }

    private static Absent Absent(Members body)
    {
        // Older clients write the text.
        if (body.Any("absent") is { ValueKind: not JsonValueKind.True } given && !(given.ValueKind == JsonValueKind.String && given.GetString() == "(absent)"))
            body.Wrong("absent", "must be true");
        return new Absent();
    }

    private static BinaryEqualTo BinaryEqualTo(Members body)
    {
        var text = Needed(body, "binaryEqualTo");
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

    private static string Needed(Members body, string name) => body.Text(name) ?? "";
}
