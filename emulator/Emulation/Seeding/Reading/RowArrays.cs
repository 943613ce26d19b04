using Emulation.Seeding.Format;

namespace Emulation.Seeding.Reading;

/// <summary>The members of a dataset that are arrays of rows.</summary>
static class RowArrays
{
    private static readonly Dictionary<string, Action<DatasetFile, RowArray, DatasetJson>> s_assign = new(StringComparer.Ordinal)
    {
        ["members"]                = (file, rows, json) => file.Members = rows.Of(json.UserRow),
        ["verificationCodes"]      = (file, rows, json) => file.VerificationCodes = rows.Of(json.VerificationCodeRow),
        ["owners"]                 = (file, rows, json) => file.Owners = rows.Of(json.OwnerRow),
        ["indicatorTypes"]         = (file, rows, json) => file.IndicatorTypes = rows.Of(json.IndicatorTypeRow),
        ["associationTypes"]       = (file, rows, json) => file.AssociationTypes = rows.Of(json.AssociationTypeRow),
        ["attributeTypes"]         = (file, rows, json) => file.AttributeTypes = rows.Of(json.AttributeTypeRow),
        ["tags"]                   = (file, rows, json) => file.Tags = rows.Of(json.TagRow),
        ["securityLabels"]         = (file, rows, json) => file.SecurityLabels = rows.Of(json.SecurityLabelRow),
        ["victims"]                = (file, rows, json) => file.Victims = rows.Of(json.VictimRow),
        ["groups"]                 = (file, rows, json) => file.Groups = rows.Of(json.GroupRow),
        ["contents"]               = (file, rows, json) => file.Contents = rows.Of(json.ContentRow),
        ["indicators"]             = (file, rows, json) => file.Indicators = rows.Of(json.IndicatorRow),
        ["tasks"]                  = (file, rows, json) => file.Tasks = rows.Of(json.TaskRow),
        ["deletedIndicators"]      = (file, rows, json) => file.DeletedIndicators = rows.Of(json.DeletedIndicatorRow),
        ["customMetrics"]          = (file, rows, json) => file.CustomMetrics = rows.Of(json.CustomMetricRow),
        ["batchJobs"]              = (file, rows, json) => file.BatchJobs = rows.Of(json.BatchJobRow),
        ["bulkReports"]            = (file, rows, json) => file.BulkReports = rows.Of(json.BulkReportRow),
        ["profiles"]               = (file, rows, json) => file.Profiles = rows.Of(json.ProfileRow),
        ["posts"]                  = (file, rows, json) => file.Posts = rows.Of(json.PostRow),
        ["userAssociations"]       = (file, rows, json) => file.UserAssociations = rows.Of(json.AssociationRow),
        ["postAssociations"]       = (file, rows, json) => file.PostAssociations = rows.Of(json.AssociationRow),
        ["derivedKeys"]            = (file, rows, json) => file.DerivedKeys = rows.Of(json.DerivedKeyRow),
        ["transactions"]           = (file, rows, json) => file.Transactions = rows.Of(json.TransactionRow),
        ["entities"]               = (file, rows, json) => file.Entities = rows.Of(json.EntityRow),
        ["entityRelations"]        = (file, rows, json) => file.EntityRelations = rows.Of(json.EntityRelationRow),
        ["entityReports"]          = (file, rows, json) => file.EntityReports = rows.Of(json.EntityReportRow),
        ["entityRelationReports"]  = (file, rows, json) => file.EntityRelationReports = rows.Of(json.EntityRelationReportRow),
        ["entityComments"]         = (file, rows, json) => file.EntityComments = rows.Of(json.EntityCommentRow),
        ["scans"]                  = (file, rows, json) => file.Scans = rows.Of(json.ScanRow),
    };

    public static bool Has(string name) => s_assign.ContainsKey(name);

    public static void Assign(DatasetFile file, RowArray rows, DatasetJson json) => s_assign[rows.Name](file, rows, json);
}
