using Emulation.Graphs;

namespace Emulation.Seeding.Records;

/// <summary>
/// Builds a graph from its parts: the indexes are built once, when all nodes and links are there. Parts are fetched and
/// their JSON is read on one thread, and nodes are made of the rows on another.
/// </summary>
sealed class GraphAssembly(NodeCodecs codecs, RelationNames relations)
{
    private readonly GraphBuilder _builder = new(Graph.Empty(Model.Schema));
    private Node?[] _nodes = new Node?[1024];
    private long _version;
    private int _lastKey;

    /// <param name="parts">Each may be overwritten by the next one.</param>
    public Graph Build(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var read = new RecordReaders(Graph.Empty(Model.Schema), Find);
        foreach (var part in ReadAhead.Of(parts.Select(Parsed))) Add(part, read);
        return _builder.Build().WithCounters(_version, _lastKey);
    }

    private (GraphRecord Record, object[] Rows) Parsed(ReadOnlyMemory<byte> part)
    {
        var record = GraphRecord.Read(part.Span, codecs, relations);
        return (record, [.. record.Put.Select(row => row.Codec.ReadRow(part.Span.Slice(row.Start, row.Length)))]);
    }

    private void Add((GraphRecord Record, object[] Rows) part, RecordReaders read)
    {
        var record = part.Record;
        (_version, _lastKey) = (Math.Max(_version, record.Version), Math.Max(_lastKey, record.LastKey));
        foreach (var (kind, id) in record.LastIds) _builder.NoteId(kind, id);
        for (var i = 0; i < part.Rows.Length; i++)
        {
            var row = record.Put[i];
            var node = row.Codec.ToNode(part.Rows[i], row.Parents, read);
            read.Note(node);
            _builder.Put(node, row.Key);
            if (row.Key >= _nodes.Length) Array.Resize(ref _nodes, Math.Max(row.Key + 1, _nodes.Length * 2));
            _nodes[row.Key] = node;
        }
        foreach (var link in record.Linked) _builder.Link(Named(link.From), link.Relation, Named(link.To), link.Via == 0 ? null : Named(link.Via));
    }

    private Node? Find(int key) => key > 0 && key < _nodes.Length ? _nodes[key] : null;

    private Node Named(int key) => Find(key) ?? throw new InvalidOperationException($"A link names the node {key}, which is not there.");
}
