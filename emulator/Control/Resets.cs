using Emulation.Http;

namespace Emulation.Control;

/// <summary>Puts a world back to its dataset.</summary>
static class Resets
{
    public static Reply Reset(Call call, Worlds worlds)
    {
        if (!worlds.Ready) return call.Api.Fail(call, Failure.Seeding).With("Retry-After", "1");
        call.World.Reset(worlds.Dataset);
        return new(200)
        {
            ContentType = "application/json",
            Bytes = Json.Bytes(json =>
            {
                json.WriteStartObject();
                json.WriteString("world", call.World.Name);
                json.WriteNumber("graphVersion", worlds.Dataset.Version);
                json.WriteEndObject();
            }),
        };
    }
}
