namespace Emulation.Graphs.ThreatConnect;

/// <summary>
/// A batch job. What its file says is in the graph as soon as it was uploaded; what a client sees of the job follows later.
/// </summary>
sealed record BatchJob : Node
{
    public static Index<BatchJob, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Kind NodeKind { get; } = new(21, "batch job", ById);

    public override Kind Kind => NodeKind;

    public required long Id { get; init; }

    public required BatchTerms Terms { get; init; }

    /// <summary>When its file was uploaded; null before.</summary>
    public long? UploadedAt { get; init; }

    /// <summary>How often a client has requested its status since.</summary>
    public int Polls { get; init; }

    public BatchOutcome Outcome { get; init; } = BatchOutcome.None;
}

/// <summary>What a job is to do.</summary>
sealed record BatchTerms
{
    public bool IsV2 { get; init; }

    public required int Owner { get; init; }

    public bool HaltOnError { get; init; }

    public bool IsDelete { get; init; }

    public AttributeWrite Attributes { get; init; } = AttributeWrite.Replace;

    public bool AppendTags { get; init; }

    public bool AppendLabels { get; init; }

    /// <summary>Files that an incoming one brings together become one.</summary>
    public bool MergeFiles { get; init; } = true;

    public HashCollision Collision { get; init; } = HashCollision.FavorIncoming;
}

enum AttributeWrite
{
    Append,
    Replace,
    Singleton,
    Static,
}

enum HashCollision
{
    FavorExisting,
    FavorIncoming,
    IgnoreExisting,
    IgnoreIncoming,
    Split,
}

/// <summary>How a job ended.</summary>
sealed record BatchOutcome
{
    public static BatchOutcome None { get; } = new();

    public int IndicatorsDone { get; init; }

    public int IndicatorsFailed { get; init; }

    public int GroupsDone { get; init; }

    public int GroupsFailed { get; init; }

    /// <summary>Failures that belong to no single item, but to an association or the file.</summary>
    public int OtherFailures { get; init; }

    /// <summary>Associations that the file lists by themselves.</summary>
    public int AssociationsDone { get; init; }

    public int AssociationsFailed { get; init; }

    public int Unprocessed { get; init; }

    public IReadOnlyList<BatchError> Errors { get; init; } = [];
}

/// <summary>One thing that went wrong.</summary>
/// <param name="Code">0x1001 and so on.</param>
/// <param name="Reason">What.</param>
/// <param name="Source">With which item.</param>
sealed record BatchError(int Code, string Reason, string Source);
