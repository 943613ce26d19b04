using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Responses;

static class TaskJson
{
    public static void Write(ref JsonWriter json, RenderContext context, WorkflowTask item, ItemForm form)
    {
        json.StartObject();
        json.Number("id"u8, item.Id);
        json.Text("name"u8, item.Name);
        OwnerJson.WriteOf(ref json, context, item.Owner, form == ItemForm.Single);
        json.Date("dateAdded"u8, item.Added);
        json.Date("lastModified"u8, item.Modified);
        json.StartLink(context, "/auth/workflow/task.xhtml?task="u8);
        json.NumberPart(item.Id);
        json.EndText();
        PartJson.WriteIncluded(ref json, context, item, TagTask, LabelTask);
        json.Text("status"u8, item.Status);
        json.Flag("escalated"u8, item.Escalated);
        json.Flag("reminded"u8, item.Reminded);
        json.Flag("overdue"u8, item.IsOverdue(context.Now));
        json.Date("dueDate"u8, item.Due);
        json.Date("reminderDate"u8, item.Reminder);
        json.Date("escalationDate"u8, item.Escalation);
        if (form == ItemForm.Single)
        {
            WritePeople(ref json, context, item, "assignee"u8, TaskAssignee);
            WritePeople(ref json, context, item, "escalatee"u8, TaskEscalatee);
        }
        json.EndObject();
    }

    private static void WritePeople(ref JsonWriter json, RenderContext context, WorkflowTask item, ReadOnlySpan<byte> name,
        Relation relation)
    {
        var people = context.Graph.Linked(item, relation.From);
        if (people.Count == 0) return;
        json.StartArray(name);
        foreach (var user in people.All()) UserJson.Write(ref json, (User)user);
        json.EndArray();
    }
}
