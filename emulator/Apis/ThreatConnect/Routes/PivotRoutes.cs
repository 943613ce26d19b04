using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>Security labels and tags, and the items that carry them.</summary>
static class PivotRoutes
{
    private const string Label = "/v2/securityLabels/{securityLabelName}";
    private const string Tag = "/v2/tags/{tagName}";
    private const string LabelPages = "v2/security_labels/*.rst; rest_api_docs.rst of 2017";
    private const string TagPages = "v2/tags/*.rst; rest_api_docs.rst of 2017";

    private static Cell[] LabelCells { get; } =
    [
        new(Label, "label.groups",     new(Known.Labels, Known.Groups,     Links.Plain(LabelGroup.From)),     "groups",     "{groupType}/{groupId}",       "DDDDD", LabelPages),
        new(Label, "label.indicators", new(Known.Labels, Known.Indicators, Links.Plain(LabelIndicator.From)), "indicators", "{indicatorType}/{indicator}", "DDDDD", LabelPages),
        new(Label, "label.tasks",      new(Known.Labels, Known.Tasks,      Links.Plain(LabelTask.From)),      "tasks",      "{taskId}",                    "D-DDD", LabelPages),
        new(Label, "label.victims",    new(Known.Labels, Known.Victims,    Links.Plain(LabelVictim.From)),    "victims",    "{victimId}",                  "D-DDD", LabelPages),
    ];

    private static Cell[] TagCells { get; } =
    [
        new(Tag, "tag.groups",     new(Known.Tags, Known.Groups,     Links.Plain(TagGroup.From)),     "groups",     "{associatedGroupType}/{associatedGroupId}",       "DDDDD", TagPages),
        new(Tag, "tag.indicators", new(Known.Tags, Known.Indicators, Links.Plain(TagIndicator.From)), "indicators", "{associatedIndicatorType}/{associatedIndicator}", "DDCCR", TagPages),
        new(Tag, "tag.tasks",      new(Known.Tags, Known.Tasks,      Links.Plain(TagTask.From)),      "tasks",      "{associatedTaskId}",                              "D-DDD", TagPages),
        new(Tag, "tag.victims",    new(Known.Tags, Known.Victims,    Links.Plain(TagVictim.From)),    "victims",    "{associatedVictimId}",                            "D-DDD", TagPages),
    ];

    public static IReadOnlyList<Route> All { get; } =
    [
        Later("GET", "/v2/securityLabels",  "labels.list",   Documented, LabelPages),
        Later("POST", "/v2/securityLabels", "labels.create", Documented, "tcex; threatconnect-java SecurityLabelWriterAdapter"),
        Later("GET", Label,                 "label.get",     Documented, LabelPages),
        Later("PUT", Label,                 "label.update",  Documented, "tcex; threatconnect-java SecurityLabelWriterAdapter"),
        Later("DELETE", Label,              "label.delete",  Documented, LabelPages),
        .. LabelCells.SelectMany(cell => cell.Expand()),

        Later("GET", "/v2/tags",            "tags.list",     Documented, TagPages),
        Later("POST", "/v2/tags",           "tags.create",   Documented, TagPages),
        Later("GET", Tag,                   "tag.get",       Documented, TagPages),
        Later("PUT", Tag,                   "tag.update",    Documented, TagPages),
        Later("DELETE", Tag,                "tag.delete",    Documented, TagPages),
        .. TagCells.SelectMany(cell => cell.Expand()),
    ];
}
