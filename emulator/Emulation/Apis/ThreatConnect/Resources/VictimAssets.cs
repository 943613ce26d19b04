using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Victim assets, found by type and id in any owner.</summary>
sealed class VictimAssets() : Resource("Victim Asset", "victimAsset", new("victimAssetType", "assetId"))
{
    public override bool HasTypes => true;

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => [];

    public override Result<ItemType> Type(Call call, string branch) =>
        AssetType.ByBranch(branch) is { } type
            ? type
            : Envelope.Fail(404, Texts.UnknownPath, $"\"{branch}\" is not a type of victim asset");

    public override string KeyOf(Node node) => ((VictimAsset)node).Type.Entity;

    public override ItemSet OfOwner(Graph graph, Owner owner) => throw new InvalidOperationException("Assets are listed by victim.");

    public override Result<Node> Find(Call call, ItemPath parameters, Owner? defaultOwner = null)
    {
        if (!Type(call, call[parameters.Type!]).Is(out var type, out var error)) return error;
        if (Scope.Named(call) is { } named && !named.Is(out _, out error)) return error;
        var asset = IdLookup.Find(call.Graph, VictimAsset.ById, call[parameters.Id]);
        return asset is not null && asset.Type == type ? Visible(call, asset) : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => ((Victim)graph[((VictimAsset)node).Victim]).Owner;

    public override void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form) =>
        VictimJson.WriteAsset(ref json, context, (VictimAsset)node, form);

    public override ItemDependency DependsOn(RenderContext context, Node node) => new(context.Graph[((VictimAsset)node).Victim]);

    /// <summary>The assets of one victim.</summary>
    public static ItemSet Of(Graph graph, Victim victim) => new AssetSet(graph, victim.Key);

    private sealed class AssetSet(Graph graph, int victim) : ItemSet
    {
        public override NodeList All(ItemType? type)
        {
            var scope = type is AssetType one ? VictimAsset.Scope(victim, one) : victim;
            var index = type is null ? VictimAsset.OfVictim : VictimAsset.OfVictimAndType;
            return graph.Between(index, new IdKey(scope, long.MinValue), new IdKey(scope, long.MaxValue));
        }
    }
}
