namespace Emulation.Graphs.ThreatConnect;

/// <summary>The observations of an indicator by one user on one day. Deleted with its indicator.</summary>
sealed record Observation : Node
{
    public static Index<Observation, NewestKey> OfIndicator { get; } = new(item => new NewestKey(item.Indicator, item.At, item.Id));

    public static Index<Observation, NewestKey> Newest { get; } = new(item => new NewestKey(0, item.At, item.Id));

    public static Kind NodeKind { get; } = new(16, "observation", OfIndicator, Newest);

    public override Kind Kind => NodeKind;

    public required long Id { get; init; }

    /// <summary>The indicator's graph key.</summary>
    public required int Indicator { get; init; }

    public required int User { get; init; }

    public required int Count { get; init; }

    public required long At { get; init; }
}

/// <summary>One user's report, on one day, that an indicator is a false positive. Deleted with its indicator.</summary>
sealed record FalsePositive : Node
{
    public static Index<FalsePositive, NewestKey> OfIndicator { get; } = new(item => new NewestKey(item.Indicator, item.At, item.Id));

    public static Kind NodeKind { get; } = new(17, "false positive", OfIndicator);

    public override Kind Kind => NodeKind;

    public required long Id { get; init; }

    /// <summary>The indicator's graph key.</summary>
    public required int Indicator { get; init; }

    public required int User { get; init; }

    public required long At { get; init; }
}

/// <summary>Where a file was seen. Deleted with its indicator.</summary>
sealed record FileOccurrence : Node
{
    public static Index<FileOccurrence, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Index<FileOccurrence, IdKey> OfFile { get; } = new(item => new IdKey(item.File, item.Id));

    public static Kind NodeKind { get; } = new(18, "file occurrence", ById, OfFile);

    public override Kind Kind => NodeKind;

    public required long Id { get; init; }

    /// <summary>The indicator's graph key.</summary>
    public required int File { get; init; }

    public string? FileName { get; init; }

    public string? Path { get; init; }

    public long? Date { get; init; }
}

/// <summary>A host had an address at some moment. Deleted with either.</summary>
sealed record DnsResolution : Node
{
    public static Index<DnsResolution, NewestKey> OfHost { get; } = new(item => new NewestKey(item.Host, item.At, item.Id));

    public static Index<DnsResolution, NewestKey> OfAddress { get; } = new(item => new NewestKey(item.Address, item.At, item.Id));

    public static Kind NodeKind { get; } = new(19, "DNS resolution", OfHost, OfAddress);

    public override Kind Kind => NodeKind;

    public required long Id { get; init; }

    /// <summary>The host's graph key.</summary>
    public required int Host { get; init; }

    /// <summary>The address's graph key.</summary>
    public required int Address { get; init; }

    public required long At { get; init; }
}

/// <summary>An indicator that was deleted, and when.</summary>
sealed record DeletedIndicator : Node
{
    public static Index<DeletedIndicator, NewestKey> Newest { get; } = new(item => new NewestKey(item.Owner, item.At, item.Id));

    public static Index<DeletedIndicator, NewestKey> NewestOfType { get; } =
        new(item => new NewestKey(Indicator.Scope(item.Owner, item.Type), item.At, item.Id));

    public static Kind NodeKind { get; } = new(20, "deleted indicator", Newest, NewestOfType);

    public override Kind Kind => NodeKind;

    public override long LinkOrder => -At;

    public override long LinkTie => Id;

    public required long Id { get; init; }

    public required int Owner { get; init; }

    public required IndicatorType Type { get; init; }

    public required string Summary { get; init; }

    public required long At { get; init; }
}
