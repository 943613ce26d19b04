using System.Text.Json;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Creates and updates tasks.</summary>
static class TaskWrites
{
    private const int MaxNameLength = 100;

    public static Change Create(Call call, ThreatConnectContext context)
    {
        if (!Scope.Of(call).Is(out var owner, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var name = body.Text("name", ItemKinds.Tasks.Noun, 1, MaxNameLength, required: true);
        var graph = call.Graph.TakeId(WorkflowTask.NodeKind, out var id);
        var task = Apply(body, new WorkflowTask { Id = id, Owner = owner.Id, Name = name ?? "", Added = call.Now.ToUnixTimeSeconds() });
        var rest = Rest.Read(call, body);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        graph = rest.Put(graph.Add(task), task);
        return Writes.Save(call, owner.Id, graph, Items.Show(call, context, 201, ItemKinds.Tasks, task, graph));
    }

    public static Change Update(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Tasks.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var old = (WorkflowTask)node;
        var name = body.Text("name", ItemKinds.Tasks.Noun, 1, MaxNameLength) ?? old.Name;
        var task = Apply(body, old with { Name = name, Modified = call.Now.ToUnixTimeSeconds() });
        var rest = Rest.Read(call, body);
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        var graph = rest.Put(call.Graph.Replace(old, task), task);
        return Writes.Save(call, task.Owner, graph, Items.Show(call, context, 200, ItemKinds.Tasks, task, graph));
    }

    private static WorkflowTask Apply(Fields body, WorkflowTask task) => task with
    {
        Status = body.OneOf("status", ItemKinds.Tasks.Noun, WorkflowTask.Statuses) ?? task.Status,
        Escalated = body.Flag("escalated") ?? task.Escalated,
        Reminded = body.Flag("reminded") ?? task.Reminded,
        Due = body.Date("dueDate") ?? task.Due,
        Reminder = body.Date("reminderDate") ?? task.Reminder,
        Escalation = body.Date("escalationDate") ?? task.Escalation,
    };

    /// <summary>
    /// The parts of a body that are not members of the task: its people, and the description, which becomes an attribute.
    /// </summary>
    private sealed record Rest(long Now, IReadOnlyList<User>? Assignees, IReadOnlyList<User>? Escalatees, string? Description)
    {
        public static Rest Read(Call call, Fields body) =>
            new(call.Now.ToUnixTimeSeconds(), People(call, body, "assignee"), People(call, body, "escalatee"), body.Text("description"));

        public Graph Put(Graph graph, WorkflowTask task)
        {
            graph = Put(graph, task, TaskAssignee, Assignees);
            graph = Put(graph, task, TaskEscalatee, Escalatees);
            return string.IsNullOrEmpty(Description)
                ? graph
                : DisplayedAttribute.Set(graph, task, AttributeType.DescriptionName, Description, Now);
        }

        private static Graph Put(Graph graph, WorkflowTask task, Relation relation, IReadOnlyList<User>? people)
        {
            if (people is null) return graph;
            var without = graph.Linked(task, relation.From).All().ToArray()
                .Aggregate(graph, (next, user) => next.Unlink(task, relation, user));
            return people.Aggregate(without, (next, user) => next.Link(task, relation, user));
        }
    }

    /// <summary>
    /// Reads users in the forms of the pages and clients: one or several of {"userName": "a"}, {"userName": ["a", "b"]}, "a".
    /// </summary>
    private static List<User>? People(Call call, Fields body, string member)
    {
        if (body.Member(member) is not { } written) return null;
        var people = new List<User>();
        foreach (var name in NamesIn(written))
        {
            var user = name is null ? null : call.Graph.Find<User, TextKey>(User.ByName, new TextKey(0, name));
            if (user is null) body.Refuse(Envelope.Fail(400, Texts.Valid(member), $"there is no user \"{name}\""));
            else people.Add(user);
        }
        return people;
    }

    private static IEnumerable<string?> NamesIn(JsonElement written) => written.ValueKind switch
    {
        JsonValueKind.String => [written.GetString()],
        JsonValueKind.Number => [written.GetRawText()],
        JsonValueKind.Array => written.EnumerateArray().SelectMany(NamesIn),
        JsonValueKind.Object when written.TryGetProperty("userName", out var name) => NamesIn(name),
        _ => [null],
    };
}
