namespace Emulation.Graphs.ThreatWinds;

/// <summary>A requested scan; one per target.</summary>
sealed record Scan : Node
{
    public static Index<Scan, TextKey> ByTarget { get; } = new(scan => new(0, scan.Target));

    public static Kind NodeKind { get; } = new(58, "scan", ByTarget);

    public override Kind Kind => NodeKind;

    public required Guid Id { get; init; }

    public required string Target { get; init; }

    /// <summary>When it was requested, in nanoseconds since 1970.</summary>
    public required long At { get; init; }
}
