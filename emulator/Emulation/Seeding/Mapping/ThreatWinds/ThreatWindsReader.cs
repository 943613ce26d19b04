using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>Turns ThreatWinds' rows into nodes and links; what rows refer to is found here.</summary>
sealed class ThreatWindsReader(DatasetFile file, GraphBuilder graph, bool usersAreKnown = true)
{
    public DatasetFile File => file;

    public GraphBuilder Graph => graph;

    public bool Complete => file.Complete;

    /// <summary>The ids of the users, the first one first.</summary>
    public List<Guid> Users { get; } = [];

    public Dictionary<string, Entity> Entities { get; } = new(StringComparer.Ordinal);

    public Dictionary<Hash256, StoredRelation> Relations { get; } = [];

    /// <exception cref="Reading.RowError">A row contradicts the format or another row.</exception>
    public static void Add(DatasetFile file, GraphBuilder graph)
    {
        var read = new ThreatWindsReader(file, graph);
        AccountMapping.Add(read);
        EntityMapping.Add(read);
        RelationMapping.Add(read);
        EntityReportMapping.Add(read);
        RelationReportMapping.Add(read);
        CommentMapping.Add(read);
        ScanMapping.Add(read);
    }

    public NumberCounter Numbers(Kind kind, bool ascending = true) => new(kind, graph, file.Complete, ascending);

    public Entity Entity(string id, RowPlace at) =>
        Entities.TryGetValue(id, out var entity) ? entity : throw at.Error($"no entity has the id '{id}'");

    /// <summary>A user that a row names; the first one where it names none.</summary>
    public Guid User(Guid? given, RowPlace at)
    {
        if (usersAreKnown && given is { } user && !Users.Contains(user)) throw at.Error($"no user has the id {user}");
        return given ?? Users[0];
    }

    public static long Nanoseconds(string text, RowPlace at) =>
        Nanos.Parse(text)
            ?? throw at.Error(
                $"'{text}' is no moment; write 2023-04-04T21:02:42.717161656Z, with up to nine digits, between 1678 and 2261");

    /// <summary>The groups that a row names. Those that are assumed are one object for all rows.</summary>
    public static IReadOnlyList<string> Groups(IReadOnlyList<string>? given, IReadOnlyList<string> assumed) =>
        given is null || given.SequenceEqual(assumed, StringComparer.Ordinal) ? assumed : [.. given.Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<string> GroupsOfBoth(Entity from, Entity to) =>
        from.VisibleBy.SequenceEqual(to.VisibleBy, StringComparer.Ordinal)
            ? from.VisibleBy
            : [.. from.VisibleBy.Union(to.VisibleBy, StringComparer.Ordinal)];
}
