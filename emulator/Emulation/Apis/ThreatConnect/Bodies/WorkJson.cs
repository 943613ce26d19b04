using System.Text.Json;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Bodies;

/// <summary>Tasks, and the people who work on them.</summary>
static class WorkJson
{
    public static void Task(Utf8JsonWriter json, Pen pen, WorkflowTask item, Form form)
    {
        json.WriteStartObject();
        json.WriteNumber(Names.Id, item.Id);
        json.WriteString(Names.Name, item.Name);
        pen.Owner(json, item.Owner, form == Form.Single);
        Pen.Date(json, Names.DateAdded, item.Added);
        Pen.Date(json, Names.LastModified, item.Modified);
        pen.Link("/auth/workflow/task.xhtml?task=").Number(item.Id).EndLink(json);
        PartJson.Included(json, pen, item, TagTask, LabelTask);
        json.WriteString(Names.Status, item.Status);
        json.WriteBoolean(Names.Escalated, item.Escalated);
        json.WriteBoolean(Names.Reminded, item.Reminded);
        json.WriteBoolean(Names.Overdue, item.IsOverdue(pen.Now));
        Pen.Date(json, Names.DueDate, item.Due);
        Pen.Date(json, Names.ReminderDate, item.Reminder);
        Pen.Date(json, Names.EscalationDate, item.Escalation);
        if (form == Form.Single)
        {
            People(json, pen, item, Names.Assignee, TaskAssignee);
            People(json, pen, item, Names.Escalatee, TaskEscalatee);
        }
        json.WriteEndObject();
    }

    public static void User(Utf8JsonWriter json, User user)
    {
        json.WriteStartObject();
        json.WriteString(Names.UserName, user.UserName);
        json.WriteString(Names.FirstName, user.FirstName);
        json.WriteString(Names.LastName, user.LastName);
        json.WriteEndObject();
    }

    /// <summary>The caller as itself.</summary>
    public static void Me(Utf8JsonWriter json, User user)
    {
        json.WriteStartObject();
        json.WriteString(Names.UserName, user.UserName);
        json.WriteString(Names.FirstName, user.FirstName);
        json.WriteString(Names.LastName, user.LastName);
        Pen.Text(json, Names.Pseudonym, user.Pseudonym);
        Pen.Text(json, Names.Role, user.Role);
        json.WriteEndObject();
    }

    private static void People(Utf8JsonWriter json, Pen pen, WorkflowTask item, JsonEncodedText name, Graphs.Relation relation)
    {
        var people = pen.Graph.Linked(item, relation.From);
        if (people.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var user in people.All()) User(json, (User)user);
        json.WriteEndArray();
    }
}

/// <summary>Victims and their assets.</summary>
static class VictimJson
{
    private const string Page = "/auth/victim/victim.xhtml?victim=";

    public static void Victim(Utf8JsonWriter json, Pen pen, Victim item, Form form)
    {
        json.WriteStartObject();
        json.WriteNumber(Names.Id, item.Id);
        json.WriteString(Names.Name, item.Name);
        if (form == Form.Single) Pen.Text(json, Names.Description, item.Description);
        Pen.Text(json, Names.Org, item.Org);
        Pen.Text(json, Names.Suborg, item.Suborg);
        Pen.Text(json, Names.WorkLocation, item.WorkLocation);
        Pen.Text(json, Names.Nationality, item.Nationality);
        pen.Link(Page).Number(item.Id).EndLink(json);
        PartJson.Included(json, pen, item, TagVictim, LabelVictim);
        json.WriteEndObject();
    }

    public static void Asset(Utf8JsonWriter json, Pen pen, VictimAsset item, Form form)
    {
        json.WriteStartObject();
        json.WriteNumber(Names.Id, item.Id);
        if (form == Form.Entry) json.WriteString(Names.Name, item.Main);
        json.WriteString(Names.Type, item.Type.Name);
        pen.Link(Page).Number(((Victim)pen.Graph[item.Victim]).Id).EndLink(json);
        if (form != Form.Entry)
        {
            json.WriteString(item.Type.Main, item.Main);
            if (item.Type.Detail is { } detail && item.Detail is { } second) json.WriteString(detail, second);
        }
        json.WriteEndObject();
    }
}
