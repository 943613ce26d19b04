using Emulation.Graphs;
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
    /// <summary>How many texts of an API one search reads.</summary>
    public const int MostTexts = 120_000;

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
        Add(TakingTurns(view => view.StartingWith(_graph, text)), MatchedBy.Prefix);
        if (!IsFull) Add(TakingTurns(view => Containing(view, text)), MatchedBy.Text);
        else IsComplete = false;
    }

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

    private IEnumerable<Node> Containing(IGraphView view, string text)
    {
        var read = 0;
        foreach (var searched in view.Texts(_graph))
        {
            if (++read > MostTexts)
            {
                IsComplete = false;
                yield break;
            }
            if (searched.Text.Contains(text, StringComparison.OrdinalIgnoreCase)) yield return searched.Node;
        }
    }

    /// <summary>The first node of each API, then the second of each, and so on.</summary>
    private IEnumerable<ViewedNode> TakingTurns(Func<IGraphView, IEnumerable<Node>> nodes)
    {
        var views = _views.All.Where(of => _query.Api is null || _query.Api == of.Api.Name).Select(of => of.View);
        var turns = views.Select(view => nodes(view).Take(_query.Limit + Spare).GetEnumerator()).ToList();
        while (turns.Count > 0)
        {
            for (var i = 0; i < turns.Count;)
            {
                if (!turns[i].MoveNext())
                {
                    turns[i].Dispose();
                    turns.RemoveAt(i);
                    continue;
                }
                if (_views.Of(turns[i].Current) is { } viewed) yield return viewed;
                i++;
            }
        }
    }
}
