using System.Text.Json;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Bodies;

/// <summary>Tasks, and the people who work on them.</summary>
static class WorkJson
{
    public static void Task(ref JsonWriter json, Pen pen, WorkflowTask item, Form form)
    {
        json.StartObject();
        json.Number("id"u8, item.Id);
        json.Text("name"u8, item.Name);
        pen.Owner(ref json, item.Owner, form == Form.Single);
        json.Date("dateAdded"u8, item.Added);
        json.Date("lastModified"u8, item.Modified);
        pen.Link("/auth/workflow/task.xhtml?task=").Number(item.Id).EndLink(ref json);
        PartJson.Included(ref json, pen, item, TagTask, LabelTask);
        json.Text("status"u8, item.Status);
        json.Flag("escalated"u8, item.Escalated);
        json.Flag("reminded"u8, item.Reminded);
        json.Flag("overdue"u8, item.IsOverdue(pen.Now));
        json.Date("dueDate"u8, item.Due);
        json.Date("reminderDate"u8, item.Reminder);
        json.Date("escalationDate"u8, item.Escalation);
        if (form == Form.Single)
        {
            People(ref json, pen, item, "assignee"u8, TaskAssignee);
            People(ref json, pen, item, "escalatee"u8, TaskEscalatee);
        }
        json.EndObject();
    }

    public static void User(ref JsonWriter json, User user)
    {
        json.StartObject();
        json.Text("userName"u8, user.UserName);
        json.Text("firstName"u8, user.FirstName);
        json.Text("lastName"u8, user.LastName);
        json.EndObject();
    }

    /// <summary>The caller as itself.</summary>
    public static void Me(ref JsonWriter json, User user)
    {
        json.StartObject();
        json.Text("userName"u8, user.UserName);
        json.Text("firstName"u8, user.FirstName);
        json.Text("lastName"u8, user.LastName);
        json.OptionalText("pseudonym"u8, user.Pseudonym);
        json.OptionalText("role"u8, user.Role);
        json.EndObject();
    }

    private static void People(ref JsonWriter json, Pen pen, WorkflowTask item, JsonEncodedText name, Graphs.Relation relation)
    {
        var people = pen.Graph.Linked(item, relation.From);
        if (people.Count == 0) return;
        json.StartArray(name);
        foreach (var user in people.All()) User(ref json, (User)user);
        json.EndArray();
    }
}

/// <summary>Victims and their assets.</summary>
static class VictimJson
{
    private const string Page = "/auth/victim/victim.xhtml?victim=";

    public static void Victim(ref JsonWriter json, Pen pen, Victim item, Form form)
    {
        json.StartObject();
        json.Number("id"u8, item.Id);
        json.Text("name"u8, item.Name);
        if (form == Form.Single) json.OptionalText("description"u8, item.Description);
        json.OptionalText("org"u8, item.Org);
        json.OptionalText("suborg"u8, item.Suborg);
        json.OptionalText("workLocation"u8, item.WorkLocation);
        json.OptionalText("nationality"u8, item.Nationality);
        pen.Link(Page).Number(item.Id).EndLink(ref json);
        PartJson.Included(ref json, pen, item, TagVictim, LabelVictim);
        json.EndObject();
    }

    public static void Asset(ref JsonWriter json, Pen pen, VictimAsset item, Form form)
    {
        json.StartObject();
        json.Number("id"u8, item.Id);
        if (form == Form.Entry) json.Text("name"u8, item.Main);
        json.Text("type"u8, item.Type.Name);
        pen.Link(Page).Number(((Victim)pen.Graph[item.Victim]).Id).EndLink(ref json);
        if (form != Form.Entry)
        {
            json.Text(item.Type.Main, item.Main);
            if (item.Type.Detail is { } detail && item.Detail is { } second) json.Text(detail, second);
        }
        json.EndObject();
    }
}
