using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Http;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Replays;

/// <summary>Entities of ThreatWinds that answers show, and the relations that lists of associations imply.</summary>
sealed class ImpliedEntities
{
    private readonly HashSet<(string One, string Other)> _relations = [];

    public ImpliedRows Entities { get; } = new();

    // A collection expression would call Add<JsonObject>, which needs reflection.
    public JsonArray Relations => new(
    [
        .. _relations.Where(pair => Entities.Has(pair.One) && Entities.Has(pair.Other)).Select(
            JsonNode (pair) => new JsonObject { ["entityID"] = pair.One, ["relatedEntityID"] = pair.Other }),
    ]);

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
        if (IsEntity(value, out var id)) AddEntity(value, id, around);
        else if (ImpliedRows.Text(value, "source") is { } source && ImpliedRows.Text(value, "target") is { } target) Relate(source, target);
        foreach (var member in value.EnumerateObject()) Walk(member.Value, around);
    }

    private static bool IsEntity(JsonElement value, out string id)
    {
        id = ImpliedRows.Text(value, "id") ?? "";
        return TextForms.Of(id) is TextForm.EntityId && value.TryGetProperty("type", out _)
            && value.TryGetProperty("attributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object;
    }

    private void AddEntity(JsonElement value, string id, string? around)
    {
        var row = Entities.Of(id);
        ImpliedRows.Copy(value, row, "id", "type", "@timestamp", "lastSeen", "firstSeen", "reputation", "bestReputation", "worstReputation",
            "accuracy", "wellKnown", "tags", "visibleBy", "attributes", "label", "description");
        if (around is not null && around != id) Relate(around, id);
    }

    private void Relate(string one, string other)
    {
        if (!_relations.Contains((other, one))) _relations.Add((one, other));
    }
}
