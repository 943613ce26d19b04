using System.Buffers;
using System.Text.Json;
using Emulation.Graphs;
using Emulation.Seeding.Format;
using Emulation.Seeding.Reading;

namespace Emulation.Seeding.Records;

/// <summary>
/// Changes of graphs as records, and whole graphs as parts. Keys are kept, so lists in the order of keys stay as they are. Not for use by
/// several threads at once, except <see cref="Write"/> and <see cref="Parts"/>.
/// </summary>
sealed class GraphRecords
{
    private const int NodesOfAPart = 2_000;
    private const int LinksOfAPart = 20_000;

    private readonly NodeCodecs _codecs = new();
    private readonly RelationNames _relations = new(Model.Schema);
    private readonly RecordEncoder _encoder;
    private RecordReaders? _last;

    public GraphRecords() => _encoder = new RecordEncoder(_codecs);

    /// <summary>What leads from one graph to another of its lineage, in time proportional to the change.</summary>
    /// <returns>
    /// False, and nothing is written, when no change leads there: after a restore, keys of nodes that are gone are given to nodes of other
    /// kinds. A change of the graph in which the lineage began leads to every graph of it.
    /// </returns>
    public bool Write(IBufferWriter<byte> to, Graph old, Graph now)
    {
        var change = GraphChange.Between(old, now);
        foreach (var node in change.Nodes)
            if (node is { Old: { } before, Now: { } after } && before.Kind != after.Kind) return false;
        _encoder.Write(to, change, now);
        return true;
    }

    /// <summary>The graph after a record, in time proportional to the change.</summary>
    /// <exception cref="RowError">It is not a record of a change of this graph, or not one that this version can read.</exception>
    public Graph Apply(Graph old, ReadOnlySpan<byte> json)
    {
        try
        {
            return Applied(old, json);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or RefusedValueException)
        {
            throw new RowError("$", fault.Message);
        }
    }

    /// <summary>A whole graph in parts of bounded size. Each part is overwritten by the next one.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Parts(Graph graph)
    {
        var (buffer, write) = (new ArrayBufferWriter<byte>(), new RecordWriters(graph));
        _encoder.WriteCounters(buffer, graph);
        yield return buffer.WrittenMemory;
        foreach (var nodes in InOrder(graph).Chunk(NodesOfAPart))
        {
            buffer.ResetWrittenCount();
            _encoder.WriteNodes(buffer, nodes, write);
            yield return buffer.WrittenMemory;
        }
        foreach (var links in graph.Links().Chunk(LinksOfAPart))
        {
            buffer.ResetWrittenCount();
            _encoder.WriteLinks(buffer, links);
            yield return buffer.WrittenMemory;
        }
    }

    /// <summary>The graph of parts.</summary>
    /// <exception cref="RowError">They are not the parts of a graph that this version can read.</exception>
    public Graph Build(IEnumerable<byte[]> parts) => Build(parts.Select(part => new ReadOnlyMemory<byte>(part)));

    /// <summary>The graph of parts, each of which may be overwritten by the next one.</summary>
    /// <exception cref="RowError">They are not the parts of a graph that this version can read.</exception>
    public Graph Build(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        try
        {
            return new GraphAssembly(_codecs, _relations).Build(parts);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or RefusedValueException)
        {
            throw new RowError("$", fault.Message);
        }
    }

    private Graph Applied(Graph old, ReadOnlySpan<byte> json)
    {
        var record = GraphRecord.Read(json, _codecs, _relations);
        var put = new Dictionary<int, Node>(record.Put.Count);
        var read = _last = new RecordReaders(old, put.GetValueOrDefault, _last);
        var nodes = new List<NodeChange>(record.Put.Count + record.Removed.Count);
        foreach (var row in record.Put.Count == 1 ? record.Put : [.. record.Put.OrderBy(row => Rank(row.Codec))])
        {
            var node = row.Codec.Read(json.Slice(row.Start, row.Length), row.Parents, read);
            read.Note(node);
            put.Add(row.Key, node);
        }
        foreach (var key in record.Removed) nodes.Add(new NodeChange(key, old[key], null));
        foreach (var (key, node) in put)
        {
            var before = old.Find(key);
            if (before is null) node.Key = key;
            nodes.Add(new NodeChange(key, before, node));
        }
        nodes.Sort((one, other) => one.Key.CompareTo(other.Key));
        var change = new GraphChange(nodes, record.Unlinked, record.Linked, record.LastIds);
        return change.Apply(old).WithCounters(record.Version, record.LastKey);
    }

    private int Rank(NodeCodec codec)
    {
        for (var rank = 0; rank < _codecs.All.Count; rank++)
            if (ReferenceEquals(_codecs.All[rank], codec)) return rank;
        return -1;
    }

    /// <summary>The nodes by kind, in the order in which their rows can be read.</summary>
    private IEnumerable<Node> InOrder(Graph graph)
    {
        var byKind = new List<Node>[graph.Schema.KindSlots];
        for (var key = 1; key <= graph.LastKey; key++)
            if (graph.Find(key) is { } node) (byKind[node.Kind.Number] ??= []).Add(node);
        return _codecs.All.SelectMany(codec => byKind[codec.Kind.Number] ?? []);
    }
}
