namespace Emulation.Graphs;

/// <summary>
/// One thing in the graph. Immutable: a changed node is a new one under the same <see cref="Key"/>.
/// </summary>
abstract record Node
{
    /// <summary>The graph's own key, 1 or more, given when the node is added; 0 before. Never shown by an API.</summary>
    public int Key { get; internal set; }

    public abstract Kind Kind { get; }

    /// <summary>The number of the typed list that this node is in, in each relation; 1 or more where there are types.</summary>
    public virtual int LinkType => 0;

    /// <summary>
    /// The number of the list by class that this node is in, whatever its type; 1 or more where there are classes.
    /// </summary>
    public virtual int LinkClass => 0;

    /// <summary>The position of this node in the lists of its relations: ascending, ties by <see cref="LinkTie"/>.</summary>
    public virtual long LinkOrder => 0;

    public virtual long LinkTie => Key;
}

/// <summary>
/// What nodes of one class have in common: a number (its slot in the graph), a name, and the ordered indexes they are in.
/// </summary>
sealed class Kind
{
    public Kind(int number, string name, params Index[] indexes)
    {
        Number = number;
        Name = name;
        Indexes = indexes;
        for (var slot = 0; slot < indexes.Length; slot++) indexes[slot].Place(number, slot);
    }

    public int Number { get; }

    public string Name { get; }

    public IReadOnlyList<Index> Indexes { get; }
}
