using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>What the list form of an item without includes depends on besides the item.</summary>
/// <param name="Other">The node of which it shows something; null: none.</param>
/// <param name="Flag">Something that time alone changes.</param>
readonly record struct ItemDependency(Node? Other, bool Flag = false);

/// <summary>
/// One kind of item as paths, lists and responses know it. What handlers do is the same for all kinds; how an item is found
/// and shown is here.
/// </summary>
abstract class Resource(string noun, string key, ItemPath path)
{
    /// <summary>Its name in messages.</summary>
    public string Noun => noun;

    /// <summary>The parameters that identify an item in its own routes.</summary>
    public ItemPath Path => path;

    /// <summary>Whether its items have types, which paths name.</summary>
    public virtual bool HasTypes => false;

    /// <summary>Whether lists of it take modifiedSince.</summary>
    public virtual bool HasModifiedSince => false;

    /// <summary>The key of a list or of one: of the type, where there is one.</summary>
    public string Key(ItemType? type) => type?.Entity ?? key;

    /// <summary>The key under which one item is alone.</summary>
    public virtual string KeyOf(Node node) => key;

    /// <summary>What lists of it can be filtered by.</summary>
    public abstract IReadOnlyList<FilterField> Filters(ItemType? type);

    /// <summary>The type that a word of a path names.</summary>
    public virtual Found<ItemType> Type(Call call, string branch) => throw new InvalidOperationException($"A {noun} has no types.");

    /// <summary>The response when a path should name a type and does not; null when it does, or has no types.</summary>
    public Reply? WrongType(Call call, ItemPath parameters) =>
        !HasTypes || parameters.Type is null || Type(call, call[parameters.Type]).Is(out _, out var no) ? null : no;

    /// <summary>The items of one owner.</summary>
    public abstract ItemSet OfOwner(Graph graph, Owner owner);

    /// <summary>The items linked to a node, in the order in which this resource is listed.</summary>
    public virtual ItemSet Linked(Graph graph, Node node, End end) => new LinkedItems(graph, node, end);

    /// <summary>The item that its own route leads to.</summary>
    public Found<Node> Find(Call call) => Find(call, path);

    /// <summary>The item that a path leads to.</summary>
    /// <param name="call">The request.</param>
    /// <param name="parameters">The parameters that identify it.</param>
    /// <param name="near">The owner in which it is looked for when the request names none: that of the item before it.</param>
    public abstract Found<Node> Find(Call call, ItemPath parameters, Owner? near = null);

    /// <summary>The id of the owner that it belongs to.</summary>
    public abstract int OwnerOf(Graph graph, Node node);

    public abstract void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form);

    public abstract ItemDependency DependsOn(RenderContext context, Node node);

    /// <summary>The node if the caller may see it.</summary>
    protected Found<Node> Visible(Call call, Node? node)
    {
        if (node is null || !Scope.Me(call).MaySee(OwnerOf(call.Graph, node))) return Envelope.Missing;
        return node;
    }
}
