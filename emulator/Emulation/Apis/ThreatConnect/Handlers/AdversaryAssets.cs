using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Handles, phone numbers and URLs of adversaries.</summary>
static class AdversaryAssets
{
    private const int MaxValueLength = 255;

    public static Reply List(Call call, ThreatConnectContext context) => Page(call, context, "bucketAsset", null);

    public static Reply ListOfType(Call call, ThreatConnectContext context, AdversaryAssetType type) =>
        Page(call, context, type.Entity, type);

    public static Reply Get(Call call, ThreatConnectContext context, AdversaryAssetType type) =>
        Find(call, type).Is(out var asset, out var error) ? Show(call, context, 200, asset) : error;

    public static Change Create(Call call, ThreatConnectContext context, AdversaryAssetType type)
    {
        if (!ItemKinds.Groups.FindOne(call, GroupType.Adversary).Is(out var adversary, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call, mayBeEmpty: true).Is(out var body, out error)) return Writes.Refuse(call, error);
        var value = body.Text(type.Member, type.Entity, 1, MaxValueLength, required: true);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        var graph = call.Graph.TakeId(AdversaryAsset.NodeKind, out var id);
        var asset = new AdversaryAsset { Id = id, Adversary = adversary.Key, Type = type, Value = value! };
        graph = graph.Add(asset);
        return Writes.Save(call, adversary.Owner, graph, Show(call, context, 201, asset));
    }

    /// <summary>A request without a value, which the pages call optional, changes nothing.</summary>
    public static Change Update(Call call, ThreatConnectContext context, AdversaryAssetType type)
    {
        if (!Find(call, type).Is(out var old, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call, mayBeEmpty: true).Is(out var body, out error)) return Writes.Refuse(call, error);
        var asset = old with { Value = body.Text(type.Member, type.Entity, 1, MaxValueLength) ?? old.Value };
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        return Writes.Save(call, OwnerOf(call, asset), call.Graph.Replace(old, asset), Show(call, context, 200, asset));
    }

    public static Change Delete(Call call, AdversaryAssetType type)
    {
        if (!Find(call, type).Is(out var asset, out var error)) return Writes.Refuse(call, error);
        return Writes.Save(call, OwnerOf(call, asset), call.Graph.Remove(asset), Envelope.Done);
    }

    private static Reply Page(Call call, ThreatConnectContext context, string key, AdversaryAssetType? type)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        if (!ItemKinds.Groups.FindOne(call, GroupType.Adversary).Is(out var adversary, out error)) return error;
        var scope = type is null ? adversary.Key : AdversaryAsset.Scope(adversary.Key, type);
        var index = type is null ? AdversaryAsset.OfAdversary : AdversaryAsset.OfAdversaryAndType;
        var nodes = call.Graph.Between(index, new IdKey(scope, long.MinValue), new IdKey(scope, long.MaxValue));
        var render = new RenderContext(call, context, listing.Includes);
        return listing.Page(key, nodes,
            (ref json, node) => Write(ref json, render, (AdversaryAsset)node, adversary.Id, typed: type is not null));
    }

    private static Result<AdversaryAsset> Find(Call call, AdversaryAssetType type)
    {
        if (!ItemKinds.Groups.FindOne(call, GroupType.Adversary).Is(out var adversary, out var error)) return error;
        var asset = IdLookup.Find(call.Graph, AdversaryAsset.ById, call["assetId"]);
        return asset?.Adversary == adversary.Key && asset.Type == type ? asset : Envelope.Missing;
    }

    private static int OwnerOf(Call call, AdversaryAsset asset) => ((Group)call.Graph[asset.Adversary]).Owner;

    private static Reply Show(Call call, ThreatConnectContext context, int status, AdversaryAsset asset)
    {
        var (render, adversary) = (new RenderContext(call, context, default), (Group)call.Graph[asset.Adversary]);
        return Envelope.One(status, asset.Type.Entity, (ref json) => Write(ref json, render, asset, adversary.Id, typed: true));
    }

    private static void Write(ref JsonWriter json, RenderContext render, AdversaryAsset asset, long adversary, bool typed)
    {
        json.StartObject();
        json.Number("id"u8, asset.Id);
        if (!typed) json.Text("name"u8, asset.Value);
        json.Text("type"u8, asset.Type.Name);
        GroupJson.WriteLink(ref json, render, GroupType.Adversary, adversary);
        if (typed) json.Text(asset.Type.Member, asset.Value);
        json.EndObject();
    }
}
