using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>What the bytes of a list item without includes depend on, except the item itself.</summary>
/// <param name="Other">Another node with data in the list item; null: none.</param>
/// <param name="Flag">A flag that changes with time.</param>
readonly record struct ItemDependency(Node? Other, bool Flag = false);

/// <summary>
/// A kind of item: how paths identify an item, how lists are filtered and how an item is written. Handlers are the same for all kinds.
/// </summary>
abstract class Resource(string noun, string key, ItemPath path)
{
    /// <summary>The name in messages.</summary>
    public string Noun => noun;

    /// <summary>The path parameters that identify an item in its own routes.</summary>
    public ItemPath Path => path;

    /// <summary>Whether items have types, which are in paths.</summary>
    public virtual bool HasTypes => false;

    /// <summary>Whether lists have the parameter modifiedSince.</summary>
    public virtual bool HasModifiedSince => false;

    /// <summary>The JSON key of a list or an item: that of the type, if there is one.</summary>
    public string Key(ItemType? type) => type?.Entity ?? key;

    /// <summary>The JSON key of a single item.</summary>
    public virtual string KeyOf(Node node) => key;

    /// <summary>The filters of lists.</summary>
    public abstract IReadOnlyList<FilterField> Filters(ItemType? type);

    /// <summary>The type that a path segment names.</summary>
    public virtual Result<ItemType> Type(Call call, string branch) => throw new InvalidOperationException($"A {noun} has no types.");

    /// <summary>The error response for an invalid type in the path; null when the type is valid or there are no types.</summary>
    public Reply? WrongType(Call call, ItemPath parameters) =>
        !HasTypes || parameters.Type is null || Type(call, call[parameters.Type]).Is(out _, out var error) ? null : error;

    /// <summary>The items of one owner.</summary>
    public abstract ItemSet OfOwner(Graph graph, Owner owner);

    /// <summary>The items linked to a node, in the order in which this resource is listed.</summary>
    public virtual ItemSet Linked(Graph graph, Node node, End end) => new LinkedItems(graph, node, end);

    /// <summary>The item in the path of its own route.</summary>
    public Result<Node> Find(Call call) => Find(call, path);

    /// <summary>The item in a path.</summary>
    /// <param name="call">The request.</param>
    /// <param name="parameters">The parameters that identify it.</param>
    /// <param name="defaultOwner">The owner to search when the request names none: that of the preceding item in the path.</param>
    public abstract Result<Node> Find(Call call, ItemPath parameters, Owner? defaultOwner = null);

    /// <summary>The id of an item's owner.</summary>
    public abstract int OwnerOf(Graph graph, Node node);

    public abstract void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form);

    public abstract ItemDependency DependsOn(RenderContext context, Node node);

    /// <summary>The node if the caller may see it.</summary>
    protected Result<Node> Visible(Call call, Node? node)
    {
        if (node is null || !Scope.CurrentUser(call).MaySee(OwnerOf(call.Graph, node))) return Envelope.Missing;
        return node;
    }
}
