namespace Emulation.Control;

/// <summary>What the emulator was started with, as its info route tells it.</summary>
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
    /// <summary>PEM of the authority of a certificate made at start; null without one.</summary>
    public string? AuthorityPem { get; init; }
}
