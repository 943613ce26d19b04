using System.Text;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Responses;

static class GroupJson
{
    private static readonly byte[][] s_pages =
        [.. GroupType.All.Select(type => type.Entity.ToLowerInvariant())
            .Select(word => Encoding.ASCII.GetBytes($"/auth/{word}/{word}.xhtml?{word}="))];

    public static void Write(ref JsonWriter json, RenderContext context, Group item, ItemForm form)
    {
        var (detailed, additional) = (form == ItemForm.Single || context.Includes.Any, context.Includes.Additional);
        json.StartObject();
        json.Number("id"u8, item.Id);
        json.Text("name"u8, item.Name);
        if (form == ItemForm.Entry) json.Text("type"u8, item.Type.Name);
        OwnerJson.WriteOf(ref json, context, item.Owner, detailed);
        if (additional) json.OptionalText("createdBy"u8, item.CreatedBy);
        json.Date("dateAdded"u8, item.Added);
        json.Date("lastModified"u8, item.Modified);
        WriteLink(ref json, context, item.Type, item.Id);
        if (additional)
        {
            json.Text("xid"u8, item.ShownXid);
            json.Flag("communityOrSource"u8, context.OwnerOf(item.Owner).IsCommunityOrSource);
            json.StartArray("additionalOwners"u8);
            json.EndArray();
        }
        if (detailed) PartJson.WriteIncluded(ref json, context, item, TagGroup, LabelGroup);
        if (form != ItemForm.Entry) WriteDetails(ref json, item.Details, detailed, additional);
        json.EndObject();
    }

    public static void WriteLink(ref JsonWriter json, RenderContext context, GroupType type, long id)
    {
        json.StartLink(context, s_pages[type.Number - 1]);
        json.NumberPart(id);
        json.EndText();
    }

    private static void WriteDetails(ref JsonWriter json, GroupDetails? details, bool detailed, bool additional)
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
            case FileDetails file:
                if (detailed) WriteFile(ref json, file);
                return;
            case EmailDetails email:
                WriteEmail(ref json, email, detailed);
                return;
            case SignatureDetails signature:
                json.Text("fileType"u8, signature.FileType);
                if (detailed) json.Text("fileName"u8, signature.FileName);
                return;
            default:
                throw new InvalidOperationException($"There is no form for {details.GetType().Name}.");
        }
    }

    private static void WriteFile(ref JsonWriter json, FileDetails file)
    {
        json.Text("fileName"u8, file.FileName);
        if (file.FileSize is { } size) json.Number("fileSize"u8, size);
        json.Text("status"u8, file.Status);
        json.Date("publishDate"u8, file.PublishDate);
    }

    private static void WriteEmail(ref JsonWriter json, EmailDetails email, bool detailed)
    {
        if (detailed)
        {
            json.OptionalText("to"u8, email.To);
            json.OptionalText("from"u8, email.From);
            json.Text("subject"u8, email.Subject);
        }
        json.Number("score"u8, email.Score);
        if (!detailed) return;
        json.Text("header"u8, email.Header);
        json.Text("body"u8, email.Body);
    }
}
