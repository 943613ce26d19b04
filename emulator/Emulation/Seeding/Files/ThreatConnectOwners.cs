using System.Globalization;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Files;

/// <summary>The owners and accounts of a dataset; the built-in accounts when it names none.</summary>
sealed class ThreatConnectOwners
{
    public const string ExampleOrg = "Example Org";
    public const string LimitedOrg = "Limited Org";

    // 2100-01-01T00:00:00Z, which its fourth part says in milliseconds.
    private const string BuiltInToken = "APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    private readonly GraphBuilder _graph;
    private readonly bool _complete;
    private readonly Dictionary<string, Owner> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, User> _users = new(StringComparer.Ordinal);
    private readonly HashSet<int> _ownerIds = [];
    private readonly HashSet<int> _userIds = [];
    private readonly HashSet<string> _credentials = new(StringComparer.Ordinal);

    public ThreatConnectOwners(DatasetFile file, GraphBuilder graph)
    {
        (_graph, _complete) = (graph, file.Complete);
        foreach (var row in file.Owners) if (row.Id is { } id && IdLimit.Allows(Owner.NodeKind, id, file.Complete)) graph.NoteId(Owner.NodeKind, id);
        for (var i = 0; i < file.Owners.Count; i++) Add(file.Owners[i], i);

        var accounts = file.Credentials?.ThreatConnect ?? (file.Complete ? [] : null);
        if (accounts is null)
        {
            Ensure(ExampleOrg, 2);
            Ensure(LimitedOrg, null);
        }
        var rows = accounts ?? BuiltIn;
        foreach (var row in rows.Concat(file.Members)) if (row.Id is { } id && IdLimit.Allows(User.NodeKind, id, file.Complete)) graph.NoteId(User.NodeKind, id);
        for (var i = 0; i < rows.Count; i++) Add(rows[i], "credentials.threatConnect", i);
        for (var i = 0; i < file.Members.Count; i++) Add(file.Members[i], "members", i);
        First = rows.Count > 0 ? _owners.GetValueOrDefault(rows[0].Owner) : _owners.Values.FirstOrDefault();
    }

    /// <summary>Whose an item is that does not say so.</summary>
    public Owner? First { get; }

    public IEnumerable<Owner> All => _owners.Values;

    private static IReadOnlyList<UserRow> BuiltIn { get; } =
    [
        new()
        {
            AccessId = "12345678901234567890",
            SecretKey = "emulator-secret-key",
            Tokens = [new() { Token = BuiltInToken }],
            FirstName = "John",
            LastName = "Doe",
            Pseudonym = "Buck",
            Role = "Api User",
            Owner = ExampleOrg,
        },
        new()
        {
            AccessId = "98765432109876543210",
            SecretKey = "limited-secret-key",
            FirstName = "Jane",
            LastName = "Doe",
            Role = "Api User",
            Owner = LimitedOrg,
            Sees = [LimitedOrg],
        },
    ];

    public Owner Find(string? name, string array, int position)
    {
        if (name is null) return First ?? throw new RowError(array, position, "has no owner, and there is no account whose own it could be; give \"owner\"");
        return _owners.GetValueOrDefault(name)
            ?? throw new RowError(array, position, $"has the unknown owner \"{name}\"; there are {string.Join(", ", _owners.Keys.Select(known => $"\"{known}\""))}");
    }

    public User FindUser(string name, string array, int position) => _users.GetValueOrDefault(name)
        ?? throw new RowError(array, position, $"names the unknown user \"{name}\"; there are {string.Join(", ", _users.Keys.Select(known => $"\"{known}\""))}");

    private void Ensure(string name, int? wanted)
    {
        if (_owners.ContainsKey(name)) return;
        var id = wanted is { } free && !_ownerIds.Contains(free) ? free : NextOwner();
        _graph.NoteId(Owner.NodeKind, id);
        Keep(new Owner { Id = id, Name = name, Type = OwnerType.Organization });
    }

    private void Add(OwnerRow row, int position)
    {
        if (row.Name.Length == 0) throw new RowError("owners", position, "has no name");
        if (!Enum.TryParse<OwnerType>(row.Type, ignoreCase: false, out var type) || !Enum.IsDefined(type))
            throw new RowError("owners", position, $"has the type \"{row.Type}\"; allowed are {string.Join(", ", Enum.GetNames<OwnerType>())}");
        if (_owners.ContainsKey(row.Name)) throw new RowError("owners", position, $"has the name of another owner, \"{row.Name}\"");
        var id = row.Id ?? NextOwner();
        if (id < 1 || _ownerIds.Contains(id)) throw new RowError("owners", position, $"has the id {id}; an id is 1 or more and stands once");
        IdLimit.Check(Owner.NodeKind, id, _complete, "owners", position);
        Keep(new Owner { Id = id, Name = row.Name, Type = type, Anonymous = row.Anonymous, BulkCsv = row.BulkCsv, BulkJson = row.BulkJson });
    }

    private int NextOwner() => (int)_graph.TakeId(Owner.NodeKind);

    private void Keep(Owner owner)
    {
        _ownerIds.Add(owner.Id);
        _owners.Add(owner.Name, _graph.Add(owner));
    }

    private void Add(UserRow row, string array, int position)
    {
        var name = row.UserName ?? row.AccessId;
        if (string.IsNullOrEmpty(name)) throw new RowError(array, position, "has neither a userName nor an accessId");
        if (row.AccessId is not null && string.IsNullOrEmpty(row.SecretKey)) throw new RowError(array, position, "has an accessId and no secretKey");
        if (_users.ContainsKey(name)) throw new RowError(array, position, $"has the userName of another user, \"{name}\"");
        var id = row.Id ?? (int)_graph.TakeId(User.NodeKind);
        if (id < 1 || !_userIds.Add(id)) throw new RowError(array, position, $"has the id {id}; an id is 1 or more and stands once");
        IdLimit.Check(User.NodeKind, id, _complete, array, position);
        foreach (var credential in row.Tokens.Select(token => "token " + token.Token).Concat(row.AccessId is null ? [] : ["accessId " + row.AccessId]))
            if (!_credentials.Add(credential)) throw new RowError(array, position, "has the accessId or a token of another user");

        _users.Add(name, _graph.Add(new User
        {
            Id = id,
            UserName = name,
            FirstName = row.FirstName,
            LastName = row.LastName,
            Pseudonym = row.Pseudonym,
            Role = row.Role,
            Organization = Find(row.Owner.Length == 0 ? ExampleOrg : row.Owner, array, position).Id,
            Sees = row.Sees is null ? null : [.. row.Sees.Select(owner => Find(owner, array, position).Id)],
            Changes = row.Changes is null ? null : [.. row.Changes.Select(owner => Find(owner, array, position).Id)],
            Disabled = row.Disabled,
            AccessId = row.AccessId,
            SecretKey = row.SecretKey,
            Tokens = [.. row.Tokens.Select(token => new Token(token.Token, Expiry(token)))],
        }));
    }

    private static long Expiry(TokenRow row) => row.Expires?.ToUnixTimeSeconds() ?? ExpiryOf(row.Token);

    /// <summary>When a token expires that says so itself.</summary>
    public static long ExpiryOf(string token)
    {
        var parts = token.Split(':');
        return parts.Length == 5 && long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds / 1000 : long.MaxValue;
    }
}
