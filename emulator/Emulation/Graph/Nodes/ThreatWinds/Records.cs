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

    public required long At { get; init; }

    public required string EntityId { get; init; }

    public required string Type { get; init; }

    public required Guid UserId { get; init; }

    public required int Reputation { get; init; }

    public required int Accuracy { get; init; }

    public required IReadOnlyList<EntityAttribute> Attributes { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public required IReadOnlyList<string> VisibleBy { get; init; }

    public bool WellKnown { get; init; }

    /// <summary>The report that an entity in its present state comes from.</summary>
    public static EntityReport Of(Entity entity, Guid user, long number) => new()
    {
        Number = number,
        At = entity.At,
        EntityId = entity.Id,
        Type = entity.Type,
        UserId = user,
        Reputation = entity.Reputation,
        Accuracy = entity.Accuracy,
        Attributes = entity.Attributes,
        Tags = entity.Tags,
        VisibleBy = entity.VisibleBy,
        WellKnown = entity.WellKnown,
    };
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

    public required long At { get; init; }

    public required Hash256 RelationId { get; init; }

    public required string EntityId { get; init; }

    public required string RelatedEntityId { get; init; }

    public required Guid UserId { get; init; }

    public required RelationMode Mode { get; init; }

    public required IReadOnlyList<string> VisibleBy { get; init; }

    /// <summary>The report that a relation in its present state comes from.</summary>
    public static RelationReport Of(StoredRelation relation, Guid user, long number) => new()
    {
        Number = number,
        At = relation.At,
        RelationId = relation.Id,
        EntityId = relation.EntityId,
        RelatedEntityId = relation.RelatedEntityId,
        UserId = user,
        Mode = relation.Mode,
        VisibleBy = relation.VisibleBy,
    };
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
