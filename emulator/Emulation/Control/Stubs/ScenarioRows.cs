using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>WireMock's admin routes for scenarios, settings, reset, health and version.</summary>
static class ScenarioRows
{
    /// <summary>The WireMock version whose API is emulated; some clients request it.</summary>
    private const string Version = "3.13.2";

    public static IReadOnlyList<Route> All(Worlds worlds)
    {
        var started = worlds.DefaultWorld.Machine.GetTimestamp();
        return
        [
            AdminRow.Of("GET", "/scenarios", "scenarios.list", List),
            AdminRow.Changing(worlds, "POST", "/scenarios/reset", "scenarios.reset", (_, stubs) => Restart(stubs)),
            AdminRow.Changing(worlds, "PUT",  "/scenarios/{name}/state", "scenarios.set", Set),
            AdminRow.Of("GET", "/settings", "settings.get", Settings),
            AdminRow.Changing(worlds, "POST", "/settings", "settings.set", SetSettings),
            AdminRow.Changing(worlds, "PUT",  "/settings", "settings.put", SetSettings),
            AdminRow.Changing(worlds, "POST", "/reset", "admin.reset", Reset),
            AdminRow.Of("GET", "/health", "admin.health", call => Health(call, started)) with { Policy = ControlApi.Open },
            AdminRow.Of("GET", "/version", "admin.version", _ => ControlReplies.Object(200, json => json.WriteString("version", Version))),
        ];
    }

    private static Reply List(ControlCall call) => ControlReplies.Object(200, json =>
    {
        var now = AdminRow.StubsOf(call).Now;
        var stubs = now.All.Where(stub => stub.Scenario is not null)
            .OrderBy(stub => stub.Order)
            .ToLookup(stub => stub.Scenario!, StringComparer.Ordinal);
        json.WriteStartArray("scenarios");
        foreach (var name in now.Scenarios.Names) Write(json, name, now.Scenarios.State(name)!, [.. stubs[name]]);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, string name, string state, List<Stub> stubs)
    {
        json.WriteStartObject();
        json.WriteString("id", name);
        json.WriteString("name", name);
        json.WriteString("state", state);
        json.WriteStartArray("possibleStates");
        foreach (var possible in StatesOf(stubs)) json.WriteStringValue(possible);
        json.WriteEndArray();
        json.WriteStartArray("mappings");
        foreach (var stub in stubs) stub.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<string> StatesOf(IEnumerable<Stub> stubs) =>
        stubs.SelectMany(stub => new[] { stub.RequiredState, stub.NewState }).OfType<string>().Distinct(StringComparer.Ordinal);

    private static Reply Set(ControlCall call, WorldStubs stubs)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var state = body.Text("state");
        // Without a body the scenario restarts, as in WireMock.
        if (!call.Body.IsEmpty && state is null) body.Wrong("state", "is missing");
        body.Close();
        if (defects.First is { } defect) return AdminReplies.Wrong(defect);
        var name = call["name"];
        return stubs.Change(now =>
        {
            if (now.Scenarios.State(name) is null) return (now, UnknownScenario(name));
            var states = StatesOf(now.All.Where(stub => stub.Scenario == name));
            if (state is not null && state != Scenarios.Started && !states.Contains(state, StringComparer.Ordinal))
                return (now, UnknownState(name, state));
            return (now with { Scenarios = now.Scenarios.Moved(name, state ?? Scenarios.Started) }, AdminReplies.Empty);
        });
    }

    private static Reply UnknownScenario(string name) =>
        AdminReplies.Refused(404, 404, $"Scenario {name} does not exist", "No stub mapping names this scenario.", null);

    private static Reply UnknownState(string name, string state)
    {
        const string Detail = "No stub mapping of the scenario names this state.";
        return AdminReplies.Refused(422, AdminReplies.WrongState, $"Scenario {name} does not support state {state}", Detail, "/state");
    }

    private static Reply Restart(WorldStubs stubs) =>
        stubs.Change(now => (now with { Scenarios = now.Scenarios.Restarted() }, AdminReplies.Empty));

    private static Reply Settings(ControlCall call) => ControlReplies.Object(200, json =>
    {
        json.WriteStartObject("settings");
        AdminRow.StubsOf(call).Now.Settings.Write(json);
        json.WriteEndObject();
    });

    private static Reply SetSettings(ControlCall call, WorldStubs stubs)
    {
        var defects = new Defects();
        var settings = StubSettings.Read(AdminRow.Body(call, defects), defects);
        return defects.First is { } defect
            ? AdminReplies.Wrong(defect)
            : stubs.Change(now => (now with { Settings = settings }, AdminReplies.Done));
    }

    /// <summary>Resets mappings, scenarios, settings and recorded requests; data, clock and faults stay.</summary>
    private static Reply Reset(ControlCall call, WorldStubs stubs)
    {
        stubs.Change(now => (stubs.ResetOf(now) with { Settings = new StubSettings() }, true));
        call.World.Journal.Clear();
        return AdminReplies.Done;
    }

    private static Reply Health(ControlCall call, long started) => ControlReplies.Object(200, json =>
    {
        json.WriteString("status", "healthy");
        json.WriteString("message", "The emulator is ok");
        json.WriteString("version", Version);
        json.WriteNumber("uptimeInSeconds", (long)call.World.Machine.GetElapsedTime(started).TotalSeconds);
        json.WriteString("timestamp", Instants.Text(call.Now));
    });
}
