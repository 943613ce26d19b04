using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class GroupRoutes
{
    private const string Item = "/v2/groups/{type}/{id}";
    private const string Assets = "/v2/groups/adversaries/{id}/adversaryAssets";
    private const string Pages = "v2/groups/*.rst";
    private const string Clients = "threatconnect-javascript, threatconnect-python, tcex";

    private static Cell[] Cells { get; } =
    [
        new(Item, "group.groups",        new(Known.Groups, Known.Groups,     Links.Plain(GroupGroup.From)),               "groups",         "{associatedGroupType}/{associatedGroupId}",       "DDDDD", Pages),
        new(Item, "group.indicators",    new(Known.Groups, Known.Indicators, Links.Plain(GroupIndicator.From)),           "indicators",     "{associatedIndicatorType}/{associatedIndicator}", "DDCRR", Pages),
        new(Item, "group.labels",        new(Known.Groups, Known.Labels,     Links.Plain(LabelGroup.To)),                 "securityLabels", "{securityLabelName}",                             "D-DDD", Pages),
        new(Item, "group.tags",          new(Known.Groups, Known.Tags,       Links.Plain(TagGroup.To)),                   "tags",           "{tagName}",                                       "D-DDD", Pages),
        new(Item, "group.victim-assets", new(Known.Groups, Known.Assets,     new AssetLinks(GroupVictim, GroupAsset)),    "victimAssets",   "{victimAssetType}/{assetId}",                     "DDDDD", Pages),
        new(Item, "group.victims",       new(Known.Groups, Known.Victims,    new VictimLinks(GroupVictim, GroupAsset)),   "victims",        "{victimId}",                                      "D-DDD", Pages),
        new(Item, "group.tasks",         new(Known.Groups, Known.Tasks,      Links.Plain(GroupTask.From)),                "tasks",          "{taskId}",                                        "C-CCC", Clients),
    ];

    public static IReadOnlyList<Route> All { get; } =
    [
        Get("/v2/groups",                       "groups.list",         Documented, Pages, call => Items.List(call, Known.Groups)),
        Get("/v2/groups/{type}",                "groups.list-of-type", Documented, Pages, call => Items.ListOfType(call, Known.Groups)),
        Later("POST", "/v2/groups/{type}",      "groups.create",       Documented, Pages),
        Get(Item,                               "group.get",           Documented, Pages, call => Items.Get(call, Known.Groups)),
        Later("PUT", Item,                      "group.update",        Documented, Pages),
        Later("DELETE", Item,                   "group.delete",        Documented, Pages),
        .. AttributeRoutes.Of(Item, "group"),
        .. Cells.SelectMany(cell => cell.Expand()),
        Later("GET", $"{Item}/pdf",             "group.pdf",           Documented, Pages),
        Later("POST", $"{Item}/publish",        "group.publish",       Documented, Pages),

        Later("GET", Assets, "adversary.assets", Documented, Pages),
        .. AssetsOfType("handles"),
        .. AssetsOfType("phoneNumbers"),
        .. AssetsOfType("urls"),

        Later("GET", "/v2/groups/documents/{id}/download",  "document.download",  Documented, Pages),
        Later("POST", "/v2/groups/documents/{id}/upload",   "document.upload",    Documented, Pages),
        Later("PUT", "/v2/groups/documents/{id}/upload",    "document.replace",   Documented, Pages),
        Later("GET", "/v2/groups/reports/{id}/download",    "report.download",    Client,     "tcex test_report_interface.py; threatconnect-java urls.properties"),
        Later("POST", "/v2/groups/reports/{id}/upload",     "report.upload",      Reference,  Pages),
        Later("PUT", "/v2/groups/reports/{id}/upload",      "report.replace",     Reference,  Pages),
        Later("GET", "/v2/groups/signatures/{id}/download", "signature.download", Documented, Pages),
    ];

    private static IEnumerable<Route> AssetsOfType(string segment) =>
    [
        Later("GET", $"{Assets}/{segment}",              $"adversary.{segment}.list",   Documented, Pages),
        Later("POST", $"{Assets}/{segment}",             $"adversary.{segment}.create", Documented, Pages),
        Later("GET", $"{Assets}/{segment}/{{assetId}}",    $"adversary.{segment}.get",    Documented, Pages),
        Later("PUT", $"{Assets}/{segment}/{{assetId}}",    $"adversary.{segment}.update", Documented, Pages),
        Later("DELETE", $"{Assets}/{segment}/{{assetId}}", $"adversary.{segment}.delete", Documented, Pages),
    ];
}
