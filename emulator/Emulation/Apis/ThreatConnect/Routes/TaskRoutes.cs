using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class TaskRoutes
{
    private const string Item = "/v2/tasks/{id}";
    private const string Pages = "v2/tasks/*.rst";
    private const string People = "document 004; tcex test_task_interface.py; threatconnect-java TaskWriterAdapter, TaskReaderAdapter";

    private static AssociationRows[] AssociationTable { get; } =
    [
        new(Item, "task.groups",     ItemKinds.Tasks, ItemKinds.Groups,     Links.Plain(GroupTask.To),              "groups",         "{associatedGroupType}/{associatedGroupId}",       "DDDDD", Pages),
        new(Item, "task.indicators", ItemKinds.Tasks, ItemKinds.Indicators, Links.Plain(IndicatorTask.To),          "indicators",     "{associatedIndicatorType}/{associatedIndicator}", "DDCRR", Pages),
        new(Item, "task.labels",     ItemKinds.Tasks, ItemKinds.Labels,     Links.Plain(LabelTask.To),              "securityLabels", "{securityLabelName}",                             "R-CRR", Pages),
        new(Item, "task.tags",       ItemKinds.Tasks, ItemKinds.Tags,       Links.Plain(TagTask.To),                "tags",           "{tagName}",                                       "D-DDD", Pages) { Add = TagWrites.AddToItem },
        new(Item, "task.tasks",      ItemKinds.Tasks, ItemKinds.Tasks,      Links.Plain(TaskTask.From),             "tasks",          "{associatedTaskId}",                              "D-DDD", "document 004"),
        new(Item, "task.victims",    ItemKinds.Tasks, ItemKinds.Victims,    new VictimLinks(TaskVictim, TaskAsset), "victims",        "{victimId}",                                      "R-RRR", Pages),
        new(Item, "task.assets",     ItemKinds.Tasks, ItemKinds.Assets,     new AssetLinks(TaskVictim, TaskAsset),  "victimAssets",   "{victimAssetType}/{assetId}",                     "RRR-R", Pages),
    ];

    // v2/tasks/retrieve.rst prints /v2/tasks/12345/incidents for groups of the type incident.
    private static readonly Association s_incidents = new(
        ItemKinds.Tasks, ItemPath.Of(Item), ItemKinds.Groups, new ItemPath(null, "incidentId") { FixedType = GroupType.Incident }, Links.Plain(GroupTask.To));

    public static IReadOnlyList<Route> All(ThreatConnectContext context) =>
    [
        Get("/v2/tasks",           "tasks.list",   Documented, Pages, call => Items.List(call, context, ItemKinds.Tasks)),
        Post("/v2/tasks",          "tasks.create", Documented, Pages, call => TaskWrites.Create(call, context)),
        Get(Item,                  "task.get",     Documented, Pages, call => Items.Get(call, context, ItemKinds.Tasks)),
        Put(Item,                  "task.update",  Documented, Pages, call => TaskWrites.Update(call, context)),
        Delete(Item,               "task.delete",  Documented, Pages, call => Deletions.Delete(call, ItemKinds.Tasks)),
        .. AttributeRoutes.Of(context, Item, "task", ItemKinds.Tasks),
        .. PeopleRoutes("assignees", "assigneeId", TaskAssignee),
        .. PeopleRoutes("escalatees", "escalateeId", TaskEscalatee),
        .. AssociationTable.SelectMany(rows => rows.Expand(context)),
        Get($"{Item}/incidents",                "task.incidents.list", Reference, Pages, call => Associations.ListOfType(call, context, s_incidents)),
        Get($"{Item}/incidents/{{incidentId}}", "task.incidents.get",  Reference, Pages, call => Associations.Get(call, context, s_incidents)),
    ];

    /// <summary>One path parameter with two documented names: a user name, or an id.</summary>
    private static IEnumerable<Route> PeopleRoutes(string segment, string id, Relation relation)
    {
        yield return Get($"{Item}/{segment}", $"task.{segment}.list", Documented, People, call => TaskPeople.List(call, relation));
        foreach (var parameter in new[] { id, "userName" })
        {
            var one = $"{Item}/{segment}/{{{parameter}}}";
            yield return Get(one, $"task.{segment}.get", Documented, People, call => TaskPeople.Get(call, relation, parameter));
            yield return Post(one, $"task.{segment}.add", Documented, People, call => TaskPeople.Add(call, relation, parameter));
            yield return Delete(one, $"task.{segment}.remove", Documented, People, call => TaskPeople.Remove(call, relation, parameter));
        }
    }
}
