using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>Victims with their assets.</summary>
static class VictimMapping
{
    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("victims");
        foreach (var row in at.Each(read.File.Victims))
        {
            var victim = read.Graph.Add(ToNode(read, row, at));
            var assets = new List<VictimAsset>();
            foreach (var asset in row.Assets)
            {
                assets.Add(read.Graph.Add(ToNode(read, asset, victim.Key, at)));
                read.VictimAssets.Add(assets[^1].Id, (victim, assets[^1]));
            }
            read.Victims.Add(victim.Id, (victim, assets));
            ItemMapping.AddParts(read, victim, victim.Owner, row, ThreatConnectRelations.TagVictim, ThreatConnectRelations.LabelVictim, at);
        }
    }

    public static VictimRow ToRow(Victim victim, ThreatConnectWriter write)
    {
        var row = OwnRow(victim, write) with { Assets = [.. write.AssetsOf(victim).Select(ToRow)] };
        return ItemMapping.WithParts(row, victim, write.LinksOf(victim, victim.Id), write);
    }

    /// <summary>The victim's own fields, without its parts and links.</summary>
    public static VictimRow OwnRow(Victim victim, ThreatConnectWriter write) => new()
    {
        Id = victim.Id,
        Owner = write.OwnerName(victim.Owner),
        Name = victim.Name,
        Description = victim.Description,
        Org = victim.Org,
        Suborg = victim.Suborg,
        WorkLocation = victim.WorkLocation,
        Nationality = victim.Nationality,
    };

    public static AssetRow ToRow(VictimAsset asset) =>
        new() { Id = asset.Id, Type = asset.Type.Branch, Value = asset.Main, Detail = asset.Detail };

    public static Victim ToNode(ThreatConnectReader read, VictimRow row, RowPlace at)
    {
        if (row.Name.Length == 0) throw at.Error("has no name");
        var owner = read.Accounts.Owner(row.Owner, at);
        return new Victim
        {
            Id = read.Ids.Take(Victim.NodeKind, row.Id, at),
            Owner = owner.Id,
            Name = row.Name,
            Description = row.Description ?? ItemMapping.Displayed(read, row, AttributeType.DescriptionName),
            Org = row.Org,
            Suborg = row.Suborg,
            WorkLocation = row.WorkLocation,
            Nationality = row.Nationality,
        };
    }

    public static VictimAsset ToNode(ThreatConnectReader read, AssetRow row, int victim, RowPlace at)
    {
        var type = AssetType.ByBranch(row.Type)
            ?? throw Bounds.Unknown(at, "an asset of the type", row.Type, AssetType.All.Select(known => known.Branch));
        if (row.Value.Length == 0) throw at.Error("has an asset without a value");
        return new VictimAsset { Id = read.Ids.Take(VictimAsset.NodeKind, row.Id, at), Victim = victim, Type = type, Main = row.Value,
            Detail = row.Detail };
    }
}
