using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>Security labels and tags, and the items that have them.</summary>
static class PivotRoutes
{
    private const string Label = "/v2/securityLabels/{securityLabelName}";
    private const string Tag = "/v2/tags/{tagName}";
    private const string LabelPages = "v2/security_labels/*.rst; rest_api_docs.rst of 2017";
    private const string TagPages = "v2/tags/*.rst; rest_api_docs.rst of 2017";

    private static AssociationRows[] LabelAssociations { get; } =
    [
        new(Label, "label.groups",     ItemKinds.Labels, ItemKinds.Groups,     Links.Plain(LabelGroup.From),     "groups",     "{groupType}/{groupId}",       "DDDDD", LabelPages),
        new(Label, "label.indicators", ItemKinds.Labels, ItemKinds.Indicators, Links.Plain(LabelIndicator.From), "indicators", "{indicatorType}/{indicator}", "DDDDD", LabelPages),
        new(Label, "label.tasks",      ItemKinds.Labels, ItemKinds.Tasks,      Links.Plain(LabelTask.From),      "tasks",      "{taskId}",                    "D-DDD", LabelPages),
        new(Label, "label.victims",    ItemKinds.Labels, ItemKinds.Victims,    Links.Plain(LabelVictim.From),    "victims",    "{victimId}",                  "D-DDD", LabelPages),
    ];

    private static AssociationRows[] TagAssociations { get; } =
    [
        new(Tag, "tag.groups",     ItemKinds.Tags, ItemKinds.Groups,     Links.Plain(TagGroup.From),     "groups",     "{associatedGroupType}/{associatedGroupId}",       "DDDDD", TagPages) { Add = TagWrites.AddFromTag },
        new(Tag, "tag.indicators", ItemKinds.Tags, ItemKinds.Indicators, Links.Plain(TagIndicator.From), "indicators", "{associatedIndicatorType}/{associatedIndicator}", "DDCCR", TagPages) { Add = TagWrites.AddFromTag },
        new(Tag, "tag.tasks",      ItemKinds.Tags, ItemKinds.Tasks,      Links.Plain(TagTask.From),      "tasks",      "{associatedTaskId}",                              "D-DDD", TagPages) { Add = TagWrites.AddFromTag },
        new(Tag, "tag.victims",    ItemKinds.Tags, ItemKinds.Victims,    Links.Plain(TagVictim.From),    "victims",    "{associatedVictimId}",                            "D-DDD", TagPages) { Add = TagWrites.AddFromTag },
    ];

    public static IReadOnlyList<Route> All(ThreatConnectContext context) =>
    [
        Get("/v2/securityLabels",  "labels.list",   Documented, LabelPages, call => Items.List(call, context, ItemKinds.Labels)),
        Post("/v2/securityLabels", "labels.create", Documented, "tcex; threatconnect-java SecurityLabelWriterAdapter", call => LabelWrites.Create(call, context)),
        Get(Label,                 "label.get",     Documented, LabelPages, call => Items.Get(call, context, ItemKinds.Labels)),
        Put(Label,                 "label.update",  Documented, "tcex; threatconnect-java SecurityLabelWriterAdapter", call => LabelWrites.Update(call, context)),
        Delete(Label,              "label.delete",  Documented, LabelPages, LabelWrites.Delete),
        .. LabelAssociations.SelectMany(rows => rows.Expand(context)),

        Get("/v2/tags",            "tags.list",     Documented, TagPages, call => TagWrites.List(call, context)),
        Post("/v2/tags",           "tags.create",   Documented, TagPages, call => TagWrites.Create(call, context)),
        Get(Tag,                   "tag.get",       Documented, TagPages, call => Items.Get(call, context, ItemKinds.Tags)),
        Put(Tag,                   "tag.update",    Documented, TagPages, call => TagWrites.Update(call, context)),
        Delete(Tag,                "tag.delete",    Documented, TagPages, call => Deletions.Delete(call, ItemKinds.Tags)),
        .. TagAssociations.SelectMany(rows => rows.Expand(context)),
    ];
}
