using System.Buffers;
using Emulation.Graphs;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>Finds the texts that mention some nodes, by reading all texts once for all of them.</summary>
sealed class ProseSearch(Graph graph, ViewSet views)
{
    /// <summary>How many texts one request reads; a million nodes of the demo have 100,000.</summary>
    public const int MostTexts = 250_000;

    private int _left = MostTexts;

    /// <summary>False when there were more texts than were read.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The nodes whose text mentions a node, newest first, by the mentioned node's key.</summary>
    public Dictionary<int, List<Node>> Mentioning(IEnumerable<ViewedNode> nodes)
    {
        var found = new Dictionary<int, List<Node>>();
        var byValue = ByValue(nodes);
        if (byValue.Count == 0) return found;
        var needles = SearchValues.Create([.. byValue.Keys], StringComparison.OrdinalIgnoreCase);
        foreach (var (_, view) in views.All)
        {
            foreach (var node in view.WithProse(graph))
            {
                if (_left-- <= 0)
                {
                    IsComplete = false;
                    return Sorted(found);
                }
                if (view.ProseOf(node) is { } text && text.AsSpan().ContainsAny(needles))
                    Note(node, text, needles, byValue, found);
            }
        }
        return Sorted(found);
    }

    /// <summary>Each value of nodes that texts can mention, with the keys of those nodes.</summary>
    private static Dictionary<string, List<(int Key, Mention By)>> ByValue(IEnumerable<ViewedNode> nodes)
    {
        var byValue = new Dictionary<string, List<(int, Mention)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in nodes)
        {
            if (node.Kind.MentionedBy == Mention.Never) continue;
            foreach (var value in node.View.ValuesOf(node.Node))
            {
                if (value.Length < Mentions.ShortestName) continue;
                if (!byValue.TryGetValue(value, out var keys)) byValue[value] = keys = [];
                keys.Add((node.Node.Key, node.Kind.MentionedBy));
            }
        }
        return byValue;
    }

    private static void Note(
        Node node, string text, SearchValues<string> needles, Dictionary<string, List<(int Key, Mention By)>> byValue,
        Dictionary<int, List<Node>> found)
    {
        for (var at = 0; text.AsSpan(at).IndexOfAny(needles) is >= 0 and var next;)
        {
            at += next;
            foreach (var (value, keys) in byValue)
            {
                if (!text.AsSpan(at).StartsWith(value, StringComparison.OrdinalIgnoreCase)) continue;
                if (!Mentions.IsWhole(text, at, value.Length, out var isHashtag)) continue;
                foreach (var (key, by) in keys)
                    if (key != node.Key && (by != Mention.ByHashtag || isHashtag)) Add(node, key, found);
            }
            at++;
        }
    }

    private static void Add(Node node, int key, Dictionary<int, List<Node>> found)
    {
        if (!found.TryGetValue(key, out var mentioning)) found[key] = mentioning = [];
        if (mentioning.Count == 0 || mentioning[^1].Key != node.Key) mentioning.Add(node);
    }

    private static Dictionary<int, List<Node>> Sorted(Dictionary<int, List<Node>> found)
    {
        foreach (var nodes in found.Values) nodes.Sort(static (one, other) => other.Key.CompareTo(one.Key));
        return found;
    }
}
