using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Emulation.Graphs;

namespace Emulation.Seeding.Writing;

/// <summary>An array of a dataset, made row by row while it is enumerated.</summary>
/// <param name="Name">Its member; <c>credentials.threatWinds</c> is in an object of its own.</param>
/// <param name="Rows">Each writes one row.</param>
sealed record Section(string Name, IEnumerable<Action<Utf8JsonWriter>> Rows)
{
    public static Section Of<TItem, TRow>(string name, IEnumerable<TItem> items, Func<TItem, TRow> toRow, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<TRow>)options.GetTypeInfo(typeof(TRow));
        return new Section(name,
            items.Select(item => new Action<Utf8JsonWriter>(json => JsonSerializer.Serialize(json, toRow(item), type))));
    }

    /// <summary>
    /// All of a kind in the order in which they were added. A scan of the graph for a kind takes less than one index more would.
    /// </summary>
    public static IEnumerable<TNode> InOrder<TNode>(Graph graph, Kind kind) where TNode : Node
    {
        var left = graph.Count(kind);
        for (var key = 1; key <= graph.LastKey && left > 0; key++)
        {
            if (graph.Find(key) is not TNode node) continue;
            left--;
            yield return node;
        }
    }

    /// <summary>All of a kind in the order of their numbers.</summary>
    public static IEnumerable<TNode> Numbered<TNode>(Graph graph, Kind kind, Func<TNode, long> number) where TNode : Node
    {
        var nodes = InOrder<TNode>(graph, kind).ToArray();
        Array.Sort(nodes, (one, other) => number(one).CompareTo(number(other)));
        foreach (var node in nodes) yield return node;
    }
}
