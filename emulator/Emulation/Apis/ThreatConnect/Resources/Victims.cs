using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Victims: found by id, in the named owner if one is named.</summary>
sealed class Victims() : Resource("Victim", "victim", 1)
{
    private static readonly FilterField[] s_filters = [FilterField.Text<Victim>("name", "=^", victim => victim.Name, Served.ByName)];

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => s_filters;

    public override Pool OfOwner(Graph graph, Owner owner) => new VictimPool(graph, owner.Id);

    public override Found<Node> Find(Call call, int at, Owner? near = null)
    {
        Owner? owner = null;
        if (Scope.Named(call) is { } named && !named.Is(out owner, out var no)) return no;
        var victim = long.TryParse(call[at], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Graph.Find<Victim, IdKey>(Victim.ById, new IdKey(0, id)) : null;
        return owner is not null && victim?.Owner != owner.Id ? Envelope.Missing : Visible(call, victim);
    }

    public override int OwnerOf(Graph graph, Node node) => ((Victim)node).Owner;

    public override string KeyOf(Node node) => Key(null);

    public override void Write(ref JsonWriter json, Pen pen, Node node, Form form) => VictimJson.Victim(ref json, pen, (Victim)node, form);

    public override Node? Beside(Pen pen, Node node) => null;

    private sealed class VictimPool(Graph graph, int owner) : Pool
    {
        public override NodeList All(ItemType? type) => graph.Between(Victim.ByOwner, new IdKey(owner, long.MinValue), new IdKey(owner, long.MaxValue));

        public override NodeList Named(ItemType? type, string name, bool prefix) => Sorted(WithText(graph, Victim.ByName, owner, Fold.Case(name), prefix));
    }
}

/// <summary>Victim assets: found by type and id wherever they are.</summary>
sealed class Assets() : Resource("Victim Asset", "victimAsset", 2)
{
    public override IReadOnlyList<FilterField> Filters(ItemType? type) => [];

    public override Found<ItemType> Type(Call call, string branch) =>
        AssetType.ByBranch(branch) is { } type ? type : Envelope.Fail(404, Texts.UnknownPath, $"\"{branch}\" is no type of victim asset");

    public override Reply? WrongType(Call call, int at) => Type(call, call[at]).Is(out _, out var no) ? null : no;

    public override Pool OfOwner(Graph graph, Owner owner) => throw new InvalidOperationException("Assets are listed by victim.");

    public override Found<Node> Find(Call call, int at, Owner? near = null)
    {
        if (!Type(call, call[at]).Is(out var type, out var no)) return no;
        if (Scope.Named(call) is { } named && !named.Is(out _, out no)) return no;
        var asset = long.TryParse(call[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Graph.Find<VictimAsset, IdKey>(VictimAsset.ById, new IdKey(0, id)) : null;
        return asset is not null && asset.Type == type ? Visible(call, asset) : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => ((Victim)graph[((VictimAsset)node).Victim]).Owner;

    public override string KeyOf(Node node) => ((VictimAsset)node).Type.Entity;

    public override void Write(ref JsonWriter json, Pen pen, Node node, Form form) => VictimJson.Asset(ref json, pen, (VictimAsset)node, form);

    public override Node? Beside(Pen pen, Node node) => pen.Graph[((VictimAsset)node).Victim];

    /// <summary>The assets of one victim.</summary>
    public static Pool Of(Graph graph, Victim victim) => new AssetPool(graph, victim.Key);

    private sealed class AssetPool(Graph graph, int victim) : Pool
    {
        public override NodeList All(ItemType? type)
        {
            var scope = type is AssetType one ? VictimAsset.Scope(victim, one) : victim;
            return graph.Between(type is null ? VictimAsset.OfVictim : VictimAsset.OfVictimAndType, new IdKey(scope, long.MinValue), new IdKey(scope, long.MaxValue));
        }
    }
}
