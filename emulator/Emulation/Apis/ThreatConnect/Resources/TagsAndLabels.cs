using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Tags: found by name in an owner. Their lists are by name.</summary>
sealed class Tags() : Resource("Tag", "tag", 1)
{
    private static readonly FilterField[] s_filters =
    [
        FilterField.Text<Tag>("name", "=^", tag => tag.Name, Served.ByName),
        FilterField.Number<Tag>("weight", "=<>", (tag, call) => Weight(call.Graph, tag), whole: true),
    ];

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => s_filters;

    public override Pool OfOwner(Graph graph, Owner owner) => new NamePool(graph, Tag.ByName, owner.Id);

    public override Found<Node> Find(Call call, int at, Owner? near = null)
    {
        if (Scope.Named(call) is { } named && !named.Is(out _, out var no)) return no;
        var owner = near ?? (Scope.Of(call).Is(out var scope, out _) ? scope : Scope.Own(call));
        return Tag.Find(call.Graph, owner.Id, call[at]) is { } tag ? tag : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => ((Tag)node).Owner;

    public override string KeyOf(Node node) => Key(null);

    /// <summary>Descriptions are not in plain lists and plain singles.</summary>
    public override void Write(ref JsonWriter json, Pen pen, Node node, Form form) => PartJson.Tag(ref json, pen, (Tag)node, detailed: false);

    public override Node? Beside(Pen pen, Node node) => pen.OwnerOf(((Tag)node).Owner);

    public override Pool Linked(Graph graph, Node node, End end) => new SetPool(Parts.TagsOf(graph, node, end));

    /// <summary>How many items carry it.</summary>
    private static int Weight(Graph graph, Tag tag) =>
        graph.Linked(tag, TagGroup.From).Count + graph.Linked(tag, TagTask.From).Count + graph.Linked(tag, TagVictim.From).Count
        + graph.LinkedOfClass(tag, TagIndicator.From, Indicator.ActiveClass).Count + graph.LinkedOfClass(tag, TagIndicator.From, Indicator.InactiveClass).Count;
}

/// <summary>Security labels: found by name in an owner. Their lists are by name.</summary>
sealed class Labels() : Resource("Security Label", "securityLabel", 1)
{
    private static readonly FilterField[] s_filters = [FilterField.Text<SecurityLabel>("name", "=^", label => label.Name, Served.ByName)];

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => s_filters;

    public override Pool OfOwner(Graph graph, Owner owner) => new NamePool(graph, SecurityLabel.ByName, owner.Id);

    public override Found<Node> Find(Call call, int at, Owner? near = null)
    {
        if (Scope.Named(call) is { } named && !named.Is(out _, out var no)) return no;
        var owner = near ?? (Scope.Of(call).Is(out var scope, out _) ? scope : Scope.Own(call));
        return SecurityLabel.Find(call.Graph, owner.Id, call[at]) is { } label ? label : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => ((SecurityLabel)node).Owner;

    public override string KeyOf(Node node) => Key(null);

    public override void Write(ref JsonWriter json, Pen pen, Node node, Form form) => PartJson.Label(ref json, (SecurityLabel)node);

    public override Node? Beside(Pen pen, Node node) => null;

    public override Pool Linked(Graph graph, Node node, End end) => new SetPool(Parts.LabelsOf(graph, node, end));
}

/// <summary>What an owner has by name.</summary>
sealed class NamePool(Graph graph, Index<TextKey> index, int owner) : Pool
{
    public override NodeList All(ItemType? type) => graph.Between(index, new TextKey(owner, "", long.MinValue), new TextKey(owner + 1, "", long.MinValue));

    public override NodeList Named(ItemType? type, string name, bool prefix) => NodeList.From(WithText(graph, index, owner, Fold.Case(name), prefix));
}
