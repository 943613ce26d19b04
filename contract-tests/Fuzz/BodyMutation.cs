using System.Text;
using System.Text.Json.Nodes;

namespace Emulation.Tests.Fuzz;

/// <summary>
/// Changes a JSON body: values of other types, members renamed, removed or repeated, broken syntax, bytes that are no UTF-8.
/// </summary>
static class BodyMutation
{
    private static readonly string[] s_values =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999999", "\"\"", "\"x\"", "[]", "{}", "[[[[[]]]]]", "[null]", "{\"a\":{\"a\":{}}}", "\"LoneSurrogate\"", "\"\\u0000\"",
        "\"2017-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"<script>\"", "\"$..*\"", "[1,\"a\",null,{}]",
    ];

    private static readonly string[] s_names = ["", " ", "a b", "x\r\ny", "\u0000", "é", "Content-Length"];

    public static byte[] Apply(byte[] body, Dice dice)
    {
        if (dice.OneIn(6)) return Broken(body, dice);
        var root = JsonNode.Parse(body)!;
        for (var i = dice.Below(3); i >= 0; i--) Change(root, dice);
        // A node cannot hold half a surrogate pair.
        var text = root.ToJsonString().Replace("LoneSurrogate", "\\ud800", StringComparison.Ordinal);
        if (dice.OneIn(12) && text.StartsWith('{') && text.Length > 2) text = $"{text[..^1]},{text[1..]}";
        return Encoding.UTF8.GetBytes(text);
    }

    private static void Change(JsonNode root, Dice dice)
    {
        var at = root;
        while (dice.Below(3) > 0 && Children(at) is { Count: > 0 } children) at = dice.Of(children);
        switch (at)
        {
            case JsonObject { Count: > 0 } members:
                var name = dice.Of([.. members.Select(member => member.Key)]);
                if (dice.OneIn(4)) members.Remove(name);
                else if (dice.OneIn(3)) members[dice.Of([name + "x", .. s_names])] = Value(members[name], dice);
                else members[name] = JsonNode.Parse(dice.Of(s_values));
                break;
            case JsonArray { Count: > 0 } elements:
                if (dice.OneIn(3)) elements.RemoveAt(dice.Below(elements.Count));
                else elements.Add(JsonNode.Parse(dice.Of(s_values)));
                break;
        }
    }

    private static JsonNode? Value(JsonNode? old, Dice dice) => dice.OneIn(2) ? old?.DeepClone() : JsonNode.Parse(dice.Of(s_values));

    private static List<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject members => [.. members.Select(member => member.Value).OfType<JsonNode>().Where(
            child => child is JsonObject or JsonArray)],
        JsonArray elements => [.. elements.OfType<JsonNode>().Where(child => child is JsonObject or JsonArray)],
        _ => [],
    };

    private static byte[] Broken(byte[] body, Dice dice)
    {
        switch (dice.Below(6))
        {
            case 0: return body[..dice.Below(body.Length)];
            case 1: return [.. body, (byte)'}'];
            case 2: return [.. "\uFEFF"u8, .. body];
            case 3: return Encoding.UTF8.GetBytes(new string('[', 2000));
            case 4: return [];
            default:
                var copy = body.ToArray();
                if (copy.Length > 0) dice.Fill(copy.AsSpan(dice.Below(copy.Length), 1));
                return copy;
        }
    }
}
