using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>
/// Links between two indicators by an association type or a file action. They are also in the list of all associated indicators.
/// </summary>
sealed class AssociatedLinks(AssociationType type) : Links
{
    public override ItemSet Of(Graph graph, Node from, Resource to) => to.Linked(graph, from, type.Relation.From);

    public override bool IsLinked(Graph graph, Node from, Node to) => graph.IsLinked(from, type.Relation.From, to);

    public override Reply? Refuse(Graph graph, Node from, Node to)
    {
        var (one, other) = (((Indicator)from).Type, ((Indicator)to).Type);
        if (!type.Joins(one, other))
            return Envelope.Fail(400, Texts.CannotAssociate(one.Name, other.Name), $"{type.Name} does not join these types");
        return from.Key == to.Key ? Envelope.Fail(400, Texts.InvalidAssociation, "an indicator cannot be associated with itself") : null;
    }

    public override Graph Add(Graph graph, Node from, Node to) => graph.Link(from, type.Relation, to).Link(from, IndicatorJoined, to);

    public override Graph Remove(Graph graph, Node from, Node to) =>
        IndicatorLinks.RemoveJoinIfUnlinked(graph.Unlink(from, type.Relation, to), from, to);
}
