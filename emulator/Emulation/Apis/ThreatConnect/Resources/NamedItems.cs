using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Tags or security labels, found by name in an owner and listed by name.</summary>
abstract class NamedItems<TNode>(string noun, string key, string parameter, Index<TNode, TextKey> byName)
    : Resource(noun, key, new(null, parameter)) where TNode : Node
{
    public override ItemSet OfOwner(Graph graph, Owner owner) => new NameSet(graph, byName, owner.Id);

    public override Result<Node> Find(Call call, ItemPath parameters, Owner? defaultOwner = null)
    {
        if (Scope.Named(call) is { } named && !named.Is(out _, out var error)) return error;
        var owner = defaultOwner ?? (Scope.Of(call).Is(out var scope, out _) ? scope : Scope.Own(call));
        return call.Graph.Find<TNode, TextKey>(byName, new TextKey(owner.Id, Fold.Case(call[parameters.Id]))) is { } item
            ? item
            : Envelope.Missing;
    }

    private sealed class NameSet(Graph graph, Index<TNode, TextKey> index, int owner) : ItemSet
    {
        public override NodeList All(ItemType? type) =>
            graph.Between(index, new TextKey(owner, "", long.MinValue), new TextKey(owner + 1, "", long.MinValue));

        public override NodeList Named(ItemType? type, string name, bool prefix) =>
            NodeList.From(WithText(graph, index, owner, Fold.Case(name), prefix));
    }
}
