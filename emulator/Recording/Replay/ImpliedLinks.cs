using System.Text.Json.Nodes;

namespace Emulation.Recordings.Replays;

/// <summary>Links between the item in a path and the items of the answer.</summary>
static class ImpliedLinks
{
    /// <param name="place">The item, tag or label in the path.</param>
    /// <param name="array">The array of the listed item.</param>
    /// <param name="id">The listed item's id.</param>
    /// <param name="row">The listed item's row.</param>
    public static void Add(ImpliedPlace place, string array, string id, JsonObject row)
    {
        if (place.Array is "tags" or "securityLabels" && place.Name is { } name) ImpliedRows.AddTo(row, place.Array, name);
        if (place.Row is not { } parent || parent == row || place.Route.Contains("resolution", StringComparison.Ordinal)) return;
        // Victims are linked to indicators and to each other through the groups that they share.
        if (place.Array == "victims" && array is not ("groups" or "tasks")) return;
        if (place.Association is not { } type || array != "indicators")
        {
            ImpliedRows.AddTo(parent, array, JsonNode.Parse(id)!);
            return;
        }
        var association = new JsonObject { ["type"] = type, ["indicator"] = JsonNode.Parse(id) };
        if (place.IsFileAction) association["fileAction"] = true;
        ImpliedRows.AddTo(parent, "associations", association);
    }

    /// <summary>Indicators that an association joins are listed without its type, too.</summary>
    public static void RemoveRepeated(ImpliedRows indicators)
    {
        var joined = new HashSet<(string One, string Other)>();
        foreach (var row in indicators.All)
        {
            foreach (var association in (row["associations"] as JsonArray ?? []).OfType<JsonObject>())
            {
                var (one, other) = (row["id"]!.ToJsonString(), association["indicator"]!.ToJsonString());
                joined.Add((one, other));
                joined.Add((other, one));
            }
        }
        foreach (var row in indicators.All)
        {
            if (row["indicators"] is not JsonArray plain) continue;
            for (var i = plain.Count - 1; i >= 0; i--)
                if (joined.Contains((row["id"]!.ToJsonString(), plain[i]!.ToJsonString()))) plain.RemoveAt(i);
        }
    }

    /// <summary>Links to what no answer shows, to what the recording itself creates, and to items of other owners.</summary>
    public static void RemoveUnknown(ImpliedThreatConnect data)
    {
        var assets = data.Victims.All.SelectMany(victim => (victim["assets"] as JsonArray ?? []).Select(asset => (asset, victim)))
            .ToDictionary(pair => pair.asset!["id"]!.ToJsonString(), pair => pair.victim, StringComparer.Ordinal);
        foreach (var row in data.Items)
        {
            Keep(row, "groups", data.Groups.Find);
            Keep(row, "indicators", data.Indicators.Find);
            Keep(row, "tasks", data.Tasks.Find);
            // A link to a victim is one to its assets.
            Keep(row, "victims", id => data.Victims.Find(id) is { } victim && victim["assets"] is JsonArray { Count: > 0 } ? victim : null);
            Keep(row, "victimAssets", assets.GetValueOrDefault);
        }
    }

    private static void Keep(JsonObject row, string list, Func<string, JsonObject?> find)
    {
        if (row[list] is not JsonArray ids) return;
        var owner = row["owner"]?.GetValue<string>();
        for (var i = ids.Count - 1; i >= 0; i--)
            if (find(ids[i]!.ToJsonString()) is not { } other || other["owner"]?.GetValue<string>() != owner) ids.RemoveAt(i);
    }
}
