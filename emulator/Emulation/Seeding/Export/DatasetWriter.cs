using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Export;

/// <summary>
/// A graph as a complete dataset of format 1, in pieces. Reading it gives a graph that answers as this one does and gives the same ids next;
/// writing that one gives the same bytes. Rows stand in the order of their ids; those whose lists depend on the order in which nodes were
/// added stand in that order.
/// </summary>
static class DatasetWriter
{
    /// <summary>A piece is this long, and by the rest of one row longer.</summary>
    private const int Piece = 64 * 1024;

    private const string Unnamed = "unnamed";

    /// <summary>Each piece is overwritten by the next one.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Write(Graph graph)
    {
        var pen = new RowPen();
        Head(pen, graph);
        var within = "";
        foreach (var section in Sections(graph))
        {
            foreach (var step in section.Rows(pen))
            {
                if (step == Section.Step.Begin) Open(pen, section.Name, ref within);
                else pen.Raw(step == Section.Step.Next ? ",\n" : "\n]");
                if (pen.Written.Length < Piece) continue;
                yield return pen.Written;
                pen.Clear();
            }
        }
        pen.Raw(within.Length > 0 ? "}\n}\n" : "\n}\n");
        yield return pen.Written;
    }

    private static IEnumerable<Section> Sections(Graph graph) =>
    [
        .. AccountRows.Sections(graph),
        .. ThreatConnectRows.Sections(graph),
        .. ItemRows.Sections(graph),
        .. PlatformRows.Sections(graph),
        .. DesoRows.Sections(graph),
        .. ThreatWindsRows.Sections(graph),
    ];

    private static void Open(RowPen pen, string name, ref string within)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var outer = dot < 0 ? "" : name[..dot];
        if (outer != within && within.Length > 0) pen.Raw("}");
        pen.Raw(",\n");
        if (outer != within && outer.Length > 0) pen.Raw($"\"{outer}\": {{\n");
        within = outer;
        pen.Raw($"\"{name[(dot + 1)..]}\": [\n");
    }

    /// <summary>What is no array, one member a line.</summary>
    private static void Head(RowPen pen, Graph graph)
    {
        var (origin, instance) = (Origin.Of(graph), Instance.Of(graph));
        pen.BeginRow();
        pen.Number("format", 1);
        pen.Text("name", origin?.Name ?? Unnamed);
        pen.Moment("start", origin?.Start ?? DateTimeOffset.UnixEpoch);
        pen.Flag("complete", true);
        pen.BeginObject("lastIds");
        foreach (var kind in graph.Schema.Kinds) pen.Number(kind.Name, graph.LastId(kind), 0);
        pen.EndObject();
        pen.Flag("licensed", instance.Licensed, otherwise: true);
        pen.Flag("batchEnabled", instance.BatchEnabled, otherwise: true);
        pen.Flag("openAttributeTypes", instance.AttributeTypes.Open);
        pen.Some("exclusions", [.. instance.Exclusions.Order(StringComparer.Ordinal)]);
        pen.BeginObject("chain");
        pen.Number("height", Chain.HeightOf(graph));
        pen.EndObject();
        pen.LeaveOpen();
    }
}
