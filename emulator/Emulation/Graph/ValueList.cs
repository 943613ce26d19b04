namespace Emulation.Graphs;

/// <summary>
/// A growing list of structs. <see cref="List{T}"/> of a struct of ours is compiled just in time at every start, because only generic
/// code of our own assembly can be compiled ahead for our structs.
/// </summary>
sealed class ValueList<T>(int capacity) where T : struct
{
    private T[] _items = new T[Math.Max(capacity, 4)];

    public ValueList() : this(4)
    {
    }

    public int Count { get; private set; }

    /// <summary>The backing array; only the first <see cref="Count"/> items are valid.</summary>
    public T[] Items => _items;

    public T this[int at] => at < Count ? _items[at] : throw new ArgumentOutOfRangeException(nameof(at), at, $"There are {Count} items.");

    public void Add(T item)
    {
        if (Count == _items.Length) Grow();
        _items[Count++] = item;
    }

    public void Clear() => Count = 0;

    private void Grow()
    {
        var larger = new T[_items.Length * 2];
        Array.Copy(_items, larger, Count);
        _items = larger;
    }
}
