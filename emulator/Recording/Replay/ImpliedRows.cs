using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Recordings.Replays;

/// <summary>The rows of one array of a dataset, by id. Answers that show the same item again add members to its row.</summary>
sealed class ImpliedRows
{
    private readonly Dictionary<string, JsonObject> _byId = new(StringComparer.Ordinal);

    public IEnumerable<JsonObject> All => _byId.Values;

    public int Count => _byId.Count;

    public JsonObject Of(string id)
    {
        if (!_byId.TryGetValue(id, out var row)) _byId[id] = row = [];
        return row;
    }

    public JsonObject? Find(string id) => _byId.GetValueOrDefault(id);

    public bool Has(string id) => _byId.ContainsKey(id);

    public void Remove(string id) => _byId.Remove(id);

    public JsonArray ToArray() => [.. _byId.Values.Select(row => row.DeepClone())];

    /// <summary>Copies members of an answer under the same or another name; null and missing ones are left out.</summary>
    public static void Copy(JsonElement from, JsonObject to, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            var (source, target) = member.Split('=') is [var one, var other] ? (one, other) : (member, member);
            if (from.TryGetProperty(source, out var value) && value.ValueKind is not JsonValueKind.Null)
                to[target] = JsonNode.Parse(value.GetRawText());
        }
    }

    /// <summary>Adds a value to a list of the row, once.</summary>
    public static void AddTo(JsonObject row, string list, JsonNode value)
    {
        if (row[list] is not JsonArray values) row[list] = values = [];
        if (!values.Any(known => JsonNode.DeepEquals(known, value))) values.Add(value);
    }

    /// <summary>Adds values to a list of the row. Equal ones are as often in it as in the answer.</summary>
    public static void AddAll(JsonObject row, string list, IReadOnlyList<JsonNode> values)
    {
        foreach (var value in values)
        {
            var known = (row[list] as JsonArray)?.Count(one => JsonNode.DeepEquals(one, value)) ?? 0;
            if (known >= values.Count(one => JsonNode.DeepEquals(one, value))) continue;
            if (row[list] is not JsonArray array) row[list] = array = [];
            array.Add(value.DeepClone());
        }
    }

    public static string? Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        } : null;
}
