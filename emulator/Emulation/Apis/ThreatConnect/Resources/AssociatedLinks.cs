using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Two indicators joined by an association or a file action; they stand in the list of all that are joined as well.</summary>
sealed class AssociatedLinks(AssociationType type) : Links
{
    public override Pool Of(Graph graph, Node from, Resource to) => to.Linked(graph, from, type.Relation.From);

    public override bool Has(Graph graph, Node from, Node to) => graph.IsLinked(from, type.Relation.From, to);

    public override Reply? Refuse(Graph graph, Node from, Node to)
    {
        var (one, other) = (((Indicator)from).Type, ((Indicator)to).Type);
        if (!type.Joins(one, other)) return Envelope.Fail(400, Texts.CannotAssociate(one.Name, other.Name), $"{type.Name} does not join these types");
        return from.Key == to.Key ? Envelope.Fail(400, Texts.InvalidAssociation, "an indicator cannot be associated with itself") : null;
    }

    public override Graph Add(Graph graph, Node from, Node to) => graph.Link(from, type.Relation, to).Link(from, IndicatorJoined, to);

    public override Graph Remove(Graph graph, Node from, Node to) => IndicatorLinks.Settled(graph.Unlink(from, type.Relation, to), from, to);
}

/// <summary>The indicator before the word of an association: with its type, or a file, and the word as one parameter more.</summary>
sealed class JoiningIndicator(bool file) : Resource("Indicator", "indicator", file ? 2 : 3)
{
    public override IReadOnlyList<FilterField> Filters(ItemType? type) => Known.Indicators.Filters(type);

    public override Reply? WrongType(Call call, int at) => file ? null : Known.Indicators.WrongType(call, at);

    public override Pool OfOwner(Graph graph, Owner owner) => Known.Indicators.OfOwner(graph, owner);

    public override Found<Node> Find(Call call, int at, Owner? near = null) =>
        file ? Indicators.Find(call, IndicatorType.File, call[at], near) : Known.Indicators.Find(call, at, near);

    public override int OwnerOf(Graph graph, Node node) => Known.Indicators.OwnerOf(graph, node);

    public override string KeyOf(Node node) => Known.Indicators.KeyOf(node);

    public override void Write(ref JsonWriter json, Pen pen, Node node, Form form) => Known.Indicators.Write(ref json, pen, node, form);

    public override Node? Beside(Pen pen, Node node) => Known.Indicators.Beside(pen, node);
}
