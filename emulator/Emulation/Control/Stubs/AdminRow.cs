using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>Creates the route table rows under <c>/__admin</c> and reads their bodies.</summary>
static class AdminRow
{
    private static readonly JsonElement s_emptyObject = JsonElement.Parse("{}");

    public static Route Of(string method, string path, string name, Func<ControlCall, Reply> query) =>
        new(method, $"/{ControlApi.AdminPrefix}{path}", name, Provenance.Documented, "interface") { ControlQuery = query };

    /// <summary>A row that changes a world. Refused during seeding, which ends with a reset that would undo the change.</summary>
    public static Route Changing(Worlds worlds, string method, string path, string name, Func<ControlCall, WorldStubs, Reply> change) =>
        Of(method, path, name, _ => ControlReplies.NoContent) with
        {
            ControlCommand = call => worlds.Ready ? change(call, StubsOf(call)) : ControlReplies.Seeding,
        };

    public static WorldStubs StubsOf(ControlCall call) => (WorldStubs)call.World.Stubs;

    /// <summary>The body as JSON; an empty one is an object without members.</summary>
    public static JsonElement Body(ControlCall call, Defects defects) =>
        call.Body.IsEmpty ? s_emptyObject : Members.Parse(call.Body, defects) ?? s_emptyObject;
}
