using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

static class TaskMapping
{
    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("tasks");
        foreach (var row in at.Each(read.File.Tasks))
        {
            var task = read.Graph.Add(ToNode(read, row, at));
            read.Tasks.Add(task.Id, task);
            ItemMapping.AddParts(read, task, task.Owner, row, ThreatConnectRelations.TagTask, ThreatConnectRelations.LabelTask, at);
            foreach (var name in row.Assignees.Distinct(StringComparer.Ordinal))
                read.Graph.Link(task, ThreatConnectRelations.TaskAssignee, read.Accounts.User(name, at));
            foreach (var name in row.Escalatees.Distinct(StringComparer.Ordinal))
                read.Graph.Link(task, ThreatConnectRelations.TaskEscalatee, read.Accounts.User(name, at));
        }
    }

    public static TaskRow ToRow(WorkflowTask task, ThreatConnectWriter write)
    {
        var links = write.LinksOf(task, task.Id);
        var row = OwnRow(task, write);
        (row.Assignees, row.Escalatees) = (links.Assignees, links.Escalatees);
        return ItemMapping.WithParts(row, task, links, write);
    }

    /// <summary>The task's own fields, without its parts and links.</summary>
    public static TaskRow OwnRow(WorkflowTask task, ThreatConnectWriter write) => new()
    {
        Id = task.Id,
        Owner = write.OwnerName(task.Owner),
        Name = task.Name,
        DateAdded = Moments.Of(task.Added),
        LastModified = Moments.Of(task.Modified),
        Status = task.Status,
        Escalated = task.Escalated,
        Reminded = task.Reminded,
        DueDate = Moments.Of(task.Due),
        ReminderDate = Moments.Of(task.Reminder),
        EscalationDate = Moments.Of(task.Escalation),
    };

    public static WorkflowTask ToNode(ThreatConnectReader read, TaskRow row, RowPlace at)
    {
        if (row.Name.Length == 0) throw at.Error("has no name");
        var owner = read.Accounts.Owner(row.Owner, at);
        return new WorkflowTask
        {
            Id = read.Ids.Take(WorkflowTask.NodeKind, row.Id, at),
            Owner = owner.Id,
            Name = row.Name,
            Added = read.SecondsOrStart(row.DateAdded),
            Modified = Moments.Seconds(row.LastModified),
            Status = Bounds.Word(at, "status", row.Status, WorkflowTask.Statuses),
            Escalated = row.Escalated,
            Reminded = row.Reminded,
            Due = Moments.Seconds(row.DueDate),
            Reminder = Moments.Seconds(row.ReminderDate),
            Escalation = Moments.Seconds(row.EscalationDate),
        };
    }
}
