using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>Owners; the built-in accounts bring theirs along.</summary>
static class OwnerMapping
{
    public const string ExampleOrg = "Example Org";
    public const string LimitedOrg = "Limited Org";

    // ExampleOrg's id, unless a row has it.
    private const int ExampleOrgId = 2;

    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("owners");
        read.Ids.Note(Owner.NodeKind, read.File.Owners.Select(row => row.Id));
        var ids = new HashSet<int>();
        foreach (var row in at.Each(read.File.Owners))
        {
            if (read.Accounts.HasOwner(row.Name)) throw at.Error($"has the name of another owner, \"{row.Name}\"");
            var owner = ToNode(read, row, at);
            ids.Add(owner.Id);
            read.Accounts.Add(read.Graph.Add(owner));
        }
        if (UserMapping.HasOwnAccounts(read.File)) return;
        AddBuiltIn(read, ExampleOrg, ids.Contains(ExampleOrgId) ? null : ExampleOrgId);
        AddBuiltIn(read, LimitedOrg, null);
    }

    public static OwnerRow ToRow(Owner owner) => new()
    {
        Id = owner.Id,
        Name = owner.Name,
        Type = owner.Type.ToString(),
        Anonymous = owner.Anonymous,
        BulkCsv = owner.BulkCsv,
        BulkJson = owner.BulkJson,
    };

    public static Owner ToNode(ThreatConnectReader read, OwnerRow row, RowPlace at)
    {
        if (row.Name.Length == 0) throw at.Error("has no name");
        var type = Bounds.Word<OwnerType>(at, "type", row.Type);
        return new Owner
        {
            Id = (int)read.Ids.Take(Owner.NodeKind, row.Id, at),
            Name = row.Name,
            Type = type,
            Anonymous = row.Anonymous,
            BulkCsv = row.BulkCsv,
            BulkJson = row.BulkJson,
        };
    }

    private static void AddBuiltIn(ThreatConnectReader read, string name, int? id)
    {
        if (read.Accounts.HasOwner(name)) return;
        if (id is { } given) read.Graph.NoteId(Owner.NodeKind, given);
        read.Accounts.Add(
            read.Graph.Add(new Owner { Id = id ?? (int)read.Graph.TakeId(Owner.NodeKind), Name = name, Type = OwnerType.Organization }));
    }
}
