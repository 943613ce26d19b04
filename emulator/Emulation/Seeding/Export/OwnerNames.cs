using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Export;

/// <summary>Owners and users by id, as rows name them.</summary>
sealed class OwnerNames(Graph graph)
{
    private readonly Dictionary<int, string> _owners = graph.All(Owner.ById).All().Cast<Owner>().ToDictionary(owner => owner.Id, owner => owner.Name);
    private readonly Dictionary<int, string> _users = graph.All(User.ById).All().Cast<User>().ToDictionary(user => user.Id, user => user.UserName);

    public string this[int owner] => _owners[owner];

    public string NameOf(int id) => _users[id];
}
