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
    private const string Joins = "v2/indicators/indicator_to_indicator_assoc.rst";

    private static Cell[] Cells { get; } =
    [
        new(Item, "indicator.groups",        new(Known.Indicators, Known.Groups,     Links.Plain(GroupIndicator.To)),                   "groups",         "{associatedGroupType}/{associatedGroupId}",       "DDDDD", Pages),
        new(Item, "indicator.indicators",    new(Known.Indicators, Known.Indicators, new IndicatorLinks()),                             "indicators",     "{associatedIndicatorType}/{associatedIndicator}", "DDDDD", Pages),
        new(Item, "indicator.labels",        new(Known.Indicators, Known.Labels,     Links.Plain(LabelIndicator.To)),                   "securityLabels", "{securityLabelName}",                             "D-DDD", Pages),
        new(Item, "indicator.tags",          new(Known.Indicators, Known.Tags,       Links.Plain(TagIndicator.To)),                     "tags",           "{tagName}",                                       "D-DDD", Pages),
        new(Item, "indicator.victim-assets", new(Known.Indicators, Known.Assets,     new AssetLinks(IndicatorVictim, IndicatorAsset)),  "victimAssets",   "{victimAssetType}/{assetId}",                     "DDDDD", Pages),
        new(Item, "indicator.victims",       new(Known.Indicators, Known.Victims,    new VictimLinks(IndicatorVictim, IndicatorAsset)), "victims",        "{associatedVictimId}",                            "D-DDD", Pages),
        new(Item, "indicator.tasks",         new(Known.Indicators, Known.Tasks,      Links.Plain(IndicatorTask.From)),                  "tasks",          "{taskId}",                                        "C-CCC", Clients),
    ];

    public static IReadOnlyList<Route> All { get; } =
    [
        Get("/v2/indicators",                          "indicators.list",            Documented, Pages, call => Items.List(call, Known.Indicators)),
        Later("GET", "/v2/indicators/deleted",         "indicators.deleted",         Documented, Pages),
        Later("GET", "/v2/indicators/{type}/deleted",  "indicators.deleted-of-type", Reference,  Pages),
        Later("GET", "/v2/indicators/observed",        "indicators.observed",        Documented, Pages),
        Get("/v2/indicators/{type}",                   "indicators.list-of-type",    Documented, Pages, call => Items.ListOfType(call, Known.Indicators)),
        Later("POST", "/v2/indicators/{type}",         "indicators.create",          Documented, Pages),
        Get(Item,                                      "indicator.get",              Documented, Pages, call => Items.Get(call, Known.Indicators)),
        Later("PUT", Item,                             "indicator.update",           Documented, Pages),
        Later("DELETE", Item,                          "indicator.delete",           Documented, Pages),

        Later("GET", Associated,                              "indicator.associated.list",         Documented, Joins),
        Later("GET", $"{Associated}{{targetType}}",             "indicator.associated.list-of-type", Documented, Joins),
        Later("GET", $"{Associated}{{targetType}}/{{targetId}}",    "indicator.associated.get",          Documented, Joins),
        Later("POST", $"{Associated}{{targetType}}/{{targetId}}",   "indicator.associated.add",          Documented, Joins),
        Later("DELETE", $"{Associated}{{targetType}}/{{targetId}}", "indicator.associated.remove",       Documented, Joins),

        .. AttributeRoutes.Of(Item, "indicator"),
        Later("GET", $"{Item}/falsePositive",          "indicator.false-positive.get",    Documented, "threatconnect-java AbstractIndicatorReaderAdapter"),
        Later("POST", $"{Item}/falsePositive",         "indicator.false-positive.report", Documented, Pages),
        .. Cells.SelectMany(cell => cell.Expand()),
        Later("GET", $"{Item}/observations",           "indicator.observations.list",     Documented, Pages),
        Later("POST", $"{Item}/observations",          "indicator.observations.report",   Documented, Pages),
        Later("GET", $"{Item}/observationCount",       "indicator.observation-count",     Documented, Pages),
        Later("GET", $"{Item}/owners",                 "indicator.owners",                Documented, Pages),

        Later("GET", Occurrences,                               "file.occurrences.list",  Documented, Pages),
        Later("POST", Occurrences,                              "file.occurrences.create", Documented, Pages),
        Later("GET", $"{Occurrences}/{{fileOccurrenceId}}",       "file.occurrence.get",    Documented, Pages),
        Later("PUT", $"{Occurrences}/{{fileOccurrenceId}}",       "file.occurrence.update", Documented, Pages),
        Later("DELETE", $"{Occurrences}/{{fileOccurrenceId}}",    "file.occurrence.delete", Documented, Pages),

        Later("GET", "/v2/indicators/hosts/{indicator}/dnsResolutions",     "host.resolutions",    Reference, Pages),
        Later("GET", "/v2/indicators/addresses/{indicator}/dnsResolutions", "address.resolutions", Reference, Pages),

        Later("GET", Actions,                                "file.actions.list",         Reference, Joins),
        Later("GET", $"{Actions}/{{targetType}}",              "file.actions.list-of-type", Client,    "tcex"),
        Later("POST", $"{Actions}/{{targetType}}/{{targetId}}",    "file.actions.add",          Reference, Joins),
        Later("DELETE", $"{Actions}/{{targetType}}/{{targetId}}",  "file.actions.remove",       Client,    "tcex test_file_interface.py"),

        // To ask for a report, or whether it is there, moves it on.
        new("GET", "/v2/indicators/bulk/",         "bulk.status",   Documented, "v2/indicators/bulk_download.rst") { Write = Bulk.Status },
        new("GET", "/v2/indicators/bulk/{format}", "bulk.download", Documented, "v2/indicators/bulk_download.rst") { Write = Bulk.Download },
    ];
}
