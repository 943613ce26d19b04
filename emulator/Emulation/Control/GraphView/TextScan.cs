using System.Buffers;
using Emulation.Graphs;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>
/// Reads the nodes of a graph in the order of memory, and finds those with a text that contains another, ignoring case. A large graph is
/// read in parts, on all processors.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="views">All views.</param>
/// <param name="wanted">The views whose nodes are found.</param>
/// <param name="query">The kind that is wanted, and the most that each view gives.</param>
sealed class TextScan(Graph graph, ViewSet views, IReadOnlyList<IGraphView> wanted, GraphQuery query)
{
    /// <summary>How many nodes one search reads; a demo of a million has two million with all that belongs to them.</summary>
    public const int MostNodes = 3_000_000;

    // With fewer nodes, starting work on another processor takes longer than the work itself.
    private const int AFewNodes = 50_000;

    private const int PartsPerProcessor = 8;

    /// <summary>False when there may be more than what was found.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The nodes of each view, in the order in which they were added: one more than the limit shows that there are more.</summary>
    public IEnumerable<IReadOnlyList<Node>> Containing(string text)
    {
        // More parts than processors, because some take longer than others.
        var parts = new List<Node>[graph.NodeCount < AFewNodes ? 1 : PartsPerProcessor * Environment.ProcessorCount][];
        var needle = new Needle(text);
        Parallel.For(0, parts.Length, part => parts[part] = Read(needle, Edge(part), Edge(part + 1), MostNodes / parts.Length));
        return [.. wanted.Select((_, at) => parts.SelectMany(part => part[at]).Take(query.Limit + 1).ToArray())];

        int Edge(int part) => (int)((graph.LastKey + 1L) * part / parts.Length);
    }

    /// <summary>Reads the nodes with keys from <paramref name="first"/> on that are less than <paramref name="end"/>.</summary>
    private List<Node>[] Read(Needle needle, int first, int end, int most)
    {
        var found = wanted.Select(_ => new List<Node>()).ToArray();
        var byKind = new List<Node>?[graph.Schema.Kinds.Max(kind => kind.Number) + 1];
        foreach (var (view, nodes) in wanted.Zip(found))
            foreach (var kind in view.Kinds)
                if (query.Kind is null || query.Kind == kind.Name) byKind[kind.Graph.Number] = nodes;
        var (read, open) = (0, found.Length);
        foreach (var (_, node) in graph.AllNodes.Between(first, end))
        {
            if (++read > most || open == 0)
            {
                IsComplete = false;
                break;
            }
            if (byKind[node.Kind.Number] is not { } nodes || nodes.Count > query.Limit) continue;
            if (!needle.IsIn(views.ViewOf(node)!.TextsOf(node))) continue;
            nodes.Add(node);
            if (nodes.Count > query.Limit) open--;
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
