using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Emulation.Graphs;

namespace Emulation.Seeding.Records;

/// <summary>The keys of the nodes that a node is a part of; 0: none.</summary>
readonly record struct Parents(int Of, int With = 0);

/// <summary>How the nodes of one kind are written as rows of format 1 with their own fields alone, and read from them.</summary>
abstract class NodeCodec(Kind kind)
{
    public Kind Kind { get; } = kind;

    public abstract Parents ParentsOf(Node node, RecordWriters write);

    public abstract void Write(Utf8JsonWriter json, Node node, RecordWriters write);

    /// <summary>A row from its JSON, which depends on nothing else.</summary>
    public abstract object ReadRow(ReadOnlySpan<byte> row);

    public abstract Node ToNode(object row, Parents parents, RecordReaders read);

    public Node Read(ReadOnlySpan<byte> row, Parents parents, RecordReaders read) => ToNode(ReadRow(row), parents, read);
}

/// <summary>The codec of one kind, from the functions that datasets use too.</summary>
sealed class NodeCodec<TNode, TRow>(
    Kind kind, RowTypes types, Func<TNode, RecordWriters, TRow> toRow, Func<TRow, Parents, RecordReaders, TNode> toNode)
    : NodeCodec(kind) where TNode : Node
{
    private readonly JsonTypeInfo<TRow> _writing = (JsonTypeInfo<TRow>)types.Writing.GetTypeInfo(typeof(TRow));
    private readonly JsonTypeInfo<TRow> _reading = (JsonTypeInfo<TRow>)types.Reading.GetTypeInfo(typeof(TRow));

    public Func<TNode, RecordWriters, Parents>? Parents { get; init; }

    public override Parents ParentsOf(Node node, RecordWriters write) => Parents?.Invoke((TNode)node, write) ?? default;

    public override void Write(Utf8JsonWriter json, Node node, RecordWriters write) =>
        JsonSerializer.Serialize(json, toRow((TNode)node, write), _writing);

    public override object ReadRow(ReadOnlySpan<byte> row) => JsonSerializer.Deserialize(row, _reading)!;

    public override Node ToNode(object row, Parents parents, RecordReaders read) => toNode((TRow)row, parents, read);
}

/// <summary>The row types as JSON, for writing and for reading.</summary>
sealed record RowTypes(JsonSerializerOptions Writing, JsonSerializerOptions Reading);
