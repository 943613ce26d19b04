using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Emulation.Graphs;
using Emulation.Seeding.Format;
using Emulation.Seeding.Mapping;

namespace Emulation.Seeding.Writing;

/// <summary>
/// A graph as a complete dataset of format 1, in pieces. Reading it gives a graph that answers as this one does and gives the same ids
/// next; writing that one gives the same bytes. Rows are in the order of their ids; those whose lists depend on the order in which nodes
/// were added are in that order.
/// </summary>
sealed class DatasetWriter
{
    /// <summary>A piece is this long, and by the rest of one row longer.</summary>
    private const int PieceLength = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(PieceLength + (32 * 1024));
    private readonly Utf8JsonWriter _json;
    private string _within = "";

    private DatasetWriter() =>
        _json = new Utf8JsonWriter(_buffer,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Each piece is overwritten by the next one.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Write(Graph graph) => new DatasetWriter().Pieces(graph);

    private IEnumerable<ReadOnlyMemory<byte>> Pieces(Graph graph)
    {
        var options = DatasetJson.ForWriting();
        WriteHead(graph, (JsonTypeInfo<DatasetFile>)options.GetTypeInfo(typeof(DatasetFile)));
        foreach (var section in new Sections(graph, options).All())
        {
            var any = false;
            foreach (var write in section.Rows)
            {
                if (any) Raw(",\n");
                else Open(section.Name);
                any = true;
                _json.Reset();
                write(_json);
                _json.Flush();
                if (_buffer.WrittenCount < PieceLength) continue;
                yield return _buffer.WrittenMemory;
                _buffer.ResetWrittenCount();
            }
            if (any) Raw("\n]");
        }
        Raw(_within.Length > 0 ? "}\n}\n" : "\n}\n");
        yield return _buffer.WrittenMemory;
    }

    /// <summary>What is not an array of rows, without the closing brace.</summary>
    private void WriteHead(Graph graph, JsonTypeInfo<DatasetFile> type)
    {
        var head = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(head, _json.Options);
        JsonSerializer.Serialize(json, DatasetMapping.HeadOf(graph), type);
        json.Flush();
        _buffer.Write(head.WrittenSpan[..^1]);
    }

    private void Open(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var outer = dot < 0 ? "" : name[..dot];
        if (outer != _within && _within.Length > 0) Raw("}");
        Raw(",\n");
        if (outer != _within && outer.Length > 0) Raw($"\"{outer}\": {{\n");
        _within = outer;
        Raw($"\"{name[(dot + 1)..]}\": [\n");
    }

    private void Raw(string text) => _buffer.Write(Encoding.UTF8.GetBytes(text));
}
