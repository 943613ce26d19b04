using System.Text.Json;
using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>The shapes of the control plane's own answers.</summary>
static class Answers
{
    private const string ContentType = "application/json";

    /// <summary>Nothing to show.</summary>
    public static Reply Done { get; } = new(204);

    /// <summary>An object with these members.</summary>
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

    /// <summary>What a call on a world answers: its name and where its graph is now.</summary>
    public static Reply World(World world, int status = 200) => Object(status, json => Write(json, world));

    public static void Write(Utf8JsonWriter json, World world)
    {
        json.WriteString("world", world.Name);
        json.WriteNumber("graphVersion", world.Store.Current.Version);
    }

    public static Reply Missing(string what, string name) => Problem.Reply(404, "Not found", $"There is no {what} {name}.");

    public static Reply Seeding { get; } = Problem.Reply(503, "Seeding", "The emulator is still seeding.").With("Retry-After", "1");
}
