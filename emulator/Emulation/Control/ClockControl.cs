using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>The routes that show, set and advance a world's clock.</summary>
static class ClockControl
{
    private const string NotAClock = "Not a clock";

    private static readonly string[] s_modes = ["real", "offset", "frozen", "stepped"];

    // Ten years per request is more than any test needs, and keeps the sum in range.
    private static readonly TimeSpan s_longestStep = TimeSpan.FromDays(3653);

    public static IReadOnlyList<Route> Rows { get; } =
    [
        ControlRow.Query("GET",    "/clock",         "clock.get",     Show),
        ControlRow.Command("PUT",  "/clock",         "clock.set",     Set),
        ControlRow.Command("POST", "/clock/advance", "clock.advance", Advance),
    ];

    public static void Write(Utf8JsonWriter json, WorldClock clock)
    {
        var setting = clock.Setting;
        json.WriteString("mode", s_modes[(int)setting.Mode]);
        json.WriteString("now", Instants.Text(clock.GetUtcNow()));
        if (setting.Mode == ClockMode.Offset) json.WriteString("offset", Durations.Text(setting.Offset));
        if (setting.Mode == ClockMode.Stepped) json.WriteString("step", Durations.Text(setting.Step));
        json.WriteString("signatures", setting.AloneForSignatures ? "world" : "both");
    }

    private static Reply Show(ControlCall call) => ControlReplies.Object(200, json => Write(json, call.World.Clock));

    private static Reply Set(ControlCall call)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var mode = (ClockMode?)body.OneOf("mode", s_modes);
        var now = body.Moment("now");
        var offset = body.Duration("offset");
        var step = body.Duration("step");
        var signatures = body.OneOf("signatures", "both", "world");
        body.Close();
        if (now is { } at && (at < ClockSetting.Earliest || at > ClockSetting.Latest))
            body.Wrong("now", "must be in the years 1970 to 8999");
        if (step is { } length && (length <= TimeSpan.Zero || length > s_longestStep))
            body.Wrong("step", "must be more than nothing and at most ten years");
        if (mode is null && now is null && offset is null && signatures is null) body.Wrong("mode", "is missing");
        mode ??= offset is not null || now is not null ? ClockMode.Offset : call.World.Clock.Setting.Mode;
        if (mode == ClockMode.Real && now is not null) body.Wrong("now", "goes with offset, frozen and stepped");
        if (mode != ClockMode.Offset && offset is not null) body.Wrong("offset", "goes with the mode offset alone");
        if (mode == ClockMode.Offset && offset is not null && now is not null) body.Wrong("offset", "and \"now\" say the same; send one");
        if (mode != ClockMode.Stepped && step is not null) body.Wrong("step", "goes with the mode stepped alone");
        if (defects.First is { } defect) return defect.Refused(NotAClock);

        var clock = call.World.Clock;
        var setting = clock.Setting;
        var alone = signatures is { } which ? which == 1 : setting.AloneForSignatures;
        var machine = call.World.Machine.GetUtcNow();
        // A running clock keeps its exact offset; computing it again from two readings would change it by the time between them.
        var present = setting.Mode is ClockMode.Real or ClockMode.Offset ? setting.Offset : setting.At - machine;
        var shift = offset ?? (now is { } then ? then - machine : present);
        if (mode == ClockMode.Offset && (machine + shift < ClockSetting.Earliest || machine + shift > ClockSetting.Latest))
            return Problem.Reply(400, NotAClock, "\"/offset\" leads out of the years 1970 to 8999.", "/offset");
        clock.Set(mode switch
        {
            ClockMode.Real => new ClockSetting(ClockMode.Real, TimeSpan.Zero, default, default, alone),
            ClockMode.Offset => new ClockSetting(ClockMode.Offset, shift, default, default, alone),
            ClockMode.Frozen => new ClockSetting(ClockMode.Frozen, TimeSpan.Zero, now ?? clock.GetUtcNow(), default, alone),
            ClockMode.Stepped =>
                new ClockSetting(ClockMode.Stepped, TimeSpan.Zero, now ?? clock.GetUtcNow(), step ?? StepOf(setting), alone),
            _ => throw new InvalidOperationException($"Unknown clock mode {mode}."),
        });
        return Show(call);
    }

    private static Reply Advance(ControlCall call)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var by = body.Duration("by");
        if (by is null) body.Wrong("by", "is missing");
        body.Close();
        if (defects.First is { } defect) return defect.Refused(NotAClock);
        return call.World.Clock.Advance(by!.Value)
            ? Show(call)
            : Problem.Reply(400, NotAClock, "\"/by\" leads out of the years 1970 to 8999.", "/by");
    }

    private static TimeSpan StepOf(ClockSetting setting) => setting.Mode == ClockMode.Stepped ? setting.Step : TimeSpan.FromSeconds(1);
}
