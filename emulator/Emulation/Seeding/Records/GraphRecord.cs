using System.Text.Json;
using Emulation.Graphs;
using Emulation.Seeding.Reading;

namespace Emulation.Seeding.Records;

/// <summary>
/// A record as JSON: <c>{"version","lastKey","lastIds":{kind:id},"removed":[key],"unlinked":{relation:[from,to,via,…]},
/// "put":[{"key","kind","of","with","row":{…}}],"linked":{relation:[from,to,via,…]}}</c>. Rows are those of format 1 with the node's own
/// fields. This is one that was read; its rows are read later, in an order in which they can refer to each other.
/// </summary>
sealed class GraphRecord
{
    public long Version { get; private set; }

    public int LastKey { get; private set; }

    public List<(Kind Kind, long Id)> LastIds { get; } = [];

    public List<int> Removed { get; } = [];

    public List<LinkChange> Unlinked { get; } = [];

    public List<LinkChange> Linked { get; } = [];

    public List<PutRow> Put { get; } = [];

    /// <exception cref="RowError">It is not a record that this version can read.</exception>
    public static GraphRecord Read(ReadOnlySpan<byte> json, NodeCodecs codecs, RelationNames relations)
    {
        var record = new GraphRecord();
        var reader = new Utf8JsonReader(json);
        Step(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "version":
                    record.Version = reader.GetInt64();
                    break;
                case "lastKey":
                    record.LastKey = reader.GetInt32();
                    break;
                case "lastIds":
                    while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                    {
                        var kind = KindOf(reader.GetString()!, codecs).Kind;
                        reader.Read();
                        record.LastIds.Add((kind, reader.GetInt64()));
                    }
                    break;
                case "removed":
                    while (reader.Read() && reader.TokenType == JsonTokenType.Number) record.Removed.Add(reader.GetInt32());
                    break;
                case "unlinked":
                    ReadLinks(ref reader, record.Unlinked, relations);
                    break;
                case "linked":
                    ReadLinks(ref reader, record.Linked, relations);
                    break;
                case "put":
                    while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) record.Put.Add(ReadPut(ref reader, codecs));
                    break;
                default:
                    throw new RowError($"$.{name}", "is unknown to this version");
            }
        }
        return record;
    }

    private static PutRow ReadPut(ref Utf8JsonReader reader, NodeCodecs codecs)
    {
        var (key, of, with, start, length) = (0, 0, 0, 0, 0);
        NodeCodec? codec = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "key":
                    key = reader.GetInt32();
                    break;
                case "kind":
                    codec = KindOf(reader.GetString()!, codecs);
                    break;
                case "of":
                    of = reader.GetInt32();
                    break;
                case "with":
                    with = reader.GetInt32();
                    break;
                case "row":
                    start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    length = (int)reader.BytesConsumed - start;
                    break;
                default:
                    throw new RowError($"$.put.{name}", "is unknown to this version");
            }
        }
        if (key < 1 || codec is null || length == 0) throw new RowError("$.put", "has a node without a key, a kind or a row");
        return new PutRow(key, codec, new Parents(of, with), start, length);
    }

    private static void ReadLinks(ref Utf8JsonReader reader, List<LinkChange> links, RelationNames relations)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var relation = relations.Find(reader.GetString()!);
            Step(ref reader, JsonTokenType.StartArray);
            while (reader.Read() && reader.TokenType == JsonTokenType.Number)
            {
                var from = reader.GetInt32();
                Step(ref reader, JsonTokenType.Number);
                var to = reader.GetInt32();
                Step(ref reader, JsonTokenType.Number);
                links.Add(new LinkChange(from, relation, to, reader.GetInt32()));
            }
        }
    }

    private static NodeCodec KindOf(string name, NodeCodecs codecs) =>
        codecs.Find(name) ?? throw new RowError("$.put.kind", $"is {name}, which this version does not know");

    private static void Step(ref Utf8JsonReader reader, JsonTokenType wanted)
    {
        if (!reader.Read() || reader.TokenType != wanted) throw new RowError("$", $"has a {reader.TokenType} in place of a {wanted}");
    }
}

/// <summary>A node that was put: where its row is in the record.</summary>
readonly record struct PutRow(int Key, NodeCodec Codec, Parents Parents, int Start, int Length);

/// <summary>The relations by name.</summary>
sealed class RelationNames(Schema schema)
{
    private readonly Dictionary<string, Relation> _byName =
        schema.Relations.ToDictionary(relation => relation.Name, StringComparer.Ordinal);

    public Relation Find(string name) =>
        _byName.GetValueOrDefault(name) ?? throw new RowError("$.linked", $"has the relation {name}, which this version does not know");
}
