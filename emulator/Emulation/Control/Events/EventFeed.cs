using System.Text.Json;
using Emulation.Control.Journals;
using Emulation.Http;

namespace Emulation.Control.Events;

/// <summary>Publishes what happens in the worlds: requests, changes by control routes, worlds that are created and deleted.</summary>
sealed class EventFeed(EventHub hub) : IExchangeObserver, IWorldObserver
{
    public bool IsOpen => hub.IsOpen;

    public void Recorded(in Entry entry, Guid? id)
    {
        var (copy, world) = (entry, entry.World);
        hub.Publish(world, EventText.Of("request", json => RequestSummary.Write(json, copy, id)));
    }

    public void Created(World world) => PublishWorld(world, "created", ends: false);

    public void Removed(World world) => PublishWorld(world, "deleted", ends: true);

    public void Followed(World world)
    {
        if (!hub.IsOpen) return;
        hub.Publish(world.Name, EventText.Of("change", json =>
        {
            WriteStart(json, world);
            json.WriteString("area", "data");
            json.WriteString("action", "followed");
            json.WriteNumber("graphVersion", world.Store.Current.Version);
        }));
    }

    /// <summary>A control route with its changes published.</summary>
    public Route Observe(Route route) => route.Handler switch
    {
        RouteHandler.ControlCommand command => route with { ControlCommand = call => Published(call, command.Handle(call)) },
        RouteHandler.ControlTask task => route with { ControlTask = async call => Published(call, await task.Handle(call)) },
        _ => route,
    };

    private Reply Published(ControlCall call, Reply reply)
    {
        if (!hub.IsOpen || reply.Status >= 400 || call.Method is "GET" or "HEAD") return reply;
        var world = call.World;
        hub.Publish(world.Name, EventText.Of("change", json =>
        {
            WriteStart(json, world);
            json.WriteString("area", AreaOf(call.Route.Path));
            json.WriteString("action", call.Route.Name);
            json.WriteString("method", call.Method);
            json.WriteString("target", call.Target.Path);
            json.WriteNumber("graphVersion", world.Store.Current.Version);
        }));
        return reply;
    }

    private void PublishWorld(World world, string action, bool ends)
    {
        if (!hub.IsOpen) return;
        hub.Publish(world.Name, EventText.Of("world", json =>
        {
            WriteStart(json, world);
            json.WriteString("action", action);
        }), ends);
    }

    private static void WriteStart(Utf8JsonWriter json, World world)
    {
        json.WriteString("time", Instants.Text(world.Clock.GetUtcNow()));
        json.WriteString("world", world.Name);
    }

    /// <summary>What a route changes, in one word.</summary>
    private static string AreaOf(string path) => path.Split('/') switch
    {
        [_, ControlApi.Prefix, "reset" or "import", ..] => "data",
        [_, ControlApi.Prefix, var area, ..] => area,
        [_, ControlApi.AdminPrefix, "requests", ..] => "journal",
        _ => "stubs",
    };
}
