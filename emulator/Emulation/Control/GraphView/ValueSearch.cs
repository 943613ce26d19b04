using Emulation.Graphs;
using Emulation.Http;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>How a search found a node.</summary>
enum MatchedBy
{
    Id,
    Value,
    Prefix,
    Text,
}

/// <summary>A node that a search found.</summary>
readonly record struct FoundNode(ViewedNode Node, MatchedBy By);

/// <summary>
/// Searches all APIs for a text: ids and values first, then what begins with it (both by indexes), then names and texts that contain it,
/// which are read one by one up to a limit.
/// </summary>
sealed class ValueSearch
{
    private const int Spare = 64;

    private readonly Graph _graph;
    private readonly ViewSet _views;
    private readonly GraphQuery _query;
    private readonly List<FoundNode> _found = [];
    private readonly HashSet<int> _keys = [];

    private ValueSearch(Graph graph, ViewSet views, GraphQuery query) => (_graph, _views, _query) = (graph, views, query);

    /// <summary>False when there may be more than what was found.</summary>
    public bool IsComplete { get; private set; } = true;

    public IReadOnlyList<FoundNode> Found => _found;

    private bool IsFull => _found.Count >= _query.Limit;

    public static ValueSearch Of(Graph graph, ViewSet views, GraphQuery query)
    {
        var search = new ValueSearch(graph, views, query);
        search.Run(query.Text!.Trim());
        return search;
    }

    private void Run(string text)
    {
        Add(_views.WithId(_graph, _query.Api, _query.Kind, text), MatchedBy.Id);
        Add(_views.WithValue(_graph, text), MatchedBy.Value);
        Add(Turns.Take(Wanted.Select(of => of.View.StartingWith(_graph, text).Take(_query.Limit + Spare))), MatchedBy.Prefix);
        if (IsFull) IsComplete = false;
        else AddContaining(text);
    }

    private IEnumerable<(IApi Api, IGraphView View)> Wanted => _views.All.Where(of => _query.Api is null || _query.Api == of.Api.Name);

    private void Add(IEnumerable<Node> nodes, MatchedBy by) => Add(nodes.Select(_views.Of).OfType<ViewedNode>(), by);

    private void Add(IEnumerable<ViewedNode> nodes, MatchedBy by)
    {
        foreach (var node in nodes)
        {
            if (IsFull)
            {
                IsComplete = false;
                return;
            }
            if (IsWanted(node) && _keys.Add(node.Node.Key)) _found.Add(new(node, by));
        }
    }

    private bool IsWanted(ViewedNode node) =>
        (_query.Api is null || _query.Api == node.Api.Name) && (_query.Kind is null || _query.Kind == node.Kind.Name);

    private void AddContaining(string text)
    {
        var scan = new TextScan(_graph, _views, [.. Wanted.Select(of => of.View)], _query);
        Add(Turns.Take(scan.Containing(text)), MatchedBy.Text);
        if (!scan.IsComplete) IsComplete = false;
    }
}
