namespace Emulation.Graphs;

/// <summary>The kinds and relations that a graph can hold; each has its number once.</summary>
sealed class Schema
{
    private readonly Relation?[] _byCode;

    public Schema(IReadOnlyList<Kind> kinds, IReadOnlyList<Relation> relations)
    {
        Kinds = kinds;
        Relations = relations;
        foreach (var kind in kinds) KindSlots = Math.Max(KindSlots, kind.Number + 1);
        foreach (var relation in relations) RelationSlots = Math.Max(RelationSlots, relation.Number + 1);
        var (taken, names) = (new bool[KindSlots], new HashSet<string>(StringComparer.Ordinal));
        foreach (var kind in kinds)
        {
            if (taken[kind.Number]) throw new InvalidOperationException("Two kinds have the same number.");
            if (!names.Add(kind.Name)) throw new InvalidOperationException("Two kinds have the same name.");
            taken[kind.Number] = true;
        }
        _byCode = new Relation?[RelationSlots * 2];
        foreach (var relation in relations)
        {
            if (_byCode[relation.Number * 2] is not null) throw new InvalidOperationException("Two relations have the same number.");
            _byCode[relation.Number * 2] = _byCode[(relation.Number * 2) + 1] = relation;
            if (relation.Hubs is null) continue;
            if (HubRelation is not null) throw new InvalidOperationException("Two relations order the links of hubs.");
            if (relation.Symmetric || relation.From.Lists != Lists.All || relation.To.Lists != Lists.All)
                throw new InvalidOperationException($"{relation.Name} orders the links of hubs: each end keeps the list of all alone.");
            HubRelation = relation;
        }
    }

    public IReadOnlyList<Kind> Kinds { get; }

    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>The relation that orders what its well-connected nodes are linked to, if any.</summary>
    internal Relation? HubRelation { get; }

    internal int KindSlots { get; }

    internal int RelationSlots { get; }

    internal End EndOf(int code)
    {
        var relation = _byCode[code] ?? throw new InvalidOperationException($"No relation has the code {code}.");
        return relation.From.Code == code ? relation.From : relation.To;
    }
}
