using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts;
using Emulation.Seeding.Demo.Texts.Documents;
using Emulation.Seeding.Demo.Texts.Signatures;

namespace Emulation.Seeding.Demo;

/// <summary>What only groups of some types have: dates and statuses, mail, signatures, files.</summary>
sealed class GroupContents(Plan plan)
{
    private const int Day = 86400;

    // Streams of a group's number.
    private const long OfMail = -7_000_000_000L;
    private const long OfFile = -8_000_000_000L;
    private const long OfForm = -9_000_000_000L;

    /// <param name="number">The group's number.</param>
    /// <param name="name">The group's name.</param>
    /// <param name="facts">The group's facts.</param>
    /// <param name="random">The group's own chance.</param>
    /// <param name="file">Makes the content of a document or report.</param>
    public GroupDetails? Of(int number, string name, StoryFacts facts, ref RandomStream random, Func<byte[]> file)
    {
        var (type, rank, added) = (GroupPlan.TypeOf(number), GroupPlan.Rank(number), facts.Written);
        if (type == GroupType.Campaign)
            return new CampaignDetails(random.Chance(80) ? Math.Min(added, facts.Begin + (random.Below(20) * Day)) : null);
        if (type == GroupType.Incident)
            return new EventDetails(facts.Steps[^1].At, Status(EventDetails.IncidentStatuses, rank, ref random));
        if (type == GroupType.Event)
            return new EventDetails(added - random.Below(9 * Day), Status(EventDetails.EventStatuses, rank, ref random));
        if (type == GroupType.Email) return EmailOf(number, facts, ref random);
        if (type == GroupType.Signature) return SignatureOf(rank, facts, ref random);
        if (type == GroupType.Document || type == GroupType.Report) return FileOf(number, name, facts, ref random, file);
        return null;
    }

    /// <summary>The mail that an e-mail group holds.</summary>
    public EmailText MailOf(int number, StoryFacts facts)
    {
        var random = plan.Random(StreamKind.Group, OfMail - number);
        var (first, last, _) = plan.Actors.Person(random.Below(20_000));
        return EmailTexts.Write(facts, $"{Words.Letters(first)}.{Words.Letters(last)}", ref random);
    }

    /// <summary>The first signatures have each type once; most others are of the last ones, which analysts use most.</summary>
    public string SignatureTypeOf(int rank)
    {
        var types = SignatureDetails.FileTypes;
        if (rank < types.Count) return types[rank];
        var random = plan.Random(StreamKind.Group, -3_000_000_000L - rank);
        return types[types.Count - 1 - random.Skewed(types.Count)];
    }

    /// <summary>The content of a document or report.</summary>
    public byte[] File(int number, string name, StoryFacts facts)
    {
        var random = plan.Random(StreamKind.Group, OfFile - number);
        return GroupPlan.TypeOf(number) == GroupType.Report
            ? ReportFile.Write(name, facts, ref random)
            : DocumentFile.Write(ExtensionOf(number), name, facts, ref random);
    }

    /// <summary>The first groups take each status in turn, one of them none; for later ones some are far more common.</summary>
    private static string? Status(IReadOnlyList<string> statuses, int rank, ref RandomStream random)
    {
        if (rank <= statuses.Count) return rank == statuses.Count ? null : statuses[rank];
        return random.Chance(8) ? null : statuses[random.Skewed(statuses.Count)];
    }

    private EmailDetails EmailOf(int number, StoryFacts facts, ref RandomStream random)
    {
        var mail = MailOf(number, facts);
        return new EmailDetails
        {
            To = random.Chance(85) ? mail.To : null,
            From = mail.From,
            Subject = mail.Subject,
            Header = mail.Header,
            Body = mail.Body,
            Score = random.Skewed(1000),
        };
    }

    private SignatureDetails SignatureOf(int rank, StoryFacts facts, ref RandomStream random)
    {
        var type = SignatureTypeOf(rank);
        return new SignatureDetails(SignatureTexts.FileName(type, facts), type, SignatureTexts.Text(type, facts, ref random));
    }

    private FileDetails FileOf(int number, string name, StoryFacts facts, ref RandomStream random, Func<byte[]> file)
    {
        var (type, rank) = (GroupPlan.TypeOf(number), GroupPlan.Rank(number));
        var status = rank < FileStatus.All.Count ? FileStatus.All[rank] : FileStatus.All[random.Skewed(FileStatus.All.Count)];
        var extension = type == GroupType.Report ? "pdf" : ExtensionOf(number);
        return new FileDetails
        {
            FileName = DocumentFile.FileName(name, extension),
            Status = status,
            Malware = extension is DocumentFile.SampleExtension,
            Password = extension is DocumentFile.SampleExtension ? DocumentFile.SamplePassword : null,
            PublishDate = type == GroupType.Report && random.Chance(75) ? facts.Written + Day : null,
            Content = status is FileStatus.Success ? new FileContent(file) : null,
        };
    }

    /// <summary>The kind of file of a document.</summary>
    public string ExtensionOf(int number)
    {
        var random = plan.Random(StreamKind.Group, OfForm - number);
        return random.Chance(10) ? DocumentFile.SampleExtension : random.Pick(DocumentFile.Extensions);
    }
}
