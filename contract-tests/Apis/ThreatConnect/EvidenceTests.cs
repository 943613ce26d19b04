using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>The status and the data key that the evidence states for a route, compared with a response from the dataset docs-9.</summary>
public class EvidenceTests
{
    // Of items that docs-9 does not have and a POST without a body does not make; each has tests of its own.
    private static readonly string[] s_withoutData =
    [
        "/v2/groups/adversaries/{id}/adversaryAssets/handles/{assetId}",
        "/v2/groups/adversaries/{id}/adversaryAssets/phoneNumbers/{assetId}",
        "/v2/groups/adversaries/{id}/adversaryAssets/urls/{assetId}",
        "/v2/groups/documents/{id}/download",
        "/v2/groups/reports/{id}/download",
        "/v2/indicators/bulk/{format}",
        "/v2/tasks/{id}/incidents/{incidentId}",
        "/v2/victims/{id}/victims/{victimId}",
        "/v2/customMetrics/{metricId}",
        "/v2/types/attributeTypes/{attributeTypeName}",
        "/v2/batch/{id}",
        "/v2/batch/{id}/errors",
        "/v2/batch/{id}/results",
    ];

    public static IEnumerable<TestCaseData> Reads() =>
        from row in Rows()
        let route = Paths.All.SingleOrDefault(route => route.Method == row.Method && route.Path == row.Path)
        where row.Method == "GET" && route is { Served: true } && !s_withoutData.Contains(row.Path)
        select new TestCaseData(Paths.Fill(route), row.Status, row.DataKey).SetArgDisplayNames(row.Path);

    [TestCaseSource(nameof(Reads))]
    public async Task A_read_answers_with_its_status_and_key(string target, int status, string? key)
    {
        await using var client = await Client.Of("docs-9");

        if ((await client.Get(target)).Status == 404) await client.Post(target);

        var answer = await client.Get(target);

        answer.Status.Should().Be(status, answer.Text);
        if (key is not null && !key.StartsWith('{')) answer.Data.EnumerateObject().Select(member => member.Name).Should().Contain(key);
    }

    private static IEnumerable<(string Method, string Path, int Status, string? DataKey)> Rows()
    {
        using var file = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "threatconnect", "routes.json")));
        return [.. file.RootElement.EnumerateArray().Select(row => (
            row.GetProperty("method").GetString()!,
            row.GetProperty("path").GetString()!,
            row.GetProperty("status").GetInt32(),
            row.TryGetProperty("dataKey", out var key) ? key.GetString() : null))];
    }
}
