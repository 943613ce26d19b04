using System.Runtime.InteropServices;
using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding.Records;

namespace Emulation.Persistence;

/// <summary>A world that is read from its records.</summary>
/// <param name="records">Reads changes of graphs.</param>
/// <param name="wholeGraph">A whole graph by its number.</param>
/// <param name="codecs">The parts of a world.</param>
/// <param name="begin">What was read before; null: nothing.</param>
sealed class KeptWorld(
    GraphRecords records, Func<long, Graph> wholeGraph, IReadOnlyList<IWorldPart> codecs, Capture? begin = null)
{
    private readonly SortedDictionary<string, Snapshot> _snapshots =
        new((begin?.Snapshots ?? []).ToDictionary(snapshot => snapshot.Name, StringComparer.Ordinal), StringComparer.Ordinal);

    private readonly PartState?[] _parts = [.. begin?.Parts ?? new PartState?[codecs.Count]];
    private Graph _graph = begin?.Graph ?? wholeGraph(0);

    public bool IsMadeByName { get; private set; } = begin?.IsMadeByName ?? false;

    public Capture Capture => new(_graph, [.. _parts], [.. _snapshots.Values], IsMadeByName);

    public WorldState State => new(_graph, [.. _parts]);

    public IEnumerable<Snapshot> Snapshots => _snapshots.Values;

    /// <summary>False when the record says that the world was deleted.</summary>
    public bool Apply(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var record = document.RootElement;
        if (record.TryGetProperty("deleted", out _)) return false;
        if (record.TryGetProperty("graph", out var graph)) _graph = GraphOf(graph, _graph);
        ReadParts(record.GetProperty("parts"), _parts);
        IsMadeByName = record.TryGetProperty("madeByName", out _);
        if (record.TryGetProperty("snapshots", out var snapshots)) ReadSnapshots(snapshots);
        return true;
    }

    private Graph GraphOf(JsonElement graph, Graph old)
    {
        var from = graph.TryGetProperty("from", out var id) ? wholeGraph(id.GetInt64()) : old;
        return graph.TryGetProperty("change", out var change) ? records.Apply(from, JsonMarshal.GetRawUtf8Value(change)) : from;
    }

    private void ReadParts(JsonElement parts, PartState?[] states)
    {
        for (var i = 0; i < codecs.Count; i++)
            if (codecs[i] is IKeptPart part && parts.TryGetProperty(part.PartName, out var state)) states[i] = part.Read(state);
    }

    private void ReadSnapshots(JsonElement snapshots)
    {
        foreach (var name in snapshots.GetProperty("dropped").EnumerateArray()) _snapshots.Remove(name.GetString()!);
        foreach (var put in snapshots.GetProperty("put").EnumerateArray())
        {
            var (name, states) = (put.GetProperty("name").GetString()!, new PartState?[codecs.Count]);
            ReadParts(put.GetProperty("parts"), states);
            var graph = put.TryGetProperty("graph", out var other) ? GraphOf(other, _graph) : _graph;
            _snapshots[name] = new Snapshot(name, put.GetProperty("taken").GetDateTimeOffset(), new WorldState(graph, states));
        }
    }
}
