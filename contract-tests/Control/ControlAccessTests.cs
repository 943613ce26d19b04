using System.Net;
using System.Net.Http.Headers;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control;

/// <summary>Who may drive the control plane, seen from real sockets. What holds for it holds for WireMock's admin routes.</summary>
[CancelAfter(60_000)]
class ControlAccessTests
{
    private const string Health = "/_emulator/health/ready";
    private const string Secret = "open-sesame";

    private static readonly string[] s_control = ["/_emulator/info", "/_emulator/worlds", "/__admin/mappings", "/_emulator/nothing"];

    [Test]
    public async Task On_loopback_it_stands_open_and_nothing_is_said()
    {
        await using var door = await Door.At("http://127.0.0.1:0");

        (await door.Ask("/_emulator/info")).Should().Be(200);
        (await door.Ask("/_emulator/nothing")).Should().Be(404);
        door.Log.Should().BeEmpty();
    }

    [TestCase("http://0.0.0.0:0")]
    [TestCase("http://*:0")]
    public async Task On_every_address_it_is_closed_without_a_token_but_for_health_and_the_apis(string url)
    {
        await using var door = await Door.At(url);

        foreach (var target in s_control) (await door.Ask(target)).Should().Be(403, target);
        (await door.Ask(Health)).Should().Be(200);
        (await door.Ask("/v2/whoami", ("Authorization", Plane.Token))).Should().Be(200);
        door.Log.Should().StartWith("warning: the control plane is closed on http://0.0.0.0").And.Contain("--control-token");
    }

    [Test]
    public async Task A_loopback_address_beside_it_is_closed_too_when_nobody_can_tell_their_ports_apart()
    {
        await using var door = await Door.At("http://127.0.0.1:0;http://0.0.0.0:0");

        (await door.Ask("/_emulator/info", 0)).Should().Be(403);
        (await door.Ask("/_emulator/info", 1)).Should().Be(403);
        door.Log.Should().Contain("http://0.0.0.0").And.NotContain("127.0.0.1");
    }

    [Test]
    public async Task With_a_token_it_opens_to_whoever_has_it()
    {
        await using var door = await Door.At("http://0.0.0.0:0", options => options with { ControlToken = Secret });

        foreach (var target in s_control)
        {
            (await door.Ask(target)).Should().Be(401, target);
            (await door.Ask(target, ("Authorization", "Bearer open-sesam"))).Should().Be(401, target);
            (await door.Ask(target, ("Authorization", $"Basic {Secret}"))).Should().Be(401, target);
            (await door.Ask(target, ("Authorization", $"bearer {Secret}"))).Should().BeOneOf([200, 404], target);
        }
        (await door.Ask(Health)).Should().Be(200);
        door.Log.Should().StartWith("note: the control plane is open on http://0.0.0.0").And.NotContain(Secret);
    }

    [Test]
    public async Task A_token_is_wanted_on_loopback_too_and_the_refusal_names_the_scheme()
    {
        await using var door = await Door.At("http://127.0.0.1:0", options => options with { ControlToken = Secret });

        using var refused = await door.Send("/_emulator/info", 0);

        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.Should().Equal(new AuthenticationHeaderValue("Bearer"));
        refused.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [TestCase("Host", "evil.example", 403)]
    [TestCase("Host", "evil.example:5010", 403)]
    [TestCase("Host", "127.0.0.1.evil.example", 403)]
    [TestCase("Host", "localhost.evil.example", 403)]
    [TestCase("Host", "localhost", 200)]
    [TestCase("Host", "LOCALHOST:1", 200)]
    [TestCase("Host", "[::1]:5010", 200)]
    [TestCase("Host", "ci.example", 200)]
    [TestCase("Host", "192.0.2.7", 403)]
    [TestCase("Origin", "http://evil.example", 403)]
    [TestCase("Origin", "null", 403)]
    [TestCase("Origin", "http://127.0.0.1", 403)]
    [TestCase("Origin", "own", 200)]
    public async Task No_other_host_name_and_no_page_of_another_origin_drives_it(string header, string value, int status)
    {
        await using var door = await Door.At("http://127.0.0.1:0", options => options with { ControlHosts = ["ci.example"] });

        (await door.Ask("/_emulator/info", (header, value == "own" ? door.Origin : value))).Should().Be(status);
        (await door.Ask("/__admin/nothing", (header, value == "own" ? door.Origin : value))).Should().Be(status == 200 ? 404 : 403);
        (await door.Ask(Health, (header, value == "own" ? door.Origin : value))).Should().Be(200);
    }

    [Test]
    public async Task A_token_does_not_open_it_to_another_origin()
    {
        await using var door = await Door.At("http://127.0.0.1:0", options => options with { ControlToken = Secret });

        (await door.Ask("/_emulator/info", ("Authorization", $"Bearer {Secret}"), ("Origin", "http://evil.example"))).Should().Be(403);
        (await door.Ask("/_emulator/info", ("Authorization", $"Bearer {Secret}"))).Should().Be(200);
    }

    [Test]
    public async Task With_the_right_token_it_answers_under_every_host_name()
    {
        await using var door = await Door.At("http://127.0.0.1:0", options => options with { ControlToken = Secret });

        (await door.Ask("/_emulator/info", ("Authorization", $"Bearer {Secret}"), ("Host", "emulator:5010"))).Should().Be(200);
        (await door.Ask("/_emulator/info", ("Authorization", "Bearer another-token"), ("Host", "emulator:5010"))).Should().Be(403);
        (await door.Ask("/_emulator/info", ("Host", "emulator:5010"))).Should().Be(403);
    }

    [Test]
    public async Task A_refused_write_changes_nothing_and_a_world_does_not_get_around_the_door()
    {
        await using var door = await Door.At("http://127.0.0.1:0");

        (await door.Ask("/worlds/a/_emulator/info", ("Origin", "http://evil.example"))).Should().Be(403);
        (await door.Ask("/_emulator/info", ("Origin", "http://evil.example"), ("X-Emulator-World", "a"))).Should().Be(403);
    }

    /// <summary>An emulator on real sockets, and somebody who knocks.</summary>
    private sealed class Door : IAsyncDisposable
    {
        private readonly Emulator _emulator;
        private readonly StringWriter _log;
        private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

        private Door(Emulator emulator, StringWriter log) => (_emulator, _log) = (emulator, log);

        public string Log => _log.ToString();

        public string Origin => _emulator.Address.GetLeftPart(UriPartial.Authority);

        public static async Task<Door> At(string urls, Func<EmulatorOptions, EmulatorOptions>? options = null)
        {
            var log = new StringWriter();
            var docs = new EmulatorOptions { Dataset = "docs", Urls = urls.Split(';') };
            var emulator = await Emulator.StartAsync(options?.Invoke(docs) ?? docs, log);
            return new Door(emulator, log);
        }

        public Task<int> Ask(string target, params (string Name, string Value)[] headers) => Ask(target, 0, headers);

        public async Task<int> Ask(string target, int address, params (string Name, string Value)[] headers)
        {
            using var answer = await Send(target, address, headers);
            return (int)answer.StatusCode;
        }

        public Task<HttpResponseMessage> Send(string target, int address, params (string Name, string Value)[] headers)
        {
            var port = new Uri(_emulator.Addresses[address].Replace("[::]", "127.0.0.1", StringComparison.Ordinal)).Port;
            var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{target}");
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            return _client.SendAsync(request);
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await _emulator.DisposeAsync();
            await _log.DisposeAsync();
        }
    }
}
