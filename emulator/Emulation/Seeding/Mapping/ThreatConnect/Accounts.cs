using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>The owners and users that were read, by name.</summary>
sealed class Accounts
{
    private readonly Dictionary<string, Owner> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, User> _users = new(StringComparer.Ordinal);

    /// <summary>The owner of items whose row names none.</summary>
    public Owner? First { get; set; }

    public IEnumerable<Owner> Owners => _owners.Values;

    public bool HasOwner(string name) => _owners.ContainsKey(name);

    public bool HasUser(string name) => _users.ContainsKey(name);

    public void Add(Owner owner) => _owners.Add(owner.Name, owner);

    public void Add(User user) => _users.Add(user.UserName, user);

    public void Set(Owner owner) => _owners[owner.Name] = owner;

    public void Set(User user) => _users[user.UserName] = user;

    public Owner? FindOwner(string name) => _owners.GetValueOrDefault(name);

    public Owner Owner(string? name, RowPlace at)
    {
        if (name is null) return First ?? throw at.Error("has no owner, and there is no account whose own it could be; give \"owner\"");
        return FindOwner(name) ?? throw at.Error(
            $"has the unknown owner \"{name}\"; there are {string.Join(", ", _owners.Keys.Select(known => $"\"{known}\""))}");
    }

    public User User(string name, RowPlace at) => _users.GetValueOrDefault(name)
        ?? throw at.Error($"names the unknown user \"{name}\"; there are {string.Join(", ", _users.Keys.Select(known => $"\"{known}\""))}");
}
