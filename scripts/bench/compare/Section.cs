using Compare.Sections;

namespace Compare;

/// <summary>A part that can be measured by itself.</summary>
sealed record Section(string Name, Func<Lab, Task> Run)
{
    /// <summary>In the order in which they run: size comes before whatever else loads the large emulator.</summary>
    public static IReadOnlyList<Section> All { get; } =
    [
        new("start",       StartUp.Run),
        new("limit",       Limit.Run),
        new("peers",       BesidePeers.Run),
        new("size",        Size.Run),
        new("deso",        Deso.Run),
        new("threatwinds", ThreatWinds.Run),
        new("control",     Control.Run),
        new("create",      Create.Run),
        new("batch",       Batch.Run),
        new("journal",     Journal.Run),
        new("stubs",       Stubs.Run),
        new("overlay",     Overlay.Run),
    ];
}
