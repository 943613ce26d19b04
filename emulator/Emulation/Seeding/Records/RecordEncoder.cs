using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Graphs;

namespace Emulation.Seeding.Records;

/// <summary>Writes records; see <see cref="GraphRecord"/>.</summary>
sealed class RecordEncoder(NodeCodecs codecs)
{
    private static readonly JsonWriterOptions s_options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>What leads from one graph to another.</summary>
    public void Write(IBufferWriter<byte> to, GraphChange change, Graph now)
    {
        using var json = new Utf8JsonWriter(to, s_options);
        Begin(json, now, change.LastIds);
        if (change.Nodes.Any(node => node.Now is null))
        {
            json.WriteStartArray("removed");
            foreach (var node in change.Nodes)
                if (node.Now is null) json.WriteNumberValue(node.Key);
            json.WriteEndArray();
        }
        WriteLinks(json, "unlinked", change.Removed);
        WriteNodes(json, change.Nodes.Where(node => node.Now is not null).Select(node => node.Now!), new RecordWriters(now));
        WriteLinks(json, "linked", change.Put);
        json.WriteEndObject();
    }

    /// <summary>Counters without nodes: the first part of a whole graph.</summary>
    public void WriteCounters(IBufferWriter<byte> to, Graph graph)
    {
        using var json = new Utf8JsonWriter(to, s_options);
        Begin(json, graph, graph.Schema.Kinds.Where(kind => graph.LastId(kind) != 0).Select(kind => (kind, graph.LastId(kind))));
        json.WriteEndObject();
    }

    public void WriteNodes(IBufferWriter<byte> to, IEnumerable<Node> nodes, RecordWriters write)
    {
        using var json = new Utf8JsonWriter(to, s_options);
        json.WriteStartObject();
        WriteNodes(json, nodes, write);
        json.WriteEndObject();
    }

    public void WriteLinks(IBufferWriter<byte> to, IEnumerable<LinkChange> links)
    {
        using var json = new Utf8JsonWriter(to, s_options);
        json.WriteStartObject();
        WriteLinks(json, "linked", [.. links]);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, Graph now, IEnumerable<(Kind Kind, long Id)> lastIds)
    {
        json.WriteStartObject();
        json.WriteNumber("version", now.Version);
        json.WriteNumber("lastKey", now.LastKey);
        json.WriteStartObject("lastIds");
        foreach (var (kind, id) in lastIds) json.WriteNumber(kind.Name, id);
        json.WriteEndObject();
    }

    private void WriteNodes(Utf8JsonWriter json, IEnumerable<Node> nodes, RecordWriters write)
    {
        json.WriteStartArray("put");
        foreach (var node in nodes)
        {
            var codec = codecs.Of(node);
            var parents = codec.ParentsOf(node, write);
            json.WriteStartObject();
            json.WriteNumber("key", node.Key);
            json.WriteString("kind", node.Kind.Name);
            if (parents.Of != 0) json.WriteNumber("of", parents.Of);
            if (parents.With != 0) json.WriteNumber("with", parents.With);
            json.WritePropertyName("row");
            codec.Write(json, node, write);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter json, string name, IReadOnlyList<LinkChange> links)
    {
        if (links.Count == 0) return;
        json.WriteStartObject(name);
        foreach (var group in links.GroupBy(link => link.Relation))
        {
            json.WriteStartArray(group.Key.Name);
            foreach (var link in group)
            {
                json.WriteNumberValue(link.From);
                json.WriteNumberValue(link.To);
                json.WriteNumberValue(link.Via);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
