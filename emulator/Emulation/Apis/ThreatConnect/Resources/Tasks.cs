using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Tasks: found by id, in the named owner if one is named.</summary>
sealed class Tasks() : Resource("Task", "task", 1)
{
    private static readonly FilterField[] s_filters =
    [
        FilterField.Text<WorkflowTask>("name", "=^", task => task.Name, Served.ByName),
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

    public override Pool OfOwner(Graph graph, Owner owner) => new TaskPool(graph, owner.Id);

    public override Found<Node> Find(Call call, int at, Owner? near = null)
    {
        Owner? owner = null;
        if (Scope.Named(call) is { } named && !named.Is(out owner, out var no)) return no;
        var task = long.TryParse(call[at], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Graph.Find<WorkflowTask, IdKey>(WorkflowTask.ById, new IdKey(0, id)) : null;
        return owner is not null && task?.Owner != owner.Id ? Envelope.Missing : Visible(call, task);
    }

    public override int OwnerOf(Graph graph, Node node) => ((WorkflowTask)node).Owner;

    public override string KeyOf(Node node) => Key(null);

    public override void Write(ref JsonWriter json, Pen pen, Node node, Form form) => WorkJson.Task(ref json, pen, (WorkflowTask)node, form);

    public override Node? Beside(Pen pen, Node node) => pen.OwnerOf(((WorkflowTask)node).Owner);

    public override int Variant(Pen pen, Node node) => ((WorkflowTask)node).IsOverdue(pen.Now) ? 1 : 0;

    private static FilterField People(string name, Relation relation) => new(name, "=", (_, value, call) =>
    {
        var user = call.Graph.Find<User, TextKey>(User.ByName, new TextKey(0, value));
        return node => user is not null && call.Graph.IsLinked(node, relation.From, user);
    });

    private sealed class TaskPool(Graph graph, int owner) : Pool
    {
        public override NodeList All(ItemType? type) => graph.Between(WorkflowTask.ByOwner, new IdKey(owner, long.MinValue), new IdKey(owner, long.MaxValue));

        public override NodeList Named(ItemType? type, string name, bool prefix) => Sorted(WithText(graph, WorkflowTask.ByName, owner, Fold.Case(name), prefix));
    }
}
