using Emulation.Http;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Turns rows of the table into requests that find something in the dataset docs-9.</summary>
static class Paths
{
    private static readonly Dictionary<string, string> s_values = new(StringComparer.Ordinal)
    {
        ["/v2/groups/{type}"] = "/v2/groups/incidents",
        ["/v2/groups/incidents/{id}"] = "/v2/groups/incidents/12350",
        ["/v2/groups/adversaries/{id}"] = "/v2/groups/adversaries/12345",
        ["/v2/groups/documents/{id}"] = "/v2/groups/documents/12347",
        ["/v2/groups/reports/{id}"] = "/v2/groups/reports/12351",
        ["/v2/groups/signatures/{id}"] = "/v2/groups/signatures/12352",
        ["/v2/indicators/{type}"] = "/v2/indicators/hosts",
        ["/v2/indicators/hosts/{indicator}"] = "/v2/indicators/hosts/example.com",
        ["/v2/indicators/addresses/{indicator}"] = "/v2/indicators/addresses/192.168.0.1",
        ["/v2/indicators/files/{indicator}"] = "/v2/indicators/files/422AD421127685E3EF4A44B546258107",
        ["/v2/tasks/{id}"] = "/v2/tasks/1001",
        ["/v2/victims/{id}"] = "/v2/victims/2001",
        ["/v2/owners/{id}"] = "/v2/owners/1",
        ["{tagName}"] = "Phishing",
        ["{securityLabelName}"] = "TLP%3ARED",
        ["{associatedGroupType}"] = "malware",
        ["{associatedGroupId}"] = "12356",
        ["{groupType}"] = "malware",
        ["{groupId}"] = "12356",
        ["{associatedIndicatorType}"] = "urls",
        ["{associatedIndicator}"] = "http%3A%2F%2Fexample.com%2Fbad.php",
        ["{indicatorType}"] = "urls",
        ["{associationType}"] = "dnsPtrRecord",
        ["{fileAction}"] = "traffic",
        ["{victimAssetType}"] = "emailAddresses",
        ["{assetId}"] = "701",
        ["{victimId}"] = "2001",
        ["{associatedVictimId}"] = "2001",
        ["{taskId}"] = "1002",
        ["{associatedTaskId}"] = "1002",
        ["/v2/groups/incidents/12350/attributes/{attributeId}"] = "/v2/groups/incidents/12350/attributes/9001",
        ["/v2/indicators/hosts/example.com/attributes/{attributeId}"] = "/v2/indicators/hosts/example.com/attributes/9002",
        ["/v2/tasks/1001/attributes/{attributeId}"] = "/v2/tasks/1001/attributes/9003",
        ["/v2/victims/2001/attributes/{attributeId}"] = "/v2/victims/2001/attributes/9004",
        ["{assigneeId}"] = "johndoe%40example.com",
        ["{escalateeId}"] = "johndoe%40example.com",
        ["{userName}"] = "johndoe%40example.com",
        ["{fileOccurrenceId}"] = "1",
    };

    public static IReadOnlyList<Route> All { get; } =
        ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds()).Single(api => api.Name == "threatconnect").Routes;

    /// <summary>The row with its parameters filled in.</summary>
    public static string Fill(Route route)
    {
        var path = route.Path;
        foreach (var (template, value) in s_values) path = path.Replace(template, value, StringComparison.Ordinal);
        return path
            .Replace("{indicator}", "http%3A%2F%2Fexample.com%2Fbad.php", StringComparison.Ordinal)
            .Replace("{targetType}", path.Contains("actions", StringComparison.Ordinal) ? "hosts" : "addresses", StringComparison.Ordinal)
            .Replace(
                "{targetId}", path.Contains("actions", StringComparison.Ordinal) ? "example.com" : "192.168.0.1", StringComparison.Ordinal);
    }
}
