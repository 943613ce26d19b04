using System.Text.Json;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Bodies;

static class GroupJson
{
    public static void Write(ref JsonWriter json, Pen pen, Group item, Form form)
    {
        var detailed = form == Form.Single || pen.Includes.Any;
        if (form == Form.Entry && !detailed)
        {
            Plain(pen, item).End(ref json);
            return;
        }
        json.StartObject();
        json.Number("id"u8, item.Id);
        json.Text("name"u8, item.Name);
        if (form == Form.Entry) json.Text("type"u8, item.Type.Name);
        pen.Owner(ref json, item.Owner, detailed);
        if (pen.Includes.Additional) json.OptionalText("createdBy"u8, item.CreatedBy);
        json.Date("dateAdded"u8, item.Added);
        json.Date("lastModified"u8, item.Modified);
        Link(ref json, pen, item.Type, item.Id);
        if (pen.Includes.Additional)
        {
            json.Text("xid"u8, item.ShownXid);
            json.Flag("communityOrSource"u8, pen.OwnerOf(item.Owner).IsCommunityOrSource);
            json.StartArray("additionalOwners"u8);
            json.EndArray();
        }
        PartJson.Included(ref json, pen, item, TagGroup, LabelGroup);
        if (form != Form.Entry) Details(ref json, item.Details, detailed, pen.Includes.Additional);
        json.EndObject();
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

    public static void Link(ref JsonWriter json, Pen pen, GroupType type, long id) => pen.Link(Page(type)).Number(id).EndLink(ref json);

    private static string Page(GroupType type) => s_pages[type.Number - 1];

    private static readonly string[] s_pages = [.. GroupType.All.Select(type => type.Entity.ToLowerInvariant()).Select(word => $"/auth/{word}/{word}.xhtml?{word}=")];

    private static void Details(ref JsonWriter json, GroupDetails? details, bool detailed, bool additional)
    {
        switch (details)
        {
            case null:
                return;
            case CampaignDetails campaign:
                json.Date("firstSeen"u8, campaign.FirstSeen);
                return;
            case EventDetails happened:
                json.Date("eventDate"u8, happened.EventDate);
                if (additional) json.OptionalText("status"u8, happened.Status);
                return;
            case FileDetails file when detailed:
                json.Text("fileName"u8, file.FileName);
                if (file.FileSize is { } size) json.Number("fileSize"u8, size);
                json.Text("status"u8, file.Status);
                json.Date("publishDate"u8, file.PublishDate);
                return;
            case FileDetails:
                return;
            case EmailDetails email:
                if (detailed)
                {
                    json.OptionalText("to"u8, email.To);
                    json.OptionalText("from"u8, email.From);
                    json.Text("subject"u8, email.Subject);
                }
                json.Number("score"u8, email.Score);
                if (detailed)
                {
                    json.Text("header"u8, email.Header);
                    json.Text("body"u8, email.Body);
                }
                return;
            case SignatureDetails signature:
                json.Text("fileType"u8, signature.FileType);
                if (detailed) json.Text("fileName"u8, signature.FileName);
                return;
            default:
                throw new InvalidOperationException($"Nobody knows how {details.GetType().Name} are shown.");
        }
    }
}
