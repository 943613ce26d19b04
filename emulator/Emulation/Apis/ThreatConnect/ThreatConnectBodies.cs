using System.Collections.Frozen;

namespace Emulation.Apis.ThreatConnect;

/// <summary>The schemas of request bodies by the names of rows. A row that is not listed reads no JSON.</summary>
static class ThreatConnectBodies
{
    private static readonly FrozenDictionary<string, string> s_bodies = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["groups.create"]                   = "CreateGroup",
        ["group.update"]                    = "UpdateGroup",
        ["group.publish"]                   = "PublishGroup",
        ["adversary.handles.create"]        = "HandleFields",
        ["adversary.handles.update"]        = "HandleFields",
        ["adversary.phoneNumbers.create"]   = "PhoneNumberFields",
        ["adversary.phoneNumbers.update"]   = "PhoneNumberFields",
        ["adversary.urls.create"]           = "UrlFields",
        ["adversary.urls.update"]           = "UrlFields",
        ["indicators.create"]               = "CreateIndicator",
        ["indicator.update"]                = "UpdateIndicator",
        ["indicator.observations.report"]   = "ReportObservation",
        ["file.occurrences.create"]         = "FileOccurrenceFields",
        ["file.occurrence.update"]          = "FileOccurrenceFields",
        ["labels.create"]                   = "CreateLabel",
        ["label.update"]                    = "UpdateLabel",
        ["tags.create"]                     = "CreateTag",
        ["tag.update"]                      = "UpdateTag",
        ["tasks.create"]                    = "CreateTask",
        ["task.update"]                     = "UpdateTask",
        ["victims.create"]                  = "VictimFields",
        ["victim.update"]                   = "VictimFields",
        ["victim.assets.create"]            = "VictimAssetFields",
        ["victim.asset.update"]             = "VictimAssetFields",
        ["metrics.create"]                  = "CreateMetric",
        ["metric.add"]                      = "AddMetricValue",
        ["batch.create"]                    = "CreateBatch",
        ["notifications.send"]              = "SendNotification",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Bodies that may be absent.
    private static readonly FrozenSet<string> s_optional = ["group.publish", "metric.add"];

    /// <summary>The schema of a row's JSON body; null: it reads none.</summary>
    public static string? SchemaOf(string row)
    {
        if (s_bodies.TryGetValue(row, out var schema)) return schema;
        // The attributes of every kind of item.
        if (row.EndsWith(".attributes.create", StringComparison.Ordinal)) return "CreateAttribute";
        return row.EndsWith(".attribute.update", StringComparison.Ordinal) ? "UpdateAttribute" : null;
    }

    public static bool IsRequired(string row) => !s_optional.Contains(row);
}
