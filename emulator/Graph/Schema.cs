namespace Emulation.Graphs;

/// <summary>The kinds and relations that a graph can hold; each has its number once.</summary>
public sealed class Schema
{
    private readonly Relation?[] _byCode;

    public Schema(IReadOnlyList<Kind> kinds, IReadOnlyList<Relation> relations)
    {
        Kinds = kinds;
        Relations = relations;
        KindSlots = kinds.Count == 0 ? 0 : kinds.Max(kind => kind.Number) + 1;
        RelationSlots = relations.Count == 0 ? 0 : relations.Max(relation => relation.Number) + 1;
        if (kinds.DistinctBy(kind => kind.Number).Count() != kinds.Count)
            throw new InvalidOperationException("Two kinds have the same number.");
        if (kinds.DistinctBy(kind => kind.Name, StringComparer.Ordinal).Count() != kinds.Count)
            throw new InvalidOperationException("Two kinds have the same name.");
        if (relations.DistinctBy(relation => relation.Number).Count() != relations.Count)
            throw new InvalidOperationException("Two relations have the same number.");
        _byCode = new Relation?[RelationSlots * 2];
        foreach (var relation in relations) _byCode[relation.Number * 2] = _byCode[(relation.Number * 2) + 1] = relation;
    }

    public IReadOnlyList<Kind> Kinds { get; }

    public IReadOnlyList<Relation> Relations { get; }

    internal int KindSlots { get; }

    internal int RelationSlots { get; }

    internal End EndOf(int code)
    {
        var relation = _byCode[code] ?? throw new InvalidOperationException($"No relation has the code {code}.");
        return relation.From.Code == code ? relation.From : relation.To;
    }
}
