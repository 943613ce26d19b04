using System.Buffers;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Seeding.Writing;

namespace Emulation;

/// <summary>Graphs as dataset files, for whoever may name neither.</summary>
sealed class DatasetFormat : IGraphFormat
{
    private const string Source = "import";

    public string ContentType => "application/json";

    public IEnumerable<Writer> Write(Graph graph) => DatasetWriter.Write(graph).Select(piece => new Writer(to => to.Write(piece.Span)));

    public ReadGraph Read(ReadOnlySequence<byte> document) => Datasets.Read(Source, document, out var error) is { } dataset
        ? new ReadGraph(dataset.Graph)
        : new ReadGraph(null, error!.Message, Pointer(error.Path));

    /// <summary>From <c>$.groups[3].name</c>, whose names hold neither dots nor brackets where a row is at fault.</summary>
    private static string? Pointer(string? path) =>
        path is null or "$" ? null : path[1..].Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal).Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal);
}
