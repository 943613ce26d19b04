namespace Emulation.Seeding.Files;

static partial class BuiltInReader
{
    private static CustomMetricRow CustomMetric(BuiltInRow row) => new()
    {
        Id = row.Long("id"), Owner = row.Text("owner"), Name = row.Text("name") ?? "", DataType = row.Text("dataType") ?? "Sum",
        Interval = row.Text("interval") ?? "Daily", KeyedValues = row.Flag("keyedValues"), Description = row.Text("description"),
    };

    private static BatchJobRow BatchJob(BuiltInRow row) => new()
    {
        Id = row.Long("id"), Owner = row.Text("owner"), Version = row.Text("version") ?? "V1", HaltOnError = row.Flag("haltOnError"),
        Completed = row.Flag("completed"), ErrorCount = row.Int("errorCount") ?? 0, SuccessCount = row.Int("successCount") ?? 0,
        UnprocessCount = row.Int("unprocessCount") ?? 0, Errors = row.Rows("errors", BatchError) ?? [],
    };

    private static BatchErrorRow BatchError(BuiltInRow row) => new() { Code = row.Text("code") ?? "0x1001", Reason = row.Text("reason") ?? "", Source = row.Text("source") ?? "" };

    private static OwnerRow Owner(BuiltInRow row) => new()
    {
        Id = row.Int("id"), Name = row.Text("name") ?? "", Type = row.Text("type") ?? "Organization", Anonymous = row.Flag("anonymous"),
        BulkCsv = row.Flag("bulkCsv", true), BulkJson = row.Flag("bulkJson", true),
    };

    private static UserRow User(BuiltInRow row) => new()
    {
        Id = row.Int("id"), UserName = row.Text("userName"), FirstName = row.Text("firstName") ?? "", LastName = row.Text("lastName") ?? "",
        Pseudonym = row.Text("pseudonym"), Role = row.Text("role"), Owner = row.Text("owner") ?? "", Sees = row.Texts("sees"), Changes = row.Texts("changes"),
        Disabled = row.Flag("disabled"), AccessId = row.Text("accessId"), SecretKey = row.Text("secretKey"), Tokens = row.Rows("tokens", Token) ?? [],
    };

    private static TokenRow Token(BuiltInRow row) => new() { Token = row.Text("token") ?? "", Expires = row.Moment("expires") };

    private static IndicatorTypeRow IndicatorType(BuiltInRow row) => new()
    {
        Name = row.Text("name") ?? "", Branch = row.Text("branch") ?? "", Entity = row.Text("entity") ?? "", Parsable = row.Flag("parsable"),
        CasePreference = row.Text("casePreference") ?? "sensitive", Values = row.Rows("values", Value) ?? [],
    };

    private static ValueRow Value(BuiltInRow row) => new() { Label = row.Text("label") ?? "", Options = row.Texts("options") ?? [] };

    private static AssociationTypeRow AssociationType(BuiltInRow row) => new()
    {
        Name = row.Text("name") ?? "", Branch = row.Text("branch") ?? "", FileAction = row.Flag("fileAction"), Joins = row.TextLists("joins"),
    };

    private static AttributeTypeRow AttributeType(BuiltInRow row) => new()
    {
        Name = row.Text("name") ?? "", Description = row.Text("description") ?? "", MaxSize = row.Int("maxSize") ?? 65535,
        AllowMarkdown = row.Flag("allowMarkdown"), ErrorMessage = row.Text("errorMessage"), Options = row.Texts("options") ?? [],
    };

    private static AttributeRow Attribute(BuiltInRow row) => new()
    {
        Id = row.Long("id"), Type = row.Text("type") ?? "", Value = row.Text("value") ?? "", Source = row.Text("source"), Displayed = row.Flag("displayed"),
        DateAdded = row.Moment("dateAdded"), LastModified = row.Moment("lastModified"), Xid = row.Text("xid"),
        SecurityLabels = row.Texts("securityLabels") ?? [],
    };

    private static GroupRow Group(BuiltInRow row) => new()
    {
        Id = row.Long("id"), Owner = row.Text("owner"), DateAdded = row.Moment("dateAdded"), LastModified = row.Moment("lastModified"),
        Description = row.Text("description"), Attributes = row.Rows("attributes", Attribute) ?? [], Tags = row.Texts("tags") ?? [],
        SecurityLabels = row.Texts("securityLabels") ?? [], Groups = row.Ids("groups"), Indicators = row.Ids("indicators"), Tasks = row.Ids("tasks"),
        Victims = row.Ids("victims"), Type = row.Text("type") ?? "", Name = row.Text("name") ?? "", CreatedBy = row.Text("createdBy"), Xid = row.Text("xid"),
        FirstSeen = row.Moment("firstSeen"), EventDate = row.Moment("eventDate"), PublishDate = row.Moment("publishDate"), Status = row.Text("status"),
        FileName = row.Text("fileName"), FileSize = row.Long("fileSize"), FileType = row.Text("fileType"), FileText = row.Text("fileText"),
        Content = row.Text("content"), Malware = row.Flag("malware"), Password = row.Text("password"), To = row.Text("to"), From = row.Text("from"),
        Subject = row.Text("subject"), Header = row.Text("header"), Body = row.Text("body"), Score = row.Int("score") ?? 0,
        Assets = row.Rows("assets", Asset) ?? [],
    };

    private static IndicatorRow Indicator(BuiltInRow row) => new()
    {
        Id = row.Long("id"), Owner = row.Text("owner"), DateAdded = row.Moment("dateAdded"), LastModified = row.Moment("lastModified"),
        Description = row.Text("description"), Attributes = row.Rows("attributes", Attribute) ?? [], Tags = row.Texts("tags") ?? [],
        SecurityLabels = row.Texts("securityLabels") ?? [], Groups = row.Ids("groups"), Indicators = row.Ids("indicators"), Tasks = row.Ids("tasks"),
        Victims = row.Ids("victims"), Type = row.Text("type") ?? "", Summary = row.Text("summary") ?? "", Rating = row.Decimal("rating"),
        Confidence = row.Int("confidence"), ThreatAssessRating = row.Decimal("threatAssessRating"),
        ThreatAssessConfidence = row.Decimal("threatAssessConfidence"), ThreatAssessScore = row.Int("threatAssessScore"), CalScore = row.Int("calScore"),
        CalIndicatorStatus = row.Int("calIndicatorStatus"), Active = row.Flag("active", true), ActiveLocked = row.Flag("activeLocked"),
        PrivateFlag = row.Flag("privateFlag"), DnsActive = row.Flag("dnsActive"), WhoisActive = row.Flag("whoisActive"), Size = row.Long("size"),
        Source = row.Text("source"), Xid = row.Text("xid"), ObservationCount = row.Int("observationCount") ?? 0, LastObserved = row.Moment("lastObserved"),
        FalsePositiveCount = row.Int("falsePositiveCount") ?? 0, FalsePositiveLastReported = row.Moment("falsePositiveLastReported"),
        Associations = row.Rows("associations", Join) ?? [], FileOccurrences = row.Rows("fileOccurrences", FileOccurrence) ?? [],
        DnsResolutions = row.Rows("dnsResolutions", Resolution) ?? [],
    };

    private static JoinRow Join(BuiltInRow row) => new() { Type = row.Text("type") ?? "", Indicator = row.Long("indicator") ?? 0 };

    private static FileOccurrenceRow FileOccurrence(BuiltInRow row) => new() { Id = row.Long("id"), FileName = row.Text("fileName"), Path = row.Text("path"), Date = row.Moment("date") };

    private static ResolutionRow Resolution(BuiltInRow row) => new() { Address = row.Long("address") ?? 0, Date = row.Moment("date") };

    private static TaskRow Task(BuiltInRow row) => new()
    {
        Id = row.Long("id"), Owner = row.Text("owner"), DateAdded = row.Moment("dateAdded"), LastModified = row.Moment("lastModified"),
        Description = row.Text("description"), Attributes = row.Rows("attributes", Attribute) ?? [], Tags = row.Texts("tags") ?? [],
        SecurityLabels = row.Texts("securityLabels") ?? [], Groups = row.Ids("groups"), Indicators = row.Ids("indicators"), Tasks = row.Ids("tasks"),
        Victims = row.Ids("victims"), Name = row.Text("name") ?? "", Status = row.Text("status") ?? "Not Started", Escalated = row.Flag("escalated"),
        Reminded = row.Flag("reminded"), DueDate = row.Moment("dueDate"), ReminderDate = row.Moment("reminderDate"),
        EscalationDate = row.Moment("escalationDate"), Assignees = row.Texts("assignees") ?? [], Escalatees = row.Texts("escalatees") ?? [],
    };

    private static VictimRow Victim(BuiltInRow row) => new()
    {
        Id = row.Long("id"), Owner = row.Text("owner"), DateAdded = row.Moment("dateAdded"), LastModified = row.Moment("lastModified"),
        Description = row.Text("description"), Attributes = row.Rows("attributes", Attribute) ?? [], Tags = row.Texts("tags") ?? [],
        SecurityLabels = row.Texts("securityLabels") ?? [], Groups = row.Ids("groups"), Indicators = row.Ids("indicators"), Tasks = row.Ids("tasks"),
        Victims = row.Ids("victims"), Name = row.Text("name") ?? "", Org = row.Text("org"), Suborg = row.Text("suborg"),
        WorkLocation = row.Text("workLocation"), Nationality = row.Text("nationality"), Assets = row.Rows("assets", Asset) ?? [],
    };

    private static AssetRow Asset(BuiltInRow row) => new()
    {
        Id = row.Long("id"), Type = row.Text("type") ?? "", Value = row.Text("value") ?? "", Detail = row.Text("detail"),
    };

    private static TagRow Tag(BuiltInRow row) => new() { Owner = row.Text("owner"), Name = row.Text("name") ?? "", Description = row.Text("description") };

    private static SecurityLabelRow SecurityLabel(BuiltInRow row) => new()
    {
        Owner = row.Text("owner"), Name = row.Text("name") ?? "", Description = row.Text("description"), Color = row.Text("color"),
        DateAdded = row.Moment("dateAdded"),
    };

    private static DeletedIndicatorRow DeletedIndicator(BuiltInRow row) => new()
    {
        Owner = row.Text("owner"), Type = row.Text("type") ?? "", Summary = row.Text("summary") ?? "", DateAdded = row.Moment("dateAdded"),
    };
}
