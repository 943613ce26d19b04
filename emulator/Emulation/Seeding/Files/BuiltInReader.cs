using System.Text.Json;

namespace Emulation.Seeding.Files;

/// <summary>
/// Reads the datasets that are built in, which are known to be right (a test reads each in both ways). The serializer's own metadata
/// costs 70 ms of just-in-time compilation at every start: its generic types over numbers and dates cannot be compiled ahead.
/// </summary>
static partial class BuiltInReader
{
    public static DatasetFile Read(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return File(new BuiltInRow(document.RootElement.Clone()));
    }

    private static DatasetFile File(BuiltInRow row) => new()
    {
        Chain = row.Row("chain", Chain), Profiles = row.Rows("profiles", Profile) ?? [], Posts = row.Rows("posts", Post) ?? [],
        UserAssociations = row.Rows("userAssociations", Association) ?? [], PostAssociations = row.Rows("postAssociations", Association) ?? [],
        DerivedKeys = row.Rows("derivedKeys", DerivedKey) ?? [], BatchEnabled = row.Flag("batchEnabled", true),
        CustomMetrics = row.Rows("customMetrics", CustomMetric) ?? [], BatchJobs = row.Rows("batchJobs", BatchJob) ?? [],
        Licensed = row.Flag("licensed", true), Exclusions = row.Texts("exclusions") ?? [], Owners = row.Rows("owners", Owner) ?? [],
        Members = row.Rows("members", User) ?? [], IndicatorTypes = row.Rows("indicatorTypes", IndicatorType) ?? [],
        AssociationTypes = row.Rows("associationTypes", AssociationType) ?? [], AttributeTypes = row.Rows("attributeTypes", AttributeType) ?? [],
        OpenAttributeTypes = row.Flag("openAttributeTypes"), Tags = row.Rows("tags", Tag) ?? [],
        SecurityLabels = row.Rows("securityLabels", SecurityLabel) ?? [], Groups = row.Rows("groups", Group) ?? [],
        Indicators = row.Rows("indicators", Indicator) ?? [], Tasks = row.Rows("tasks", Task) ?? [], Victims = row.Rows("victims", Victim) ?? [],
        DeletedIndicators = row.Rows("deletedIndicators", DeletedIndicator) ?? [], Entities = row.Rows("entities", Entity),
        EntityRelations = row.Rows("entityRelations", EntityRelation), EntityReports = row.Rows("entityReports", EntityReport),
        EntityRelationReports = row.Rows("entityRelationReports", EntityRelationReport), EntityComments = row.Rows("entityComments", EntityComment),
        Schema = row.Text("$schema"), Format = row.Int("format") ?? 0, Name = row.Text("name") ?? "", Start = row.Moment("start"),
        Credentials = row.Row("credentials", Credentials),
    };

    private static CredentialRows Credentials(BuiltInRow row) => new() { ThreatConnect = row.Rows("threatConnect", User), ThreatWinds = row.Rows("threatWinds", ThreatWindsUser) };
}
