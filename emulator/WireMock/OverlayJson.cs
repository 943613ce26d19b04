using System.Collections.Immutable;
using System.Text.Json;
using WireMock;

namespace Emulation.WireMocks;

/// <summary>
/// The state of WireMock.Net as it is kept:
/// <c>{"mappings":[{"mapping":{…},"disabled","updated"}],"scenarios":[…],"files":{…},"draws"}</c>.
/// A mapping is WireMock.Net's own JSON; a file is base64. Functions that code gives to a mapping are not in it; a program has none.
/// </summary>
static class OverlayJson
{
    public static void Write(Utf8JsonWriter json, OverlayState state)
    {
        json.WriteStartObject();
        json.WriteStartArray("mappings");
        foreach (var mapping in state.Mappings) Write(json, mapping);
        json.WriteEndArray();
        json.WriteStartArray("scenarios");
        foreach (var scenario in state.Scenarios.Values.OrderBy(scenario => scenario.Name, StringComparer.Ordinal)) Write(json, scenario);
        json.WriteEndArray();
        json.WriteStartObject("files");
        foreach (var (name, bytes) in state.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (bytes is null) json.WriteNull(name);
            else json.WriteBase64String(name, bytes);
        }
        json.WriteEndObject();
        json.WriteNumber("draws", state.Draws);
        json.WriteEndObject();
    }

    public static IEnumerable<ReadMapping> Mappings(JsonElement state) => state.GetProperty("mappings").EnumerateArray()
        .Select(row => new ReadMapping(
            row.GetProperty("mapping").GetRawText(),
            row.TryGetProperty("disabled", out var disabled) && disabled.GetBoolean(),
            row.TryGetProperty("updated", out var updated) ? updated.GetDateTime() : null));

    public static ImmutableDictionary<string, ScenarioState> Scenarios(JsonElement state) => state.GetProperty("scenarios").EnumerateArray()
        .Select(row => new ScenarioState
        {
            Name = row.GetProperty("name").GetString()!,
            NextState = row.TryGetProperty("state", out var next) ? next.GetString() : null,
            Started = row.GetProperty("started").GetBoolean(),
            Finished = row.GetProperty("finished").GetBoolean(),
            Counter = row.GetProperty("counter").GetInt32(),
        })
        .ToImmutableDictionary(scenario => scenario.Name, StringComparer.OrdinalIgnoreCase);

    public static ImmutableDictionary<string, byte[]?> Files(JsonElement state) => state.GetProperty("files").EnumerateObject()
        .ToImmutableDictionary(
            file => file.Name,
            file => file.Value.ValueKind == JsonValueKind.Null ? null : file.Value.GetBytesFromBase64(),
            StringComparer.Ordinal);

    public static long Draws(JsonElement state) => state.GetProperty("draws").GetInt64();

    private static void Write(Utf8JsonWriter json, KeptMapping kept)
    {
        if (kept.Text is null) return;
        json.WriteStartObject();
        json.WritePropertyName("mapping");
        json.WriteRawValue(kept.Text, skipInputValidation: true);
        if (kept.IsDisabled) json.WriteBoolean("disabled", true);
        if (kept.UpdatedAt is { } updated) json.WriteString("updated", updated);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ScenarioState scenario)
    {
        json.WriteStartObject();
        json.WriteString("name", scenario.Name);
        if (scenario.NextState is { } next) json.WriteString("state", next);
        json.WriteBoolean("started", scenario.Started);
        json.WriteBoolean("finished", scenario.Finished);
        json.WriteNumber("counter", scenario.Counter);
        json.WriteEndObject();
    }
}

/// <summary>A mapping that was kept.</summary>
readonly record struct ReadMapping(string Text, bool IsDisabled, DateTime? UpdatedAt);
