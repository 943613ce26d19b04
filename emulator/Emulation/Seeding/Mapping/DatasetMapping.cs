using Emulation.Graphs;
using Emulation.Seeding.Format;
using Emulation.Seeding.Mapping.Deso;
using Emulation.Seeding.Mapping.ThreatConnect;
using Emulation.Seeding.Mapping.ThreatWinds;
using Emulation.Seeding.Reading;

namespace Emulation.Seeding.Mapping;

/// <summary>
/// Turns a dataset into nodes and links, one API after the other, and a graph into the part of a dataset that is not arrays of rows.
/// </summary>
static class DatasetMapping
{
    private const string Unnamed = "unnamed";

    /// <exception cref="RowError">A row contradicts the format or another row.</exception>
    public static void Add(DatasetFile file, GraphBuilder graph)
    {
        ThreatConnectReader.Add(file, graph);
        DesoReader.Add(file, graph);
        ThreatWindsReader.Add(file, graph);
        NoteLastIds(file, graph);
    }

    public static DatasetFile HeadOf(Graph graph)
    {
        var (origin, instance) = (Origin.Of(graph), Graphs.ThreatConnect.Instance.Of(graph));
        return InstanceMapping.ToHead(instance) with
        {
            Name = origin?.Name ?? Unnamed,
            Start = origin?.Start ?? DateTimeOffset.UnixEpoch,
            LastIds = LastIdsOf(graph),
            Chain = ChainMapping.ToRow(graph),
        };
    }

    private static Dictionary<string, long> LastIdsOf(Graph graph)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var kind in graph.Schema.Kinds)
            if (graph.LastId(kind) != 0) ids.Add(kind.Name, graph.LastId(kind));
        return ids;
    }

    private static void NoteLastIds(DatasetFile file, GraphBuilder graph)
    {
        foreach (var (name, id) in file.LastIds ?? new Dictionary<string, long>(StringComparer.Ordinal))
        {
            var kind = Model.Schema.Kinds.FirstOrDefault(known => known.Name == name)
                ?? throw new RowError("$.lastIds",
                    $"\"{name}\" is no kind; there are {string.Join(", ", Model.Schema.Kinds.Select(known => known.Name))}");
            if (id < 0 || !IdLimit.Allows(kind, id, file.Complete))
                throw new RowError("$.lastIds", $"the last id of {name}, {id}, must be 0 to {IdLimit.Of(kind, file.Complete)}");
            graph.NoteId(kind, id);
        }
    }
}
