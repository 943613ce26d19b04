using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Fuzz;

/// <summary>Values for path and query parameters, and bodies to mutate: from the examples of the documents, and hostile ones.</summary>
sealed class ValuePool
{
    private static readonly string[] s_hostile =
    [
        "", " ", "0", "-1", "1", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "1e309", "NaN", "null", "true", "%", "%zz", "%00", "%2F", "%2e%2e",
        "..", "a%20b", "a+b", "%2B", "ünï%F0%9F%A6%9D", "%FF%FE", "'\"<>&", "*", "?", "{id}", "a:b", "a%20%3A%20b", "x%0d%0ay", new('a', 300), "2017-01-01", "2017-13-45T99:99:99Z",
        "example.org", "10.0.0.1", "::1", "public", "emulator", "default", "1,2,3", "name%3Da", "dateAdded%3E2017", "[]", "{}",
    ];

    private static readonly string[] s_queryNames =
    [
        "owner", "filters", "resultStart", "resultLimit", "includeTags", "includeAttributes", "includes", "includeAdditional", "createActivityLog", "orParams", "modifiedSince",
        "limit", "page", "sort", "order", "types", "levels", "offset", "cursor", "q", "since", "status", "api", "id", "matched", "from", "to", "name", "type", "value", "runNow", "action",
    ];

    private readonly Dictionary<string, List<string>> _byParameter = new(StringComparer.Ordinal);

    public ValuePool(IReadOnlyList<FuzzRoute> routes)
    {
        foreach (var example in Example.All())
        {
            // A node cannot hold half a surrogate pair, which one example has.
            if (example.Body is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } body
                && !body.GetRawText().Contains("\\ud", StringComparison.OrdinalIgnoreCase)) Bodies.Add(JsonSerializer.SerializeToUtf8Bytes(body, FuzzJson.Default.JsonElement));
            var segments = example.Target.Split('?')[0].Split('/');
            foreach (var route in routes.Where(route => route.Method == example.Method)) Learn(route.Path.Split('/'), segments);
        }
    }

    public List<byte[]> Bodies { get; } = [];

    public string Parameter(string name, Dice dice) =>
        _byParameter.TryGetValue(name, out var known) && !dice.OneIn(4) ? dice.Of(known) : dice.Of(s_hostile);

    public string QueryName(Dice dice) => dice.Of(s_queryNames);

    public string Hostile(Dice dice) => dice.Of(s_hostile);

    private void Learn(string[] pattern, string[] segments)
    {
        if (pattern.Length != segments.Length) return;
        for (var i = 0; i < pattern.Length; i++)
            if (!pattern[i].StartsWith('{') && !string.Equals(pattern[i], segments[i], StringComparison.OrdinalIgnoreCase)) return;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (!pattern[i].StartsWith('{')) continue;
            if (!_byParameter.TryGetValue(pattern[i], out var values)) _byParameter[pattern[i]] = values = [];
            if (!values.Contains(segments[i], StringComparer.Ordinal)) values.Add(segments[i]);
        }
    }
}
