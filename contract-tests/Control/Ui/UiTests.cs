using System.Net;
using System.Text.RegularExpressions;
using Emulation.Tests.House;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Ui;

/// <summary>The files of the dashboard: each comes from the emulator, holds no data, and may load nothing from elsewhere.</summary>
[CancelAfter(60_000)]
partial class UiTests
{
    private const string Start = "/_emulator/ui/";
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Test]
    public async Task Every_file_that_a_page_or_a_module_names_is_served()
    {
        await using var running = await Running.InProcess("docs");
        var (found, pending) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([Start]));

        while (pending.TryDequeue(out var target))
        {
            var text = await Read(running, target);
            foreach (Match match in Address().Matches(text))
            {
                var file = new Uri(new Uri("http://emulator" + target), match.Groups["address"].Value).AbsolutePath;
                if (file.StartsWith($"{Start}assets/", StringComparison.Ordinal) && found.Add(file)) pending.Enqueue(file);
            }
        }

        found.Should().Contain([$"{Start}assets/app.js", $"{Start}assets/pages/worlds.js", $"{Start}assets/parts/table.js"]);
        found.Should().HaveCountGreaterThan(20);
    }

    [TestCase(Start)]
    [TestCase("/_emulator/ui")]
    [TestCase("/_emulator/ui/requests")]
    [TestCase("/_emulator/ui/worlds?world=mine&tab=faults")]
    [TestCase("/worlds/mine/_emulator/ui/")]
    public async Task A_page_allows_no_inline_script_or_style_and_no_other_host(string target)
    {
        await using var running = await Running.InProcess("docs");

        using var response = await running.Send("GET", target);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self';").And.Contain("require-trusted-types-for 'script'");
        policy.Should().NotContain("unsafe").And.NotContain("http").And.NotContain("*").And.NotContain("data:");
        (await response.Content.ReadAsStringAsync())
            .Should().NotMatchRegex("<script>|<style>|style=|onclick=").And.NotContain("http:").And.NotContain("https:");
    }

    [Test]
    public async Task A_browser_gets_the_dashboard_at_the_root()
    {
        await using var running = await Running.InProcess("docs");

        using var page = await running.Send("GET", "/", null, ("Accept", Browser));

        (await page.Content.ReadAsStringAsync()).Should().Be(await Read(running, Start));
    }

    [Test]
    public async Task A_page_that_does_not_exist_is_a_page_with_status_404()
    {
        await using var running = await Running.InProcess("docs");

        using var page = await running.Send("GET", "/_emulator/ui/nowhere");

        page.StatusCode.Should().Be(HttpStatusCode.NotFound);
        page.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
    }

    [TestCase("assets/none.js")]
    [TestCase("assets/..%2Fdocs.js")]
    [TestCase("assets/pages/none.js")]
    public async Task Another_file_is_not_found(string file)
    {
        await using var running = await Running.InProcess("docs");

        using var response = await running.Send("GET", Start + file);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Test]
    public async Task With_a_control_token_the_pages_load_without_it()
    {
        await using var running = await Running.InProcess(new EmulatorOptions { Dataset = "docs", ControlToken = "secret" });

        using var root = await running.Send("GET", "/", null, ("Accept", Browser));
        using var page = await running.Send("GET", Start);
        using var data = await running.Send("GET", "/_emulator/info");

        root.StatusCode.Should().Be(HttpStatusCode.OK);
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        data.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task What_browsers_request_by_themselves_is_not_recorded()
    {
        await using var running = await Running.InProcess("docs");

        using var icon = await running.Send("GET", "/favicon.ico");
        using var root = await running.Send("GET", "/", null, ("Accept", Browser));

        icon.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
        (await Read(running, "/_emulator/requests")).Should().Contain("\"total\":0");
    }

    [Test]
    public void No_script_puts_a_text_into_the_document_as_html()
    {
        var wrong = Repository.Files("emulator/Emulation/Control/Ui/Assets", "*.js")
            .Where(file => Markup().IsMatch(file.Text))
            .Select(file => file.Name);

        wrong.Should().BeEmpty();
    }

    private static async Task<string> Read(Running running, string target)
    {
        using var response = await running.Send("GET", target);
        response.StatusCode.Should().Be(HttpStatusCode.OK, target);
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", RegexOptions.None, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex("""(?:src="|href="|from '|import\(')(?<address>[^"']+)["']""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
