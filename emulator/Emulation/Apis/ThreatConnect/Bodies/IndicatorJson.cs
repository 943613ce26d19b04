using System.Text.Json;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Bodies;

static class IndicatorJson
{
    // The numbers of the built-in types (IndicatorType), compared faster than the types.
    private const int AddressNumber = 1;
    private const int EmailNumber = 2;
    private const int FileNumber = 3;
    private const int HostNumber = 4;
    private const int UrlNumber = 5;

    public static void Write(ref JsonWriter json, Pen pen, Indicator item, Form form)
    {
        var detailed = form == Form.Single || pen.Includes.Any;
        if (!detailed)
        {
            Plain(pen, item, form).End(ref json);
            return;
        }
        json.StartObject();
        json.Number("id"u8, item.Id);
        pen.Owner(ref json, item.Owner, detailed);
        if (form == Form.Entry || item.Type.Custom) json.Text("type"u8, item.Type.Name);
        Judged(ref json, item);
        Link(ref json, pen, item);
        if (detailed) json.OptionalText("source"u8, item.Source);
        json.OptionalText("description"u8, item.Description);
        if (pen.Includes.Additional) Additional(ref json, pen, item);
        PartJson.Included(ref json, pen, item, TagIndicator, LabelIndicator);
        if (form == Form.Entry) json.Text("summary"u8, item.Summary);
        else Values(ref json, item);
        json.EndObject();
    }

    /// <summary>The same members as in <see cref="Write"/> without what only detailed forms have.</summary>
    public static Line Plain(Pen pen, Indicator item, Form form)
    {
        var line = pen.Line.Begin("{"u8).Number("\"id\":"u8, item.Id).Raw(",\"ownerName\":"u8).Raw(pen.OwnerName(item.Owner));
        if (form == Form.Entry || item.Type.Custom) line.Text(",\"type\":"u8, item.Type.Name);
        line.Date(",\"dateAdded\":"u8, item.Added)
            .Date(",\"lastModified\":"u8, item.Modified)
            .Hundredths(",\"rating\":"u8, item.Rating)
            .NumberIfSet(",\"confidence\":"u8, item.Confidence)
            .Hundredths(",\"threatAssessRating\":"u8, item.ThreatRating)
            .Hundredths(",\"threatAssessConfidence\":"u8, item.ThreatConfidence)
            .NumberIfSet(",\"threatAssessScore\":"u8, item.ThreatScore)
            .NumberIfSet(",\"calScore\":"u8, item.CalScore)
            .NumberIfSet(",\"calIndicatorStatus\":"u8, item.CalStatus)
            .Raw(",\"webLink\":\""u8).Raw(LinkOf(pen, item).LinkBytes).Raw("\""u8)
            .TextIfSet(",\"description\":"u8, item.Description);
        if (form == Form.Entry) line.Text(",\"summary\":"u8, item.Summary);
        else PlainValues(line, item);
        return line;
    }

    private static void PlainValues(Line line, Indicator item)
    {
        var fields = item.Type.Values;
        if (item.Value1 is not null) line.Text(","u8, fields[0].Key).Text(":"u8, item.Value1);
        if (item.Value2 is not null) line.Text(","u8, fields[1].Key).Text(":"u8, item.Value2);
        if (item.Value3 is not null) line.Text(","u8, fields[2].Key).Text(":"u8, item.Value3);
        if (item.Type.Number == FileNumber) line.NumberIfSet(",\"size\":"u8, item.Size);
        if (item.Type.Number != HostNumber) return;
        line.Raw(item.Flags.HasFlag(IndicatorFlags.DnsActive) ? ",\"dnsActive\":\"true\""u8 : ",\"dnsActive\":\"false\""u8)
            .Raw(item.Flags.HasFlag(IndicatorFlags.WhoisActive) ? ",\"whoisActive\":\"true\""u8 : ",\"whoisActive\":\"false\""u8);
    }

    /// <summary>When it came and changed, and how bad it is held to be.</summary>
    public static void Judged(ref JsonWriter json, Indicator item)
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

    private static void Additional(ref JsonWriter json, Pen pen, Indicator item)
    {
        var sightings = item.Sightings ?? Sightings.None;
        json.Number("observationCount"u8, sightings.Observed);
        if (sightings.Observed > 0) json.Date("lastObserved"u8, sightings.LastObserved);
        json.Number("falsePositiveCount"u8, sightings.FalsePositives);
        if (sightings.FalsePositives > 0) json.Date("falsePositiveLastReported"u8, sightings.LastFalsePositive);
        if (!item.Type.Custom) json.Flag("privateFlag"u8, item.Flags.HasFlag(IndicatorFlags.Private));
        json.Flag("active"u8, item.IsActive);
        json.Flag("activeLocked"u8, item.Flags.HasFlag(IndicatorFlags.ActiveLocked));
        json.Flag("communityOrSource"u8, pen.OwnerOf(item.Owner).IsCommunityOrSource);
        json.StartArray("additionalOwners"u8);
        json.EndArray();
        json.OptionalText("xid"u8, item.Xid);
    }

    private static void Values(ref JsonWriter json, Indicator item)
    {
        var fields = item.Type.Values;
        if (item.Value1 is not null) json.Text(fields[0].Key, item.Value1);
        if (item.Value2 is not null) json.Text(fields[1].Key, item.Value2);
        if (item.Value3 is not null) json.Text(fields[2].Key, item.Value3);
        if (item.Type.Number == FileNumber) json.NumberIfSet("size"u8, item.Size);
        if (item.Type.Number != HostNumber) return;
        // Texts and not booleans: document 004's hosts example.
        json.Text("dnsActive"u8, item.Flags.HasFlag(IndicatorFlags.DnsActive) ? Names.True : Names.False);
        json.Text("whoisActive"u8, item.Flags.HasFlag(IndicatorFlags.WhoisActive) ? Names.True : Names.False);
    }

    public static void Link(ref JsonWriter json, Pen pen, Indicator item) => LinkOf(pen, item).EndLink(ref json);

    private static Pen LinkOf(Pen pen, Indicator item)
    {
        var link = item.Type.Number switch
        {
            AddressNumber => pen.Link("/auth/indicators/details/address.xhtml?address=").Form(item.Value1!),
            EmailNumber => pen.Link("/auth/indicators/details/emailaddress.xhtml?emailaddress=").Form(item.Value1!),
            FileNumber => pen.Link("/auth/indicators/details/file.xhtml?file=").Form(item.Value1 ?? item.Value2 ?? item.Value3!),
            HostNumber => pen.Link("/auth/indicators/details/host.xhtml?host=").Form(item.Value1!),
            UrlNumber => pen.Link("/auth/indicators/details/url.xhtml?orgid=").Number(item.Id),
            _ => pen.Link("/auth/indicators/details/customIndicator.xhtml?id=").Number(item.Id),
        };
        return link.OwnedBy(item.Owner);
    }
}
