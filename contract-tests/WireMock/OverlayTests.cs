using System.IO.Compression;
using Emulation.Tests.Control;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Types;

namespace Emulation.Tests.WireMocks;

/// <summary>WireMock.Net answers what its mappings match; the emulated APIs answer the rest.</summary>
class OverlayTests
{
    private const string Host = "/api/v2/indicators/hosts/example.org";

    [Test]
    public async Task A_matching_mapping_answers_in_place_of_the_api()
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Host).UsingGet())
            .RespondWith(Response.Create().WithStatusCode(418).WithHeader("X-Kind", "stub").WithBody("short and stout"));

        using var response = await plane.Running.Send("GET", Host);

        ((int)response.StatusCode).Should().Be(418);
        response.Headers.GetValues("X-Kind").Should().Equal("stub");
        (await response.Content.ReadAsStringAsync()).Should().Be("short and stout");
        response.Headers.Contains("Date").Should().BeFalse("the date of the machine is not the world's");
    }

    [Test]
    public async Task What_no_mapping_matches_is_answered_by_the_api_which_keeps_its_state()
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Host).UsingGet().WithParam("owner", "Example Org"))
            .RespondWith(Response.Create().WithStatusCode(503));

        (await plane.Ask("DELETE", Host)).Status.Should().Be(200);
        (await plane.Ask("GET", Host)).Status.Should().Be(404);
        (await plane.Ask("GET", Host + "?owner=Example%20Org")).Status.Should().Be(503);
    }

    [Test]
    public async Task A_body_reaches_the_mapping_and_then_the_api()
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().UsingPost().WithBody(new JsonPartialMatcher(new { name = "stubbed" })))
            .RespondWith(Response.Create().WithStatusCode(202));

        (await plane.Ask("POST", "/v2/groups/incidents", """{"name":"stubbed"}""")).Status.Should().Be(202);
        (await plane.Ask("POST", "/v2/groups/incidents", """{"name":"real","eventDate":"2017-10-31T00:00:00Z"}""")).Status.Should().Be(201);
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    public async Task A_compressed_body_is_matched_decompressed(string encoding)
    {
        await using var plane = await Plane.With();
        var json = new JsonMatcher("""{"a":1}""");
        plane.Running.World.WireMock().Given(Request.Create().UsingPost().WithBody(json).WithHeader("Content-Encoding", encoding))
            .RespondWith(Response.Create().WithStatusCode(202));

        using var response = await plane.Running.Send("POST", "/x", Compressed("{\"a\":1}"u8, encoding), ("Content-Encoding", encoding));

        ((int)response.StatusCode).Should().Be(202);
    }

    [Test]
    public async Task A_template_sees_the_request_and_the_time_of_the_world()
    {
        await using var plane = await Plane.With();
        plane.Running.World.Clock.Freeze(new DateTimeOffset(2042, 3, 4, 5, 6, 7, TimeSpan.Zero));
        plane.Running.World.WireMock().Given(Request.Create().WithPath("/api/v2/*"))
            .RespondWith(Response.Create().WithBody("{{request.path}} {{DateTime.UtcNow \"yyyy-MM-dd HH:mm:ss\"}}").WithTransformer());

        var told = await plane.Ask("GET", "/worlds/default/api/v2/whoami");

        told.Text.Should().Be("/api/v2/whoami 2042-03-04 05:06:07", "a world's prefix is not part of the path");
    }

    [Test]
    public async Task A_callback_is_called_with_the_request()
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().WithPath("/echo").UsingPost())
            .RespondWith(Response.Create().WithBody(request => $"{request.Method} {request.Body} {request.GetParameter("q")?.ToString()}"));

        (await plane.Ask("POST", "/echo?q=a%2Fb", "text")).Text.Should().Be("POST text a/b");
    }

    [Test]
    public async Task A_scenario_goes_on_with_each_request()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        server.Given(Request.Create().WithPath(Host)).InScenario("flaky").WillSetStateTo("second")
            .RespondWith(Response.Create().WithStatusCode(503));
        server.Given(Request.Create().WithPath(Host)).InScenario("flaky").WhenStateIs("second").WillSetStateTo("over")
            .RespondWith(Response.Create().WithStatusCode(429));

        (await plane.Ask("GET", Host)).Status.Should().Be(503);
        (await plane.Ask("GET", Host)).Status.Should().Be(429);
        (await plane.Ask("GET", Host)).Status.Should().Be(200);
        server.Scenarios.Should().ContainSingle().Which.NextState.Should().Be("over");
    }

    [Test]
    public async Task Its_request_log_has_what_it_answered_and_what_it_passed_on()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        server.Given(Request.Create().WithPath("/stub")).RespondWith(Response.Create());

        await plane.Ask("GET", "/stub");
        await plane.Ask("GET", Host);

        server.LogEntries.Should().HaveCount(2);
        server.FindLogEntries(Request.Create().WithPath(Host).UsingGet()).Should().ContainSingle().Which.MappingGuid.Should().BeNull();
    }

    [Test]
    public async Task The_journal_names_the_mapping_by_its_id_and_title()
    {
        await using var plane = await Plane.With();
        var id = Guid.Parse("5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11");
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Host)).WithGuid(id).WithTitle("no host")
            .RespondWith(Response.Create().WithStatusCode(404));

        await plane.Ask("GET", Host);

        var entry = (await plane.Do("GET", "/_emulator/requests")).GetProperty("requests")[0];
        entry.GetProperty("stub").GetString().Should().Be($"{id} no host");
        entry.GetProperty("status").GetInt32().Should().Be(404);
        entry.GetProperty("route").GetProperty("path").GetString().Should().Be("/v2/indicators/{type}/{indicator}");
    }

    [Test]
    public async Task A_fault_rule_applies_on_top_of_a_mapping()
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Host)).RespondWith(Response.Create().WithStatusCode(202));
        await plane.Do("POST", "/_emulator/faults", """{"name":"down","effect":{"status":500}}""");

        (await plane.Ask("GET", Host)).Status.Should().Be(500);
    }

    [Test]
    public async Task A_stub_of_WireMocks_dialect_comes_before_a_mapping_and_only_one_of_them_is_asked()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        server.Given(Request.Create().WithPath(Host)).RespondWith(Response.Create().WithStatusCode(202));
        await plane.Do("POST", "/__admin/mappings", "{\"request\":{\"urlPath\":\"" + Host + "\"},\"response\":{\"status\":203}}");

        (await plane.Ask("GET", Host)).Status.Should().Be(203);
        server.LogEntries.Should().BeEmpty();
    }

    [TestCase(204)]
    [TestCase(304)]
    public async Task A_status_without_a_body_is_sent_without_one(int status)
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Host))
            .RespondWith(Response.Create().WithStatusCode(status).WithBody("ignored"));

        var told = await plane.Ask("GET", Host);

        told.Status.Should().Be(status);
        told.Text.Should().BeEmpty();
    }

    [Test]
    public async Task HEAD_has_the_length_that_the_mapping_names()
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Host).UsingHead())
            .RespondWith(Response.Create().WithHeader("Content-Length", "1234"));

        using var response = await plane.Running.Send("HEAD", Host);

        response.Content.Headers.ContentLength.Should().Be(1234);
    }

    [Test]
    public async Task A_mapping_can_ask_for_the_clients_address_and_the_header()
    {
        await using var running = await Support.Running.OnKestrel("docs");
        running.World.WireMock()
            .Given(Request.Create().WithPath("/api/v2/whoami").WithHeader("X-Probe", "yes").WithClientIP("127.0.0.1"))
            .RespondWith(Response.Create().WithStatusCode(202));

        using var matched = await running.Send("GET", "/api/v2/whoami", null, ("X-Probe", "yes"));
        using var passed = await running.Send("GET", "/api/v2/whoami");

        ((int)matched.StatusCode).Should().Be(202);
        ((int)passed.StatusCode).Should().Be(403);
    }

    [Test]
    public async Task A_hundred_worlds_at_once_give_each_request_its_own_answer()
    {
        await using var plane = await Plane.With();
        var worlds = Enumerable.Range(0, 100).Select(i => plane.Running.Emulator.World($"w{i}")).ToList();
        foreach (var world in worlds)
            world.WireMock().Given(Request.Create().WithPath("/who")).RespondWith(Response.Create().WithBody(world.Name));

        var answers = await Task.WhenAll(worlds.SelectMany(world => Enumerable.Range(0, 5).Select(async _ =>
            (world.Name, (await plane.Ask("GET", "/who", null, ("X-Emulator-World", world.Name))).Text))));

        answers.Should().OnlyContain(answer => answer.Name == answer.Text);
    }

    [Test]
    public async Task Many_requests_at_once_each_get_the_answer_that_is_theirs()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        server.Given(Request.Create().WithPath("/echo").UsingGet())
            .RespondWith(Response.Create().WithBody(request => request.GetParameter("n")![0]));
        server.Given(Request.Create().WithPath("/late")).RespondWith(Response.Create().WithDelay(1).WithStatusCode(202));

        var right = await Task.WhenAll(Enumerable.Range(0, 2000).Select(async n => (n % 4) switch
        {
            0 => (await plane.Ask("GET", $"/echo?n={n}")).Text == $"{n}",
            1 => (await plane.Ask("GET", Host)).Status == 200,
            2 => (await plane.Ask("GET", "/late")).Status == 202,
            _ => (await plane.Ask("GET", "/nothing")).Status == 404,
        }));

        right.Should().NotContain(false);
        server.LogEntries.Should().HaveCountLessThanOrEqualTo(1000, "the log is bounded");
    }

    [Test]
    public void The_library_does_not_refer_to_it()
    {
        var names = typeof(Emulator).Assembly.GetReferencedAssemblies().Select(reference => reference.Name);

        names.Should().NotContain(name => name!.StartsWith("WireMock", StringComparison.Ordinal));
    }

    private static ByteArrayContent Compressed(ReadOnlySpan<byte> text, string encoding)
    {
        var bytes = new MemoryStream();
        const CompressionMode Mode = CompressionMode.Compress;
        using (Stream stream = encoding == "gzip" ? new GZipStream(bytes, Mode) : new DeflateStream(bytes, Mode)) stream.Write(text);
        return new ByteArrayContent(bytes.ToArray()) { Headers = { ContentType = new("application/json") } };
    }
}
