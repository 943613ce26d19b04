using System.Buffers;
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
    /// <summary>How many nodes one search reads; a demo of a million has two million with all that belongs to them.</summary>
    public const int MostNodes = 3_000_000;

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
        else Add(Turns.Take(Containing(text)), MatchedBy.Text);
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

    /// <summary>The nodes of each API with a text that contains another. All nodes are read, in the order of memory.</summary>
    private IEnumerable<IReadOnlyList<Node>> Containing(string text)
    {
        var needle = new Needle(text);
        var found = Wanted.Select(of => new List<Node>()).ToArray();
        var byKind = new List<Node>?[_graph.Schema.Kinds.Max(kind => kind.Number) + 1];
        foreach (var (of, nodes) in Wanted.Zip(found))
            foreach (var kind in of.View.Kinds)
                if (_query.Kind is null || _query.Kind == kind.Name) byKind[kind.Graph.Number] = nodes;
        var (read, open) = (0, found.Length);
        foreach (var (_, node) in _graph.AllNodes)
        {
            if (++read > MostNodes || open == 0)
            {
                IsComplete = false;
                break;
            }
            if (byKind[node.Kind.Number] is not { } nodes || nodes.Count > _query.Limit) continue;
            if (!needle.IsIn(_views.ViewOf(node)!.TextsOf(node))) continue;
            nodes.Add(node);
            if (nodes.Count > _query.Limit) open--;
        }
        return found;
    }

    /// <summary>The text that is searched for, ignoring case.</summary>
    private sealed class Needle(string text)
    {
        private readonly SearchValues<string> _values = SearchValues.Create([text], StringComparison.OrdinalIgnoreCase);

        public bool IsIn(in SearchTexts texts) => IsIn(texts.First) || IsIn(texts.Second) || IsIn(texts.Third);

        // Most values are shorter than what is searched for.
        private bool IsIn(string? part) => part is not null && part.Length >= text.Length && part.AsSpan().ContainsAny(_values);
    }
}
