using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>The journal itself: how much it keeps, and whether it is kept.</summary>
static class JournalControl
{
    // Two bodies and what stands around them, so that the last request always fits.
    private const long LeastBytes = 256 * 1024;
    private const long MostBytes = 1L << 40;

    public static IReadOnlyList<Route> Rows { get; } =
    [
        ControlRow.Of("GET",    "/journal", "journal.get")   with { ControlQuery = Show },
        ControlRow.Of("PUT",    "/journal", "journal.set")   with { ControlCommand = Set },
        ControlRow.Of("DELETE", "/journal", "journal.clear") with { ControlCommand = Clear },
    ];

    public static Journal Of(ControlCall call) =>
        call.World.Journal as Journal ?? throw new InvalidOperationException($"The world {call.World.Name} has a journal that is not the control plane's.");

    private static Reply Show(ControlCall call) => Answers.Object(200, json =>
    {
        var journal = Of(call);
        var (setting, size) = (journal.Setting, journal.Size);
        json.WriteBoolean("enabled", setting.IsOpen);
        json.WriteNumber("count", size.Count);
        json.WriteNumber("max", setting.Most);
        json.WriteNumber("maxBytes", setting.MostBytes);
        json.WriteNumber("bytes", size.Bytes);
    });

    private static Reply Set(ControlCall call)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var enabled = body.Flag("enabled");
        var most = body.Whole("max", 1, 1_000_000);
        var bytes = body.Whole("maxBytes", LeastBytes, MostBytes);
        body.Close();
        if (defects.First is { } defect) return defect.Refused("Not a setting");
        var journal = Of(call);
        var setting = journal.Setting;
        journal.Set(new JournalSetting(enabled ?? setting.IsOpen, (int)(most ?? setting.Most), bytes ?? setting.MostBytes));
        return Show(call);
    }

    private static Reply Clear(ControlCall call)
    {
        Of(call).Forget();
        return Answers.Done;
    }
}
