using Emulation.Graphs;

namespace Emulation.Seeding.Mapping;

/// <summary>The ids of rows: given, or counted after those that are given anywhere in the file.</summary>
/// <param name="graph">Counts those that are not given.</param>
/// <param name="complete">The rows are an export.</param>
/// <param name="once">Two rows of a kind cannot have the same id. False where a row may replace one that was read before.</param>
sealed class IdCounters(GraphBuilder graph, bool complete, bool once = true)
{
    private readonly Dictionary<Kind, HashSet<long>> _used = [];

    /// <summary>Ids that rows give, before the first one is counted.</summary>
    public void Note(Kind kind, IEnumerable<long?> ids)
    {
        foreach (var id in ids)
            if (id is { } given && IdLimit.Allows(kind, given, complete)) graph.NoteId(kind, given);
    }

    public void Note(Kind kind, IEnumerable<int?> ids) => Note(kind, ids.Select(id => (long?)id));

    public long Take(Kind kind, long? given, RowPlace at)
    {
        if (!once) return given ?? throw at.Error($"has no id of a {kind.Name}");
        var id = given ?? graph.TakeId(kind);
        if (!_used.TryGetValue(kind, out var used)) _used.Add(kind, used = []);
        if (id < 1 || !used.Add(id)) throw at.Error($"has a {kind.Name} with the id {id}; an id is 1 or more and is given once");
        IdLimit.Check(kind, id, complete, at);
        return id;
    }
}

/// <summary>
/// Numbers of one kind's records. Rows without one are counted; where rows are in order, each is above the one before it.
/// </summary>
sealed class NumberCounter(Kind kind, GraphBuilder graph, bool complete, bool ascending = true)
{
    private readonly HashSet<long> _used = [];
    private long _last = -1;

    public long Take(long? given, RowPlace at)
    {
        var number = given ?? graph.TakeId(kind);
        if (number < 0 || (ascending ? number <= _last : !_used.Add(number))) throw at.Error($"has the number {number}; {Rule}");
        IdLimit.Check(kind, number, complete, at);
        graph.NoteId(kind, number);
        return _last = number;
    }

    private string Rule => ascending
        ? "it must be 0 or more, and above those of the rows before it"
        : "a number is 0 or more and is given once";
}
