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
        new(Item, "victim.tags",       new(Known.Victims, Known.Tags,       Links.Plain(TagVictim.To)),                                  "tags",           "{tagName}",                                       "D-DDD", Pages),
        new(Item, "victim.tasks",      new(Known.Victims, Known.Tasks,      new VictimLinks(TaskVictim, TaskAsset, fromVictim: true)),   "tasks",          "{associatedTaskId}",                              "D-DDD", "document 004"),
        new(Item, "victim.victims",    new(Known.Victims, Known.Victims,    SharedGroups.WithVictims),                                   "victims",        "{victimId}",                                      "R-R--", Pages),
    ];

    public static IReadOnlyList<Route> All { get; } =
    [
        Later("GET", "/v2/victims",   "victims.list",   Documented, Pages),
        Later("POST", "/v2/victims",  "victims.create", Documented, Pages),
        Later("GET", Item,            "victim.get",     Documented, Pages),
        Later("PUT", Item,            "victim.update",  Documented, Pages),
        Later("DELETE", Item,         "victim.delete",  Documented, Pages),
        .. AttributeRoutes.Of(Item, "victim"),
        .. Cells.SelectMany(cell => cell.Expand()),
        Later("GET", Assets,                                          "victim.assets.list",         Documented, Pages),
        Later("GET", $"{Assets}/{{victimAssetType}}",                 "victim.assets.list-of-type", Documented, Pages),
        Later("POST", $"{Assets}/{{victimAssetType}}",                "victim.assets.create",       Documented, Pages),
        Later("GET", $"{Assets}/{{victimAssetType}}/{{assetId}}",     "victim.asset.get",           Documented, Pages),
        Later("PUT", $"{Assets}/{{victimAssetType}}/{{assetId}}",     "victim.asset.update",        Documented, Pages),
        Later("DELETE", $"{Assets}/{{victimAssetType}}/{{assetId}}",  "victim.asset.delete",        Documented, Pages),
    ];
}
