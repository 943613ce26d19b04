namespace Emulation.Graphs.ThreatConnect;

/// <summary>When an owner's report of all indicators was last requested. An owner without one has never requested it.</summary>
sealed record BulkReport : Node
{
    public static Index<BulkReport, IdKey> ByOwner { get; } = new(item => new IdKey(0, item.Owner));

    public static Kind NodeKind { get; } = new(24, "bulk report", ByOwner);

    public override Kind Kind => NodeKind;

    public required int Owner { get; init; }

    /// <summary>The moment, in seconds since 1970.</summary>
    public required long AskedAt { get; init; }

    /// <summary>It is still being generated; it is ready at the next request.</summary>
    public bool Running { get; init; }
}
