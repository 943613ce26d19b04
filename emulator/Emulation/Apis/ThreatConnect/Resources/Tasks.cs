using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Resources;

sealed class Tasks() : OwnedItems<WorkflowTask>("Task", "task", new(WorkflowTask.ById, WorkflowTask.ByOwner, WorkflowTask.ByName))
{
    private static readonly FilterField[] s_filters =
    [
        FilterField.Text<WorkflowTask>("name", "=^", task => task.Name, FilterIndex.ByName),
        FilterField.Date<WorkflowTask>("dateAdded", task => task.Added),
        FilterField.Text<WorkflowTask>("status", "=!", task => task.Status),
        People("assignee", TaskAssignee),
        People("escalatee", TaskEscalatee),
        FilterField.Bool<WorkflowTask>("overdue", (task, call) => task.IsOverdue(call.Now.ToUnixTimeSeconds())),
        FilterField.Bool<WorkflowTask>("escalated", (task, _) => task.Escalated),
        FilterField.Bool<WorkflowTask>("reminded", (task, _) => task.Reminded),
        FilterField.Date<WorkflowTask>("dueDate", task => task.Due),
    ];

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => s_filters;

    public override int OwnerOf(Graph graph, Node node) => ((WorkflowTask)node).Owner;

    public override void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form) =>
        TaskJson.Write(ref json, context, (WorkflowTask)node, form);

    public override ItemDependency DependsOn(RenderContext context, Node node) =>
        new(context.OwnerOf(((WorkflowTask)node).Owner), ((WorkflowTask)node).IsOverdue(context.Now));

    private static FilterField People(string name, Relation relation) => new(name, "=", (_, value, call) =>
    {
        var user = call.Graph.Find<User, TextKey>(User.ByName, new TextKey(0, value));
        return node => user is not null && call.Graph.IsLinked(node, relation.From, user);
    });
}
