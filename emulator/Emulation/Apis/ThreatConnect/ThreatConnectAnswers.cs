using Emulation.Graphs.ThreatConnect;
using Emulation.Http.Descriptions;

namespace Emulation.Apis.ThreatConnect;

/// <summary>
/// The schemas of envelopes: one object, or a page of them, under its documented key in <c>data</c>. The key of a typed item is the
/// name of its type, so the envelope has a member for each type.
/// </summary>
static class ThreatConnectAnswers
{
    private const string Count =
        """{"type":"integer","format":"int64","minimum":0,"description":"On the first page: the number of all items."}""";
    private const string NewBatch =
        """{"type":"object","required":["batchId"],"properties":{"batchId":{"type":"integer","format":"int64"}}}""";
    private const string Groups = "{groupEntity}";
    private const string Indicators = "{indicatorEntity}";
    private const string Assets = "{victimAssetEntity}";

    // The object under a documented key.
    private static readonly Dictionary<string, string> s_objects = new(StringComparer.Ordinal)
    {
        ["adversaryHandle"]      = "AdversaryHandle",
        ["adversaryPhoneNumber"] = "AdversaryPhoneNumber",
        ["adversaryUrl"]         = "AdversaryUrl",
        ["associationType"]      = "AssociationType",
        ["attribute"]            = "Attribute",
        ["attributeType"]        = "AttributeType",
        ["customMetricConfig"]   = "CustomMetric",
        ["fileOccurrence"]       = "FileOccurrence",
        ["incident"]             = "Incident",
        ["indicatorType"]        = "IndicatorType",
        ["owner"]                = "Owner",
        ["securityLabel"]        = "SecurityLabel",
        ["tag"]                  = "Tag",
        ["task"]                 = "Task",
        ["user"]                 = "User",
        ["victim"]               = "Victim",
    };

    // Those that only single answers have.
    private static readonly Dictionary<string, string> s_onlySingle = new(StringComparer.Ordinal)
    {
        ["batchStatus"]      = "BatchStatus",
        ["bulkStatus"]       = "BulkStatus",
        ["falsePositive"]    = "FalsePositive",
        ["observationCount"] = "ObservationCount",
    };

    // Those that only lists have.
    private static readonly Dictionary<string, string> s_onlyListed = new(StringComparer.Ordinal)
    {
        ["bucketAsset"]   = "AdversaryAssetEntry",
        ["dnsResolution"] = "DnsResolution",
        ["group"]         = "GroupEntry",
        ["indicator"]     = "IndicatorEntry",
        ["observation"]   = "Observation",
        ["ownerMetric"]   = "OwnerMetric",
        ["victimAsset"]   = "VictimAssetEntry",
    };

    // Rows whose objects are not those of their key.
    private static readonly Dictionary<string, string> s_byRow = new(StringComparer.Ordinal)
    {
        ["whoami"]                     = "CurrentUserAnswer",
        ["owners.members"]             = "Members",
        ["indicators.deleted"]         = "DeletedIndicatorPage",
        ["indicators.deleted-of-type"] = "DeletedIndicatorPage",
        ["indicators.observed"]        = "ObservedIndicatorPage",
        ["batch.create"]               = "NewBatchAnswer",
        ["metric.add"]                 = "MetricValue",
        ["app-auth"]                   = "TokenAnswer",
    };

    // The types of group that have members of their own.
    private static readonly GroupType[] s_detailed =
    [
        GroupType.Campaign, GroupType.Document, GroupType.Email, GroupType.Event, GroupType.Incident, GroupType.Report, GroupType.Signature,
    ];

    /// <summary>The schema of a row's answer; null: success without data.</summary>
    public static string? SchemaOf(string row, string? key)
    {
        if (s_byRow.TryGetValue(row, out var own)) return own;
        if (key is null) return null;
        var isList = IsList(row) || s_onlyListed.ContainsKey(key);
        var suffix = isList ? "Page" : "Answer";
        return key switch
        {
            Groups => $"Group{suffix}",
            Indicators => $"Indicator{suffix}",
            Assets => $"VictimAsset{suffix}",
            _ => (s_objects.GetValueOrDefault(key) ?? (isList ? s_onlyListed : s_onlySingle)[key]) + suffix,
        };
    }

    private static bool IsList(string row) =>
        row == "indicator.owners" || row.StartsWith("types.", StringComparison.Ordinal) || row.Contains("list", StringComparison.Ordinal);

    /// <summary>Every envelope.</summary>
    public static IEnumerable<NamedJson> Envelopes() =>
    [
        .. s_objects.Concat(s_onlySingle).Append(new("user", "CurrentUser"))
            .Select(pair => Single(pair.Value, [(pair.Key, pair.Value)], isOneOf: false)),
        .. s_objects.Concat(s_onlyListed).Append(new("indicator", "DeletedIndicator")).Append(new("indicator", "ObservedIndicator"))
            .Select(pair => Page(pair.Value, [(pair.Key, pair.Value)], isOneOf: false)),
        Single("Group", OfGroups(), isOneOf: true),
        Page("Group", OfGroups(), isOneOf: true),
        Single("Indicator", OfIndicators(), isOneOf: true, others: "CustomIndicator"),
        Page("Indicator", OfIndicators(), isOneOf: true, others: "CustomIndicator"),
        Single("VictimAsset", OfAssets(), isOneOf: true),
        Page("VictimAsset", OfAssets(), isOneOf: true),
        Envelope("NewBatchAnswer", NewBatch),
    ];

    private static IEnumerable<(string Key, string Schema)> OfGroups() =>
        GroupType.All.Select(type => (type.Entity, s_detailed.Contains(type) ? type.Name : "Group"));

    private static IEnumerable<(string Key, string Schema)> OfIndicators() =>
        IndicatorTypes.BuiltIn.All.Select(type => (type.Entity, type.Custom ? "CustomIndicator" : Capitalized(type.Entity)));

    private static IEnumerable<(string Key, string Schema)> OfAssets() =>
        AssetType.All.Select(type => (type.Entity, Capitalized(type.Entity)));

    private static NamedJson Single(
        string name, IEnumerable<(string Key, string Schema)> members, bool isOneOf, string? others = null)
    {
        var referred = members.Select(member => (member.Key, Reference(member.Schema)));
        return Envelope($"{name}Answer", Data(referred, isOneOf, others is null ? null : Reference(others)));
    }

    private static NamedJson Page(string name, IEnumerable<(string Key, string Schema)> members, bool isOneOf, string? others = null)
    {
        // Metrics come without the number of all.
        var arrays = members.Select(member => (member.Key, Array(member.Schema)));
        if (name != "OwnerMetric") arrays = arrays.Prepend(("resultCount", Count));
        return Envelope($"{name}Page", Data(arrays, isOneOf, others is null ? null : Array(others)));
    }

    private static NamedJson Envelope(string name, string data) => new(name, $$"""
        {"type":"object","required":["status","data"],"properties":{"status":{"type":"string","const":"Success"},"data":{{data}} } }
        """);

    /// <summary>The schema of <c>data</c>; with one of several members, none of them is required.</summary>
    private static string Data(IEnumerable<(string Key, string Schema)> members, bool isOneOf, string? others)
    {
        var all = members.ToList();
        var properties = string.Join(',', all.Select(member => $"\"{member.Key}\":{member.Schema}"));
        var required = isOneOf ? "" : $"\"required\":[\"{all[^1].Key}\"],";
        var additional = others is null ? "" : $",\"additionalProperties\":{others}";
        return $$"""{"type":"object",{{required}}"properties":{ {{properties}} }{{additional}} }""";
    }

    private static string Reference(string schema) => $$"""{"$ref":"#/components/schemas/{{schema}}"}""";

    private static string Array(string schema) => $$"""{"type":"array","items":{{Reference(schema)}} }""";

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
