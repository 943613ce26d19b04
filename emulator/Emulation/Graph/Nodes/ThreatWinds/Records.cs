namespace Emulation.Graphs.ThreatWinds;

/// <summary>One report about an entity, as it was made: one record of its history.</summary>
sealed record EntityReport : Node
{
    public static MultiIndex<EntityReport, NewestRecord> ByGroup { get; } = new((report, keys) =>
    {
        foreach (var group in report.VisibleBy) keys.Add(new(group, report.At, report.Number));
    });

    public static Kind NodeKind { get; } = new(50, "entityReport", ByGroup);

    private readonly Guid _id;

    public override Kind Kind => NodeKind;

    public required long Number { get; init; }

    /// <summary>By default the one that follows from <see cref="Number"/>, computed when it is read.</summary>
    public Guid Id
    {
        get => _id == Guid.Empty ? Ids.OfRecord(NodeKind, Number) : _id;
        init => _id = value;
    }

    public required Guid UserId { get; init; }

    /// <summary>
    /// The entity with what was reported. For a report that created an entity, the entity itself: there are as many of these as entities.
    /// </summary>
    public required Entity Reported { get; init; }

    public long At => Reported.At;

    public string EntityId => Reported.Id;

    public string Type => Reported.Type;

    public int Reputation => Reported.Reputation;

    public int Accuracy => Reported.Accuracy;

    public IReadOnlyList<EntityAttribute> Attributes => Reported.Attributes;

    public IReadOnlyList<string>? Tags => Reported.Tags;

    public IReadOnlyList<string> VisibleBy => Reported.VisibleBy;

    public bool WellKnown => Reported.WellKnown;
}

/// <summary>One report about two entities: one record of a relation's history.</summary>
sealed record RelationReport : Node
{
    /// <summary>By relation, newest first.</summary>
    public static Index<RelationReport, NewestOfRelation> ByRelation { get; } =
        new(report => new(report.RelationId, report.At, report.Number));

    public static MultiIndex<RelationReport, NewestRecord> ByGroup { get; } = new((report, keys) =>
    {
        foreach (var group in report.VisibleBy) keys.Add(new(group, report.At, report.Number));
    });

    public static Kind NodeKind { get; } = new(51, "relationReport", ByRelation, ByGroup);

    private readonly Guid _id;

    public override Kind Kind => NodeKind;

    public required long Number { get; init; }

    /// <summary>By default the one that follows from <see cref="Number"/>, computed when it is read.</summary>
    public Guid Id
    {
        get => _id == Guid.Empty ? Ids.OfRecord(NodeKind, Number) : _id;
        init => _id = value;
    }

    public required Guid UserId { get; init; }

    /// <summary>The relation with what was reported. For a report that created a relation, the relation itself.</summary>
    public required StoredRelation Reported { get; init; }

    public long At => Reported.At;

    public Hash256 RelationId => Reported.Id;

    public string EntityId => Reported.EntityId;

    public string RelatedEntityId => Reported.RelatedEntityId;

    public RelationMode Mode => Reported.Mode;

    public IReadOnlyList<string> VisibleBy => Reported.VisibleBy;
}

/// <summary>A comment on an entity or a relation.</summary>
sealed record Comment : Node
{
    public static Index<Comment, Guid> ById { get; } = new(comment => comment.Id);

    /// <summary>By what is commented, newest first.</summary>
    public static Index<Comment, NewestRecord> BySubject { get; } = new(comment => new(comment.EntityId, comment.At, comment.Number));

    public static Kind NodeKind { get; } = new(52, "comment", ById, BySubject);

    public override Kind Kind => NodeKind;

    public required long Number { get; init; }

    public required Guid Id { get; init; }

    public required long At { get; init; }

    /// <summary>The id of an entity, or of a relation.</summary>
    public required string EntityId { get; init; }

    public required string Text { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The comment that this one answers; empty when none.</summary>
    public Guid ParentId { get; init; }

    public required IReadOnlyList<string> VisibleBy { get; init; }
}
