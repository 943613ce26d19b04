using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Seeding.Export;

/// <summary>Groups, indicators, tasks and victims with what belongs to each alone and with their links.</summary>
sealed class ItemRows
{
    private readonly Graph _graph;
    private readonly OwnerNames _names;
    private readonly ItemLinks _links;

    private ItemRows(Graph graph)
    {
        _graph = graph;
        _names = new OwnerNames(graph);
        _links = new ItemLinks(graph);
    }

    public static IEnumerable<Section> Sections(Graph graph)
    {
        var rows = new ItemRows(graph);
        var indicators = new IndicatorRows(graph, rows._names);
        return
        [
            Section.Of("victims", graph.All(Victim.ById).All().Cast<Victim>(), rows.Write),
            Section.Of("groups", graph.All(Group.ById).All().Cast<Group>(), rows.Write),
            Section.Of("contents", ContentRows.Of(graph), ContentRows.Write),
            Section.Of("indicators", graph.All(Indicator.ById).All().Cast<Indicator>(), (pen, item) =>
            {
                indicators.WriteOwn(pen, item);
                rows.WriteRest(pen, item, item.Id);
                indicators.WriteParts(pen, item);
            }),
            Section.Of("tasks", graph.All(WorkflowTask.ById).All().Cast<WorkflowTask>(), rows.Write),
            Section.Of("deletedIndicators", Section.InOrder<DeletedIndicator>(graph, DeletedIndicator.NodeKind), indicators.Write),
        ];
    }

    private void Write(RowPen pen, Victim victim)
    {
        pen.Number("id", victim.Id);
        pen.Text("owner", _names[victim.Owner]);
        pen.Text("name", victim.Name);
        pen.Text("description", victim.Description);
        pen.Text("org", victim.Org);
        pen.Text("suborg", victim.Suborg);
        pen.Text("workLocation", victim.WorkLocation);
        pen.Text("nationality", victim.Nationality);
        pen.Rows("assets", _graph.Between(VictimAsset.OfVictim, new IdKey(victim.Key, long.MinValue), new IdKey(victim.Key, long.MaxValue)).All().Cast<VictimAsset>(), asset =>
        {
            pen.Number("id", asset.Id);
            pen.Text("type", asset.Type.Branch);
            pen.Text("value", asset.Main);
            pen.Text("detail", asset.Detail);
        });
        WriteRest(pen, victim, victim.Id);
    }

    private void Write(RowPen pen, Group group)
    {
        pen.Number("id", group.Id);
        pen.Text("owner", _names[group.Owner]);
        pen.Text("type", group.Type.Name);
        pen.Text("name", group.Name);
        pen.Moment("dateAdded", group.Added);
        pen.Moment("lastModified", group.Modified, otherwise: group.Added);
        pen.Text("createdBy", group.CreatedBy);
        pen.Text("xid", group.Xid);
        WriteDetails(pen, group);
        if (group.Type == GroupType.Adversary)
        {
            pen.Rows("assets", _graph.Between(AdversaryAsset.OfAdversary, new IdKey(group.Key, long.MinValue), new IdKey(group.Key, long.MaxValue)).All().Cast<AdversaryAsset>(), asset =>
            {
                pen.Number("id", asset.Id);
                pen.Text("type", asset.Type.Branch);
                pen.Text("value", asset.Value);
            });
        }
        WriteRest(pen, group, group.Id);
    }

    private static void WriteDetails(RowPen pen, Group group)
    {
        switch (group.Details)
        {
            case null:
                return;
            case CampaignDetails campaign:
                pen.Moment("firstSeen", campaign.FirstSeen);
                return;
            case EventDetails happened:
                pen.Moment("eventDate", happened.EventDate, otherwise: group.Added);
                pen.Text("status", happened.Status);
                return;
            case SignatureDetails signature:
                pen.Text("fileName", signature.FileName, otherwise: "");
                pen.Text("fileType", signature.FileType);
                pen.Text("fileText", signature.FileText, otherwise: "");
                return;
            case EmailDetails email:
                pen.Text("to", email.To);
                pen.Text("from", email.From);
                pen.Text("subject", email.Subject, otherwise: "");
                pen.Text("header", email.Header, otherwise: "");
                pen.Text("body", email.Body, otherwise: "");
                pen.Number("score", email.Score, otherwise: 0);
                return;
            case FileDetails file:
                pen.Text("fileName", file.FileName, otherwise: "");
                pen.Number("fileSize", file.FileSize);
                pen.Text("status", file.Status);
                pen.Flag("malware", file.Malware);
                pen.Text("password", file.Password);
                pen.Moment("publishDate", file.PublishDate);
                if (ContentRows.FitsARow(file)) pen.Base64("content", file.Content);
                return;
            default:
                throw new InvalidOperationException($"Nobody knows how {group.Details.GetType().Name} are written.");
        }
    }

    private void Write(RowPen pen, WorkflowTask task)
    {
        pen.Number("id", task.Id);
        pen.Text("owner", _names[task.Owner]);
        pen.Text("name", task.Name);
        pen.Moment("dateAdded", task.Added);
        pen.Moment("lastModified", task.Modified);
        pen.Text("status", task.Status, otherwise: WorkflowTask.NotStarted);
        pen.Flag("escalated", task.Escalated);
        pen.Flag("reminded", task.Reminded);
        pen.Moment("dueDate", task.Due);
        pen.Moment("reminderDate", task.Reminder);
        pen.Moment("escalationDate", task.Escalation);
        WriteRest(pen, task, task.Id);
    }

    private void WriteRest(RowPen pen, Node item, long id)
    {
        pen.Rows("attributes", _graph.Between(ItemAttribute.OfItem, NewestKey.First(item.Key), NewestKey.Last(item.Key)).All().Cast<ItemAttribute>(), attribute =>
        {
            pen.Number("id", attribute.Id);
            pen.Text("type", attribute.Type);
            pen.Text("value", attribute.Value);
            pen.Text("source", attribute.Source);
            pen.Flag("displayed", attribute.Displayed);
            pen.Moment("dateAdded", attribute.Added);
            pen.Moment("lastModified", attribute.Modified, otherwise: attribute.Added);
            pen.Text("xid", attribute.Xid);
            pen.Some("securityLabels", [.. _graph.Linked(attribute, LabelAttribute.To).All().Cast<SecurityLabel>().Select(label => label.Name).Order(StringComparer.Ordinal)]);
        });
        _links.Write(pen, item, id);
    }
}
