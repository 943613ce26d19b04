using System.Text.Json;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Bodies;

static class IndicatorJson
{
    // The numbers of the built-in types (IndicatorType), compared faster than the types.
    private const int AddressNumber = 1;
    private const int EmailNumber = 2;
    private const int FileNumber = 3;
    private const int HostNumber = 4;
    private const int UrlNumber = 5;

    public static void Write(Utf8JsonWriter json, Pen pen, Indicator item, Form form)
    {
        var detailed = form == Form.Single || pen.Includes.Any;
        if (!detailed)
        {
            Plain(pen, item, form).End(json);
            return;
        }
        json.WriteStartObject();
        json.WriteNumber(Names.Id, item.Id);
        pen.Owner(json, item.Owner, detailed);
        if (form == Form.Entry || item.Type.Custom) json.WriteString(Names.Type, item.Type.Name);
        Judged(json, item);
        Link(json, pen, item);
        if (detailed) Pen.Text(json, Names.Source, item.Source);
        Pen.Text(json, Names.Description, item.Description);
        if (pen.Includes.Additional) Additional(json, pen, item);
        PartJson.Included(json, pen, item, TagIndicator, LabelIndicator);
        if (form == Form.Entry) json.WriteString(Names.Summary, item.Summary);
        else Values(json, item);
        json.WriteEndObject();
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
    public static void Judged(Utf8JsonWriter json, Indicator item)
    {
        Pen.Date(json, Names.DateAdded, item.Added);
        Pen.Date(json, Names.LastModified, item.Modified);
        Pen.Hundredths(json, Names.Rating, item.Rating);
        Pen.Number(json, Names.Confidence, item.Confidence);
        Pen.Hundredths(json, Names.ThreatAssessRating, item.ThreatRating);
        Pen.Hundredths(json, Names.ThreatAssessConfidence, item.ThreatConfidence);
        Pen.Number(json, Names.ThreatAssessScore, item.ThreatScore);
        Pen.Number(json, Names.CalScore, item.CalScore);
        Pen.Number(json, Names.CalIndicatorStatus, item.CalStatus);
    }

    private static void Additional(Utf8JsonWriter json, Pen pen, Indicator item)
    {
        var sightings = item.Sightings ?? Sightings.None;
        json.WriteNumber(Names.ObservationCount, sightings.Observed);
        if (sightings.Observed > 0) Pen.Date(json, Names.LastObserved, sightings.LastObserved);
        json.WriteNumber(Names.FalsePositiveCount, sightings.FalsePositives);
        if (sightings.FalsePositives > 0) Pen.Date(json, Names.FalsePositiveLastReported, sightings.LastFalsePositive);
        if (!item.Type.Custom) json.WriteBoolean(Names.PrivateFlag, item.Flags.HasFlag(IndicatorFlags.Private));
        json.WriteBoolean(Names.Active, item.IsActive);
        json.WriteBoolean(Names.ActiveLocked, item.Flags.HasFlag(IndicatorFlags.ActiveLocked));
        json.WriteBoolean(Names.CommunityOrSource, pen.OwnerOf(item.Owner).IsCommunityOrSource);
        json.WriteStartArray(Names.AdditionalOwners);
        json.WriteEndArray();
        Pen.Text(json, Names.Xid, item.Xid);
    }

    private static void Values(Utf8JsonWriter json, Indicator item)
    {
        var fields = item.Type.Values;
        if (item.Value1 is not null) json.WriteString(fields[0].Key, item.Value1);
        if (item.Value2 is not null) json.WriteString(fields[1].Key, item.Value2);
        if (item.Value3 is not null) json.WriteString(fields[2].Key, item.Value3);
        if (item.Type.Number == FileNumber) Pen.Number(json, Names.Size, item.Size);
        if (item.Type.Number != HostNumber) return;
        // Texts and not booleans: document 004's hosts example.
        json.WriteString(Names.DnsActive, item.Flags.HasFlag(IndicatorFlags.DnsActive) ? Names.True : Names.False);
        json.WriteString(Names.WhoisActive, item.Flags.HasFlag(IndicatorFlags.WhoisActive) ? Names.True : Names.False);
    }

    public static void Link(Utf8JsonWriter json, Pen pen, Indicator item) => LinkOf(pen, item).EndLink(json);

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
