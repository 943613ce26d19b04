using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Two indicators joined by an association or a file action; the list of all joined indicators has them too.</summary>
sealed class AssociatedLinks(AssociationType type) : Links
{
    public override ItemSet Of(Graph graph, Node from, Resource to) => to.Linked(graph, from, type.Relation.From);

    public override bool Has(Graph graph, Node from, Node to) => graph.IsLinked(from, type.Relation.From, to);

    public override Reply? Refuse(Graph graph, Node from, Node to)
    {
        var (one, other) = (((Indicator)from).Type, ((Indicator)to).Type);
        if (!type.Joins(one, other))
            return Envelope.Fail(400, Texts.CannotAssociate(one.Name, other.Name), $"{type.Name} does not join these types");
        return from.Key == to.Key ? Envelope.Fail(400, Texts.InvalidAssociation, "an indicator cannot be associated with itself") : null;
    }

    public override Graph Add(Graph graph, Node from, Node to) => graph.Link(from, type.Relation, to).Link(from, IndicatorJoined, to);

    public override Graph Remove(Graph graph, Node from, Node to) =>
        IndicatorLinks.Settled(graph.Unlink(from, type.Relation, to), from, to);
}
