using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;
using Emulation.Seeding.Mapping;
using Emulation.Seeding.Mapping.Deso;
using Emulation.Seeding.Mapping.ThreatConnect;
using Emulation.Seeding.Mapping.ThreatWinds;
using Account = Emulation.Graphs.ThreatWinds.User;
using User = Emulation.Graphs.ThreatConnect.User;

namespace Emulation.Seeding.Records;

/// <summary>
/// What rows of records refer to: nodes of the graph before the change, and those that were read before them. Kinds are read in the order
/// of <see cref="NodeCodecs"/>, so that what rows refer to is there.
/// </summary>
sealed class RecordReaders
{
    private static readonly DatasetFile s_file = new() { Format = 1, Complete = true };

    private readonly Graph _old;
    private readonly Func<int, Node?> _find;
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<Hash256, StoredRelation> _relations = [];

    /// <param name="old">The graph before the change.</param>
    /// <param name="find">A node that was read, by its key.</param>
    /// <param name="last">The readers of an earlier record, whose accounts are used again when they are the same.</param>
    public RecordReaders(Graph old, Func<int, Node?> find, RecordReaders? last = null)
    {
        (_old, _find) = (old, find);
        var same = last is { _hasOwnAccounts: false } && HasSameAccounts(last._old, old);
        var none = new GraphBuilder(Graph.Empty(old.Schema));
        ThreatConnect = same ? last!.ThreatConnect : Known(new ThreatConnectReader(s_file, none, idsAreUnique: false), old);
        Deso = last?.Deso ?? new DesoReader(s_file, none);
        ThreatWinds = last?.ThreatWinds ?? new ThreatWindsReader(s_file, none, usersAreKnown: false);
    }

    private bool _hasOwnAccounts;

    /// <summary>For the messages of errors.</summary>
    public RowPlace At { get; } = new("put");

    public ThreatConnectReader ThreatConnect { get; }

    public DesoReader Deso { get; }

    public ThreatWindsReader ThreatWinds { get; }

    public Entity Entity(string id) => _entities.GetValueOrDefault(id) ?? Graphs.ThreatWinds.Entity.Of(_old, id)
        ?? throw At.Error($"names the entity {id}, which is not there");

    public StoredRelation Relation(string entity, string related)
    {
        var id = Ids.OfRelation(entity, related);
        return _relations.GetValueOrDefault(id) ?? StoredRelation.Of(_old, id)
            ?? throw At.Error($"names the relation of {entity} to {related}, which is not there");
    }

    /// <summary>The id of the account under a key.</summary>
    public Guid Account(int key) => (_find(key) ?? _old.Find(key)) is Account account ? account.Id : default;

    /// <summary>A node that was read: rows after it may refer to it.</summary>
    public void Note(Node node)
    {
        switch (node)
        {
            case Owner owner:
                _hasOwnAccounts = true;
                ThreatConnect.Accounts.Set(owner);
                break;
            case User user:
                _hasOwnAccounts = true;
                ThreatConnect.Accounts.Set(user);
                break;
            case Instance instance:
                _hasOwnAccounts = true;
                ThreatConnect.Instance = instance;
                break;
            case Entity entity:
                _entities[entity.Id] = entity;
                break;
            case StoredRelation relation:
                _relations[relation.Id] = relation;
                break;
        }
    }

    private static ThreatConnectReader Known(ThreatConnectReader read, Graph graph)
    {
        foreach (var owner in graph.All(Owner.ById).All().Cast<Owner>()) read.Accounts.Set(owner);
        foreach (var user in graph.All(User.ById).All().Cast<User>()) read.Accounts.Set(user);
        read.Instance = Instance.Of(graph);
        return read;
    }

    private static bool HasSameAccounts(Graph one, Graph other) =>
        ReferenceEquals(one.Of(Owner.ById), other.Of(Owner.ById))
        && ReferenceEquals(one.Of(User.ById), other.Of(User.ById))
        && ReferenceEquals(Instance.Of(one), Instance.Of(other));
}
