using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class IndicatorRoutes
{
    private const string Item = "/v2/indicators/{type}/{indicator}";
    private const string Associated = $"{Item}/associations/{{associationType}}/indicators/";
    private const string File = "/v2/indicators/files/{indicator}";
    private const string Occurrences = $"{File}/fileOccurrences";
    private const string Actions = $"{File}/actions/{{fileAction}}/indicators";
    private const string Pages = "v2/indicators/*.rst";
    private const string Clients = "threatconnect-javascript, threatconnect-python, tcex";
    private const string JoinPages = "v2/indicators/indicator_to_indicator_assoc.rst";

    private static AssociationRows[] AssociationTable { get; } =
    [
        new(Item, "indicator.groups",        ItemKinds.Indicators, ItemKinds.Groups,     Links.Plain(GroupIndicator.To),                   "groups",         "{associatedGroupType}/{associatedGroupId}",       "DDDDD", Pages),
        new(Item, "indicator.indicators",    ItemKinds.Indicators, ItemKinds.Indicators, new IndicatorLinks(),                             "indicators",     "{associatedIndicatorType}/{associatedIndicator}", "DDDDD", Pages),
        new(Item, "indicator.labels",        ItemKinds.Indicators, ItemKinds.Labels,     Links.Plain(LabelIndicator.To),                   "securityLabels", "{securityLabelName}",                             "D-DDD", Pages),
        new(Item, "indicator.tags",          ItemKinds.Indicators, ItemKinds.Tags,       Links.Plain(TagIndicator.To),                     "tags",           "{tagName}",                                       "D-DDD", Pages) { Add = TagWrites.AddToItem },
        new(Item, "indicator.victim-assets", ItemKinds.Indicators, ItemKinds.Assets,     new AssetLinks(IndicatorVictim, IndicatorAsset),  "victimAssets",   "{victimAssetType}/{assetId}",                     "DDDDD", Pages),
        new(Item, "indicator.victims",       ItemKinds.Indicators, ItemKinds.Victims,    new VictimLinks(IndicatorVictim, IndicatorAsset), "victims",        "{associatedVictimId}",                            "D-DDD", Pages),
        new(Item, "indicator.tasks",         ItemKinds.Indicators, ItemKinds.Tasks,      Links.Plain(IndicatorTask.From),                  "tasks",          "{taskId}",                                        "C-CCC", Clients),
    ];

    public static IReadOnlyList<Route> All(ThreatConnectContext context) =>
    [
        Get("/v2/indicators",                          "indicators.list",            Documented, Pages, call => Items.List(call, context, ItemKinds.Indicators)),
        Get("/v2/indicators/deleted",         "indicators.deleted",         Documented, Pages, IndicatorLists.Deleted),
        Get("/v2/indicators/{type}/deleted",  "indicators.deleted-of-type", Reference,  Pages, IndicatorLists.DeletedOfType),
        Get("/v2/indicators/observed",        "indicators.observed",        Documented, Pages, IndicatorLists.Observed),
        Get("/v2/indicators/{type}",                   "indicators.list-of-type",    Documented, Pages, call => Items.ListOfType(call, context, ItemKinds.Indicators)),
        Post("/v2/indicators/{type}",         "indicators.create",          Documented, Pages, call => IndicatorWrites.Create(call, context)),
        Get(Item,                                      "indicator.get",              Documented, Pages, call => Items.Get(call, context, ItemKinds.Indicators)),
        Put(Item,                             "indicator.update",           Documented, Pages, call => IndicatorWrites.Update(call, context)),
        Delete(Item,                          "indicator.delete",           Documented, Pages, IndicatorWrites.Delete),

        Get(Associated,                              "indicator.associated.list",         Documented, JoinPages, call => IndicatorAssociations.Query(call, action: false, found => Associations.List(call, context, found))),
        Get($"{Associated}{{targetType}}",             "indicator.associated.list-of-type", Documented, JoinPages, call => IndicatorAssociations.Query(call, action: false, found => Associations.ListOfType(call, context, found))),
        Get($"{Associated}{{targetType}}/{{targetId}}",    "indicator.associated.get",          Documented, JoinPages, call => IndicatorAssociations.Query(call, action: false, found => Associations.Get(call, context, found))),
        Post($"{Associated}{{targetType}}/{{targetId}}",   "indicator.associated.add",          Documented, JoinPages, call => IndicatorAssociations.Change(call, action: false, Associations.Add)),
        Delete($"{Associated}{{targetType}}/{{targetId}}", "indicator.associated.remove",       Documented, JoinPages, call => IndicatorAssociations.Change(call, action: false, Associations.Remove)),

        .. AttributeRoutes.Of(context, Item, "indicator", ItemKinds.Indicators),
        Get($"{Item}/falsePositive",          "indicator.false-positive.get",    Documented, "threatconnect-java AbstractIndicatorReaderAdapter", SightingHandlers.FalsePositives),
        Post($"{Item}/falsePositive",         "indicator.false-positive.report", Documented, Pages, SightingHandlers.ReportFalsePositive),
        .. AssociationTable.SelectMany(rows => rows.Expand(context)),
        Get($"{Item}/observations",           "indicator.observations.list",     Documented, Pages, SightingHandlers.Observations),
        Post($"{Item}/observations",          "indicator.observations.report",   Documented, Pages, SightingHandlers.Observe),
        Get($"{Item}/observationCount",       "indicator.observation-count",     Documented, Pages, SightingHandlers.ObservationCount),
        Get($"{Item}/owners",                 "indicator.owners",                Documented, Pages, IndicatorLists.Owners),

        Get(Occurrences,                               "file.occurrences.list",  Documented, Pages, FileOccurrences.List),
        Post(Occurrences,                              "file.occurrences.create", Documented, Pages, FileOccurrences.Create),
        Get($"{Occurrences}/{{fileOccurrenceId}}",       "file.occurrence.get",    Documented, Pages, FileOccurrences.Get),
        Put($"{Occurrences}/{{fileOccurrenceId}}",       "file.occurrence.update", Documented, Pages, FileOccurrences.Update),
        Delete($"{Occurrences}/{{fileOccurrenceId}}",    "file.occurrence.delete", Documented, Pages, FileOccurrences.Delete),

        Get("/v2/indicators/hosts/{indicator}/dnsResolutions",     "host.resolutions",    Reference, Pages, call => Resolutions.OfHost(call, context)),
        Get("/v2/indicators/addresses/{indicator}/dnsResolutions", "address.resolutions", Reference, Pages, call => Resolutions.OfAddress(call, context)),
        // The singular is a mistake of the client.
        Get("/v2/indicators/hosts/{indicator}/dnsResolution",      "host.resolution",     Client, "tcex", call => Resolutions.OfHost(call, context)),
        Get("/v2/indicators/addresses/{indicator}/dnsResolution",  "address.resolution",  Client, "tcex", call => Resolutions.OfAddress(call, context)),

        Get(Actions,                                "file.actions.list",         Reference, JoinPages, call => IndicatorAssociations.Query(call, action: true, found => Associations.List(call, context, found))),
        Get($"{Actions}/{{targetType}}",              "file.actions.list-of-type", Client,    "tcex", call => IndicatorAssociations.Query(call, action: true, found => Associations.ListOfType(call, context, found))),
        Post($"{Actions}/{{targetType}}/{{targetId}}",    "file.actions.add",          Reference, JoinPages, call => IndicatorAssociations.Change(call, action: true, Associations.Add)),
        Delete($"{Actions}/{{targetType}}/{{targetId}}",  "file.actions.remove",       Client,    "tcex test_file_interface.py", call => IndicatorAssociations.Change(call, action: true, Associations.Remove)),

        // A request for a report or its status advances it.
        Poll("/v2/indicators/bulk/",         "bulk.status",   Documented, "v2/indicators/bulk_download.rst", call => Bulk.Status(call, context)),
        Poll("/v2/indicators/bulk/{format}", "bulk.download", Documented, "v2/indicators/bulk_download.rst", call => Bulk.Download(call, context)),
    ];
}
