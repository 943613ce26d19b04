using System.Net;
using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control;

class ControlTests
{
    [Test]
    public async Task Health_is_live_and_ready()
    {
        await using var emulator = await Running.OnKestrel("docs");

        (await emulator.Client.GetStringAsync("/_emulator/health/live")).Should().Be("""{"status":"live"}""");
        (await emulator.Client.GetStringAsync("/_emulator/health/ready")).Should().Be("""{"status":"ready"}""");
    }

    [Test]
    public async Task Info_tells_what_runs_with_what()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var info = JsonDocument.Parse(await emulator.Client.GetStringAsync("/_emulator/info"));

        info.RootElement.GetProperty("dataset").GetString().Should().Be("docs");
        info.RootElement.GetProperty("world").GetString().Should().Be("default");
        string[] members = ["version", "size", "seed", "auth", "baseUrls", "credentials", "nodes", "links", "graphVersion", "clock"];
        foreach (var member in members)
            info.RootElement.TryGetProperty(member, out _).Should().BeTrue(member);
    }

    [Test]
    public async Task Coverage_counts_documented_paths()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var coverage = JsonDocument.Parse(await emulator.Client.GetStringAsync("/_emulator/coverage"));

        var totals = coverage.RootElement.GetProperty("totals");
        totals.GetProperty("threatconnect").GetProperty("documentedPaths").GetInt32().Should().Be(146);
        totals.GetProperty("deso").GetProperty("documentedPaths").GetInt32().Should().Be(8);
        totals.GetProperty("threatwinds").GetProperty("documentedPaths").GetInt32().Should().Be(3);
        coverage.RootElement.GetProperty("routes").EnumerateArray().Should().OnlyContain(row =>
            row.GetProperty("provenance").GetString() == "documented" || row.GetProperty("provenance").GetString() == "reference"
                || row.GetProperty("provenance").GetString() == "client");
    }

    [Test]
    public async Task Reset_names_the_world_and_the_version()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var response = await emulator.Send("POST", "/worlds/a/_emulator/reset");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).Should().MatchRegex("""^\{"world":"a","graphVersion":\d+\}$""");
    }

    [TestCase("POST", "/_emulator/info", 405)]
    [TestCase("GET", "/_emulator/nothing", 404)]
    [TestCase("GET", "/_emulator/%zz", 400)]
    public async Task What_is_wrong_is_a_problem(string method, string target, int status)
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var response = await emulator.Send(method, target);

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [TestCase("Origin", "http://evil.example")]
    [TestCase("Host", "evil.example")]
    [TestCase("Origin", "null")]
    public async Task No_other_origin_or_host_drives_it_but_health_stays_open(string header, string value)
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var refused = await emulator.Send("GET", "/_emulator/info", null, (header, value));
        using var open = await emulator.Send("GET", "/_emulator/health/ready", null, (header, value));

        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        open.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_path_under_no_api_is_told_the_three_base_urls()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var response = await emulator.Send("GET", "/nope");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var text = await response.Content.ReadAsStringAsync();
        text.Should().Contain("/api/v2").And.Contain("/api/v0").And.Contain("/api/search/v1");
    }

    [Test]
    public async Task A_browser_gets_a_page_at_the_root_and_a_client_the_nodes_text()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var page = await emulator.Send(
            "GET", "/", null, ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        using var text = await emulator.Send("GET", "/", null, ("Accept", "*/*"));

        page.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await page.Content.ReadAsStringAsync()).Should().Contain("ThreatConnect").And.Contain("/_emulator/info");
        (await text.Content.ReadAsStringAsync()).Should().Be("Your DeSo node is running!\n");
    }

    [TestCase("a b", null, 400)]
    [TestCase("a", "b", 409)]
    public async Task A_world_that_cannot_be_entered_is_a_problem_on_api_routes_too(string header, string? prefix, int status)
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var response = await emulator.Send(
            "GET", (prefix is null ? "" : "/worlds/" + prefix) + "/v2/tasks", null, ("X-Emulator-World", header));

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }
}
