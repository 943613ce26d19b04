using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class VictimRoutes
{
    private const string Item = "/v2/victims/{id}";
    private const string Assets = $"{Item}/victimAssets";
    private const string Pages = "v2/victims/*.rst";

    private static Cell[] Cells { get; } =
    [
        new(Item, "victim.groups",     new(Known.Victims, Known.Groups,     new VictimLinks(GroupVictim, GroupAsset, fromVictim: true)), "groups",         "{associatedGroupType}/{associatedGroupId}",       "DDDDD", Pages),
        new(Item, "victim.indicators", new(Known.Victims, Known.Indicators, SharedGroups.WithIndicators),                                "indicators",     "{associatedIndicatorType}/{associatedIndicator}", "DD---", Pages),
        new(Item, "victim.labels",     new(Known.Victims, Known.Labels,     Links.Plain(LabelVictim.To)),                                "securityLabels", "{securityLabelName}",                             "R-CRR", Pages),
        new(Item, "victim.tags",       new(Known.Victims, Known.Tags,       Links.Plain(TagVictim.To)),                                  "tags",           "{tagName}",                                       "D-DDD", Pages) { Add = Tagging.AddToItem },
        new(Item, "victim.tasks",      new(Known.Victims, Known.Tasks,      new VictimLinks(TaskVictim, TaskAsset, fromVictim: true)),   "tasks",          "{associatedTaskId}",                              "D-DDD", "document 004"),
        new(Item, "victim.victims",    new(Known.Victims, Known.Victims,    SharedGroups.WithVictims),                                   "victims",        "{victimId}",                                      "R-R--", Pages),
    ];

    public static IReadOnlyList<Route> All { get; } =
    [
        Get("/v2/victims",   "victims.list",   Documented, Pages, call => Items.List(call, Known.Victims)),
        Post("/v2/victims",  "victims.create", Documented, Pages, VictimWrites.Create),
        Get(Item,            "victim.get",     Documented, Pages, call => Items.Get(call, Known.Victims)),
        Put(Item,            "victim.update",  Documented, Pages, VictimWrites.Update),
        Delete(Item,         "victim.delete",  Documented, Pages, call => Deletions.Delete(call, Known.Victims)),
        .. AttributeRoutes.Of(Item, "victim", Known.Victims),
        .. Cells.SelectMany(cell => cell.Expand()),
        Post($"{Item}/indicators/{{associatedIndicatorType}}/{{associatedIndicator}}", "victim.indicators.refuse", Client, "threatconnect-javascript; threatconnect-java", call => Writes.Refuse(call, Envelope.Fail(400, Texts.CannotAssociate(Known.Victims.Noun, Known.Indicators.Noun)))),
        Get(Assets,                                          "victim.assets.list",         Documented, Pages, VictimWrites.Assets),
        Get($"{Assets}/{{victimAssetType}}",                 "victim.assets.list-of-type", Documented, Pages, VictimWrites.AssetsOfType),
        Post($"{Assets}/{{victimAssetType}}",                "victim.assets.create",       Documented, Pages, VictimWrites.CreateAsset),
        Get($"{Assets}/{{victimAssetType}}/{{assetId}}",     "victim.asset.get",           Documented, Pages, VictimWrites.Asset),
        Put($"{Assets}/{{victimAssetType}}/{{assetId}}",     "victim.asset.update",        Documented, Pages, VictimWrites.UpdateAsset),
        Delete($"{Assets}/{{victimAssetType}}/{{assetId}}",  "victim.asset.delete",        Documented, Pages, VictimWrites.DeleteAsset),
    ];
}
