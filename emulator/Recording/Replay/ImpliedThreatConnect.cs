using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Recordings.Replays;

/// <summary>
/// ThreatConnect's data that answers show: items with their parts and links, tags, security labels, owners and users. A part is found
/// by the item in the path, so everything is added twice: the second time, every item is known.
/// </summary>
sealed class ImpliedThreatConnect
{
    private static readonly TimeSpan s_listed = TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1);

    private readonly ImpliedUsers _users = new();

    public ImpliedOwners Owners { get; } = new();

    public ImpliedRows Groups { get; } = new();

    public ImpliedRows Indicators { get; } = new();

    public ImpliedRows Tasks { get; } = new();

    public ImpliedRows Victims { get; } = new();

    public ImpliedNames Tags { get; } = new();

    public ImpliedNames Labels { get; } = new();

    public ImpliedRows DeletedIndicators { get; } = new();

    public IEnumerable<JsonObject> Items => new[] { Groups, Indicators, Tasks, Victims }.SelectMany(rows => rows.All);

    public void Add(Match match, string target, JsonElement answer)
    {
        if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object) return;
        var place = ImpliedPlace.Of(this, match, target);
        foreach (var member in data.EnumerateObject())
        {
            JsonElement[] items = member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray()] : [member.Value];
            items = [.. items.Where(item => item.ValueKind == JsonValueKind.Object)];
            if (place.Row is { } parent && ImpliedSightings.Add(member.Name, parent, items)) continue;
            foreach (var item in items) AddItem(member.Name, item, place);
        }
    }

    /// <summary>The owners that an answer shows, and nothing else of it: what a request creates is not there before.</summary>
    public void AddOwners(JsonElement answer)
    {
        if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object) return;
        foreach (var member in data.EnumerateObject())
            if (member.Value.ValueKind == JsonValueKind.Object) Owners.AddOf(member.Value);
    }

    /// <summary>
    /// The moment of the data. A deletion is listed for thirty days, and another emulator that was recorded may be in a time of its own.
    /// </summary>
    public DateTimeOffset StartBefore(DateTimeOffset recorded)
    {
        var deletions = DeletedIndicators.All.Select(row => row["dateAdded"]).OfType<JsonNode>()
            .Select(date => date.GetValue<DateTimeOffset>()).ToArray();
        if (deletions.Length == 0) return recorded;
        var last = deletions.Min() + s_listed;
        return last < recorded ? last : recorded;
    }

    /// <summary>The arrays of the dataset.</summary>
    public void WriteTo(JsonObject root)
    {
        _users.NameIn(Tasks.All);
        ImpliedLinks.RemoveRepeated(Indicators);
        ImpliedLinks.RemoveUnknown(this);
        JsonObject[] named = [.. Items, .. Tags.All, .. Labels.All, .. DeletedIndicators.All];
        Owners.NameIn(named);
        root["owners"] = Owners.ToArray();
        root["members"] = _users.ToArray();
        root["tags"] = Tags.ToArray();
        root["securityLabels"] = Labels.ToArray();
        root["groups"] = Groups.ToArray();
        root["indicators"] = Indicators.ToArray();
        root["tasks"] = Tasks.ToArray();
        root["victims"] = Victims.ToArray();
        root["deletedIndicators"] = DeletedIndicators.ToArray();
    }

    private void AddItem(string name, JsonElement item, ImpliedPlace place)
    {
        switch (name)
        {
            case "owner":
                Owners.Add(item, isOwn: place.Route == "owners.mine");
                return;
            case "user":
                _users.Add(item, place);
                return;
            case "tag":
                AddTag(item, place);
                return;
            case "securityLabel":
                AddLabel(item, place);
                return;
            case "attribute":
                if (place.Row is { } holder) AddAttribute(holder, item);
                return;
            case "dnsResolution":
                AddResolution(item, place);
                return;
        }
        if (place.Route.StartsWith("indicators.deleted", StringComparison.Ordinal)) AddDeleted(item);
        else if (ImpliedAssets.IsOfVictim(name)) ImpliedAssets.AddOfVictim(Victims, item, place);
        else if (ImpliedAssets.IsOfAdversary(name)) ImpliedAssets.AddOfAdversary(item, place);
        else if (ImpliedRows.Text(item, "id") is { } id && RowOf(name, id, item) is var (array, row))
        {
            AddParts(row, item, place);
            ImpliedLinks.Add(place, array, id, row);
            if (place is { Array: "securityLabels", Name: { } label })
                Labels.Of(row["owner"]?.GetValue<string>() ?? place.Owner, label);
        }
    }

    private (string Array, JsonObject Row)? RowOf(string name, string id, JsonElement item)
    {
        var groupType = name == "group" ? ImpliedRows.Text(item, "type") : GroupType.All.FirstOrDefault(type => type.Entity == name)?.Name;
        if (groupType is not null) return ("groups", ImpliedMembers.OfGroup(Groups.Of(id), groupType, item));
        if (name == "task") return ("tasks", _users.Assigned(ImpliedMembers.OfTask(Tasks.Of(id), item), item));
        if (name == "victim") return ("victims", ImpliedMembers.OfVictim(Victims.Of(id), item));
        return ImpliedMembers.IndicatorOf(name, item) is var (type, summary, values)
            ? ("indicators", ImpliedMembers.OfIndicator(Indicators.Of(id), type, summary, values, item))
            : null;
    }

    /// <summary>Owner, tags, attributes and labels, where the answer includes them.</summary>
    private void AddParts(JsonObject row, JsonElement item, ImpliedPlace place)
    {
        // Lists of victims do not show their owner.
        if (Owners.AddOf(item) is { } owner) row["owner"] = owner;
        else if (place.Owner is { } asked) row["owner"] ??= asked;
        var inside = place with { Array = "item", Row = row, Attribute = null, Owner = row["owner"]?.GetValue<string>() ?? place.Owner };
        foreach (var part in Listed(item, "tag")) AddTag(part, inside);
        foreach (var part in Listed(item, "attribute")) AddAttribute(row, part);
        foreach (var part in Listed(item, "securityLabel")) AddLabel(part, inside);
    }

    private void AddTag(JsonElement item, ImpliedPlace place)
    {
        if (ImpliedRows.Text(item, "name") is not { Length: > 0 } name) return;
        var owner = ImpliedPlace.OwnerInLink(item) ?? place.Owner;
        ImpliedRows.Copy(item, Tags.Of(owner, name), "description");
        if (place.Row is { } row) ImpliedRows.AddTo(row, "tags", name);
    }

    private void AddLabel(JsonElement item, ImpliedPlace place)
    {
        if (ImpliedRows.Text(item, "name") is not { Length: > 0 } name) return;
        ImpliedRows.Copy(item, Labels.Of(place.Owner, name), "description", "dateAdded");
        if (ImpliedRows.Text(item, "color") is { Length: 6 } color && color.All(char.IsAsciiHexDigit))
            Labels.Of(place.Owner, name)["color"] = color;
        var holder = place.Attribute is { } id && place.Row is { } row ? AttributeOf(row, id) : place.Row;
        if (holder is not null) ImpliedRows.AddTo(holder, "securityLabels", name);
    }

    private static void AddAttribute(JsonObject row, JsonElement item)
    {
        if (ImpliedRows.Text(item, "id") is not { } id || ImpliedRows.Text(item, "value") is null) return;
        var attribute = AttributeOf(row, id);
        if (attribute is null) ImpliedRows.AddTo(row, "attributes", attribute = []);
        ImpliedRows.Copy(item, attribute, "id", "type", "value", "source", "displayed", "dateAdded", "lastModified", "xid");
    }

    private static JsonObject? AttributeOf(JsonObject row, string id) =>
        (row["attributes"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(one => one["id"]?.ToJsonString() == id);

    private void AddResolution(JsonElement item, ImpliedPlace place)
    {
        foreach (var address in Listed(item, "addresses"))
        {
            AddItem("address", address, place with { Array = "", Row = null });
            if (place.Row is not { } host || ImpliedRows.Text(address, "id") is not { } id) continue;
            var resolution = new JsonObject { ["address"] = JsonNode.Parse(id) };
            ImpliedRows.Copy(item, resolution, "resolutionDate=date");
            ImpliedRows.AddTo(host, "dnsResolutions", resolution);
        }
    }

    private void AddDeleted(JsonElement item)
    {
        var key = string.Join('\n', new[] { "ownerName", "type", "summary", "dateAdded" }.Select(member => ImpliedRows.Text(item, member)));
        ImpliedRows.Copy(item, DeletedIndicators.Of(key), "ownerName=owner", "type", "summary", "dateAdded");
        Owners.AddOf(item);
    }

    private static IEnumerable<JsonElement> Listed(JsonElement item, string list) =>
        item.TryGetProperty(list, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
