using Emulation.Graphs;

namespace Emulation.Http.Json;

/// <summary>Everything that the bytes of a node as a list item depend on.</summary>
/// <param name="Node">What is shown; in a graph.</param>
/// <param name="Other">The other node of which it shows something, if there is one.</param>
/// <param name="Form">How it is shown: 0 to 7.</param>
readonly record struct NodeCacheKey(Node Node, Node? Other, int Form);

/// <summary>Writes a node as a list item, from nothing but the node, the state, and what the key names.</summary>
delegate void WriteNode<in TState>(ref JsonWriter json, Node node, TState state);

/// <summary>
/// Caches each node's serialized list item, so that a page is a copy of cached bytes. It cannot give what is out of date: an entry is
/// compared by the references in its key, and a changed node is another object, in whichever world.
/// Bounded: 8,192 entries of at most 1 KB (9 MB, usually a third of that) and the nodes they are of. Without a lock: an entry never
/// changes and is compared whole, so two requests that write to one place at a time cost one of them a second serialization.
/// </summary>
sealed class NodeCache
{
    public const int Entries = 1 << Bits;
    public const int Longest = 1024;

    private const int Bits = 13;
    private const int FormBits = 3;
    private const int Missed = 1 << 12;

    private readonly Entry?[] _entries = new Entry?[Entries];

    // The nodes of the entries: a page of nodes that are not cached reads this array alone, not entries scattered in memory.
    private readonly Node?[] _nodes = new Node?[Entries];

    // The nodes missed last. A node is cached when it is missed for the second time within some pages: a walk through a million nodes
    // then allocates nothing and evicts little.
    private readonly Node?[] _missed = new Node?[Missed];

    /// <summary>Writes the item of the key: a copy if it is cached.</summary>
    public void Write<TState>(ref JsonWriter json, in NodeCacheKey key, TState state, WriteNode<TState> write)
    {
        if (Find(key, out var bytes))
        {
            json.Value(bytes);
            return;
        }
        json.Mark(Longest);
        write(ref json, key.Node, state);
        if (!json.Marked.IsEmpty) Offer(key, json.Marked);
    }

    /// <param name="key">What the bytes depend on.</param>
    /// <param name="bytes">Empty when there are none.</param>
    public bool Find(in NodeCacheKey key, out ReadOnlySpan<byte> bytes)
    {
        var place = Place(key);
        if (!ReferenceEquals(_nodes[place], key.Node)) place++;
        var entry = ReferenceEquals(_nodes[place], key.Node) ? Volatile.Read(ref _entries[place]) : null;
        var found = entry is not null && entry.IsOf(key);
        bytes = found ? entry!.Bytes : default;
        return found;
    }

    /// <summary>Bytes that were not found and are written now.</summary>
    public void Offer(in NodeCacheKey key, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest) return;
        var place = Place(key);
        var missed = place & (Missed - 1);
        if (!ReferenceEquals(_missed[missed], key.Node) && !ReferenceEquals(_missed[missed + 1], key.Node))
        {
            Push(_missed, missed, key.Node);
            return;
        }
        Push(_entries, place, new Entry(key, bytes.ToArray()));
        Push(_nodes, place, key.Node);
    }

    // The older of two is evicted: with one, two nodes of one page that share a place would evict each other on every request.
    private static void Push<T>(T?[] pairs, int place, T item) where T : class
    {
        Volatile.Write(ref pairs[place + 1], Volatile.Read(ref pairs[place]));
        Volatile.Write(ref pairs[place], item);
    }

    /// <summary>The first of the two places of a node. Forms of one node are far apart, and so are neighbours.</summary>
    private static int Place(in NodeCacheKey key) =>
        (int)((((uint)key.Node.Key << FormBits) + (uint)key.Form) * 0x9E3779B9 >> (32 - Bits)) & ~1;

    private sealed class Entry(NodeCacheKey key, byte[] bytes)
    {
        private readonly NodeCacheKey _key = key;

        public byte[] Bytes { get; } = bytes;

        // Records compare by their members: references are what is meant.
        public bool IsOf(in NodeCacheKey key) =>
            ReferenceEquals(_key.Node, key.Node) && ReferenceEquals(_key.Other, key.Other) && _key.Form == key.Form;
    }
}
