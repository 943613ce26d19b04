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

    private static Cell[] Cells { get; } =
    [
        new(Item, "indicator.groups",        new(Known.Indicators, Known.Groups,     Links.Plain(GroupIndicator.To)),                   "groups",         "{associatedGroupType}/{associatedGroupId}",       "DDDDD", Pages),
        new(Item, "indicator.indicators",    new(Known.Indicators, Known.Indicators, new IndicatorLinks()),                             "indicators",     "{associatedIndicatorType}/{associatedIndicator}", "DDDDD", Pages),
        new(Item, "indicator.labels",        new(Known.Indicators, Known.Labels,     Links.Plain(LabelIndicator.To)),                   "securityLabels", "{securityLabelName}",                             "D-DDD", Pages),
        new(Item, "indicator.tags",          new(Known.Indicators, Known.Tags,       Links.Plain(TagIndicator.To)),                     "tags",           "{tagName}",                                       "D-DDD", Pages) { Add = Tagging.AddToItem },
        new(Item, "indicator.victim-assets", new(Known.Indicators, Known.Assets,     new AssetLinks(IndicatorVictim, IndicatorAsset)),  "victimAssets",   "{victimAssetType}/{assetId}",                     "DDDDD", Pages),
        new(Item, "indicator.victims",       new(Known.Indicators, Known.Victims,    new VictimLinks(IndicatorVictim, IndicatorAsset)), "victims",        "{associatedVictimId}",                            "D-DDD", Pages),
        new(Item, "indicator.tasks",         new(Known.Indicators, Known.Tasks,      Links.Plain(IndicatorTask.From)),                  "tasks",          "{taskId}",                                        "C-CCC", Clients),
    ];

    public static IReadOnlyList<Route> All { get; } =
    [
        Get("/v2/indicators",                          "indicators.list",            Documented, Pages, call => Items.List(call, Known.Indicators)),
        Get("/v2/indicators/deleted",         "indicators.deleted",         Documented, Pages, IndicatorLists.Deleted),
        Get("/v2/indicators/{type}/deleted",  "indicators.deleted-of-type", Reference,  Pages, IndicatorLists.DeletedOfType),
        Get("/v2/indicators/observed",        "indicators.observed",        Documented, Pages, IndicatorLists.Observed),
        Get("/v2/indicators/{type}",                   "indicators.list-of-type",    Documented, Pages, call => Items.ListOfType(call, Known.Indicators)),
        Post("/v2/indicators/{type}",         "indicators.create",          Documented, Pages, IndicatorWrites.Create),
        Get(Item,                                      "indicator.get",              Documented, Pages, call => Items.Get(call, Known.Indicators)),
        Put(Item,                             "indicator.update",           Documented, Pages, IndicatorWrites.Update),
        Delete(Item,                          "indicator.delete",           Documented, Pages, IndicatorWrites.Delete),

        Get(Associated,                              "indicator.associated.list",         Documented, JoinPages, Joins.Read(Associations.List, action: false)),
        Get($"{Associated}{{targetType}}",             "indicator.associated.list-of-type", Documented, JoinPages, Joins.Read(Associations.ListOfType, action: false)),
        Get($"{Associated}{{targetType}}/{{targetId}}",    "indicator.associated.get",          Documented, JoinPages, Joins.Read(Associations.Get, action: false)),
        Post($"{Associated}{{targetType}}/{{targetId}}",   "indicator.associated.add",          Documented, JoinPages, Joins.Write(Associations.Add, action: false)),
        Delete($"{Associated}{{targetType}}/{{targetId}}", "indicator.associated.remove",       Documented, JoinPages, Joins.Write(Associations.Remove, action: false)),

        .. AttributeRoutes.Of(Item, "indicator", Known.Indicators),
        Get($"{Item}/falsePositive",          "indicator.false-positive.get",    Documented, "threatconnect-java AbstractIndicatorReaderAdapter", Sighted.FalsePositives),
        Post($"{Item}/falsePositive",         "indicator.false-positive.report", Documented, Pages, Sighted.ReportFalsePositive),
        .. Cells.SelectMany(cell => cell.Expand()),
        Get($"{Item}/observations",           "indicator.observations.list",     Documented, Pages, Sighted.Observations),
        Post($"{Item}/observations",          "indicator.observations.report",   Documented, Pages, Sighted.Observe),
        Get($"{Item}/observationCount",       "indicator.observation-count",     Documented, Pages, Sighted.ObservationCount),
        Get($"{Item}/owners",                 "indicator.owners",                Documented, Pages, IndicatorLists.Owners),

        Get(Occurrences,                               "file.occurrences.list",  Documented, Pages, FileOccurrences.List),
        Post(Occurrences,                              "file.occurrences.create", Documented, Pages, FileOccurrences.Create),
        Get($"{Occurrences}/{{fileOccurrenceId}}",       "file.occurrence.get",    Documented, Pages, FileOccurrences.Get),
        Put($"{Occurrences}/{{fileOccurrenceId}}",       "file.occurrence.update", Documented, Pages, FileOccurrences.Update),
        Delete($"{Occurrences}/{{fileOccurrenceId}}",    "file.occurrence.delete", Documented, Pages, FileOccurrences.Delete),

        Get("/v2/indicators/hosts/{indicator}/dnsResolutions",     "host.resolutions",    Reference, Pages, Resolutions.OfHost),
        Get("/v2/indicators/addresses/{indicator}/dnsResolutions", "address.resolutions", Reference, Pages, Resolutions.OfAddress),
        // The client asks in the singular, a slip of its own.
        Get("/v2/indicators/hosts/{indicator}/dnsResolution",      "host.resolution",     Client, "tcex", Resolutions.OfHost),
        Get("/v2/indicators/addresses/{indicator}/dnsResolution",  "address.resolution",  Client, "tcex", Resolutions.OfAddress),

        Get(Actions,                                "file.actions.list",         Reference, JoinPages, Joins.Read(Associations.List, action: true)),
        Get($"{Actions}/{{targetType}}",              "file.actions.list-of-type", Client,    "tcex", Joins.Read(Associations.ListOfType, action: true)),
        Post($"{Actions}/{{targetType}}/{{targetId}}",    "file.actions.add",          Reference, JoinPages, Joins.Write(Associations.Add, action: true)),
        Delete($"{Actions}/{{targetType}}/{{targetId}}",  "file.actions.remove",       Client,    "tcex test_file_interface.py", Joins.Write(Associations.Remove, action: true)),

        // To ask for a report, or whether it is there, moves it on.
        new("GET", "/v2/indicators/bulk/",         "bulk.status",   Documented, "v2/indicators/bulk_download.rst") { Change = Bulk.Status },
        new("GET", "/v2/indicators/bulk/{format}", "bulk.download", Documented, "v2/indicators/bulk_download.rst") { Change = Bulk.Download },
    ];
}
