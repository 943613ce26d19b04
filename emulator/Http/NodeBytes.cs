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
    private const int Slots = 8192;
    private const int Longest = 1024;

    // Odd, so that the forms of one node lie in different places.
    private const int FormStep = 2731;

    private readonly Entry?[] _entries = new Entry?[Slots];

    // What was missed last in each place. A node is kept when it is missed twice in a row: a walk through a million nodes then
    // allocates nothing and drives out nothing.
    private readonly Node?[] _missed = new Node?[Slots];

    /// <param name="node">What is shown; in a graph.</param>
    /// <param name="beside">The other node that its bytes depend on, if there is one.</param>
    /// <param name="form">What else they depend on, as a small number.</param>
    /// <param name="bytes">Empty when there are none.</param>
    public bool Find(Node node, Node? beside, int form, out ReadOnlySpan<byte> bytes)
    {
        var entry = Volatile.Read(ref _entries[Place(node, form)]);
        var found = entry is not null && ReferenceEquals(entry.Node, node) && ReferenceEquals(entry.Beside, beside) && entry.Form == form;
        bytes = found ? entry!.Bytes : default;
        return found;
    }

    /// <summary>What was not found, made by whoever looked for it.</summary>
    public void Offer(Node node, Node? beside, int form, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest) return;
        var place = Place(node, form);
        if (ReferenceEquals(_missed[place], node)) Volatile.Write(ref _entries[place], new Entry(node, beside, form, bytes.ToArray()));
        else Volatile.Write(ref _missed[place], node);
    }

    private static int Place(Node node, int form) => (node.Key + (form * FormStep)) & (Slots - 1);

    private sealed class Entry(Node node, Node? beside, int form, byte[] bytes)
    {
        public readonly Node Node = node;
        public readonly Node? Beside = beside;
        public readonly int Form = form;
        public readonly byte[] Bytes = bytes;
    }
}
