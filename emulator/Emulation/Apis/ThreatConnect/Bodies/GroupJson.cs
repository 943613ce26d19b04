using System.Text.Json;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Bodies;

static class GroupJson
{
    public static void Write(Utf8JsonWriter json, Pen pen, Group item, Form form)
    {
        var detailed = form == Form.Single || pen.Includes.Any;
        if (form == Form.Entry && !detailed)
        {
            Plain(pen, item).End(json);
            return;
        }
        json.WriteStartObject();
        json.WriteNumber(Names.Id, item.Id);
        json.WriteString(Names.Name, item.Name);
        if (form == Form.Entry) json.WriteString(Names.Type, item.Type.Name);
        pen.Owner(json, item.Owner, detailed);
        if (pen.Includes.Additional) Pen.Text(json, Names.CreatedBy, item.CreatedBy);
        Pen.Date(json, Names.DateAdded, item.Added);
        Pen.Date(json, Names.LastModified, item.Modified);
        Link(json, pen, item.Type, item.Id);
        if (pen.Includes.Additional)
        {
            json.WriteString(Names.Xid, item.ShownXid);
            json.WriteBoolean(Names.CommunityOrSource, pen.OwnerOf(item.Owner).IsCommunityOrSource);
            json.WriteStartArray(Names.AdditionalOwners);
            json.WriteEndArray();
        }
        PartJson.Included(json, pen, item, TagGroup, LabelGroup);
        if (form != Form.Entry) Details(json, item.Details, detailed, pen.Includes.Additional);
        json.WriteEndObject();
    }

    /// <summary>An entry of the list of all types, without more.</summary>
    public static Line Plain(Pen pen, Group item) => pen.Line
        .Begin("{"u8).Number("\"id\":"u8, item.Id)
        .Text(",\"name\":"u8, item.Name)
        .Text(",\"type\":"u8, item.Type.Name)
        .Raw(",\"ownerName\":"u8).Raw(pen.OwnerName(item.Owner))
        .Date(",\"dateAdded\":"u8, item.Added)
        .Date(",\"lastModified\":"u8, item.Modified)
        .Raw(",\"webLink\":\""u8).Raw(pen.Link(Page(item.Type)).Number(item.Id).LinkBytes).Raw("\""u8);

    public static void Link(Utf8JsonWriter json, Pen pen, GroupType type, long id) => pen.Link(Page(type)).Number(id).EndLink(json);

    private static string Page(GroupType type) => s_pages[type.Number - 1];

    private static readonly string[] s_pages = [.. GroupType.All.Select(type => type.Entity.ToLowerInvariant()).Select(word => $"/auth/{word}/{word}.xhtml?{word}=")];

    private static void Details(Utf8JsonWriter json, GroupDetails? details, bool detailed, bool additional)
    {
        switch (details)
        {
            case null:
                return;
            case CampaignDetails campaign:
                Pen.Date(json, Names.FirstSeen, campaign.FirstSeen);
                return;
            case EventDetails happened:
                Pen.Date(json, Names.EventDate, happened.EventDate);
                if (additional) Pen.Text(json, Names.Status, happened.Status);
                return;
            case FileDetails file when detailed:
                json.WriteString(Names.FileName, file.FileName);
                if (file.FileSize is { } size) json.WriteNumber(Names.FileSize, size);
                json.WriteString(Names.Status, file.Status);
                Pen.Date(json, Names.PublishDate, file.PublishDate);
                return;
            case FileDetails:
                return;
            case EmailDetails email:
                if (detailed)
                {
                    Pen.Text(json, Names.To, email.To);
                    Pen.Text(json, Names.From, email.From);
                    json.WriteString(Names.Subject, email.Subject);
                }
                json.WriteNumber(Names.Score, email.Score);
                if (detailed)
                {
                    json.WriteString(Names.Header, email.Header);
                    json.WriteString(Names.Body, email.Body);
                }
                return;
            case SignatureDetails signature:
                json.WriteString(Names.FileType, signature.FileType);
                if (detailed) json.WriteString(Names.FileName, signature.FileName);
                return;
            default:
                throw new InvalidOperationException($"Nobody knows how {details.GetType().Name} are shown.");
        }
    }
}
