using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Creates and updates victims and their assets.</summary>
static class VictimWrites
{
    private const int MaxNameLength = 100;
    private const int MaxTextLength = 255;

    public static Change Create(Call call, ThreatConnectContext context)
    {
        if (!Scope.Of(call).Is(out var owner, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var graph = call.Graph.TakeId(Victim.NodeKind, out var id);
        var victim = Apply(body, new Victim { Id = id, Owner = owner.Id, Name = "" });
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        graph = graph.Add(victim);
        return Writes.Save(call, owner.Id, graph, Items.Show(call, context, 201, ItemKinds.Victims, victim, graph));
    }

    public static Change Update(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Victims.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var victim = Apply(body, (Victim)node);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        var graph = call.Graph.Replace(node, victim);
        return Writes.Save(call, victim.Owner, graph, Items.Show(call, context, 200, ItemKinds.Victims, victim, graph));
    }

    public static Reply Assets(Call call, ThreatConnectContext context)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        if (!ItemKinds.Victims.Find(call).Is(out var victim, out error)) return error;
        return Items.Page(call, context, ItemKinds.Assets, listing, VictimAssets.Of(call.Graph, (Victim)victim), null);
    }

    public static Reply AssetsOfType(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Assets.Type(call, call["victimAssetType"]).Is(out var type, out var error)) return error;
        if (!Listing.Read(call, []).Is(out var listing, out error)) return error;
        if (!ItemKinds.Victims.Find(call).Is(out var victim, out error)) return error;
        return Items.Page(call, context, ItemKinds.Assets, listing, VictimAssets.Of(call.Graph, (Victim)victim), type);
    }

    public static Reply Asset(Call call, ThreatConnectContext context) =>
        FindAsset(call).Is(out var asset, out var error) ? Items.Show(call, context, 200, ItemKinds.Assets, asset) : error;

    public static Change CreateAsset(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Assets.Type(call, call["victimAssetType"]).Is(out var found, out var error)) return Writes.Refuse(call, error);
        if (!ItemKinds.Victims.Find(call).Is(out var node, out error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call, mayBeEmpty: true).Is(out var body, out error)) return Writes.Refuse(call, error);
        var graph = call.Graph.TakeId(VictimAsset.NodeKind, out var id);
        var asset = Apply(body, new VictimAsset { Id = id, Victim = node.Key, Type = (AssetType)found, Main = "" });
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        graph = graph.Add(asset);
        return Writes.Save(call, ((Victim)node).Owner, graph, Items.Show(call, context, 201, ItemKinds.Assets, asset, graph));
    }

    /// <summary>The identifying value is required here too; the other value is unchanged if absent.</summary>
    public static Change UpdateAsset(Call call, ThreatConnectContext context)
    {
        if (!FindAsset(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call, mayBeEmpty: true).Is(out var body, out error)) return Writes.Refuse(call, error);
        var asset = Apply(body, (VictimAsset)node);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        var graph = call.Graph.Replace(node, asset);
        return Writes.Save(
            call, ItemKinds.Assets.OwnerOf(graph, asset), graph, Items.Show(call, context, 200, ItemKinds.Assets, asset, graph));
    }

    public static Change DeleteAsset(Call call)
    {
        if (!FindAsset(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        return Writes.Save(call, ItemKinds.Assets.OwnerOf(call.Graph, node), Deletions.WithoutAsset(call.Graph, (VictimAsset)node),
            Envelope.Done);
    }

    private static Result<Node> FindAsset(Call call)
    {
        if (ItemKinds.Assets.WrongType(call, ItemKinds.Assets.Path) is { } wrong) return wrong;
        if (!ItemKinds.Victims.Find(call).Is(out var victim, out var error)) return error;
        if (!ItemKinds.Assets.Find(call).Is(out var asset, out error)) return error;
        return ((VictimAsset)asset).Victim == victim.Key ? asset : Envelope.Missing;
    }

    private static Victim Apply(Fields body, Victim victim) => victim with
    {
        Name = body.Text("name", ItemKinds.Victims.Noun, 1, MaxNameLength, required: true) ?? victim.Name,
        Description = body.Text("description", ItemKinds.Victims.Noun, 0, MaxTextLength) ?? victim.Description,
        Org = body.Text("org", ItemKinds.Victims.Noun, 0, MaxTextLength) ?? victim.Org,
        Suborg = body.Text("suborg", ItemKinds.Victims.Noun, 0, MaxTextLength) ?? victim.Suborg,
        WorkLocation = body.Text("workLocation", ItemKinds.Victims.Noun, 0, MaxTextLength) ?? victim.WorkLocation,
        Nationality = body.Text("nationality", ItemKinds.Victims.Noun, 0, MaxTextLength) ?? victim.Nationality,
    };

    private static VictimAsset Apply(Fields body, VictimAsset asset) => asset with
    {
        Main = body.Text(asset.Type.Main, asset.Type.Entity, 1, MaxTextLength, required: true) ?? asset.Main,
        Detail = asset.Type.Detail is { } detail ? body.Text(detail, asset.Type.Entity, 0, MaxTextLength) ?? asset.Detail : null,
    };
}
