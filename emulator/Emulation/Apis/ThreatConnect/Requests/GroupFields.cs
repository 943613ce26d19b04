using Emulation.Apis.ThreatConnect.Authentication;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>Reads the members of a group (group_fields.rst, and what live clients send). Absent members are unchanged.</summary>
static class GroupFields
{
    private const int MaxNameLength = 255;
    private const int MaxTextLength = 65_535;
    private const int MaxFileLength = 5_000_000;

    /// <summary>The name and details of a new group, valid only if the body has no refusal.</summary>
    public static (string Name, GroupDetails? Details) Create(Fields body, GroupType type, long now)
    {
        var name = body.Text("name", type.Name, 1, MaxNameLength, required: true);
        return (name ?? "", Details(body, type, Blank(type, now), required: true));
    }

    public static Group Update(Fields body, Group group, long now) => group with
    {
        Name = body.Text("name", group.Type.Name, 1, MaxNameLength) ?? group.Name,
        Xid = body.Text("xid", group.Type.Name, 1, MaxNameLength) is { } xid && xid != group.ShownXid ? xid : group.Xid,
        Details = Details(body, group.Type, group.Details, required: false),
        Modified = now,
    };

    private static GroupDetails? Blank(GroupType type, long now)
    {
        if (type == GroupType.Campaign) return new CampaignDetails(null);
        if (type == GroupType.Email) return new EmailDetails();
        if (type == GroupType.Event || type == GroupType.Incident) return new EventDetails(now, null);
        if (type == GroupType.Document || type == GroupType.Report) return new FileDetails();
        return type == GroupType.Signature ? new SignatureDetails("", "", "") : null;
    }

    private static GroupDetails? Details(Fields body, GroupType type, GroupDetails? old, bool required) => old switch
    {
        null => null,
        CampaignDetails campaign => new CampaignDetails(body.Date("firstSeen") ?? campaign.FirstSeen),
        EventDetails happened => new EventDetails(
            body.Date("eventDate") ?? happened.EventDate,
            body.OneOf("status", type.Name, type == GroupType.Event ? EventDetails.EventStatuses : EventDetails.IncidentStatuses)
                ?? happened.Status),
        EmailDetails email => Email(body, type, email, required),
        FileDetails file => File(body, type, file, required),
        SignatureDetails signature => Signature(body, type, signature, required),
        _ => throw new InvalidOperationException($"There is no reader for {old.GetType().Name}."),
    };

    private static EmailDetails Email(Fields body, GroupType type, EmailDetails old, bool required) => old with
    {
        To = body.Text("to") ?? old.To,
        From = body.Text("from") ?? old.From,
        Subject = body.Text("subject", type.Name, 1, MaxTextLength, required) ?? old.Subject,
        Header = body.Text("header", type.Name, 1, MaxTextLength, required) ?? old.Header,
        Body = body.Text("body", type.Name, 1, MaxTextLength, required) ?? old.Body,
        Score = (int?)body.Whole("score", int.MinValue, int.MaxValue) ?? old.Score,
    };

    private static FileDetails File(Fields body, GroupType type, FileDetails old, bool required)
    {
        var next = old with
        {
            FileName = body.Text("fileName", type.Name, 1, MaxNameLength, required) ?? old.FileName,
            FileSize = body.Whole("fileSize", 0, long.MaxValue) ?? old.FileSize,
            Status = body.OneOf("status", type.Name, FileStatus.All) ?? old.Status,
        };
        if (type == GroupType.Report) return next with { PublishDate = body.Date("publishDate") ?? old.PublishDate };
        next = next with { Malware = body.Flag("malware") ?? old.Malware, Password = body.Text("password") ?? old.Password };
        if (next.Malware && string.IsNullOrEmpty(next.Password))
            body.Refuse(Envelope.Fail(400, Texts.Length("password", type.Name, 1, MaxNameLength)));
        return next;
    }

    private static SignatureDetails Signature(Fields body, GroupType type, SignatureDetails old, bool required)
    {
        var fileType = body.Text("fileType", type.Name, 1, MaxNameLength, required) is null ? old.FileType : FileType(body, type);
        return new SignatureDetails(
            body.Text("fileName", type.Name, 1, MaxNameLength, required) ?? old.FileName,
            fileType ?? old.FileType,
            body.Text("fileText", type.Name, 1, MaxFileLength, required) ?? old.FileText);
    }

    // group_fields.rst prints some names with a trademark sign.
    private static string? FileType(Fields body, GroupType type)
    {
        var plain = body.Text("fileType")?.Replace("\u00AE", "", StringComparison.Ordinal).Replace("\u2122", "", StringComparison.Ordinal)
            .Trim();
        var known = SignatureDetails.FileTypes.FirstOrDefault(name => string.Equals(name, plain, StringComparison.OrdinalIgnoreCase));
        if (known is null) body.Refuse(Envelope.Fail(400, Texts.OneOf("fileType", type.Name, SignatureDetails.FileTypes)));
        return known;
    }
}
