namespace Emulation.Graphs;

/// <summary>
/// Structs in the order in which they came. A list of the framework's would be compiled anew at every start for each struct of ours:
/// only generic code of our own assembly can be compiled ahead for them (CONTRIBUTING.md, Decisions).
/// </summary>
public sealed class Pile<T>(int room) where T : struct
{
    private T[] _items = new T[Math.Max(room, 4)];

    public Pile() : this(4)
    {
    }

    public int Count { get; private set; }

    /// <summary>The items, and behind them room.</summary>
    public T[] Items => _items;

    public T this[int at] => at < Count ? _items[at] : throw new ArgumentOutOfRangeException(nameof(at), at, $"There are {Count} items.");

    public void Add(T item)
    {
        if (Count == _items.Length) Widen();
        _items[Count++] = item;
    }

    public void Clear() => Count = 0;

    private void Widen()
    {
        var wider = new T[_items.Length * 2];
        Array.Copy(_items, wider, Count);
        _items = wider;
    }
}
