using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>Groups with the assets of adversaries.</summary>
static class GroupMapping
{
    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("groups");
        var contents = new FileContents(read.File);
        var xids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in at.Each(read.File.Groups))
        {
            if (row.Xid is { } xid && !xids.Add(Bounds.NotEmpty(at, "xid", xid)))
                throw at.Error($"has the xid of another group, \"{row.Xid}\"");
            var group = read.Graph.Add(ToNode(read, row, contents, at));
            read.Groups.Add(group.Id, group);
            ItemMapping.AddParts(read, group, group.Owner, row, ThreatConnectRelations.TagGroup, ThreatConnectRelations.LabelGroup, at);
            if (row.Assets.Count > 0 && group.Type != GroupType.Adversary) throw at.Error("has assets, which only adversaries have");
            foreach (var asset in row.Assets) read.Graph.Add(ToNode(read, asset, group.Key, at));
        }
        contents.Close(read.Groups);
    }

    public static GroupRow ToRow(Group group, ThreatConnectWriter write)
    {
        var row = OwnRow(group, write, withFile: false);
        if (group.Type == GroupType.Adversary) row.Assets = [.. write.AssetsOf(group).Select(ToRow)];
        return ItemMapping.WithParts(row, group, write.LinksOf(group, group.Id), write);
    }

    /// <summary>The group's own fields, without its parts and links.</summary>
    public static GroupRow OwnRow(Group group, ThreatConnectWriter write, bool withFile) => GroupDetailsMapping.WithDetails(
        group,
        new GroupRow
        {
            Id = group.Id,
            Owner = write.OwnerName(group.Owner),
            Type = group.Type.Name,
            Name = group.Name,
            DateAdded = Moments.Of(group.Added),
            LastModified = Moments.Unless(group.Modified, group.Added),
            CreatedBy = group.CreatedBy,
            Xid = group.Xid,
        },
        withFile);

    public static AssetRow ToRow(AdversaryAsset asset) => new() { Id = asset.Id, Type = asset.Type.Branch, Value = asset.Value };

    public static Group ToNode(ThreatConnectReader read, GroupRow row, FileContents? contents, RowPlace at)
    {
        if (GroupType.Find(row.Type) is not { } type)
            throw Bounds.Unknown(at, "the type", row.Type, GroupType.All.Select(known => known.Name));
        if (row.Name.Length == 0) throw at.Error("has no name");
        var owner = read.Accounts.Owner(row.Owner, at);
        var added = read.SecondsOrStart(row.DateAdded);
        return new Group
        {
            Id = read.Ids.Take(Group.NodeKind, row.Id, at),
            Owner = owner.Id,
            Type = type,
            Name = row.Name,
            Added = added,
            Modified = Moments.Seconds(row.LastModified) ?? added,
            CreatedBy = row.CreatedBy,
            Xid = row.Xid,
            Details = GroupDetailsMapping.DetailsOf(read, row, type, added, contents, at),
        };
    }

    public static AdversaryAsset ToNode(ThreatConnectReader read, AssetRow row, int adversary, RowPlace at)
    {
        var type = AdversaryAssetType.All.FirstOrDefault(known => string.Equals(known.Branch, row.Type, StringComparison.OrdinalIgnoreCase))
            ?? throw Bounds.Unknown(at, "an asset of the type", row.Type, AdversaryAssetType.All.Select(known => known.Branch));
        if (row.Value.Length == 0) throw at.Error("has an asset without a value");
        var id = read.Ids.Take(AdversaryAsset.NodeKind, row.Id, at);
        return new AdversaryAsset { Id = id, Adversary = adversary, Type = type, Value = row.Value };
    }
}
