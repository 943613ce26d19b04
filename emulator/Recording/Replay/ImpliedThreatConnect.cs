using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Http;

namespace Emulation.Recordings.Replays;

/// <summary>ThreatConnect's owners, groups, indicators, tasks and victims that answers show, with tags, attributes and links.</summary>
sealed class ImpliedThreatConnect
{
    private const string Organization = "Organization";

    private static readonly Dictionary<string, string> s_groups = new(StringComparer.Ordinal)
    {
        ["adversary"] = "Adversary", ["attackPattern"] = "Attack Pattern", ["campaign"] = "Campaign",
        ["courseOfAction"] = "Course of Action", ["document"] = "Document", ["email"] = "Email",
        ["event"] = "Event", ["incident"] = "Incident", ["intrusionSet"] = "Intrusion Set",
        ["malware"] = "Malware", ["report"] = "Report", ["signature"] = "Signature", ["tactic"] = "Tactic", ["threat"] = "Threat",
        ["tool"] = "Tool", ["vulnerability"] = "Vulnerability",
    };

    private static readonly Dictionary<string, (string Type, string[] Value)> s_indicators = new(StringComparer.Ordinal)
    {
        ["address"] = ("Address", ["ip"]), ["emailAddress"] = ("EmailAddress", ["address"]), ["file"] = ("File", ["md5", "sha1", "sha256"]),
        ["host"] = ("Host", ["hostName"]), ["url"] = ("URL", ["text"]),
    };

    /// <summary>By name.</summary>
    public ImpliedRows Owners { get; } = new();

    public ImpliedRows Groups { get; } = new();

    public ImpliedRows Indicators { get; } = new();

    public ImpliedRows Tasks { get; } = new();

    public ImpliedRows Victims { get; } = new();

    /// <summary>The names of the organizations; the first one is taken for the caller's own.</summary>
    public IReadOnlyList<string> Organizations =>
    [
        .. Owners.All.Where(owner => owner["type"]!.GetValue<string>() == Organization).Select(owner => owner["name"]!.GetValue<string>()),
    ];

    public void Add(Match match, JsonElement answer)
    {
        if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object) return;
        var (parent, parentRow) = ParentOf(match);
        foreach (var member in data.EnumerateObject())
        {
            var items = member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value];
            foreach (var item in items.Where(item => item.ValueKind == JsonValueKind.Object)) AddItem(member.Name, item, parent, parentRow);
        }
    }

    /// <summary>The id of the item that an answer shows as created; null when it shows none.</summary>
    public static (string Array, string Id)? CreatedBy(JsonElement answer)
    {
        if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in data.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object || ImpliedRows.Text(member.Value, "id") is not { } id) continue;
            if (s_groups.ContainsKey(member.Name)) return ("groups", id);
            if (s_indicators.ContainsKey(member.Name)) return ("indicators", id);
            if (member.Name is "task" or "victim") return (member.Name + "s", id);
        }
        return null;
    }

    private void AddItem(string name, JsonElement item, string? parent, JsonObject? parentRow)
    {
        if (name == "owner") AddOwner(item);
        else if (name == "tag" && parentRow is not null && ImpliedRows.Text(item, "name") is { } tag)
            ImpliedRows.AddTo(parentRow, "tags", tag);
        else if (name == "attribute" && parentRow is not null) AddAttribute(parentRow, item);
        else if (ImpliedRows.Text(item, "id") is { } id && RowOf(name, id, item) is var (array, row))
        {
            AddMembers(row, item);
            if (parentRow is not null && parentRow != row && parent is not null)
                ImpliedRows.AddTo(parentRow, array, JsonNode.Parse(id)!);
        }
    }

    private (string Array, JsonObject Row)? RowOf(string name, string id, JsonElement item)
    {
        var groupType = name == "group" ? ImpliedRows.Text(item, "type") : s_groups.GetValueOrDefault(name);
        if (groupType is not null)
        {
            var row = Groups.Of(id);
            row["type"] = groupType;
            ImpliedRows.Copy(item, row, "name", "status", "eventDate", "firstSeen", "fileName", "fileType", "fileText", "from", "subject",
                "header", "body", "score", "malware", "publishDate", "xid");
            return ("groups", row);
        }
        if (name is "task" or "victim")
        {
            var row = (name == "task" ? Tasks : Victims).Of(id);
            ImpliedRows.Copy(item, row, name == "task"
                ? ["name", "status", "escalated", "reminded", "dueDate", "reminderDate", "escalationDate"]
                : ["name", "org", "suborg", "workLocation", "nationality"]);
            return (name + "s", row);
        }
        if (SummaryOf(name, item) is not var (type, summary)) return null;
        var indicator = Indicators.Of(id);
        (indicator["type"], indicator["summary"]) = (type, summary);
        ImpliedRows.Copy(item, indicator, "rating", "confidence", "threatAssessRating", "threatAssessConfidence", "threatAssessScore",
            "calScore", "calIndicatorStatus", "active", "activeLocked", "privateFlag", "size", "source", "observationCount", "lastObserved",
            "falsePositiveCount", "falsePositiveLastReported");
        foreach (var flag in new[] { "dnsActive", "whoisActive" })
            if (ImpliedRows.Text(item, flag) is { } text) indicator[flag] = text == "true";
        return ("indicators", indicator);
    }

    private static (string Type, string Summary)? SummaryOf(string name, JsonElement item)
    {
        if (name == "indicator")
            return ImpliedRows.Text(item, "type") is { } type && ImpliedRows.Text(item, "summary") is { } summary ? (type, summary) : null;
        if (!s_indicators.TryGetValue(name, out var known)) return null;
        var parts = known.Value.Select(part => ImpliedRows.Text(item, part)).OfType<string>().ToArray();
        var value = parts.Length > 0 ? string.Join(" : ", parts) : ImpliedRows.Text(item, "summary");
        return value is null ? null : (known.Type, value);
    }

    private void AddMembers(JsonObject row, JsonElement item)
    {
        ImpliedRows.Copy(item, row, "id", "dateAdded", "lastModified", "description");
        if (item.TryGetProperty("owner", out var owner) && owner.ValueKind == JsonValueKind.Object) AddOwner(owner);
        var ownerName = ImpliedRows.Text(item, "ownerName") ?? ImpliedRows.Text(owner, "name");
        if (ownerName is not null)
        {
            row["owner"] = ownerName;
            if (!Owners.Has(ownerName)) (Owners.Of(ownerName)["name"], Owners.Of(ownerName)["type"]) = (ownerName, Organization);
        }
        if (item.TryGetProperty("tag", out var tags) && tags.ValueKind == JsonValueKind.Array)
            foreach (var tag in tags.EnumerateArray())
                if (ImpliedRows.Text(tag, "name") is { } name) ImpliedRows.AddTo(row, "tags", name);
        if (item.TryGetProperty("attribute", out var attributes) && attributes.ValueKind == JsonValueKind.Array)
            foreach (var attribute in attributes.EnumerateArray()) AddAttribute(row, attribute);
    }

    private void AddOwner(JsonElement owner)
    {
        if (ImpliedRows.Text(owner, "name") is { } name && ImpliedRows.Text(owner, "type") is not null)
            ImpliedRows.Copy(owner, Owners.Of(name), "id", "name", "type");
    }

    private static void AddAttribute(JsonObject row, JsonElement attribute)
    {
        var copy = new JsonObject();
        ImpliedRows.Copy(attribute, copy, "id", "type", "value", "source", "displayed", "dateAdded", "lastModified");
        if (copy["type"] is null || copy["value"] is null) return;
        if (row["attributes"] is JsonArray known && known.Any(one => JsonNode.DeepEquals(one?["id"], copy["id"]))) return;
        ImpliedRows.AddTo(row, "attributes", copy);
    }

    /// <summary>The item whose tags, attributes or links a path lists: /v2/groups/{type}/{id}/….</summary>
    private (string? Array, JsonObject? Row) ParentOf(Match match)
    {
        if (match.Route is not { } route || !long.TryParse(ValueOf(match, "id"), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return default;
        var (words, id) = (route.Path.Split('/'), ValueOf(match, "id")!);
        if (words.Length < 6 || words[^1].StartsWith('{')) return default;
        var rows = words[2] switch { "groups" => Groups, "tasks" => Tasks, "victims" => Victims, _ => null };
        return rows?.Has(id) == true ? (words[2], rows.Of(id)) : default;
    }

    private static string? ValueOf(Match match, string parameter)
    {
        for (var i = 0; i < match.Values.Length; i++)
            if (match.Route!.Parameters[i] == parameter) return match.Values[i];
        return null;
    }
}
