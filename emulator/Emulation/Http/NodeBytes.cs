using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>
/// What nodes look like in lists, so that a page is copied together. It cannot answer what is no longer so: an entry is of one node,
/// beside one other that it shows something of, in one form, and a changed node is another object, in whichever world.
/// Bounded: 8,192 entries of at most 1 KB (9 MB, usually a third of that) and the nodes they are of. Without a lock: an entry never
/// changes and is checked whole, so that of two requests that put something in the same place one makes it again.
/// </summary>
public sealed class NodeBytes
{
    public const int Entries = 1 << Bits;
    public const int Longest = 1024;

    private const int Bits = 13;
    private const int FormBits = 3;
    private const int Missed = 1 << 12;

    private readonly Entry?[] _entries = new Entry?[Entries];

    // Whose the entries are: a walk through nodes that are not here need not look at entries that lie all over the memory.
    private readonly Node?[] _nodes = new Node?[Entries];

    // What was missed last. A node is kept when it is missed for the second time within some pages: a walk through a million nodes
    // then allocates nothing, and drives out little.
    private readonly Node?[] _missed = new Node?[Missed];

    /// <param name="node">What is shown; in a graph.</param>
    /// <param name="beside">The other node that its bytes depend on, if there is one.</param>
    /// <param name="form">What else they depend on: 0 to 7.</param>
    /// <param name="bytes">Empty when there are none.</param>
    public bool Find(Node node, Node? beside, int form, out ReadOnlySpan<byte> bytes)
    {
        var place = Place(node, form);
        if (!ReferenceEquals(_nodes[place], node)) place++;
        var entry = ReferenceEquals(_nodes[place], node) ? Volatile.Read(ref _entries[place]) : null;
        var found = entry is not null && entry.Is(node, beside, form);
        bytes = found ? entry!.Bytes : default;
        return found;
    }

    /// <summary>What was not found, made by whoever looked for it.</summary>
    public void Offer(Node node, Node? beside, int form, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest) return;
        var place = Place(node, form);
        var missed = place & (Missed - 1);
        if (!ReferenceEquals(_missed[missed], node) && !ReferenceEquals(_missed[missed + 1], node))
        {
            Push(_missed, missed, node);
            return;
        }
        Push(_entries, place, new Entry(node, beside, form, bytes.ToArray()));
        Push(_nodes, place, node);
    }

    // The older of two goes: with one, two nodes of one page that share a place would drive each other out for ever.
    private static void Push<T>(T?[] pairs, int place, T item) where T : class
    {
        Volatile.Write(ref pairs[place + 1], Volatile.Read(ref pairs[place]));
        Volatile.Write(ref pairs[place], item);
    }

    /// <summary>The first of the two places that a node can be in. Forms of one node lie apart, and so do neighbours.</summary>
    private static int Place(Node node, int form) => (int)((((uint)node.Key << FormBits) + (uint)form) * 0x9E3779B9 >> (32 - Bits)) & ~1;

    private sealed class Entry(Node node, Node? beside, int form, byte[] bytes)
    {
        private readonly Node _node = node;
        private readonly Node? _beside = beside;
        private readonly int _form = form;

        public byte[] Bytes { get; } = bytes;

        public bool Is(Node node, Node? beside, int form) => ReferenceEquals(_node, node) && ReferenceEquals(_beside, beside) && _form == form;
    }
}
