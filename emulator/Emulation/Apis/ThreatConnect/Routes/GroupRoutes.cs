using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
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

    private static readonly ThreatConnectPolicy s_upload = new(Upload: true);

    private static Cell[] Cells { get; } =
    [
        new(Item, "group.groups",        new(Known.Groups, Known.Groups,     Links.Plain(GroupGroup.From)),               "groups",         "{associatedGroupType}/{associatedGroupId}",       "DDDDD", Pages),
        new(Item, "group.indicators",    new(Known.Groups, Known.Indicators, Links.Plain(GroupIndicator.From)),           "indicators",     "{associatedIndicatorType}/{associatedIndicator}", "DDCRR", Pages),
        new(Item, "group.labels",        new(Known.Groups, Known.Labels,     Links.Plain(LabelGroup.To)),                 "securityLabels", "{securityLabelName}",                             "D-DDD", Pages),
        new(Item, "group.tags",          new(Known.Groups, Known.Tags,       Links.Plain(TagGroup.To)),                   "tags",           "{tagName}",                                       "D-DDD", Pages) { Add = Tagging.AddToItem },
        new(Item, "group.victim-assets", new(Known.Groups, Known.Assets,     new AssetLinks(GroupVictim, GroupAsset)),    "victimAssets",   "{victimAssetType}/{assetId}",                     "DDDDD", Pages),
        new(Item, "group.victims",       new(Known.Groups, Known.Victims,    new VictimLinks(GroupVictim, GroupAsset)),   "victims",        "{victimId}",                                      "D-DDD", Pages),
        new(Item, "group.tasks",         new(Known.Groups, Known.Tasks,      Links.Plain(GroupTask.From)),                "tasks",          "{taskId}",                                        "C-CCC", Clients),
    ];

    public static IReadOnlyList<Route> All { get; } =
    [
        Get("/v2/groups",                       "groups.list",         Documented, Pages, call => Items.List(call, Known.Groups)),
        Get("/v2/groups/{type}",                "groups.list-of-type", Documented, Pages, call => Items.ListOfType(call, Known.Groups)),
        Post("/v2/groups/{type}",      "groups.create",       Documented, Pages, GroupWrites.Create),
        Get(Item,                               "group.get",           Documented, Pages, call => Items.Get(call, Known.Groups)),
        Put(Item,                      "group.update",        Documented, Pages, GroupWrites.Update),
        Delete(Item,                   "group.delete",        Documented, Pages, GroupWrites.Delete),
        .. AttributeRoutes.Of(Item, "group", Known.Groups),
        .. Cells.SelectMany(cell => cell.Expand()),
        Get($"{Item}/pdf",             "group.pdf",           Documented, Pages, Reports.Pdf),
        Post($"{Item}/publish",        "group.publish",       Documented, Pages, Reports.Publish),

        Get(Assets, "adversary.assets", Documented, Pages, AdversaryAssets.List),
        .. AssetsOfType("handles", AdversaryAssetType.Handle),
        .. AssetsOfType("phoneNumbers", AdversaryAssetType.PhoneNumber),
        .. AssetsOfType("urls", AdversaryAssetType.Url),

        Get("/v2/groups/documents/{id}/download",  "document.download",  Documented, Pages, call => Contents.Download(call, GroupType.Document)),
        Post("/v2/groups/documents/{id}/upload",   "document.upload",    Documented, Pages, call => Contents.Upload(call, GroupType.Document)) with { Policy = s_upload },
        Put("/v2/groups/documents/{id}/upload",    "document.replace",   Documented, Pages, call => Contents.Replace(call, GroupType.Document)) with { Policy = s_upload },
        Get("/v2/groups/reports/{id}/download",    "report.download",    Client,     "tcex test_report_interface.py; threatconnect-java urls.properties", call => Contents.Download(call, GroupType.Report)),
        Post("/v2/groups/reports/{id}/upload",     "report.upload",      Reference,  Pages, call => Contents.Upload(call, GroupType.Report)) with { Policy = s_upload },
        Put("/v2/groups/reports/{id}/upload",      "report.replace",     Reference,  Pages, call => Contents.Replace(call, GroupType.Report)) with { Policy = s_upload },
        Get("/v2/groups/signatures/{id}/download", "signature.download", Documented, Pages, Contents.SignatureText),
    ];

    private static IEnumerable<Route> AssetsOfType(string segment, AdversaryAssetType type) =>
    [
        Get($"{Assets}/{segment}",              $"adversary.{segment}.list",   Documented, Pages, call => AdversaryAssets.ListOfType(call, type)),
        Post($"{Assets}/{segment}",             $"adversary.{segment}.create", Documented, Pages, call => AdversaryAssets.Create(call, type)),
        Get($"{Assets}/{segment}/{{assetId}}",    $"adversary.{segment}.get",    Documented, Pages, call => AdversaryAssets.Get(call, type)),
        Put($"{Assets}/{segment}/{{assetId}}",    $"adversary.{segment}.update", Documented, Pages, call => AdversaryAssets.Update(call, type)),
        Delete($"{Assets}/{segment}/{{assetId}}", $"adversary.{segment}.delete", Documented, Pages, call => AdversaryAssets.Delete(call, type)),
    ];
}
