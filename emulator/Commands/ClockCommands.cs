using System.CommandLine;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary><c>clock</c>: a world's time.</summary>
static class ClockCommands
{
    private const string Path = "/_emulator/clock";

    public static Command Clock(Remote remote)
    {
        var when = Remote.Value("WHEN", "a moment (2024-03-01T12:00:00Z), a shift from the machine's time (2h, -90s, 1.00:00:00), or real");
        var at = Remote.Value("MOMENT", "a moment (2024-03-01T12:00:00Z) [now]", needed: false);
        var by = Remote.Value("BY", "how far (250ms, 90s, 5m, 2h, 7d, 00:05:00, PT5M)");
        var step = Remote.Value("STEP", "how far with each request to an API (250ms, 1s, …)");
        var signatures = new Option<string?>("--signatures") { HelpName = "both|world", Description = "whose time a signature's timestamp may have: the world's or the machine's, or the world's alone" };
        return remote.Group("clock", "A world's time, which timestamps, tokens, batches and limits follow.",
            remote.Leaf("get", "Tells what time it is, and how it goes on.", _ => new Errand("GET", Path) { Tell = Told }),
            remote.Leaf("set", "Sets the time; it goes on from there.", parsed => Put(json => Going(json, parsed.GetRequiredValue(when)), parsed.GetValue(signatures)), when, signatures),
            remote.Leaf("freeze", "Stops the time.", parsed => Put(json => Standing(json, "frozen", parsed.GetValue(at)), parsed.GetValue(signatures)), at, signatures),
            remote.Leaf("step", "Stops the time but for a step with each request.", parsed => Put(json => Stepping(json, parsed.GetRequiredValue(step), parsed.GetValue(at)), parsed.GetValue(signatures)), step, at, signatures),
            remote.Leaf("advance", "Moves the time.", parsed => new Errand("POST", Path + "/advance")
            {
                Body = Bodies.Object(json => json.WriteString("by", parsed.GetRequiredValue(by))),
                Tell = Told,
            }, by));
    }

    private static Func<HttpContent, TextWriter, Task> Told { get; } = Errand.Say(clock =>
        string.Join(" ", new[] { Errand.Text(clock, "now"), Errand.Text(clock, "mode"), Errand.Text(clock, "offset"), Errand.Text(clock, "step") }.Where(part => part.Length > 0)));

    private static Errand Put(Action<Utf8JsonWriter> members, string? signatures) => new("PUT", Path)
    {
        Body = Bodies.Object(json =>
        {
            members(json);
            if (signatures is not null) json.WriteString("signatures", signatures);
        }),
        Tell = Told,
    };

    private static void Going(Utf8JsonWriter json, string when)
    {
        if (when == "real") json.WriteString("mode", when);
        // A moment begins with a year and a hyphen; no length of time does.
        else if (when.Length > 4 && when.IndexOf('-', StringComparison.Ordinal) == 4) json.WriteString("now", when);
        else json.WriteString("offset", when);
    }

    private static void Standing(Utf8JsonWriter json, string mode, string? at)
    {
        json.WriteString("mode", mode);
        if (at is not null) json.WriteString("now", at);
    }

    private static void Stepping(Utf8JsonWriter json, string step, string? at)
    {
        Standing(json, "stepped", at);
        json.WriteString("step", step);
    }
}
