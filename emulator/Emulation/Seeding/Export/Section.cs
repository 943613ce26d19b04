using Emulation.Graphs;

namespace Emulation.Seeding.Export;

/// <summary>An array of a dataset: written row by row while it is enumerated, so that what was written can be taken in between.</summary>
/// <param name="Name">Its member; <c>credentials.threatWinds</c> stands in an object of its own.</param>
/// <param name="Rows">One step a row.</param>
sealed record Section(string Name, Func<RowPen, IEnumerable<Section.Step>> Rows)
{
    public static Section Of<TItem>(string name, IEnumerable<TItem> items, Action<RowPen, TItem> write)
    {
        return new Section(name, Rows);

        IEnumerable<Step> Rows(RowPen pen)
        {
            var first = true;
            foreach (var item in items)
            {
                yield return first ? Step.Begin : Step.Next;
                first = false;
                pen.BeginRow();
                write(pen, item);
                pen.EndRow();
            }
            if (!first) yield return Step.End;
        }
    }

    /// <summary>All of a kind in the order of their keys. A scan of the graph for a kind takes less than one index more would.</summary>
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

    /// <summary>What comes next: the first row, a further one, or the end.</summary>
    public enum Step
    {
        Begin,
        Next,
        End,
    }
}
