using Emulation.Graphs;

namespace Emulation.Seeding.Files;

/// <summary>Numbers of one kind's records. Rows without one are counted; where rows stand in order, each is above the one before it.</summary>
sealed class Numbering(Kind kind, GraphBuilder graph, bool complete, bool ascending = true)
{
    private readonly HashSet<long> _used = [];
    private long _last = -1;

    public long Next(long? given, string array, int position)
    {
        var number = given ?? graph.TakeId(kind);
        if (number < 0 || (ascending ? number <= _last : !_used.Add(number)))
            throw new RowError(array, position, $"has the number {number}; {(ascending ? "it must be 0 or more, and above those of the rows before it" : "a number is 0 or more and stands once")}");
        IdLimit.Check(kind, number, complete, array, position);
        graph.NoteId(kind, number);
        return _last = number;
    }
}
