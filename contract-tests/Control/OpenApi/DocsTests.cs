using System.Net;
using System.Text.RegularExpressions;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.OpenApi;

/// <summary>The reference pages at <c>/_emulator/docs</c>: every file comes from the emulator, and nothing from elsewhere.</summary>
[CancelAfter(60_000)]
partial class DocsTests
{
    private const string Page = "/_emulator/docs";

    [Test]
    public async Task The_page_loads_only_files_that_the_emulator_serves()
    {
        await using var running = await Running.InProcess("docs");

        var page = await Read(running, Page);

        var files = Address().Matches(page).Select(match => match.Groups["address"].Value).ToList();
        files.Should().HaveCount(5).And.OnlyContain(file => file.StartsWith("/_emulator/docs/", StringComparison.Ordinal));
        foreach (var file in files) (await Read(running, file)).Should().NotBeEmpty();
    }

    [Test]
    public async Task The_page_allows_no_inline_script_and_no_other_host()
    {
        await using var running = await Running.InProcess("docs");

        using var response = await running.Send("GET", Page);

        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self';").And.Contain("connect-src 'self';");
        policy.Should().NotContain("unsafe").And.NotContain("http").And.NotContain("*");
        (await response.Content.ReadAsStringAsync())
            .Should().NotContain("http:").And.NotContain("https:").And.NotMatchRegex("<script>|<style>");
    }

    [Test]
    public async Task With_a_control_token_the_page_loads_and_its_data_needs_the_token()
    {
        await using var running = await Running.InProcess(new EmulatorOptions { Dataset = "docs", ControlToken = "secret" });

        using var page = await running.Send("GET", Page);
        using var without = await running.Send("GET", "/_emulator/openapi/deso.json");
        using var with = await running.Send("GET", "/_emulator/openapi/deso.json", null, ("Authorization", "Bearer secret"));

        page.StatusCode.Should().Be(HttpStatusCode.OK);
        without.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        with.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [TestCase("index.html")]
    [TestCase("..%2Fdocs.js")]
    [TestCase("swagger-ui.js")]
    public async Task Another_file_is_not_found(string file)
    {
        await using var running = await Running.InProcess("docs");

        using var response = await running.Send("GET", $"{Page}/{file}");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task<string> Read(Running running, string target)
    {
        using var response = await running.Send("GET", target);
        response.StatusCode.Should().Be(HttpStatusCode.OK, target);
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("(?:src|href)=\"(?<address>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
