using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control;

/// <summary>Liveness (the process answers) and readiness (the last seeded node is readable).</summary>
static class Health
{
    public static Reply Live(Call call) => Status(200, "live");

    public static Reply Ready(Worlds worlds) =>
        worlds.Ready ? Status(200, "ready") : Status(503, "seeding").With("Retry-After", "1");

    private static Reply Status(int status, string word) => ControlReplies.Object(status, json => json.WriteString("status", word));
}
