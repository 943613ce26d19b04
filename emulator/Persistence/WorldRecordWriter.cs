using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding.Records;

namespace Emulation.Persistence;

/// <summary>
/// Writes what leads from one state of a world to the next: <c>{"now","graph":{"from","change"},"parts":{name:state},
/// "changes":{name:change},"snapshots":{"put":[…],"dropped":[…]},"madeByName"}</c>, or <c>{"deleted":true}</c>. A graph is a whole one
/// (<c>from</c>), a change of one, or a change of the world's graph before. A part's state is a whole one, or a change of the one before.
/// </summary>
sealed class WorldRecordWriter(GraphRecords records, Bases bases, PartTexts texts, Action<long, Graph> keepGraph)
{
    private static readonly JsonWriterOptions s_options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="world">The world, for its clock and how its parts are written.</param>
    /// <param name="old">What was kept; null: nothing, and everything is written.</param>
    /// <param name="now">What is to be kept.</param>
    /// <param name="used">Gets the numbers of the whole graphs that are referred to.</param>
    public byte[] Write(World world, Capture? old, Capture now, ISet<long>? used = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("now", world.Clock.GetUtcNow());
            if (!ReferenceEquals(old?.Graph, now.Graph)) WriteGraph(json, old?.Graph, now.Graph, used);
            WriteParts(json, world, old?.Parts, now.Parts);
            WriteSnapshots(json, world, old?.Snapshots ?? [], now, used);
            if (now.IsMadeByName) json.WriteBoolean("madeByName", true);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Deleted() => """{"deleted":true}"""u8.ToArray();

    private void WriteGraph(Utf8JsonWriter json, Graph? old, Graph now, ISet<long>? used)
    {
        var (id, whole, isNew) = bases.Of(now);
        if (isNew) keepGraph(id, now);
        used?.Add(id);
        var from = old is null || !ReferenceEquals(old.Lineage, now.Lineage) || ReferenceEquals(whole, now) ? whole : old;
        var change = new ArrayBufferWriter<byte>();
        if (!ReferenceEquals(from, now) && !records.Write(change, from, now) && !records.Write(change, from = whole, now))
            throw new InvalidOperationException("No change leads from a whole graph to one that was made from it.");
        json.WriteStartObject("graph");
        if (!ReferenceEquals(from, old)) json.WriteNumber("from", id);
        if (change.WrittenCount > 0)
        {
            json.WritePropertyName("change");
            json.WriteRawValue(change.WrittenSpan, skipInputValidation: true);
        }
        json.WriteEndObject();
    }

    private void WriteParts(Utf8JsonWriter json, World world, IReadOnlyList<PartState?>? old, IReadOnlyList<PartState?> now)
    {
        List<(string Name, byte[] Change)> changes = [];
        json.WriteStartObject("parts");
        for (var i = 0; i < now.Count; i++)
        {
            if (world.Parts[i] is not IKeptPart part || now[i] is not { } state) continue;
            if (old is not null && Equals(old[i], state))
            {
                texts.Move(world.Name, old[i], state);
                continue;
            }
            var text = TextOf(world.Name, part, state, isLast: old is not null);
            if (old is not null && texts.Find(world.Name, old[i]) is { } before
                && TextChange.Of(before, text) is { } change) changes.Add((part.PartName, change));
            else Write(part.PartName, text);
        }
        json.WriteEndObject();
        if (changes.Count == 0) return;
        json.WriteStartObject("changes");
        foreach (var (name, change) in changes) Write(name, change);
        json.WriteEndObject();

        void Write(string name, byte[] text)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(text, skipInputValidation: true);
        }
    }

    /// <param name="world">The world's name.</param>
    /// <param name="part">How it is written.</param>
    /// <param name="state">The state.</param>
    /// <param name="isLast">It is the newest state in the log; false in snapshots and checkpoints, to which no later change refers.</param>
    private byte[] TextOf(string world, IKeptPart part, PartState state, bool isLast)
    {
        if (texts.Find(world, state) is { } known) return known;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options)) part.Write(json, state);
        var text = buffer.WrittenSpan.ToArray();
        if (isLast) texts.Add(world, state, text);
        return text;
    }

    private void WriteSnapshots(Utf8JsonWriter json, World world, IReadOnlyList<Snapshot> old, Capture now, ISet<long>? used)
    {
        if (old.SequenceEqual(now.Snapshots)) return;
        json.WriteStartObject("snapshots");
        json.WriteStartArray("dropped");
        foreach (var snapshot in old)
            if (!now.Snapshots.Any(other => string.Equals(other.Name, snapshot.Name, StringComparison.Ordinal)))
                json.WriteStringValue(snapshot.Name);
        json.WriteEndArray();
        json.WriteStartArray("put");
        foreach (var snapshot in now.Snapshots.Where(snapshot => !old.Contains(snapshot)))
        {
            json.WriteStartObject();
            json.WriteString("name", snapshot.Name);
            json.WriteString("taken", snapshot.Taken);
            if (!ReferenceEquals(snapshot.State.Graph, now.Graph)) WriteGraph(json, now.Graph, snapshot.State.Graph, used);
            WriteParts(json, world, null, snapshot.State.Parts);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
