using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>What only groups of some types have.</summary>
static class GroupDetailsMapping
{
    private const string DefaultFileType = "YARA";

    public static GroupDetails? DetailsOf(
        ThreatConnectReader read, GroupRow row, GroupType type, long added, FileContents? contents, RowPlace at)
    {
        if (type == GroupType.Campaign) return new CampaignDetails(Moments.Seconds(row.FirstSeen));
        if (type == GroupType.Email) return EmailOf(row);
        if (type == GroupType.Event)
            return new EventDetails(Moments.Seconds(row.EventDate) ?? added, Status(row, EventDetails.EventStatuses, at));
        if (type == GroupType.Incident)
            return new EventDetails(Moments.Seconds(row.EventDate) ?? added, Status(row, EventDetails.IncidentStatuses, at));
        if (type == GroupType.Signature)
        {
            var fileType = Bounds.Word(at, "fileType", row.FileType ?? DefaultFileType, SignatureDetails.FileTypes);
            return new SignatureDetails(row.FileName ?? "", fileType, row.FileText ?? "");
        }
        return type == GroupType.Document || type == GroupType.Report ? FileOf(read, row, contents, at) : null;
    }

    /// <param name="group">The group.</param>
    /// <param name="row">Its row.</param>
    /// <param name="withFile">The row holds the whole file, however long it is.</param>
    public static GroupRow WithDetails(Group group, GroupRow row, bool withFile)
    {
        switch (group.Details)
        {
            case null:
                return row;
            case CampaignDetails campaign:
                row.FirstSeen = Moments.Of(campaign.FirstSeen);
                return row;
            case EventDetails happened:
                row.EventDate = Moments.Unless(happened.EventDate, group.Added);
                row.Status = happened.Status;
                return row;
            case SignatureDetails signature:
                (row.FileName, row.FileType, row.FileText) = (Some(signature.FileName), signature.FileType, Some(signature.FileText));
                return row;
            case EmailDetails email:
                (row.To, row.From, row.Score) = (email.To, email.From, email.Score);
                (row.Subject, row.Header, row.Body) = (Some(email.Subject), Some(email.Header), Some(email.Body));
                return row;
            case FileDetails file:
                (row.FileName, row.FileSize, row.Status) = (Some(file.FileName), file.FileSize, file.Status);
                (row.Malware, row.Password, row.PublishDate) = (file.Malware, file.Password, Moments.Of(file.PublishDate));
                row.Content = FileContents.FitsARow(file, withFile) ? Convert.ToBase64String(file.Content!.Bytes) : null;
                return row;
            default:
                throw new InvalidOperationException($"{group.Details.GetType().Name} has no members in a group's row.");
        }
    }

    private static EmailDetails EmailOf(GroupRow row) => new()
    {
        To = row.To,
        From = row.From,
        Subject = row.Subject ?? "",
        Header = row.Header ?? "",
        Body = row.Body ?? "",
        Score = row.Score,
    };

    private static FileDetails FileOf(ThreatConnectReader read, GroupRow row, FileContents? contents, RowPlace at)
    {
        var content = row.Content is { } text ? FileContents.Decoded(text, at) : contents?.Of(row.Id);
        return new FileDetails
        {
            FileName = row.FileName ?? "",
            FileSize = row.FileSize ?? (read.Complete ? null : content?.LongLength),
            Status = Status(row, FileStatus.All, at) ?? (content is null ? FileStatus.AwaitingUpload : FileStatus.Success),
            Malware = row.Malware,
            Password = row.Password,
            PublishDate = Moments.Seconds(row.PublishDate),
            Content = content is null ? null : new FileContent(content),
        };
    }

    private static string? Status(GroupRow row, IReadOnlyList<string> allowed, RowPlace at) =>
        row.Status is { } status ? Bounds.Word(at, "status", status, allowed) : null;

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
