using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

sealed class Victims() : OwnedItems<Victim>("Victim", "victim", new(Victim.ById, Victim.ByOwner, Victim.ByName))
{
    private static readonly FilterField[] s_filters = [FilterField.Text<Victim>("name", "=^", victim => victim.Name, FilterIndex.ByName)];

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => s_filters;

    public override int OwnerOf(Graph graph, Node node) => ((Victim)node).Owner;

    public override void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form) =>
        VictimJson.Write(ref json, context, (Victim)node, form);

    public override ItemDependency DependsOn(RenderContext context, Node node) => default;
}
