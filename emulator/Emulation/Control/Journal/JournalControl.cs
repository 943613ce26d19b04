using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>The routes that show, configure and clear the journal.</summary>
static class JournalControl
{
    // Two bodies, their targets and headers: the last request always fits.
    private const long MinMaxBytes = 256 * 1024;
    private const long MaxMaxBytes = 1L << 40;

    public static IReadOnlyList<Route> Rows { get; } =
    [
        ControlRow.Query("GET",      "/journal", "journal.get",   Show),
        ControlRow.Command("PUT",    "/journal", "journal.set",   Set),
        ControlRow.Command("DELETE", "/journal", "journal.clear", Clear),
    ];

    public static Journal Of(ControlCall call) =>
        call.World.Journal as Journal
            ?? throw new InvalidOperationException($"The world {call.World.Name} has a journal that is not the control plane's.");

    private static Reply Show(ControlCall call) => ControlReplies.Object(200, json =>
    {
        var journal = Of(call);
        var (setting, size) = (journal.Setting, journal.Size);
        json.WriteBoolean("enabled", setting.IsOpen);
        json.WriteNumber("count", size.Count);
        json.WriteNumber("max", setting.MaxCount);
        json.WriteNumber("maxBytes", setting.MaxBytes);
        json.WriteNumber("bytes", size.Bytes);
    });

    private static Reply Set(ControlCall call)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var enabled = body.Flag("enabled");
        var max = body.Whole("max", 1, 1_000_000);
        var bytes = body.Whole("maxBytes", MinMaxBytes, MaxMaxBytes);
        body.Close();
        if (defects.First is { } defect) return defect.Refused("Not a setting");
        var journal = Of(call);
        var setting = journal.Setting;
        journal.Set(new JournalSetting(enabled ?? setting.IsOpen, (int)(max ?? setting.MaxCount), bytes ?? setting.MaxBytes));
        return Show(call);
    }

    private static Reply Clear(ControlCall call)
    {
        Of(call).RemoveAll();
        return ControlReplies.NoContent;
    }
}
