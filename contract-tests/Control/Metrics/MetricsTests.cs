using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Emulation.Control.Metrics;
using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Metrics;

/// <summary>What Prometheus reads, in its text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).</summary>
[CancelAfter(60_000)]
partial class MetricsTests
{
    private const string Target = "/_emulator/metrics";
    private const string Duration = "http_server_request_duration_seconds";

    [Test]
    public async Task Requests_are_counted_by_API_route_and_status()
    {
        await using var plane = await Plane.With();
        foreach (var target in (string[])["/v2/tasks/123456", "/worlds/mine/v2/tasks/123456", "/v2/tasks/9", "/v2/nothing", "/nowhere"])
            await plane.Ask("GET", target);
        await plane.Ask("FETCH", "/v2/tasks/123456");

        var samples = await Samples(plane.Running);

        Count("threatconnect", "GET", "/v2/tasks/{id}", 200).Should().Be(2, "worlds are counted together");
        Count("threatconnect", "GET", "/v2/tasks/{id}", 404).Should().Be(1);
        Count("threatconnect", "", "", 404).Should().Be(1, "no route has the path");
        Count("threatconnect", "", "", 405).Should().Be(1, "no route has the method");
        Count("outside", "", "", 404).Should().Be(1);
        samples.Keys.Count(key => key.StartsWith($"{Duration}_count", StringComparison.Ordinal))
            .Should().Be(5, "requests to the control plane are not counted");

        double Count(string api, string method, string route, int status) =>
            samples[$"{Duration}_count{Labels(api, method, route, status)}"];
    }

    [Test]
    public async Task Durations_add_up()
    {
        var machine = new HandClock(Plane.Noon);
        var totals = new RequestTotals(machine);
        await using var plane = await Plane.With();
        var call = CallOf(plane.Running, "/v2/owners");

        machine.Advance(TimeSpan.FromMilliseconds(1250));
        totals.Answered("default", call, new Reply(200));
        machine.Advance(TimeSpan.FromSeconds(1));
        totals.Answered("default", call, new Reply(200));
        machine.Advance(TimeSpan.FromHours(-1));
        totals.Answered("default", call, new Reply(200));

        var total = totals.All.Single().Statuses.Single();
        (total.Requests, total.Duration.TotalSeconds).Should().Be((3, 3.5), "a clock that is set back takes nothing away");
    }

    [Test]
    public async Task Counting_allocates_nothing_after_the_first_request_of_its_kind()
    {
        await using var plane = await Plane.With();
        var totals = new RequestTotals(TimeProvider.System);
        var (call, refused) = (CallOf(plane.Running, "/v2/owners"), new Reply(404));
        var replies = (Reply[])[new(200), refused, new(503)];
        foreach (var reply in replies) totals.Answered("default", call, reply);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) totals.Answered("default", call, replies[i % 3]);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Test]
    public void No_request_is_lost_when_many_are_counted_at_once()
    {
        var totals = new RouteTotals("threatconnect", null);

        Parallel.For(0, 100_000, i => totals.Of(200 + (i % 7)).Add(TimeSpan.FromTicks(1)));

        totals.Statuses.Should().HaveCount(7);
        totals.Statuses.Sum(one => one.Requests).Should().Be(100_000);
        totals.Statuses.Sum(one => one.Duration.Ticks).Should().Be(100_000);
    }

    [Test]
    public async Task Worlds_and_the_sizes_of_their_graphs_are_shown()
    {
        await using var plane = await Plane.With();
        await plane.Mark("APT", "mine");

        var samples = await Samples(plane.Running);

        samples["emulator_worlds"].Should().Be(2);
        foreach (var world in (string[])["default", "mine"])
        {
            var info = await plane.Do("GET", $"/worlds/{world}/_emulator/info");
            samples[$"emulator_graph_nodes{{emulator_world=\"{world}\"}}"]
                .Should().Be(info.GetProperty("nodes").EnumerateObject().Sum(kind => kind.Value.GetInt32()));
            samples[$"emulator_graph_links{{emulator_world=\"{world}\"}}"]
                .Should().Be(info.GetProperty("links").EnumerateObject().Sum(relation => relation.Value.GetInt32()));
        }
        samples["emulator_graph_links{emulator_world=\"mine\"}"]
            .Should().Be(samples["emulator_graph_links{emulator_world=\"default\"}"] + 1, "the tag is on an indicator");
    }

    [Test]
    public async Task It_is_a_text_in_the_format_of_Prometheus()
    {
        await using var running = await Running.OnKestrel("docs");
        using var first = await running.Send("GET", "/v2/owners");

        using var response = await running.Send("GET", Target);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; version=0.0.4; charset=utf-8");
        var text = await response.Content.ReadAsStringAsync();
        text.Should().EndWith("\n").And.NotContain("\r");
        var lines = text.TrimEnd('\n').Split('\n');
        lines.Should().OnlyContain(line => Line().IsMatch(line));
        lines.Where(line => line.StartsWith("# TYPE", StringComparison.Ordinal)).Should().OnlyHaveUniqueItems().And.HaveCount(4);
    }

    [TestCase(0.0000001, "0.0000001")]
    [TestCase(0.0000981, "0.0000981")]
    [TestCase(0, "0")]
    [TestCase(12.5, "12.5")]
    [TestCase(5_000_000_000_000_000, "5000000000000000")]
    public void Values_are_decimals_without_an_exponent(double value, string expected)
    {
        var text = new MetricsText();

        text.Sample("a", value);

        Encoding.UTF8.GetString(text.ToBytes()).Should().Be($"a {expected}\n");
    }

    [Test]
    public async Task It_needs_the_token_of_the_control_plane_and_is_in_no_journal()
    {
        await using var running = await Running.InProcess(new EmulatorOptions { Dataset = "docs", ControlToken = "secret" });

        using var without = await running.Send("GET", Target);
        using var with = await running.Send("GET", Target, null, ("Authorization", "Bearer secret"));
        using var journal = await running.Send("GET", "/_emulator/requests", null, ("Authorization", "Bearer secret"));

        without.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        with.StatusCode.Should().Be(HttpStatusCode.OK);
        (await journal.Content.ReadAsStringAsync()).Should().Contain("\"total\":0");
    }

    [Test]
    public void Labels_are_escaped()
    {
        var text = new MetricsText();

        text.Sample("a", 0.25, ("b", "back\\slash \"quoted\"\nline"), ("c", "é"));

        Encoding.UTF8.GetString(text.ToBytes()).Should().Be("""a{b="back\\slash \"quoted\"\nline",c="é"} 0.25""" + "\n");
    }

    private static Call CallOf(Running running, string path)
    {
        var (api, target) = (running.Apis.Single(api => api.Name == "threatconnect"), Emulation.Http.Target.Parse(path));
        return new Call
        {
            Api = api, Match = api.Find("GET", target), Graph = running.World.Store.Current, Method = "GET", Target = target,
            Headers = new Microsoft.AspNetCore.Http.HeaderDictionary(), Now = Plane.Noon, MachineNow = Plane.Noon,
        };
    }

    private static string Labels(string api, string method, string route, int status) =>
        $$"""{emulator_api="{{api}}",http_request_method="{{method}}",http_route="{{route}}",http_response_status_code="{{status}}"}""";

    private static async Task<Dictionary<string, double>> Samples(Running running)
    {
        using var response = await running.Send("GET", Target);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Where(line => line[0] != '#').ToDictionary(
            line => line[..line.LastIndexOf(' ')],
            line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture),
            StringComparer.Ordinal);
    }

    [GeneratedRegex("""
        ^(\#\ (HELP\ [a-z_]+\ .+|TYPE\ [a-z_]+\ (gauge|summary))
        |[a-z_]+(\{[a-z_]+="([^"\\]|\\["\\n])*"(,[a-z_]+="([^"\\]|\\["\\n])*")*\})?\ [0-9.e+-]+)$
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Line();
}
