using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class VictimRoutes
{
    private const string Item = "/v2/victims/{id}";
    private const string Assets = $"{Item}/victimAssets";
    private const string Indicator = $"{Item}/indicators/{{associatedIndicatorType}}/{{associatedIndicator}}";
    private const string Pages = "v2/victims/*.rst";
    private const string Clients = "threatconnect-javascript; threatconnect-java";

    // Victims and indicators are linked through groups.
    private static Reply NotAssociated { get; } = Envelope.Fail(400, Texts.CannotAssociate(ItemKinds.Victims.Noun, ItemKinds.Indicators.Noun));

    private static AssociationRows[] AssociationTable { get; } =
    [
        new(Item, "victim.groups",     ItemKinds.Victims, ItemKinds.Groups,     new VictimLinks(GroupVictim, GroupAsset, fromVictim: true), "groups",         "{associatedGroupType}/{associatedGroupId}",       "DDDDD", Pages),
        new(Item, "victim.indicators", ItemKinds.Victims, ItemKinds.Indicators, SharedGroups.WithIndicators,                                "indicators",     "{associatedIndicatorType}/{associatedIndicator}", "DD---", Pages),
        new(Item, "victim.labels",     ItemKinds.Victims, ItemKinds.Labels,     Links.Plain(LabelVictim.To),                                "securityLabels", "{securityLabelName}",                             "R-CRR", Pages),
        new(Item, "victim.tags",       ItemKinds.Victims, ItemKinds.Tags,       Links.Plain(TagVictim.To),                                  "tags",           "{tagName}",                                       "D-DDD", Pages) { Add = TagWrites.AddToItem },
        new(Item, "victim.tasks",      ItemKinds.Victims, ItemKinds.Tasks,      new VictimLinks(TaskVictim, TaskAsset, fromVictim: true),   "tasks",          "{associatedTaskId}",                              "D-DDD", "document 004"),
        new(Item, "victim.victims",    ItemKinds.Victims, ItemKinds.Victims,    SharedGroups.WithVictims,                                   "victims",        "{victimId}",                                      "R-R--", Pages),
    ];

    public static IReadOnlyList<Route> All(ThreatConnectContext context) =>
    [
        Get("/v2/victims",   "victims.list",   Documented, Pages, call => Items.List(call, context, ItemKinds.Victims)),
        Post("/v2/victims",  "victims.create", Documented, Pages, call => VictimWrites.Create(call, context)),
        Get(Item,            "victim.get",     Documented, Pages, call => Items.Get(call, context, ItemKinds.Victims)),
        Put(Item,            "victim.update",  Documented, Pages, call => VictimWrites.Update(call, context)),
        Delete(Item,         "victim.delete",  Documented, Pages, call => Deletions.Delete(call, ItemKinds.Victims)),
        .. AttributeRoutes.Of(context, Item, "victim", ItemKinds.Victims),
        .. AssociationTable.SelectMany(rows => rows.Expand(context)),
        Get(Indicator,    "victim.indicator.get",       Client, Clients, _ => NotAssociated),
        Post(Indicator,   "victim.indicators.refuse",   Client, Clients, call => Writes.Refuse(call, NotAssociated)),
        Delete(Indicator, "victim.indicator.remove",    Client, Clients, call => Writes.Refuse(call, NotAssociated)),
        Get(Assets,                                          "victim.assets.list",         Documented, Pages, call => VictimWrites.Assets(call, context)),
        Get($"{Assets}/{{victimAssetType}}",                 "victim.assets.list-of-type", Documented, Pages, call => VictimWrites.AssetsOfType(call, context)),
        Post($"{Assets}/{{victimAssetType}}",                "victim.assets.create",       Documented, Pages, call => VictimWrites.CreateAsset(call, context)),
        Get($"{Assets}/{{victimAssetType}}/{{assetId}}",     "victim.asset.get",           Documented, Pages, call => VictimWrites.Asset(call, context)),
        Put($"{Assets}/{{victimAssetType}}/{{assetId}}",     "victim.asset.update",        Documented, Pages, call => VictimWrites.UpdateAsset(call, context)),
        Delete($"{Assets}/{{victimAssetType}}/{{assetId}}",  "victim.asset.delete",        Documented, Pages, VictimWrites.DeleteAsset),
    ];
}
