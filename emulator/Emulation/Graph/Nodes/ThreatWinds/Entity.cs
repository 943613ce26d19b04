namespace Emulation.Graphs.ThreatWinds;

/// <summary>One attribute of an entity: the name of a type, and the value as text. Numbers are kept as their decimal text.</summary>
readonly record struct EntityAttribute(string Name, string Text, bool IsNumber = false);

/// <summary>
/// A consolidated entity. Times are nanoseconds since 1970. Its place in the lists of its neighbours does not depend on when it
/// was last reported (<see cref="Node.LinkOrder"/> is constant), so reporting it again touches none of them.
/// </summary>
sealed record Entity : Node
{
    /// <summary>By id.</summary>
    public static Index<Entity, TailKey> ById { get; } = new(entity => new(entity.Id));

    /// <summary>By the id that follows from type and value, for entities with a different id. Several may share it.</summary>
    public static Index<Entity, NewestEntity> ByNaturalId { get; } =
        new(entity => new(entity.NaturalId!, 0, entity.Id), entity => entity.NaturalId is not null);

    /// <summary>By each group that sees the entity, newest first.</summary>
    public static MultiIndex<Entity, NewestEntity> ByGroup { get; } = new((entity, keys) =>
    {
        foreach (var group in entity.VisibleBy) keys.Add(new(group, entity.At, entity.Id));
    });

    /// <summary>By type, newest first.</summary>
    public static Index<Entity, NewestEntity> ByType { get; } = new(entity => new(entity.Type, entity.At, entity.Id));

    public static Kind NodeKind { get; } = new(48, "entity", ById, ByNaturalId, ByGroup, ByType);

    // There are more entities than nodes of any other kind: numbers are as small as their range, and what few have is in a separate object.
    private readonly sbyte _reputation;
    private readonly sbyte _bestReputation;
    private readonly sbyte _worstReputation;
    private readonly sbyte _accuracy;
    private readonly RareMembers? _rare;

    public override Kind Kind => NodeKind;

    public required string Id { get; init; }

    public required string Type { get; init; }

    /// <summary>The last update.</summary>
    public required long At { get; init; }

    public required long LastSeen { get; init; }

    /// <summary>-3 (extremely bad) to 3 (excellent).</summary>
    public required int Reputation
    {
        get => _reputation;
        init => _reputation = checked((sbyte)value);
    }

    /// <summary>The highest ever reported.</summary>
    public required int BestReputation
    {
        get => _bestReputation;
        init => _bestReputation = checked((sbyte)value);
    }

    /// <summary>The lowest ever reported.</summary>
    public required int WorstReputation
    {
        get => _worstReputation;
        init => _worstReputation = checked((sbyte)value);
    }

    /// <summary>0 to 3, 3 being the most certain.</summary>
    public required int Accuracy
    {
        get => _accuracy;
        init => _accuracy = checked((sbyte)value);
    }

    /// <summary>Never judged bad.</summary>
    public bool WellKnown { get; init; }

    /// <summary>Null: never set, which is not the same as empty.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The groups that see the entity; each once.</summary>
    public required IReadOnlyList<string> VisibleBy { get; init; }

    /// <summary>Among them the one named like the type: the entity's value.</summary>
    public required IReadOnlyList<EntityAttribute> Attributes { get; init; }

    /// <summary>The id that follows from type and value, when <see cref="Id"/> is a different one.</summary>
    public string? NaturalId
    {
        get => _rare?.NaturalId;
        init => _rare = value is null && _rare is null ? null : (_rare ?? new()) with { NaturalId = value };
    }

    /// <summary>Up to three users who reported it; a further one makes it more certain.</summary>
    public IReadOnlyList<Guid> Reporters { get; init; } = [];

    /// <summary>The oldest report.</summary>
    public long FirstSeen { get; init; }

    /// <summary>How many times it was reported.</summary>
    public int Version { get; init; } = 1;

    /// <summary>A name of its own instead of its type's.</summary>
    public string? Label
    {
        get => _rare?.Label;
        init => _rare = value is null && _rare is null ? null : (_rare ?? new()) with { Label = value };
    }

    /// <summary>A description of its own instead of its type's.</summary>
    public string? Description
    {
        get => _rare?.Description;
        init => _rare = value is null && _rare is null ? null : (_rare ?? new()) with { Description = value };
    }

    public EntityAttribute Value => Find(Type) ?? throw new InvalidOperationException($"Entity {Id} has no attribute {Type}.");

    public EntityAttribute? Find(string name)
    {
        // An enumerator of the list would be allocated for each entity that a search reads.
        for (var i = 0; i < Attributes.Count; i++)
            if (string.Equals(Attributes[i].Name, name, StringComparison.Ordinal)) return Attributes[i];
        return null;
    }

    /// <summary>An entity by its id.</summary>
    public static Entity? Of(Graph graph, string id) => graph.Find<Entity, TailKey>(ById, new(id));

    /// <summary>An entity by type and normalised value: the one whose id is the hash, else the first that has the value.</summary>
    public static Entity? Of(Graph graph, string type, string value)
    {
        var natural = Ids.OfEntity(type, value);
        if (Of(graph, natural) is { } named) return named;
        return (Entity?)graph.Between(ByNaturalId, NewestEntity.First(natural), NewestEntity.Last(natural)).Slice(0, 1).FirstOrDefault();
    }

    private sealed record RareMembers
    {
        public string? NaturalId { get; init; }

        public string? Label { get; init; }

        public string? Description { get; init; }
    }
}
