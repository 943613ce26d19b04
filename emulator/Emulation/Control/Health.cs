using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>Whether the process answers, and whether the last seeded node is readable.</summary>
static class Health
{
    public static Reply Live(Call call) => Status(200, "live");

    public static Reply Ready(Worlds worlds) =>
        worlds.Ready ? Status(200, "ready") : Status(503, "seeding").With("Retry-After", "1");

    private static Reply Status(int status, string word) =>
        new(status) { ContentType = "application/json", Bytes = JsonBody.Bytes(json => { json.WriteStartObject(); json.WriteString("status", word); json.WriteEndObject(); }) };
}
