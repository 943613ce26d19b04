using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control;

/// <summary>The responses of the control plane's own routes.</summary>
static class ControlReplies
{
    private const string ContentType = "application/json";

    /// <summary>204, without a body.</summary>
    public static Reply NoContent { get; } = new(204);

    /// <summary>A JSON object with the members that the callback writes.</summary>
    public static Reply Object(int status, Action<Utf8JsonWriter> members) => new(status)
    {
        ContentType = ContentType,
        Bytes = JsonBody.Bytes(json =>
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }),
    };

    /// <summary>The response to a command on a world: its name and the version of its graph.</summary>
    public static Reply World(World world, int status = 200) => Object(status, json => Write(json, world));

    public static void Write(Utf8JsonWriter json, World world)
    {
        json.WriteString("world", world.Name);
        json.WriteNumber("graphVersion", world.Store.Current.Version);
    }

    public static Reply NotFound(string kind, string name) => Problem.Reply(404, "Not found", $"There is no {kind} {name}.");

    public static Reply Seeding { get; } = Problem.Reply(503, "Seeding", "The emulator is still seeding.").With("Retry-After", "1");
}
