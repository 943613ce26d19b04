using Emulation.Graphs;

namespace Emulation.Persistence;

/// <summary>The whole graphs that are kept, from which changes lead to all others. The dataset is number 0.</summary>
sealed class Bases
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Graph> _graphs = [];
    private long _last;

    public Bases(Graph dataset) => _graphs[0] = dataset;

    public Graph this[long id]
    {
        get
        {
            lock (_lock) return _graphs[id];
        }
    }

    /// <summary>The whole graph that shares its nodes with this one; a new one when there is none, which must then be kept.</summary>
    public (long Id, Graph Base, bool IsNew) Of(Graph graph)
    {
        lock (_lock)
        {
            foreach (var (id, known) in _graphs)
                if (ReferenceEquals(known.Lineage, graph.Lineage)) return (id, known, false);
            _graphs[++_last] = graph;
            return (_last, graph, true);
        }
    }

    public void Add(long id, Graph graph)
    {
        lock (_lock)
        {
            _graphs[id] = graph;
            _last = Math.Max(_last, id);
        }
    }

    /// <summary>Forgets a graph that could not be kept.</summary>
    public void Remove(long id)
    {
        lock (_lock) _graphs.Remove(id);
    }

    public bool Has(long id)
    {
        lock (_lock) return _graphs.ContainsKey(id);
    }
}
