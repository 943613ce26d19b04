namespace Emulation.Graphs.ThreatWinds;

/// <summary>Loose, or one being part of the other.</summary>
enum RelationMode
{
    Association,
    Aggregation,
}

/// <summary>
/// A consolidated relation: what a link between two entities knows. One a pair and direction; the link carries it, and reads
/// <see cref="Related"/>.From at <see cref="EntityId"/> and To at <see cref="RelatedEntityId"/>.
/// </summary>
sealed record StoredRelation : Node
{
    public static Index<StoredRelation, Hash256> ById { get; } = new(relation => relation.Id);

    /// <summary>By each group that sees the relation, newest first.</summary>
    public static MultiIndex<StoredRelation, NewestRecord> ByGroup { get; } = new((relation, keys) =>
    {
        foreach (var group in relation.VisibleBy) keys.Add(new(group, relation.At, Tie(relation)));
    });

    public static Kind NodeKind { get; } = new(49, "entityRelation", ById, ByGroup);

    /// <summary>From an entity to the one it is related to.</summary>
    public static Relation Related { get; } = new(96, "related", Lists.All, Lists.All) { Hubs = new NewestNeighbourOrder() };

    public override Kind Kind => NodeKind;

    public required Hash256 Id { get; init; }

    public required string EntityId { get; init; }

    public required string RelatedEntityId { get; init; }

    public required long At { get; init; }

    public required long LastSeen { get; init; }

    public required RelationMode Mode { get; init; }

    public required IReadOnlyList<string> VisibleBy { get; init; }

    /// <summary>How many times it was reported.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Orders relations of the same moment: the beginning of the id.</summary>
    public static long Tie(StoredRelation relation) => (long)(relation.Id.First >> 1);

    public static StoredRelation? Of(Graph graph, Hash256 id) => graph.Find<StoredRelation, Hash256>(ById, id);
}
