using System.Buffers;
using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>A format in which a whole graph is exported and imported.</summary>
interface IGraphFormat
{
    string ContentType { get; }

    /// <summary>The graph in pieces of bounded size. Write each before taking the next.</summary>
    IEnumerable<Writer> Write(Graph graph);

    ReadGraph Read(ReadOnlySequence<byte> document);
}

/// <summary>The graph of a document, or the fault that was found in it.</summary>
/// <param name="Graph">Null when the document has a fault.</param>
/// <param name="Fault">One line that names line and node.</param>
/// <param name="Pointer">JSON pointer to the offending member, where there is one.</param>
sealed record ReadGraph(Graph? Graph, string? Fault = null, string? Pointer = null);
