using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>How the rows under <c>/__admin</c> are made, and how their bodies are read.</summary>
static class AdminRow
{
    private static readonly JsonElement s_nothing = JsonElement.Parse("{}");

    public static Route Of(string method, string path, string name, Func<ControlCall, Reply> query) =>
        new(method, $"/{ControlApi.AdminPrefix}{path}", name, Provenance.Documented, "interface") { ControlQuery = query };

    /// <summary>A row that changes a world. While data is being seeded that would be undone when the world opens.</summary>
    public static Route Changing(Worlds worlds, string method, string path, string name, Func<ControlCall, WorldStubs, Reply> change) =>
        Of(method, path, name, _ => Answers.Done) with { ControlCommand = call => worlds.Ready ? change(call, StubsOf(call)) : Answers.Seeding };

    public static WorldStubs StubsOf(ControlCall call) => (WorldStubs)call.World.Stubs;

    /// <summary>The body as JSON; an empty one is an object without members.</summary>
    public static JsonElement Body(ControlCall call, Defects defects) => call.Body.IsEmpty ? s_nothing : Members.Parse(call.Body, defects) ?? s_nothing;
}
