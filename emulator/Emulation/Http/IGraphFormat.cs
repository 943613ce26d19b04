using System.Buffers;
using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>A form in which a whole graph is sent and taken; whoever puts the server together brings one.</summary>
interface IGraphFormat
{
    string ContentType { get; }

    /// <summary>The graph in pieces of bounded size. Each is to be written before the next is asked for.</summary>
    IEnumerable<Writer> Write(Graph graph);

    ReadGraph Read(ReadOnlySequence<byte> document);
}

/// <summary>What a document said, or why it is none.</summary>
/// <param name="Graph">Null of a document that is none.</param>
/// <param name="Fault">One line that names line and node.</param>
/// <param name="Pointer">JSON pointer to the offending member, where there is one.</param>
sealed record ReadGraph(Graph? Graph, string? Fault = null, string? Pointer = null);
