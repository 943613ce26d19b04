using System.Text.Json;
using Emulation.Apis.ThreatConnect.Authentication;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests.Batch;

/// <summary>Reads a group of a batch file.</summary>
static class BatchGroupReader
{
    private const int MaxNameLength = 255;

    private static readonly string[] s_texts =
        ["to", "from", "subject", "header", "body", "fileName", "fileText", "fileType", "password", "status"];

    public static GroupItem Read(JsonElement element, long now)
    {
        var item = new LenientJson(element);
        var (xid, name, typeName) = (item.Text("xid"), item.Text("name"), item.Text("type"));
        var source = BatchItemReader.Shortened(xid ?? name ?? "A group");
        if (typeName is null) return Failed(source, $"Group {source} has no type.");
        if (GroupType.Find(typeName) is not { } type)
            return Failed(source, $"Group {source} has the unknown type {BatchItemReader.Shortened(typeName)}.");
        if (name is null || name.Length > MaxNameLength) return Failed(source, $"{type.Name} {source} has an invalid name.");
        if (xid is null) return Failed(source, $"{type.Name} {source} has no xid.");
        if (Wrong(item, type) is { } field) return Failed(source, $"{type.Name} {source} has an invalid {field}.");
        return new GroupItem
        {
            Source = source,
            Type = type,
            Name = name,
            Xid = xid,
            Details = Details(item, type, now),
            Added = item.Date("dateAdded"),
            Modified = item.Date("lastModified"),
            Attributes = BatchItemReader.Attributes(item),
            Tags = BatchItemReader.Tags(item),
            Labels = BatchItemReader.Labels(item),
            GroupXids = [.. item.Values("associatedGroupXid").Select(LenientJson.TextOf).OfType<string>()],
            Indicators =
            [
                .. item.Objects("associatedIndicators").Select(one => new LenientJson(one))
                    .Select(one => (one.Text("indicatorType") ?? "", one.Text("summary") ?? "")),
            ],
        };
    }

    private static GroupItem Failed(string source, string reason) =>
        new() { Source = source, Failure = BatchErrors.Item(false, source, reason) };

    /// <summary>The first field that is missing or invalid.</summary>
    private static string? Wrong(LenientJson item, GroupType type)
    {
        if (BatchItemReader.NotText(item, s_texts) is { } wrong) return wrong;
        if (type == GroupType.Email) return Array.Find(["subject", "header", "body"], field => item.Text(field) is null);
        if (type == GroupType.Event || type == GroupType.Incident)
            return item.Text("status") is { } status && Status(type, status) is null ? "status" : null;
        if (type == GroupType.Document) return item.Flag("malware") == true && item.Text("password") is null ? "password" : null;
        if (type != GroupType.Signature) return null;
        if (FileType(item.Text("fileType")) is null) return "fileType";
        return Array.Find(["fileName", "fileText"], field => item.Text(field) is null);
    }

    private static Func<GroupDetails?, GroupDetails?> Details(LenientJson item, GroupType type, long now)
    {
        if (type == GroupType.Campaign)
        {
            var firstSeen = item.Date("firstSeen");
            return old => new CampaignDetails(firstSeen ?? (old as CampaignDetails)?.FirstSeen);
        }
        if (type == GroupType.Event || type == GroupType.Incident)
        {
            var (date, status) = (item.Date("eventDate"), item.Text("status") is { } written ? Status(type, written) : null);
            return old => new EventDetails(date ?? (old as EventDetails)?.EventDate ?? now, status ?? (old as EventDetails)?.Status);
        }
        if (type == GroupType.Email)
        {
            var (to, from, subject, header, body) = (item.Text("to"), item.Text("from"), item.Text("subject")!, item.Text("header")!,
                item.Text("body")!);
            var score = item.Number("score") is { } number and >= int.MinValue and <= int.MaxValue ? (int?)(int)number : null;
            return old => (old as EmailDetails ?? new EmailDetails()) is var before
                ? before with
                {
                    To = to ?? before.To,
                    From = from ?? before.From,
                    Subject = subject,
                    Header = header,
                    Body = body,
                    Score = score ?? before.Score,
                }
                : null;
        }
        if (type == GroupType.Document || type == GroupType.Report)
        {
            var (name, malware, password, published) = (item.Text("fileName"), item.Flag("malware"), item.Text("password"),
                item.Date("publishDate"));
            return old => (old as FileDetails ?? new FileDetails()) is var before
                ? before with
                {
                    FileName = name ?? before.FileName,
                    Malware = malware ?? before.Malware,
                    Password = password ?? before.Password,
                    PublishDate = published ?? before.PublishDate,
                }
                : null;
        }
        if (type != GroupType.Signature) return _ => null;
        var signature = new SignatureDetails(item.Text("fileName")!, FileType(item.Text("fileType"))!, item.Text("fileText")!);
        return _ => signature;
    }

    private static string? Status(GroupType type, string written) =>
        (type == GroupType.Event ? EventDetails.EventStatuses : EventDetails.IncidentStatuses)
        .FirstOrDefault(status => string.Equals(status, written, StringComparison.OrdinalIgnoreCase));

    private static string? FileType(string? written) =>
        SignatureDetails.FileTypes.FirstOrDefault(type => string.Equals(type, written?.TrimEnd('\u00AE', '\u2122'),
            StringComparison.OrdinalIgnoreCase));
}
