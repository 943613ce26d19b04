namespace Emulation.Seeding.Files;

static partial class BuiltInReader
{
    private static EntityRow Entity(BuiltInRow row) => new()
    {
        Id = row.Text("id"), Type = row.Text("type") ?? "", Timestamp = row.Text("@timestamp") ?? "", LastSeen = row.Text("lastSeen"),
        FirstSeen = row.Text("firstSeen"), Reputation = row.Int("reputation") ?? 0, BestReputation = row.Int("bestReputation"),
        WorstReputation = row.Int("worstReputation"), Accuracy = row.Int("accuracy") ?? 1, WellKnown = row.Flag("wellKnown"), Tags = row.Texts("tags"),
        VisibleBy = row.Texts("visibleBy"), Attributes = row.Attributes("attributes"), Label = row.Text("label"), Description = row.Text("description"),
    };

    private static EntityRelationRow EntityRelation(BuiltInRow row) => new()
    {
        EntityId = row.Text("entityID") ?? "", RelatedEntityId = row.Text("relatedEntityID") ?? "", Mode = row.Text("mode") ?? "association",
        Timestamp = row.Text("@timestamp"), LastSeen = row.Text("lastSeen"), VisibleBy = row.Texts("visibleBy"),
    };

    private static EntityReportRow EntityReport(BuiltInRow row) => new()
    {
        Id = row.Guid("id"), EntityId = row.Text("entityID") ?? "", Timestamp = row.Text("@timestamp") ?? "", UserId = row.Guid("userID"),
        Reputation = row.Int("reputation"), Accuracy = row.Int("accuracy"), Tags = row.Texts("tags"), VisibleBy = row.Texts("visibleBy"),
        Attributes = row.Attributes("attributes"),
    };

    private static EntityRelationReportRow EntityRelationReport(BuiltInRow row) => new()
    {
        Id = row.Guid("id"), EntityId = row.Text("entityID") ?? "", RelatedEntityId = row.Text("relatedEntityID") ?? "",
        Timestamp = row.Text("@timestamp") ?? "", UserId = row.Guid("userID"), Mode = row.Text("mode"), VisibleBy = row.Texts("visibleBy"),
    };

    private static EntityCommentRow EntityComment(BuiltInRow row) => new()
    {
        Id = row.Guid("id"), EntityId = row.Text("entityID") ?? "", Timestamp = row.Text("@timestamp") ?? "", Comment = row.Text("comment") ?? "",
        UserId = row.Guid("userID"), ParentId = row.Guid("parentID"), VisibleBy = row.Texts("visibleBy"),
    };

    private static ThreatWindsUserRow ThreatWindsUser(BuiltInRow row) => new()
    {
        Id = row.Guid("id"), Alias = row.Text("alias") ?? "", FullName = row.Text("fullName") ?? "", Emails = row.Texts("emails") ?? [],
        Roles = row.Texts("roles") ?? [], Groups = row.Texts("groups") ?? [], Sessions = row.Rows("sessions", ThreatWindsSession) ?? [],
        KeyPairs = row.Rows("keyPairs", ThreatWindsKeyPair) ?? [],
    };

    private static ThreatWindsSessionRow ThreatWindsSession(BuiltInRow row) => new() { Bearer = row.Text("bearer") ?? "", ExpireAt = row.Moment("expireAt"), Verified = row.Flag("verified", true) };

    private static ThreatWindsKeyPairRow ThreatWindsKeyPair(BuiltInRow row) => new()
    {
        ApiKey = row.Text("apiKey") ?? "", ApiSecret = row.Text("apiSecret") ?? "", Name = row.Text("name"), ExpireAt = row.Moment("expireAt"),
        Verified = row.Flag("verified", true),
    };
}
