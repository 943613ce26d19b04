using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>The indexes of a kind of item that is found by id and listed by owner.</summary>
sealed record OwnedIndexes<TNode>(Index<TNode, IdKey> ById, Index<TNode, IdKey> ByOwner, Index<TNode, TextKey> ByName) where TNode : Node;

/// <summary>Tasks or victims, found by id, in the requested owner if there is one.</summary>
abstract class OwnedItems<TNode>(string noun, string key, OwnedIndexes<TNode> indexes)
    : Resource(noun, key, new(null, "id")) where TNode : Node
{
    public override ItemSet OfOwner(Graph graph, Owner owner) => new OwnerSet(graph, owner.Id, indexes);

    public override Result<Node> Find(Call call, ItemPath parameters, Owner? defaultOwner = null)
    {
        Owner? owner = null;
        if (Scope.Named(call) is { } named && !named.Is(out owner, out var error)) return error;
        var item = IdLookup.Find(call.Graph, indexes.ById, call[parameters.Id]);
        return item is not null && owner is not null && OwnerOf(call.Graph, item) != owner.Id ? Envelope.Missing : Visible(call, item);
    }

    private sealed class OwnerSet(Graph graph, int owner, OwnedIndexes<TNode> indexes) : ItemSet
    {
        public override NodeList All(ItemType? type) =>
            graph.Between(indexes.ByOwner, new IdKey(owner, long.MinValue), new IdKey(owner, long.MaxValue));

        public override NodeList Named(ItemType? type, string name, bool prefix) =>
            Sorted(WithText(graph, indexes.ByName, owner, Fold.Case(name), prefix));
    }
}
