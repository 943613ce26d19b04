using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Recordings.Replays;

/// <summary>Copies an item's own members from an answer to its row.</summary>
static class ImpliedMembers
{
    /// <summary>Members of an answer that are no value of an indicator.</summary>
    private static readonly string[] s_noValues =
        ["type", "dateAdded", "lastModified", "webLink", "source", "description", "xid", "ownerName"];

    public static JsonObject OfGroup(JsonObject row, string type, JsonElement item)
    {
        row["type"] = type;
        AddCommon(row, item);
        ImpliedRows.Copy(item, row, "name", "createdBy", "xid", "status", "eventDate", "firstSeen", "fileName", "fileSize", "fileType",
            "to", "from", "subject", "header", "body", "score", "malware", "publishDate");
        return row;
    }

    public static JsonObject OfTask(JsonObject row, JsonElement item)
    {
        AddCommon(row, item);
        ImpliedRows.Copy(item, row, "name", "status", "escalated", "reminded", "dueDate", "reminderDate", "escalationDate");
        return row;
    }

    public static JsonObject OfVictim(JsonObject row, JsonElement item)
    {
        AddCommon(row, item);
        ImpliedRows.Copy(item, row, "name", "org", "suborg", "workLocation", "nationality");
        return row;
    }

    public static JsonObject OfIndicator(JsonObject row, string type, string summary, IReadOnlyList<string> values, JsonElement item)
    {
        (row["type"], row["summary"]) = (type, summary);
        if (values.Count > 1) row["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        AddCommon(row, item);
        ImpliedRows.Copy(item, row, "rating", "confidence", "threatAssessRating", "threatAssessConfidence", "threatAssessScore", "calScore",
            "calIndicatorStatus", "active", "activeLocked", "privateFlag", "size", "source", "xid", "observationCount", "lastObserved",
            "falsePositiveCount", "falsePositiveLastReported");
        foreach (var flag in new[] { "dnsActive", "whoisActive" })
            if (ImpliedRows.Text(item, flag) is { } text) row[flag] = text == "true";
        return row;
    }

    /// <summary>
    /// Type, summary and parts of the indicator in an answer. A list shows the summary, a single indicator its parts: the members that
    /// the type names.
    /// </summary>
    public static (string Type, string Summary, IReadOnlyList<string> Values)? IndicatorOf(string name, JsonElement item)
    {
        var known = IndicatorTypes.BuiltIn.All.FirstOrDefault(one => one.Entity == name);
        if ((ImpliedRows.Text(item, "type") ?? known?.Name) is not { } type) return null;
        if (ImpliedRows.Text(item, "summary") is { } summary) return (type, summary, []);
        string[] values = known is null
            ? [.. item.EnumerateObject().Where(IsValue).Select(member => member.Value.GetString()!)]
            : [.. known.Values.Select(value => ImpliedRows.Text(item, value.Key) ?? "")];
        var parts = values.Where(value => value.Length > 0).ToArray();
        return parts.Length == 0 ? null : (type, string.Join(" : ", parts), type == IndicatorType.File.Name ? values : []);
    }

    private static bool IsValue(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.String && !s_noValues.Contains(member.Name, StringComparer.Ordinal);

    private static void AddCommon(JsonObject row, JsonElement item) =>
        ImpliedRows.Copy(item, row, "id", "dateAdded", "lastModified", "description");
}
