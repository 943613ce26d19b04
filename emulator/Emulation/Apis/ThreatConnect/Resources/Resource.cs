using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>How an item is shown.</summary>
enum Form
{
    /// <summary>In a list of items of all types.</summary>
    Entry,

    /// <summary>In a list of one type.</summary>
    Listed,

    /// <summary>Alone.</summary>
    Single,
}

/// <summary>
/// One kind of item as paths, lists and answers know it. What handlers do is the same for all of them; how an item is found
/// and shown is here.
/// </summary>
abstract class Resource(string noun, string key, int parameters)
{
    /// <summary>What messages call one of them.</summary>
    public string Noun => noun;

    /// <summary>How many path parameters lead to one: a type and an id, or an id alone.</summary>
    public int Parameters => parameters;

    /// <summary>The key of a list or of one: of the type, where there is one.</summary>
    public string Key(ItemType? type) => type?.Entity ?? key;

    /// <summary>What lists of it can be filtered by.</summary>
    public abstract IReadOnlyList<FilterField> Filters(ItemType? type);

    /// <summary>Whether lists of it take modifiedSince.</summary>
    public virtual bool HasModifiedSince => false;

    /// <summary>The type that a word of a path names.</summary>
    public virtual Found<ItemType> Type(Call call, string branch) => throw new InvalidOperationException($"A {noun} has no types.");

    /// <summary>The answer when the word of a path that should name a type of this does not; null when it does or there are no types.</summary>
    public virtual Reply? WrongType(Call call, int at) => null;

    /// <summary>The items of one owner.</summary>
    public abstract Pool OfOwner(Graph graph, Owner owner);

    /// <summary>The item that the path parameters from <paramref name="at"/> on lead to.</summary>
    /// <param name="call">The request.</param>
    /// <param name="at">The first of its parameters.</param>
    /// <param name="near">Where an item is looked for that has no owner of its own in the request: with the item before it.</param>
    public abstract Found<Node> Find(Call call, int at, Owner? near = null);

    /// <summary>Id of the owner whose it is.</summary>
    public abstract int OwnerOf(Graph graph, Node node);

    /// <summary>The key under which one item stands alone.</summary>
    public abstract string KeyOf(Node node);

    public abstract void Write(ref JsonWriter json, Pen pen, Node node, Form form);

    /// <summary>The form without includes, composed by hand; null where <see cref="Write"/> has to do.</summary>
    public virtual Line? Plain(Pen pen, Node node, Form form) => null;

    /// <summary>The node besides the item of which its form without includes shows something; null: none. Its bytes are kept by both.</summary>
    public abstract Node? Beside(Pen pen, Node node);

    /// <summary>What else that form depends on: 0 or 1.</summary>
    public virtual int Variant(Pen pen, Node node) => 0;

    /// <summary>The items linked to a node, in the order in which this resource is listed.</summary>
    public virtual Pool Linked(Graph graph, Node node, End end) => new LinkPool(graph, node, end);

    /// <summary>The caller may see the node, or there is nothing to be found.</summary>
    protected Found<Node> Visible(Call call, Node? node)
    {
        if (node is null || !Scope.Me(call).MaySee(OwnerOf(call.Graph, node))) return Envelope.Missing;
        return node;
    }
}
