using System.Text;

namespace Emulation.Graphs.ThreatWinds;

/// <summary>
/// The entities that are related to a well-connected one: newest first, ties by id. A group holds those that the same groups of users see,
/// so that what a caller sees is counted without reading it.
/// </summary>
sealed class NewestNeighbourOrder() : HubOrder(MostUnordered)
{
    // Sorting so few entities is as fast as reading them in order, and a report of an entity moves no more entries than this.
    private const int MostUnordered = 64;

    /// <summary>Begins the names of audiences other than a single group.</summary>
    private const char Composite = '\u0001';

    public override bool IsEnd(Node node) => node is Entity;

    public override (Node From, Node To)? EndsOf(Graph graph, Node via)
    {
        if (via is not StoredRelation relation) return null;
        if (Entity.Of(graph, relation.EntityId) is not { } from || Entity.Of(graph, relation.RelatedEntityId) is not { } to) return null;
        return (from, to);
    }

    public override HubPlace PlaceOf(Node other, Node? outgoing, Node? incoming)
    {
        var entity = (Entity)other;
        return new HubPlace(AudienceOf(entity, outgoing as StoredRelation, incoming as StoredRelation), -entity.At, entity.Id);
    }

    /// <summary>Names those who see an entity as a neighbour: they see the entity, and one of the relations.</summary>
    private static string AudienceOf(Entity entity, StoredRelation? outgoing, StoredRelation? incoming)
    {
        if (entity.VisibleBy is [[> Composite, ..] only] && IsOnly(outgoing, only) && IsOnly(incoming, only)
            && (outgoing ?? incoming) is not null)
            return only;
        var text = new StringBuilder().Append(Composite);
        Append(text, (outgoing?.VisibleBy ?? []).Union(incoming?.VisibleBy ?? [], StringComparer.Ordinal));
        Append(text, entity.VisibleBy);
        return text.ToString();
    }

    private static bool IsOnly(StoredRelation? relation, string group) =>
        relation is null || (relation.VisibleBy is [var only] && string.Equals(only, group, StringComparison.Ordinal));

    private static void Append(StringBuilder text, IEnumerable<string> groups)
    {
        foreach (var group in groups) text.Append(group.Length).Append(':').Append(group);
        text.Append(';');
    }
}
