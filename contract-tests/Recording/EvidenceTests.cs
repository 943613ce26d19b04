using System.Text.Json;
using Emulation.Recordings.Drifts;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>Coverage shows when routes were last compared with the real service.</summary>
[CancelAfter(60_000)]
class EvidenceTests
{
    private readonly string _folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "evidence", TestContext.CurrentContext.Test.ID);

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task The_newest_report_of_a_route_is_shown()
    {
        Directory.CreateDirectory(_folder);
        await using var service = await Running.InProcess(new EmulatorOptions { Dataset = "docs", Evidence = _folder });
        var recorded = new Recorded(service);
        await recorded.Send("GET", "/v2/owners", null, answer => answer with { Status = 500 });
        EvidenceFile.Save(_folder, Captured.Noon, ReportJson.Of(await Report(recorded, service, Captured.Noon)));
        EvidenceFile.Save(_folder, Captured.Noon.AddDays(-3), ReportJson.Of(await Report(recorded, service, Captured.Noon.AddDays(-3))));
        await File.WriteAllTextAsync(Path.Combine(_folder, "other.json"), """{"drift":1,"compared":7}""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "broken.json"), "{");

        var routes = await Routes(service);

        var owners = routes.Single(route => Is(route, "GET", "/v2/owners")).GetProperty("compared");
        owners.GetProperty("at").GetDateTimeOffset().Should().Be(Captured.Noon);
        owners.GetProperty("upstream").GetString().Should().Be("https://upstream.example");
        owners.GetProperty("answers").GetInt32().Should().Be(1);
        owners.GetProperty("differences").GetInt32().Should().Be(1);
        routes.Single(route => Is(route, "GET", "/v2/owners/mine")).TryGetProperty("compared", out _).Should().BeFalse();
    }

    private static bool Is(JsonElement route, string method, string path) =>
        route.GetProperty("method").GetString() == method && route.GetProperty("path").GetString() == path;

    private static async Task<JsonElement[]> Routes(Running emulator)
    {
        using var document = JsonDocument.Parse(await emulator.Client.GetStringAsync("/_emulator/coverage"));
        return [.. document.RootElement.GetProperty("routes").EnumerateArray().Select(route => route.Clone())];
    }

    private static async Task<DriftReport> Report(Recorded recorded, Running emulator, DateTimeOffset compared) => new()
    {
        Source = "a.recording",
        Upstream = "https://upstream.example",
        Recorded = Captured.Noon,
        Compared = compared,
        Emulator = "emulator",
        Routes = DriftReport.Group(await recorded.CompareWith(emulator), AcceptedDifferences.None),
    };
}
