using System.Buffers;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Seeding.Writing;

namespace Emulation;

/// <summary>Writes graphs as dataset files and reads them, for the control plane.</summary>
sealed class DatasetFormat : IGraphFormat
{
    private const string Source = "import";

    public string ContentType => "application/json";

    public IEnumerable<Writer> Write(Graph graph) => DatasetWriter.Write(graph).Select(piece => new Writer(to => to.Write(piece.Span)));

    public ReadGraph Read(ReadOnlySequence<byte> document) => Datasets.Read(Source, document, out var error) is { } dataset
        ? new ReadGraph(dataset.Graph)
        : new ReadGraph(null, error!.Message, Pointer(error.Path));

    /// <summary>Converts <c>$.groups[3].name</c>; names of rows contain neither dots nor brackets.</summary>
    private static string? Pointer(string? path)
    {
        if (path is null or "$") return null;
        var members = path[1..].Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal);
        return members.Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal);
    }
}
