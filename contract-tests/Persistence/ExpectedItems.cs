namespace Emulation.Tests.Persistence;

/// <summary>What a write puts into a world, or removes from it.</summary>
enum ItemKind
{
    World,
    Tag,
    Incident,
    Host,
    Fault,
    Snapshot,
    Clock,
}

/// <summary>Something that is in a world or is not.</summary>
readonly record struct Item(string World, ItemKind Kind, string Name);

/// <summary>One write: what is there after it, and what no more. All of it happens or nothing.</summary>
sealed record Write(IReadOnlyList<Item> Put, IReadOnlyList<Item> Removed);

/// <summary>What must be there after a restart.</summary>
sealed class ExpectedItems
{
    private readonly Dictionary<Item, bool> _known = [];
    private readonly List<Write> _unanswered = [];

    public int Answered { get; private set; }

    public int Unanswered { get; private set; }

    /// <summary>How many of the writes that were not answered were kept.</summary>
    public int Kept { get; private set; }

    public int Items => _known.Count;

    /// <summary>What is there in a world.</summary>
    public IEnumerable<Item> In(string world) => _known.Where(item => item.Value && item.Key.World == world).Select(item => item.Key);

    public void Add(KillWriter writer)
    {
        foreach (var write in writer.Answered) Apply(write);
        Answered += writer.Answered.Count;
        if (writer.Pending is { } pending) _unanswered.Add(pending);
    }

    /// <summary>What is found from now on is expected, also of the writes that were not answered.</summary>
    public void Compare(IReadOnlySet<Item> found)
    {
        foreach (var write in _unanswered)
        {
            var isKept = write.Put.Count > 0 ? found.Contains(write.Put[0]) : !found.Contains(write.Removed[0]);
            write.Put.Where(item => found.Contains(item) != isKept).Should().BeEmpty("a write is kept as a whole or not at all");
            write.Removed.Where(item => found.Contains(item) == isKept).Should().BeEmpty("a write is kept as a whole or not at all");
            if (isKept) Apply(write);
            foreach (var item in write.Put) _known.TryAdd(item, false);
            Kept += isKept ? 1 : 0;
        }
        Unanswered += _unanswered.Count;
        _unanswered.Clear();
        _known.Where(item => found.Contains(item.Key) != item.Value).Should().BeEmpty("each write that was answered was kept");
    }

    private void Apply(Write write)
    {
        foreach (var item in write.Put) _known[item] = true;
        foreach (var item in write.Removed) _known[item] = false;
    }
}
