using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>
/// What ThreatWinds' rows need to know about the rest of the graph. Rows of one kind are made in order, with a writer of their own.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="complete">Every row names its user and its number, because it is read by itself.</param>
sealed class ThreatWindsWriter(Graph graph, bool complete = false)
{
    private readonly Guid? _firstUser = complete ? null : graph.All(User.ByNumber).Slice(0, 1).Cast<User>().FirstOrDefault()?.Id ?? default;
    private long _lastNumber;

    public Entity Entity(string id) => Graphs.ThreatWinds.Entity.Of(graph, id)!;

    public StoredRelation Relation(Hash256 id) => StoredRelation.Of(graph, id)!;

    public bool IsFirstUser(Guid user) => user == _firstUser;

    /// <summary>Null for the first user, whom rows need not name.</summary>
    public Guid? UserId(Guid user) => user == _firstUser ? null : user;

    /// <summary>Null where it is one more than that of the row above.</summary>
    public long? Number(long number)
    {
        var follows = !complete && number == _lastNumber + 1;
        _lastNumber = number;
        return follows ? null : number;
    }

    /// <summary>Null where it follows from the number.</summary>
    public static Guid? Id(Kind kind, long number, Guid id) => id == Ids.OfRecord(kind, number) ? null : id;

    public IEnumerable<TNode> Owned<TNode>(Index<OwnedKey> index, User user) where TNode : Node =>
        graph.Between(index, OwnedKey.First(user.Id), OwnedKey.Last(user.Id)).All().Cast<TNode>();

    /// <summary>Null where they are those that a reader assumes.</summary>
    public static IReadOnlyList<string>? Unless(IReadOnlyList<string> groups, IEnumerable<string> assumed) =>
        ReferenceEquals(groups, assumed) || groups.SequenceEqual(assumed, StringComparer.Ordinal) ? null : groups;

    public static string? Unless(long moment, long assumed) => moment == assumed ? null : Nanos.Text(moment);
}
