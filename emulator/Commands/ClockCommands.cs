using System.CommandLine;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary><c>clock</c>: a world's time.</summary>
static class ClockCommands
{
    private const string Path = "/_emulator/clock";

    public static Command Clock(Remote remote)
    {
        var when = Remote.Argument("WHEN",
            "a moment (2024-03-01T12:00:00Z), a shift from the machine's time (2h, -90s, 1.00:00:00), or real");
        var at = Remote.Argument("MOMENT", "a moment (2024-03-01T12:00:00Z) [now]", required: false);
        var by = Remote.Argument("BY", "how far (250ms, 90s, 5m, 2h, 7d, 00:05:00, PT5M)");
        var step = Remote.Argument("STEP", "how far with each request to an API (250ms, 1s, …)");
        var signatures = new Option<string?>("--signatures")
        {
            HelpName = "both|world",
            Description = "which clock a signature's timestamp may follow: the world's or the machine's, or the world's alone",
        };
        return remote.Group("clock", "A world's time, which timestamps, tokens, batches and limits follow.",
            remote.Leaf("get", "Prints the time and how it proceeds.", _ => new ControlRequest("GET", Path) { Print = PrintClock }),
            remote.Leaf("set", "Sets the time, from which it proceeds.",
                parsed => Put(json => WriteRunning(json, parsed.GetRequiredValue(when)), parsed.GetValue(signatures)), when, signatures),
            remote.Leaf("freeze", "Stops the time.",
                parsed => Put(json => WriteStopped(json, "frozen", parsed.GetValue(at)), parsed.GetValue(signatures)), at, signatures),
            remote.Leaf("step", "Stops the time except for a step with each request.",
                parsed => Put(json => WriteStepped(json, parsed.GetRequiredValue(step), parsed.GetValue(at)), parsed.GetValue(signatures)),
                step, at, signatures),
            remote.Leaf("advance", "Moves the time.", parsed => new ControlRequest("POST", Path + "/advance")
            {
                Body = RequestBody.OfObject(json => json.WriteString("by", parsed.GetRequiredValue(by))),
                Print = PrintClock,
            }, by));
    }

    private static Func<HttpContent, TextWriter, Task> PrintClock { get; } = ControlRequest.Sentence(clock =>
    {
        string[] members = ["now", "mode", "offset", "step"];
        return string.Join(" ", members.Select(member => ControlRequest.Text(clock, member)).Where(text => text.Length > 0));
    });

    private static ControlRequest Put(Action<Utf8JsonWriter> members, string? signatures) => new("PUT", Path)
    {
        Body = RequestBody.OfObject(json =>
        {
            members(json);
            if (signatures is not null) json.WriteString("signatures", signatures);
        }),
        Print = PrintClock,
    };

    private static void WriteRunning(Utf8JsonWriter json, string when)
    {
        if (when == "real") json.WriteString("mode", when);
        // A moment begins with a year and a hyphen; a duration never does.
        else if (when.Length > 4 && when.IndexOf('-', StringComparison.Ordinal) == 4) json.WriteString("now", when);
        else json.WriteString("offset", when);
    }

    private static void WriteStopped(Utf8JsonWriter json, string mode, string? at)
    {
        json.WriteString("mode", mode);
        if (at is not null) json.WriteString("now", at);
    }

    private static void WriteStepped(Utf8JsonWriter json, string step, string? at)
    {
        WriteStopped(json, "stepped", at);
        json.WriteString("step", step);
    }
}
