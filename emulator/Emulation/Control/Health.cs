using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control;

/// <summary>Liveness (the process answers) and readiness (the last seeded node is readable).</summary>
static class Health
{
    public static Reply Live(Call call) => Status(200, "live");

    public static Reply Ready(Worlds worlds) =>
        worlds.Ready ? Status(200, "ready") : Seeding(worlds.SeedingPercent()).With("Retry-After", "1");

    private static Reply Seeding(int percent) => ControlReplies.Object(503, json =>
    {
        json.WriteString("status", "seeding");
        json.WriteNumber("percent", percent);
    });

    private static Reply Status(int status, string word) => ControlReplies.Object(status, json => json.WriteString("status", word));
}
