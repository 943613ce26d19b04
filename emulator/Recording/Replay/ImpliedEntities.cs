using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Http;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Replays;

/// <summary>Entities of ThreatWinds that answers show, their comments, and the relations that lists of associations imply.</summary>
sealed class ImpliedEntities
{
    /// <summary>Both directions of a relation; the row has the one in which it was reported, where an answer shows that.</summary>
    private readonly Dictionary<(string One, string Other), JsonObject> _relations = [];

    /// <summary>Entities that never had tags. Some pages write an empty list for them.</summary>
    private readonly HashSet<string> _withoutTags = new(StringComparer.Ordinal);

    public ImpliedRows Entities { get; } = new();

    public ImpliedRows Comments { get; } = new();

    public void WriteTo(JsonObject root)
    {
        foreach (var id in _withoutTags) Entities.Find(id)?.Remove("tags");
        root["entities"] = Entities.ToArray();
        // A collection expression would call Add<JsonObject>, which needs reflection.
        root["entityRelations"] = new JsonArray([.. _relations.Values.Distinct().Where(IsBetweenKnown).Select(row => row.DeepClone())]);
        root["entityComments"] = new JsonArray(
            [.. Comments.All.Where(row => Entities.Has(row["entityID"]!.GetValue<string>())).Select(row => row.DeepClone())]);
    }

    public void Add(Match match, JsonElement answer)
    {
        var around = match.Values.FirstOrDefault(value => TextForms.Of(value) is TextForm.EntityId);
        Walk(answer, around);
    }

    private void Walk(JsonElement value, string? around)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Walk(item, around);
            return;
        }
        if (value.ValueKind != JsonValueKind.Object) return;
        if (IdOf(value) is { } id && value.TryGetProperty("type", out _)) AddEntity(value, id, around);
        else if (ImpliedRows.Text(value, "source") is { } source && ImpliedRows.Text(value, "target") is { } target)
            Relate(source, target);
        else if (ImpliedRows.Text(value, "comment") is not null && ImpliedRows.Text(value, "entityID") is not null) AddComment(value);
        else if (End(value, "entity") is { } one && End(value, "relation") is { } other)
        {
            AddRelation(value, one, other);
            around = null;
        }
        foreach (var member in value.EnumerateObject())
        {
            Walk(member.Value, around);
            if (member.Name == "extended_metadata" && around is not null) AddAggregations(member.Value, around);
        }
    }

    private static string? IdOf(JsonElement value) =>
        (ImpliedRows.Text(value, "entityID") ?? ImpliedRows.Text(value, "id")) is { } id && TextForms.Of(id) is TextForm.EntityId
            ? id
            : null;

    private static string? End(JsonElement value, string member) =>
        value.TryGetProperty(member, out var end) && end.ValueKind == JsonValueKind.Object ? IdOf(end) : null;

    private void AddEntity(JsonElement value, string id, string? around)
    {
        var row = Entities.Of(id);
        row["id"] = id;
        ImpliedRows.Copy(value, row, "type", "@timestamp", "lastSeen", "firstSeen", "bestReputation", "worstReputation", "wellKnown",
            "tags", "visibleBy", "attributes", "label", "description", "first_seen=firstSeen", "last_seen=lastSeen",
            "reputation_score=reputation", "best_reputation_score=bestReputation", "worst_reputation_score=worstReputation",
            "accuracy_score=accuracy");
        // The page with details has names in place of these numbers.
        foreach (var score in new[] { "reputation", "accuracy" })
        {
            if (value.TryGetProperty(score, out var number) && number.ValueKind == JsonValueKind.Number)
                ImpliedRows.Copy(value, row, score);
        }
        if (value.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Null) _withoutTags.Add(id);
        AddValue(row, value);
        if (around is not null && around != id) Relate(around, id);
    }

    /// <summary>The page with details shows the value alone.</summary>
    private static void AddValue(JsonObject row, JsonElement value)
    {
        if (ImpliedRows.Text(value, "type") is not { } type || !value.TryGetProperty("value", out _)) return;
        if (row["attributes"] is not null) return;
        var attributes = new JsonObject();
        ImpliedRows.Copy(value, attributes, $"value={type}");
        row["attributes"] = attributes;
        row["@timestamp"] ??= row["lastSeen"]?.DeepClone();
    }

    private void AddRelation(JsonElement value, string one, string other)
    {
        var row = Relate(one, other);
        (row["entityID"], row["relatedEntityID"]) = (one, other);
        ImpliedRows.Copy(value, row, "@timestamp", "mode");
    }

    /// <summary>What the page with details lists apart from associations: aggregations.</summary>
    private void AddAggregations(JsonElement list, string around)
    {
        if (list.ValueKind != JsonValueKind.Array) return;
        foreach (var item in list.EnumerateArray())
            if (IdOf(item) is { } id) Relate(around, id)["mode"] = "aggregation";
    }

    private void AddComment(JsonElement value)
    {
        if (ImpliedRows.Text(value, "id") is not { } id) return;
        ImpliedRows.Copy(value, Comments.Of(id), "id", "entityID", "comment", "@timestamp");
        if (ImpliedRows.Text(value, "parentID") is { } parent && Comments.Has(parent)) Comments.Of(id)["parentID"] = parent;
    }

    private JsonObject Relate(string one, string other)
    {
        if (_relations.TryGetValue((one, other), out var known)) return known;
        var row = new JsonObject { ["entityID"] = one, ["relatedEntityID"] = other };
        _relations[(one, other)] = _relations[(other, one)] = row;
        return row;
    }

    private bool IsBetweenKnown(JsonObject relation) =>
        Entities.Has(relation["entityID"]!.GetValue<string>()) && Entities.Has(relation["relatedEntityID"]!.GetValue<string>());
}
