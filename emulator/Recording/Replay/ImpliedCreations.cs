using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Recordings.Replays;

/// <summary>Removes what the recording's own requests create, which is not there before it is played.</summary>
static class ImpliedCreations
{
    public static void Remove(ImpliedThreatConnect data, ImpliedAnswer answer)
    {
        if (answer.Api != "threatconnect" || answer.Value.ValueKind != JsonValueKind.Object) return;
        if (!answer.Value.TryGetProperty("data", out var members) || members.ValueKind != JsonValueKind.Object) return;
        foreach (var member in members.EnumerateObject())
            if (member.Value.ValueKind == JsonValueKind.Object) Remove(data, answer, member.Name, member.Value);
    }

    private static void Remove(ImpliedThreatConnect data, ImpliedAnswer answer, string name, JsonElement item)
    {
        if (name is "tag" or "securityLabel" && ImpliedRows.Text(item, "name") is { } named)
        {
            (name == "tag" ? data.Tags : data.Labels).Remove(named);
            foreach (var holder in data.Items) RemoveName(holder, name == "tag" ? "tags" : "securityLabels", named);
            return;
        }
        if (ImpliedRows.Text(item, "id") is not { } id) return;
        var row = ImpliedPlace.Of(data, answer.Match, answer.Target).Row;
        if (name == "attribute") RemoveFrom(row, "attributes", id);
        else if (IsAsset(name)) RemoveFrom(row, "assets", id);
        else if (name == "fileOccurrence") RemoveFrom(row, "fileOccurrences", id);
        else if (GroupType.All.Any(type => type.Entity == name)) data.Groups.Remove(id);
        else if (IndicatorTypes.BuiltIn.All.Any(type => type.Entity == name)) data.Indicators.Remove(id);
        else if (name == "task") data.Tasks.Remove(id);
        else if (name == "victim") data.Victims.Remove(id);
    }

    private static bool IsAsset(string name) =>
        AssetType.All.Any(type => type.Entity == name) || AdversaryAssetType.All.Any(type => type.Entity == name);

    private static void RemoveFrom(JsonObject? row, string list, string id)
    {
        if (row?[list] is not JsonArray values) return;
        foreach (var value in values.OfType<JsonObject>().Where(value => value["id"]?.ToJsonString() == id).ToArray()) values.Remove(value);
    }

    private static void RemoveName(JsonObject row, string list, string name)
    {
        if (row[list] is not JsonArray names) return;
        for (var i = names.Count - 1; i >= 0; i--)
            if (string.Equals(names[i]!.GetValue<string>(), name, StringComparison.OrdinalIgnoreCase)) names.RemoveAt(i);
    }
}
