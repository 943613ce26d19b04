using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Responses;

static class IndicatorJson
{
    // The numbers of the built-in types (IndicatorType); comparing them is faster than comparing types.
    private const int AddressNumber = 1;
    private const int EmailNumber = 2;
    private const int FileNumber = 3;
    private const int HostNumber = 4;
    private const int UrlNumber = 5;

    public static void Write(ref JsonWriter json, RenderContext context, Indicator item, ItemForm form)
    {
        var detailed = form == ItemForm.Single || context.Includes.Any;
        json.StartObject();
        json.Number("id"u8, item.Id);
        OwnerJson.WriteOf(ref json, context, item.Owner, detailed);
        if (form == ItemForm.Entry || item.Type.Custom) json.Text("type"u8, item.Type.Name);
        WriteAssessment(ref json, item);
        WriteLink(ref json, context, item);
        if (detailed) json.OptionalText("source"u8, item.Source);
        json.OptionalText("description"u8, item.Description);
        if (context.Includes.Additional) WriteAdditional(ref json, context, item);
        if (detailed) PartJson.WriteIncluded(ref json, context, item, TagIndicator, LabelIndicator);
        if (form == ItemForm.Entry) json.Text("summary"u8, item.Summary);
        else WriteValues(ref json, item);
        json.EndObject();
    }

    /// <summary>The dates, ratings and scores of an indicator.</summary>
    public static void WriteAssessment(ref JsonWriter json, Indicator item)
    {
        json.Date("dateAdded"u8, item.Added);
        json.Date("lastModified"u8, item.Modified);
        json.Hundredths("rating"u8, item.Rating);
        json.NumberIfSet("confidence"u8, item.Confidence);
        json.Hundredths("threatAssessRating"u8, item.ThreatRating);
        json.Hundredths("threatAssessConfidence"u8, item.ThreatConfidence);
        json.NumberIfSet("threatAssessScore"u8, item.ThreatScore);
        json.NumberIfSet("calScore"u8, item.CalScore);
        json.NumberIfSet("calIndicatorStatus"u8, item.CalStatus);
    }

    public static void WriteLink(ref JsonWriter json, RenderContext context, Indicator item)
    {
        switch (item.Type.Number)
        {
            case AddressNumber:
                json.StartLink(context, "/auth/indicators/details/address.xhtml?address="u8);
                json.FormPart(item.Value1!);
                break;
            case EmailNumber:
                json.StartLink(context, "/auth/indicators/details/emailaddress.xhtml?emailaddress="u8);
                json.FormPart(item.Value1!);
                break;
            case FileNumber:
                json.StartLink(context, "/auth/indicators/details/file.xhtml?file="u8);
                json.FormPart(item.Value1 ?? item.Value2 ?? item.Value3!);
                break;
            case HostNumber:
                json.StartLink(context, "/auth/indicators/details/host.xhtml?host="u8);
                json.FormPart(item.Value1!);
                break;
            case UrlNumber:
                json.StartLink(context, "/auth/indicators/details/url.xhtml?orgid="u8);
                json.NumberPart(item.Id);
                break;
            default:
                json.StartLink(context, "/auth/indicators/details/customIndicator.xhtml?id="u8);
                json.NumberPart(item.Id);
                break;
        }
        json.TextPart(context.LinkEndOf(item.Owner));
        json.EndText();
    }

    private static void WriteAdditional(ref JsonWriter json, RenderContext context, Indicator item)
    {
        var sightings = item.Sightings ?? Sightings.None;
        json.Number("observationCount"u8, sightings.Observed);
        if (sightings.Observed > 0) json.Date("lastObserved"u8, sightings.LastObserved);
        json.Number("falsePositiveCount"u8, sightings.FalsePositives);
        if (sightings.FalsePositives > 0) json.Date("falsePositiveLastReported"u8, sightings.LastFalsePositive);
        if (!item.Type.Custom) json.Flag("privateFlag"u8, item.Flags.HasFlag(IndicatorFlags.Private));
        json.Flag("active"u8, item.IsActive);
        json.Flag("activeLocked"u8, item.Flags.HasFlag(IndicatorFlags.ActiveLocked));
        json.Flag("communityOrSource"u8, context.OwnerOf(item.Owner).IsCommunityOrSource);
        json.StartArray("additionalOwners"u8);
        json.EndArray();
        json.OptionalText("xid"u8, item.Xid);
    }

    private static void WriteValues(ref JsonWriter json, Indicator item)
    {
        var fields = item.Type.Values;
        if (item.Value1 is not null) json.Text(fields[0].Key, item.Value1);
        if (item.Value2 is not null) json.Text(fields[1].Key, item.Value2);
        if (item.Value3 is not null) json.Text(fields[2].Key, item.Value3);
        if (item.Type.Number == FileNumber) json.NumberIfSet("size"u8, item.Size);
        if (item.Type.Number != HostNumber) return;
        // Texts instead of Booleans, as in the hosts example of document 004.
        json.Text("dnsActive"u8, item.Flags.HasFlag(IndicatorFlags.DnsActive) ? "true" : "false");
        json.Text("whoisActive"u8, item.Flags.HasFlag(IndicatorFlags.WhoisActive) ? "true" : "false");
    }
}
