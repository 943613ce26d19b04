namespace Emulation.Graphs;

/// <summary>
/// Holds the current graph. Reading takes it once, without a lock; writes run one at a time as a function from graph to graph,
/// and one that returns the graph it was given changes nothing.
/// </summary>
sealed class GraphStore(Graph graph)
{
    private readonly Lock _writing = new();
    private volatile Graph _current = graph;

    public Graph Current => _current;

    /// <summary>Runs a write alone and keeps the graph it gives.</summary>
    public TAnswer Write<TAnswer>(Func<Graph, (Graph Graph, TAnswer Answer)> write)
    {
        lock (_writing)
        {
            var (next, answer) = write(_current);
            _current = next;
            return answer;
        }
    }

    /// <summary>Replaces the graph: reset, restore. O(1).</summary>
    public void Put(Graph graph)
    {
        lock (_writing) _current = graph;
    }
}
