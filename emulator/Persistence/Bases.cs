using Emulation.Graphs;

namespace Emulation.Persistence;

/// <summary>The whole graphs that are kept, from which changes lead to all others. The dataset is number 0.</summary>
sealed class Bases
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Graph> _graphs = [];
    private readonly Func<long>? _newId;
    private long _last;

    /// <param name="dataset">The graph with the number 0.</param>
    /// <param name="newId">Gives numbers that no other instance gives; null: there is no other instance.</param>
    public Bases(Graph dataset, Func<long>? newId = null)
    {
        _graphs[0] = dataset;
        _newId = newId;
    }

    /// <summary>There is the dataset alone.</summary>
    public bool IsAlone
    {
        get
        {
            lock (_lock) return _graphs.Count == 1;
        }
    }

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
            var number = _newId?.Invoke() ?? ++_last;
            _graphs[number] = graph;
            return (number, graph, true);
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
