using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Creates and updates victims and their assets.</summary>
static class VictimWrites
{
    private const int LongestName = 100;
    private const int LongestText = 255;

    public static Change Create(Call call, ThreatConnectContext context)
    {
        if (!Scope.Of(call).Is(out var owner, out var no)) return Writes.Refuse(call, no);
        if (!Fields.Read(call).Is(out var body, out no)) return Writes.Refuse(call, no);
        var graph = call.Graph.TakeId(Victim.NodeKind, out var id);
        var victim = Apply(body, new Victim { Id = id, Owner = owner.Id, Name = "" });
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        graph = graph.Add(victim);
        return Writes.Save(call, owner.Id, graph, Items.Show(call, context, 201, Known.Victims, victim, graph));
    }

    public static Change Update(Call call, ThreatConnectContext context)
    {
        if (!Known.Victims.Find(call).Is(out var node, out var no)) return Writes.Refuse(call, no);
        if (!Fields.Read(call).Is(out var body, out no)) return Writes.Refuse(call, no);
        var victim = Apply(body, (Victim)node);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        var graph = call.Graph.Replace(node, victim);
        return Writes.Save(call, victim.Owner, graph, Items.Show(call, context, 200, Known.Victims, victim, graph));
    }

    public static Reply Assets(Call call, ThreatConnectContext context)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var no)) return no;
        if (!Known.Victims.Find(call).Is(out var victim, out no)) return no;
        return Items.Page(call, context, Known.Assets, listing, VictimAssets.Of(call.Graph, (Victim)victim), null);
    }

    public static Reply AssetsOfType(Call call, ThreatConnectContext context)
    {
        if (!Known.Assets.Type(call, call["victimAssetType"]).Is(out var type, out var no)) return no;
        if (!Listing.Read(call, []).Is(out var listing, out no)) return no;
        if (!Known.Victims.Find(call).Is(out var victim, out no)) return no;
        return Items.Page(call, context, Known.Assets, listing, VictimAssets.Of(call.Graph, (Victim)victim), type);
    }

    public static Reply Asset(Call call, ThreatConnectContext context) =>
        FindAsset(call).Is(out var asset, out var no) ? Items.Show(call, context, 200, Known.Assets, asset) : no;

    public static Change CreateAsset(Call call, ThreatConnectContext context)
    {
        if (!Known.Assets.Type(call, call["victimAssetType"]).Is(out var found, out var no)) return Writes.Refuse(call, no);
        if (!Known.Victims.Find(call).Is(out var node, out no)) return Writes.Refuse(call, no);
        if (!Fields.Read(call, mayBeEmpty: true).Is(out var body, out no)) return Writes.Refuse(call, no);
        var graph = call.Graph.TakeId(VictimAsset.NodeKind, out var id);
        var asset = Apply(body, new VictimAsset { Id = id, Victim = node.Key, Type = (AssetType)found, Main = "" });
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        graph = graph.Add(asset);
        return Writes.Save(call, ((Victim)node).Owner, graph, Items.Show(call, context, 201, Known.Assets, asset, graph));
    }

    /// <summary>The identifying value is required here too; the other is unchanged when it is not sent.</summary>
    public static Change UpdateAsset(Call call, ThreatConnectContext context)
    {
        if (!FindAsset(call).Is(out var node, out var no)) return Writes.Refuse(call, no);
        if (!Fields.Read(call, mayBeEmpty: true).Is(out var body, out no)) return Writes.Refuse(call, no);
        var asset = Apply(body, (VictimAsset)node);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        var graph = call.Graph.Replace(node, asset);
        return Writes.Save(call, Known.Assets.OwnerOf(graph, asset), graph, Items.Show(call, context, 200, Known.Assets, asset, graph));
    }

    public static Change DeleteAsset(Call call)
    {
        if (!FindAsset(call).Is(out var node, out var no)) return Writes.Refuse(call, no);
        return Writes.Save(call, Known.Assets.OwnerOf(call.Graph, node), Deletions.WithoutAsset(call.Graph, (VictimAsset)node),
            Envelope.Done);
    }

    private static Found<Node> FindAsset(Call call)
    {
        if (Known.Assets.WrongType(call, Known.Assets.Path) is { } wrong) return wrong;
        if (!Known.Victims.Find(call).Is(out var victim, out var no)) return no;
        if (!Known.Assets.Find(call).Is(out var asset, out no)) return no;
        return ((VictimAsset)asset).Victim == victim.Key ? asset : Envelope.Missing;
    }

    private static Victim Apply(Fields body, Victim victim) => victim with
    {
        Name = body.Text("name", Known.Victims.Noun, 1, LongestName, required: true) ?? victim.Name,
        Description = body.Text("description", Known.Victims.Noun, 0, LongestText) ?? victim.Description,
        Org = body.Text("org", Known.Victims.Noun, 0, LongestText) ?? victim.Org,
        Suborg = body.Text("suborg", Known.Victims.Noun, 0, LongestText) ?? victim.Suborg,
        WorkLocation = body.Text("workLocation", Known.Victims.Noun, 0, LongestText) ?? victim.WorkLocation,
        Nationality = body.Text("nationality", Known.Victims.Noun, 0, LongestText) ?? victim.Nationality,
    };

    private static VictimAsset Apply(Fields body, VictimAsset asset) => asset with
    {
        Main = body.Text(asset.Type.Main, asset.Type.Entity, 1, LongestText, required: true) ?? asset.Main,
        Detail = asset.Type.Detail is { } detail ? body.Text(detail, asset.Type.Entity, 0, LongestText) ?? asset.Detail : null,
    };
}
