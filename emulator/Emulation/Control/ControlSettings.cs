namespace Emulation.Control;

/// <summary>The settings with which the emulator was started, as the info route reports them.</summary>
sealed record ControlSettings(
    string Version,
    string Dataset,
    int Size,
    long Seed,
    string Auth,
    string Clock,
    IReadOnlyList<string> Hosts,
    string? Token,
    IReadOnlyList<Uri> Bound)
{
    /// <summary>PEM of the authority of the self-signed certificate; null without one.</summary>
    public string? AuthorityPem { get; init; }

    /// <summary>Returns unused memory to the system; null: that is left to the process.</summary>
    public Action? ReturnMemory { get; init; }

    /// <summary>A folder of reports of comparisons with the real services; null without one.</summary>
    public string? Evidence { get; init; }
}
