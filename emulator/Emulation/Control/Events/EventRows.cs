using Emulation.Http;

namespace Emulation.Control.Events;

/// <summary>The route that sends events.</summary>
static class EventRows
{
    /// <summary>In place of a world's name: the events of all worlds.</summary>
    public const string AllWorlds = "*";

    public static IReadOnlyList<Route> All(EventHub hub, Worlds worlds) =>
        [ControlRow.Query("GET", "/events", "events", call => Listen(call, hub, worlds))];

    private static Reply Listen(ControlCall call, EventHub hub, Worlds worlds)
    {
        string? world = null;
        if (call.Query["world"] is not AllWorlds)
        {
            if (NamedWorld.Of(call, worlds, out var refusal) is not { } named) return refusal;
            world = named.Name;
        }
        if (hub.IsFull)
            return Problem.Reply(
                429, "Too many listeners", $"There are {EventHub.MaxListeners} listeners already; close one of the pages that listen.");
        var last = call.Header("Last-Event-ID") is { Length: > 0 } id ? id : null;
        return new Reply(200) { ContentType = "text/event-stream", Stream = new EventStream(hub, world, last).Write }
            .With("Cache-Control", "no-store");
    }
}
