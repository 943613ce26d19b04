using System.Runtime.InteropServices;
using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding.Records;

namespace Emulation.Persistence;

/// <summary>A world that is read from its records.</summary>
/// <param name="name">Its name.</param>
/// <param name="records">Reads changes of graphs.</param>
/// <param name="wholeGraph">A whole graph by its number.</param>
/// <param name="codecs">The parts of a world.</param>
/// <param name="texts">The texts of what was read before; gets those of what is read.</param>
/// <param name="begin">What was read before; null: nothing.</param>
sealed class KeptWorld(
    string name, GraphRecords records, Func<long, Graph> wholeGraph, IReadOnlyList<IWorldPart> codecs, PartTexts texts,
    Capture? begin = null)
{
    private readonly SortedDictionary<string, Snapshot> _snapshots =
        new((begin?.Snapshots ?? []).ToDictionary(snapshot => snapshot.Name, StringComparer.Ordinal), StringComparer.Ordinal);

    private readonly PartState?[] _parts = [.. begin?.Parts ?? new PartState?[codecs.Count]];

    // What a state is to be read from. Of most states only the last one is.
    private readonly byte[]?[] _unread = new byte[]?[codecs.Count];
    private Graph _graph = begin?.Graph ?? wholeGraph(0);

    public bool IsMadeByName { get; private set; } = begin?.IsMadeByName ?? false;

    public Capture Capture => new(_graph, Parts, [.. _snapshots.Values], IsMadeByName);

    public WorldState State => new(_graph, Parts);

    public IEnumerable<Snapshot> Snapshots => _snapshots.Values;

    /// <summary>False when the record says that the world was deleted.</summary>
    public bool Apply(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var record = document.RootElement;
        if (record.TryGetProperty("deleted", out _)) return false;
        if (record.TryGetProperty("graph", out var graph)) _graph = GraphOf(graph, _graph);
        NoteParts(record.GetProperty("parts"));
        if (record.TryGetProperty("changes", out var changes)) NoteChanges(changes);
        IsMadeByName = record.TryGetProperty("madeByName", out _);
        if (record.TryGetProperty("snapshots", out var snapshots)) ReadSnapshots(snapshots);
        return true;
    }

    private Graph GraphOf(JsonElement graph, Graph old)
    {
        var from = graph.TryGetProperty("from", out var id) ? wholeGraph(id.GetInt64()) : old;
        return graph.TryGetProperty("change", out var change) ? records.Apply(from, JsonMarshal.GetRawUtf8Value(change)) : from;
    }

    private PartState?[] Parts
    {
        get
        {
            for (var i = 0; i < codecs.Count; i++)
            {
                if (_unread[i] is not { } text) continue;
                using var document = JsonDocument.Parse(text);
                var state = ((IKeptPart)codecs[i]).Read(document.RootElement);
                texts.Add(name, state, text);
                (_parts[i], _unread[i]) = (state, null);
            }
            return [.. _parts];
        }
    }

    private void NoteParts(JsonElement parts)
    {
        for (var i = 0; i < codecs.Count; i++)
        {
            if (codecs[i] is IKeptPart part && parts.TryGetProperty(part.PartName, out var state))
                _unread[i] = JsonMarshal.GetRawUtf8Value(state).ToArray();
        }
    }

    private void NoteChanges(JsonElement changes)
    {
        for (var i = 0; i < codecs.Count; i++)
        {
            if (codecs[i] is not IKeptPart part || !changes.TryGetProperty(part.PartName, out var change)) continue;
            var before = _unread[i] ?? texts.Find(name, _parts[i])
                ?? throw new FormatException($"the state before a change of {part.PartName} is missing");
            _unread[i] = TextChange.Apply(before, change);
        }
    }

    private void ReadParts(JsonElement parts, PartState?[] states)
    {
        for (var i = 0; i < codecs.Count; i++)
            if (codecs[i] is IKeptPart part && parts.TryGetProperty(part.PartName, out var state)) states[i] = part.Read(state);
    }

    private void ReadSnapshots(JsonElement snapshots)
    {
        foreach (var dropped in snapshots.GetProperty("dropped").EnumerateArray()) _snapshots.Remove(dropped.GetString()!);
        foreach (var put in snapshots.GetProperty("put").EnumerateArray())
        {
            var (snapshot, states) = (put.GetProperty("name").GetString()!, new PartState?[codecs.Count]);
            ReadParts(put.GetProperty("parts"), states);
            var graph = put.TryGetProperty("graph", out var other) ? GraphOf(other, _graph) : _graph;
            _snapshots[snapshot] = new Snapshot(snapshot, put.GetProperty("taken").GetDateTimeOffset(), new WorldState(graph, states));
        }
    }
}
