using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Graphs;
using Emulation.Seeding;
using Emulation.Seeding.Writing;

namespace Emulation.Tests.Seeding;

/// <summary>Exporting a graph and importing the file gives the same graph.</summary>
class ExportTests
{
    [TestCaseSource(nameof(BuiltIn))]
    public void A_built_in_dataset_survives_export_and_import(string name) => SurvivesExport(Datasets.BuiltIn(name).Graph);

    [TestCase(2000)]
    [TestCase(20_000)]
    public void A_generated_graph_survives_export_and_import(int size) =>
        SurvivesExport(Datasets.Generated(DemoSize.Default with { Nodes = size }, 1).Graph);

    [Test]
    public void Export_pieces_are_at_most_96_KB()
    {
        var graph = Datasets.Generated(DemoSize.Default, 1).Graph;

        DatasetWriter.Write(graph).Max(piece => piece.Length).Should().BeLessThan(96 * 1024);
    }

    [Test]
    public void An_export_conforms_to_the_schema()
    {
        using var document = JsonDocument.Parse(Export(Datasets.Generated(DemoSize.Default, 1).Graph));

        SchemaTests.Wrong(document.RootElement).Should().BeEmpty();
    }

    internal static void SurvivesExport(Graph graph)
    {
        var bytes = Export(graph);

        var read = Import(bytes);

        GraphContent.Of(read).Should().Equal(GraphContent.Of(graph));
        Encoding.UTF8.GetString(Export(read)).Should().Be(Encoding.UTF8.GetString(bytes));
    }

    internal static byte[] Export(Graph graph)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var piece in DatasetWriter.Write(graph)) bytes.Write(piece.Span);
        return bytes.WrittenSpan.ToArray();
    }

    internal static Graph Import(byte[] bytes)
    {
        var dataset = Datasets.Read("import", new ReadOnlySequence<byte>(bytes), out var error);
        if (error is not null) throw new AssertionException(error.Message);
        return dataset!.Graph;
    }

    private static IEnumerable<string> BuiltIn() => Datasets.Names.Where(name => name != Datasets.Demo);
}
