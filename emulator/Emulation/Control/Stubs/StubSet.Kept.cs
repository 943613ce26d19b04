using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>The set as JSON, with the counters and the states of scenarios that stubs themselves do not have.</summary>
sealed partial record StubSet
{
    public void WriteKept(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("added", _added);
        json.WriteNumber("ids", _ids);
        json.WriteNumber("draws", Draws);
        if (Settings.Source is { } settings)
        {
            json.WritePropertyName("settings");
            settings.WriteTo(json);
        }
        json.WriteStartArray("stubs");
        foreach (var stub in All)
        {
            json.WriteStartObject();
            json.WriteNumber("order", stub.Order);
            json.WritePropertyName("mapping");
            stub.Write(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("scenarios");
        foreach (var name in Scenarios.Names) json.WriteString(name, Scenarios.State(name));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">It holds a stub that cannot be read.</exception>
    public static StubSet ReadKept(JsonElement kept, StubReader reader, long seed)
    {
        var (set, defects) = (Empty(seed), new Defects());
        foreach (var one in kept.GetProperty("stubs").EnumerateArray())
        {
            var stub = reader.Read(one.GetProperty("mapping"), "/mapping", defects);
            set = set.Insert(stub with { Order = one.GetProperty("order").GetInt64() });
        }
        var settings = kept.TryGetProperty("settings", out var source) ? StubSettings.Read(source, defects) : new StubSettings();
        if (defects.First is { } defect) throw new FormatException(defect.Detail);
        var scenarios = set.Scenarios;
        foreach (var state in kept.GetProperty("scenarios").EnumerateObject())
            scenarios = scenarios.Moved(state.Name, state.Value.GetString()!);
        return set with
        {
            Scenarios = scenarios,
            Settings = settings,
            Draws = kept.GetProperty("draws").GetInt64(),
            _added = kept.GetProperty("added").GetInt64(),
            _ids = kept.GetProperty("ids").GetInt64(),
        };
    }
}
