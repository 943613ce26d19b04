using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>
/// What nodes look like in lists, so that a page is copied together. It cannot answer what is no longer so: an entry is of one node,
/// beside one other that it shows something of, in one form, and a changed node is another object, in whichever world.
/// Bounded: 8,192 entries of at most 1 KB (9 MB, usually a third of that) and the nodes they are of. Without a lock: an entry never
/// changes, and one that two requests put in the same place is made again by whoever misses it.
/// </summary>
public sealed class NodeBytes
{
    public const int Entries = 1 << Bits;
    public const int Longest = 1024;

    private const int Bits = 13;
    private const int FormBits = 3;

    private readonly Entry?[] _entries = new Entry?[Entries];

    // What was missed last in each place. A node is kept when it is missed for the second time: a walk through a million nodes then
    // allocates nothing, and drives out little.
    private readonly Node?[] _missed = new Node?[Entries];

    /// <param name="node">What is shown; in a graph.</param>
    /// <param name="beside">The other node that its bytes depend on, if there is one.</param>
    /// <param name="form">What else they depend on: 0 to 7.</param>
    /// <param name="bytes">Empty when there are none.</param>
    public bool Find(Node node, Node? beside, int form, out ReadOnlySpan<byte> bytes)
    {
        var place = Place(node, form);
        var entry = Volatile.Read(ref _entries[place]);
        if (entry is null || !entry.Is(node, beside, form)) entry = Volatile.Read(ref _entries[place ^ 1]);
        var found = entry is not null && entry.Is(node, beside, form);
        bytes = found ? entry!.Bytes : default;
        return found;
    }

    /// <summary>What was not found, made by whoever looked for it.</summary>
    public void Offer(Node node, Node? beside, int form, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest) return;
        ref var missed = ref _missed[OtherPlace(node, form)];
        if (!ReferenceEquals(missed, node))
        {
            Volatile.Write(ref missed, node);
            return;
        }
        var place = Place(node, form);
        // Of two ways the other one, when it alone is free: two nodes of one page that share a place would drive each other out.
        if (_entries[place] is not null && _entries[place ^ 1] is null) place ^= 1;
        Volatile.Write(ref _entries[place], new Entry(node, beside, form, bytes.ToArray()));
    }

    private static int Place(Node node, int form) => Spread(node, form, 0x9E3779B9);

    // Spread differently, or those that share a place would be missed in turn for ever.
    private static int OtherPlace(Node node, int form) => Spread(node, form, 0x85EBCA6B);

    private static int Spread(Node node, int form, uint factor) => (int)((((uint)node.Key << FormBits) + (uint)form) * factor >> (32 - Bits));

    private sealed class Entry(Node node, Node? beside, int form, byte[] bytes)
    {
        private readonly Node _node = node;
        private readonly Node? _beside = beside;
        private readonly int _form = form;

        public byte[] Bytes { get; } = bytes;

        public bool Is(Node node, Node? beside, int form) => ReferenceEquals(_node, node) && ReferenceEquals(_beside, beside) && _form == form;
    }
}
