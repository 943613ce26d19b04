using System.Diagnostics;
using System.Text;
using Emulation.Control.Events;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Events;

class EventTests
{
    private const string Host = "/api/v2/indicators/hosts/example.org";

    private static readonly (string, string) s_token = ("Authorization", Plane.Token);

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_request_is_an_event_as_soon_as_it_is_answered(bool onKestrel)
    {
        await using var running = await (onKestrel ? Running.OnKestrel("docs") : Running.InProcess("docs"));
        await using var listener = await Listener.On(running);
        (await listener.Next())!.Type.Should().Be("hello");

        await Send(running, "GET", $"{Host}?token=very-secret-token", s_token);

        var received = await listener.Next("request");
        var data = received.Data;
        listener.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        (data.GetProperty("api").GetString(), data.GetProperty("method").GetString(), data.GetProperty("status").GetInt32())
            .Should().Be(("threatconnect", "GET", 200));
        data.GetProperty("target").GetString().Should().StartWith(Host).And.NotContain("very-secret-token");
        data.GetProperty("world").GetString().Should().Be("default");
        var id = data.GetProperty("id").GetString();
        (await Get(running, $"/_emulator/requests/{id}")).Should().Contain(Host);
    }

    [Test]
    public async Task A_refused_request_has_its_reason()
    {
        await using var running = await Running.InProcess("docs");
        await using var listener = await Listener.On(running);

        await Send(running, "GET", Host);

        var data = (await listener.Next("request")).Data;
        data.GetProperty("status").GetInt32().Should().Be(403);
        data.GetProperty("reason").GetString().Should().Be("there is no Authorization header");
    }

    [Test]
    public async Task The_control_plane_and_the_icon_that_browsers_request_are_not_among_the_requests()
    {
        await using var running = await Running.InProcess("docs");
        await using var listener = await Listener.On(running);

        await Send(running, "GET", "/_emulator/info");
        await Send(running, "GET", "/favicon.ico");
        await Send(running, "GET", Host, s_token);

        (await listener.Next("request")).Data.GetProperty("target").GetString().Should().Be(Host);
        (await Get(running, "/_emulator/requests")).Should().Contain("\"total\":1");
    }

    [TestCase("PUT", "/_emulator/clock", """{"mode":"frozen"}""", "clock", "clock.set")]
    [TestCase("POST", "/_emulator/clock/advance", """{"by":"1s"}""", "clock", "clock.advance")]
    [TestCase("POST", "/_emulator/faults", """{"name":"f","effect":{"status":503}}""", "faults", "faults.create")]
    [TestCase("POST", "/_emulator/reset", null, "data", "reset")]
    [TestCase("POST", "/_emulator/snapshots/s", null, "snapshots", "snapshots.take")]
    public async Task A_change_by_a_control_route_is_an_event(string method, string target, string? body, string area, string action)
    {
        await using var running = await Running.InProcess("docs");
        await using var listener = await Listener.On(running);

        await Send(running, method, target, body);

        var data = (await listener.Next("change")).Data;
        data.GetProperty("area").GetString().Should().Be(area);
        data.GetProperty("action").GetString().Should().StartWith(action.Split('.')[0]);
        data.GetProperty("target").GetString().Should().Be(target);
    }

    [Test]
    public async Task A_refused_change_is_no_event()
    {
        await using var running = await Running.InProcess("docs");
        await using var listener = await Listener.On(running);

        await Send(running, "PUT", "/_emulator/clock", """{"mode":"backwards"}""");
        await Send(running, "PUT", "/_emulator/clock", """{"mode":"frozen"}""");
        await Send(running, "POST", "/_emulator/reset");

        (await listener.Next("change")).Data.GetProperty("action").GetString().Should().Be("clock.set");
        (await listener.Next("change")).Data.GetProperty("action").GetString().Should().Be("reset");
    }

    [Test]
    public async Task A_listener_gets_the_events_of_its_world_and_the_star_those_of_all()
    {
        await using var running = await Running.InProcess("docs");
        await using var ofA = await Listener.On(running, prefix: "/worlds/a");
        await using var ofAll = await Listener.On(running, "?world=*");

        await Send(running, "GET", $"/worlds/b{Host}", s_token);
        await Send(running, "GET", $"/worlds/a{Host}", s_token);

        (await ofA.Next("request")).Data.GetProperty("world").GetString().Should().Be("a");
        (await ofAll.Next("world")).Data.GetProperty("world").GetString().Should().Be("b");
        (await ofAll.Next("request")).Data.GetProperty("world").GetString().Should().Be("b");
        (await ofAll.Next("request")).Data.GetProperty("world").GetString().Should().Be("a");
    }

    [Test]
    public async Task The_stream_of_a_deleted_world_ends_and_its_name_is_unknown_afterwards()
    {
        await using var running = await Running.InProcess("docs");
        await Send(running, "PUT", "/_emulator/worlds/a");
        await using var listener = await Listener.On(running, "?world=a");
        await listener.Next("hello");

        await Send(running, "DELETE", "/_emulator/worlds/a");

        (await listener.Next("world")).Data.GetProperty("action").GetString().Should().Be("deleted");
        (await listener.Next()).Should().BeNull();
        await using var again = await Listener.On(running, "?world=a");
        ((int)again.Response.StatusCode).Should().Be(404);
        (await Get(running, "/_emulator/worlds")).Should().NotContain("\"a\"");
    }

    [Test]
    public async Task A_listener_that_comes_back_goes_on_after_the_last_event_that_it_has()
    {
        await using var running = await Running.InProcess("docs");
        Received first;
        await using (var listener = await Listener.On(running))
        {
            await Send(running, "GET", $"{Host}?n=1", s_token);
            first = await listener.Next("request");
        }
        await Send(running, "GET", $"{Host}?n=2", s_token);

        await using var again = await Listener.On(running, last: first.Id);

        (await again.Next())!.Data.GetProperty("resumed").GetBoolean().Should().BeTrue();
        (await again.Next("request")).Data.GetProperty("target").GetString().Should().Be($"{Host}?n=2");
    }

    [TestCase("1-1")]
    [TestCase("nonsense")]
    [TestCase("-5")]
    public async Task A_listener_with_an_id_of_another_process_learns_that_events_are_missing(string last)
    {
        await using var running = await Running.InProcess("docs");

        await using var listener = await Listener.On(running, last: last);

        (await listener.Next())!.Data.GetProperty("resumed").GetBoolean().Should().BeFalse();
        (await listener.Next())!.Type.Should().Be("missed");
    }

    [Test]
    public async Task Requests_are_events_when_the_journal_is_switched_off_too()
    {
        await using var running = await Running.InProcess("docs");
        await Send(running, "PUT", "/_emulator/journal", """{"enabled":false}""");
        await using var listener = await Listener.On(running);

        await Send(running, "GET", Host, s_token);

        (await listener.Next("request")).Data.GetProperty("id").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Test]
    public async Task More_listeners_than_allowed_are_refused_and_places_become_free_again()
    {
        await using var running = await Running.InProcess("docs");
        var listeners = new List<Listener>();
        for (var i = 0; i < EventHub.MaxListeners; i++) listeners.Add(await Listener.On(running));
        foreach (var listener in listeners) await listener.Next("hello");

        await using (var refused = await Listener.On(running)) ((int)refused.Response.StatusCode).Should().Be(429);
        foreach (var listener in listeners) await listener.DisposeAsync();

        var status = 429;
        for (var i = 0; i < 200 && status == 429; i++)
        {
            await using var next = await Listener.On(running);
            status = (int)next.Response.StatusCode;
        }
        status.Should().Be(200);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_stream_ends_when_the_emulator_stops(bool onKestrel)
    {
        await using var running = await (onKestrel ? Running.OnKestrel("docs") : Running.InProcess("docs"));
        await using var listener = await Listener.On(running);
        await listener.Next("hello");
        var watch = Stopwatch.StartNew();

        await running.Emulator.DisposeAsync();

        var end = async () => await listener.Next();
        try
        {
            (await end()).Should().BeNull();
        }
        catch (IOException)
        {
            // In process the connection is reset, as it is for every request that a stop interrupts.
        }
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), "the stop does not wait for the listener to leave");
    }

    [Test]
    public async Task Head_has_the_headers_and_no_body()
    {
        await using var running = await Running.OnKestrel("docs");

        using var response = await running.Send("HEAD", "/_emulator/events");

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    private static async Task Send(Running running, string method, string target, params (string, string)[] headers)
    {
        using var response = await running.Send(method, target, null, headers);
    }

    private static async Task Send(Running running, string method, string target, string? body)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await running.Send(method, target, content);
    }

    private static async Task<string> Get(Running running, string target)
    {
        using var response = await running.Send("GET", target);
        return await response.Content.ReadAsStringAsync();
    }
}
