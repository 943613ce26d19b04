using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Handlers.Batch;
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

    private static readonly ThreatConnectPolicy s_file = new(Body: BodyKind.File);

    private static AssociationRows[] AssociationTable { get; } =
    [
        new(Item, "group.groups",        ItemKinds.Groups, ItemKinds.Groups,     Links.Plain(GroupGroup.From),               "groups",         "{associatedGroupType}/{associatedGroupId}",       "DDDDD", Pages),
        new(Item, "group.indicators",    ItemKinds.Groups, ItemKinds.Indicators, Links.Plain(GroupIndicator.From),           "indicators",     "{associatedIndicatorType}/{associatedIndicator}", "DDCRR", Pages),
        new(Item, "group.labels",        ItemKinds.Groups, ItemKinds.Labels,     Links.Plain(LabelGroup.To),                 "securityLabels", "{securityLabelName}",                             "D-DDD", Pages),
        new(Item, "group.tags",          ItemKinds.Groups, ItemKinds.Tags,       Links.Plain(TagGroup.To),                   "tags",           "{tagName}",                                       "D-DDD", Pages) { Add = TagWrites.AddToItem },
        new(Item, "group.victim-assets", ItemKinds.Groups, ItemKinds.Assets,     new AssetLinks(GroupVictim, GroupAsset),    "victimAssets",   "{victimAssetType}/{assetId}",                     "DDDDD", Pages),
        new(Item, "group.victims",       ItemKinds.Groups, ItemKinds.Victims,    new VictimLinks(GroupVictim, GroupAsset),   "victims",        "{victimId}",                                      "D-DDD", Pages),
        new(Item, "group.tasks",         ItemKinds.Groups, ItemKinds.Tasks,      Links.Plain(GroupTask.From),                "tasks",          "{taskId}",                                        "C-CCC", Clients),
    ];

    public static IReadOnlyList<Route> All(ThreatConnectContext context) =>
    [
        Get("/v2/groups",                       "groups.list",         Documented, Pages, call => Items.List(call, context, ItemKinds.Groups)),
        Get("/v2/groups/{type}",                "groups.list-of-type", Documented, Pages, call => Items.ListOfType(call, context, ItemKinds.Groups)),
        Post("/v2/groups/{type}",      "groups.create",       Documented, Pages, call => GroupWrites.Create(call, context)),
        Get(Item,                               "group.get",           Documented, Pages, call => Items.Get(call, context, ItemKinds.Groups)),
        Put(Item,                      "group.update",        Documented, Pages, call => GroupWrites.Update(call, context)),
        Delete(Item,                   "group.delete",        Documented, Pages, GroupWrites.Delete),
        .. AttributeRoutes.Of(context, Item, "group", ItemKinds.Groups),
        .. AssociationTable.SelectMany(rows => rows.Expand(context)),
        Get($"{Item}/pdf",             "group.pdf",           Documented, Pages, Reports.Pdf),
        Post($"{Item}/publish",        "group.publish",       Documented, Pages, Reports.Publish),

        Get(Assets, "adversary.assets", Documented, Pages, call => AdversaryAssets.List(call, context)),
        .. AssetsOfType(context, "handles", AdversaryAssetType.Handle),
        .. AssetsOfType(context, "phoneNumbers", AdversaryAssetType.PhoneNumber),
        .. AssetsOfType(context, "urls", AdversaryAssetType.Url),

        Get("/v2/groups/documents/{id}/download",  "document.download",  Documented, Pages, call => FileContents.Download(call, GroupType.Document)),
        Post("/v2/groups/documents/{id}/upload",   "document.upload",    Documented, Pages, call => FileContents.Upload(call, GroupType.Document)) with { Policy = s_file },
        Put("/v2/groups/documents/{id}/upload",    "document.replace",   Documented, Pages, call => FileContents.Replace(call, GroupType.Document)) with { Policy = s_file },
        Get("/v2/groups/reports/{id}/download",    "report.download",    Client,     "tcex test_report_interface.py; threatconnect-java urls.properties", call => FileContents.Download(call, GroupType.Report)),
        Post("/v2/groups/reports/{id}/upload",     "report.upload",      Reference,  Pages, call => FileContents.Upload(call, GroupType.Report)) with { Policy = s_file },
        Put("/v2/groups/reports/{id}/upload",      "report.replace",     Reference,  Pages, call => FileContents.Replace(call, GroupType.Report)) with { Policy = s_file },
        Get("/v2/groups/signatures/{id}/download", "signature.download", Documented, Pages, FileContents.SignatureText),
    ];

    private static IEnumerable<Route> AssetsOfType(ThreatConnectContext context, string segment, AdversaryAssetType type) =>
    [
        Get($"{Assets}/{segment}",              $"adversary.{segment}.list",   Documented, Pages, call => AdversaryAssets.ListOfType(call, context, type)),
        Post($"{Assets}/{segment}",             $"adversary.{segment}.create", Documented, Pages, call => AdversaryAssets.Create(call, context, type)),
        Get($"{Assets}/{segment}/{{assetId}}",    $"adversary.{segment}.get",    Documented, Pages, call => AdversaryAssets.Get(call, context, type)),
        Put($"{Assets}/{segment}/{{assetId}}",    $"adversary.{segment}.update", Documented, Pages, call => AdversaryAssets.Update(call, context, type)),
        Delete($"{Assets}/{segment}/{{assetId}}", $"adversary.{segment}.delete", Documented, Pages, call => AdversaryAssets.Delete(call, type)),
    ];
}
