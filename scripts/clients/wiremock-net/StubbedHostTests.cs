using System.Net.NetworkInformation;
using Emulation;
using NUnit.Framework;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

[Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class StubbedHostTests
{
    private const string Host = "/api/v2/indicators/hosts/example.org";

    private static Emulator s_emulator = null!;
    private static int[] s_portsBefore = null!;

    // Each test has its own world, with a WireMock.Net server of its own.
    private readonly string _world = TestContext.CurrentContext.Test.ID;

    private WireMockServer Server => s_emulator.World(_world).WireMock();

    [OneTimeSetUp]
    public static async Task Start()
    {
        s_portsBefore = Ports();
        s_emulator = await Emulator.StartAsync(EmulatorOptions.NoPort with { Dataset = "docs" }, TestContext.Progress);
    }

    [OneTimeTearDown]
    public static async Task Stop() => await s_emulator.DisposeAsync();

    [Test]
    public async Task A_stub_answers_one_request_and_the_stateful_api_all_others()
    {
        using var client = Client(_world);
        Server.Given(Request.Create().WithPath(Host).UsingGet().WithParam("owner", "Example Org"))
            .RespondWith(Response.Create().WithStatusCode(503));

        Assert.That(await Status(client, Host + "?owner=Example%20Org"), Is.EqualTo(503));
        Assert.That(await Status(client, Host), Is.EqualTo(200));
        using var deleted = await client.DeleteAsync(Host);
        Assert.That(await Status(client, Host), Is.EqualTo(404), "the API keeps its state beneath the stub");
    }

    // The snippet of the repository's README.
    [Test]
    public async Task The_first_request_gets_a_503_and_the_next_one_the_emulated_host()
    {
        WireMockServer mine = s_emulator.World(_world).WireMock();
        mine.Given(Request.Create().WithPath("/api/v2/indicators/hosts/*").UsingGet().WithParam("owner", "Example Org"))
            .InScenario("flaky").WillSetStateTo("ok")
            .RespondWith(Response.Create().WithStatusCode(503).WithBodyAsJson(new { path = "{{request.path}}" }).WithTransformer());
        using var client = Client(_world);

        Assert.That(await Status(client, Host + "?owner=Example%20Org"), Is.EqualTo(503));
        Assert.That(await client.GetStringAsync(Host + "?owner=Example%20Org"), Does.Contain("\"hostName\":\"example.org\""));
        Assert.That(mine.LogEntries, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_the_client_sent_is_verified()
    {
        using var client = Client(_world);
        Server.Given(Request.Create().WithPath("/api/v2/groups/*")).RespondWith(Response.Create().WithStatusCode(500));

        await Status(client, "/api/v2/groups/incidents");
        await Status(client, Host);

        Assert.That(Server.FindLogEntries(Request.Create().WithPath("/api/v2/groups/incidents").UsingGet()), Has.Count.EqualTo(1));
        Assert.That(Server.FindLogEntries(Request.Create().WithPath(Host).WithHeader("Authorization", "TC-Token *")), Has.Count.EqualTo(1));
        Assert.That(Server.LogEntries, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_scenario_fails_twice_and_then_lets_the_api_answer()
    {
        using var client = Client(_world);
        Server.Given(Request.Create().WithPath(Host)).InScenario("flaky").WillSetStateTo("once more")
            .RespondWith(Response.Create().WithStatusCode(503));
        Server.Given(Request.Create().WithPath(Host)).InScenario("flaky").WhenStateIs("once more").WillSetStateTo("over")
            .RespondWith(Response.Create().WithStatusCode(429));

        int[] seen = [await Status(client, Host), await Status(client, Host), await Status(client, Host)];

        Assert.That(seen, Is.EqualTo(new[] { 503, 429, 200 }));
    }

    [Test]
    public async Task A_transformer_sees_the_request_and_the_time_of_the_world()
    {
        using var client = Client(_world);
        s_emulator.World(_world).Clock.Freeze(new DateTimeOffset(2042, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Server.Given(Request.Create().WithPath("/api/v2/indicators/hosts/*"))
            .RespondWith(Response.Create().WithTransformer()
                .WithBodyAsJson(new { path = "{{request.path}}", day = "on {{DateTime.UtcNow \"yyyy-MM-dd\"}}" }));

        Assert.That(await client.GetStringAsync(Host), Is.EqualTo("{\"path\":\"" + Host + "\",\"day\":\"on 2042-01-01\"}"));
    }

    [Test]
    public void No_port_is_opened()
    {
        Server.Given(Request.Create().WithPath("/")).RespondWith(Response.Create());

        Assert.That(Ports().Except(s_portsBefore), Has.None.EqualTo(Server.Port));
    }

    [Test]
    public async Task A_hundred_worlds_at_once_each_answer_for_themselves()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            var world = $"{_world}-{number}";
            s_emulator.World(world).WireMock().Given(Request.Create().WithPath(Host)).RespondWith(Response.Create().WithBody(world));
            using var client = Client(world);
            return (world, await client.GetStringAsync(Host));
        }));

        Assert.That(answers, Has.All.Matches<(string World, string Answer)>(one => one.World == one.Answer));
    }

    private static async Task<int> Status(HttpClient client, string target)
    {
        using var response = await client.GetAsync(target);
        return (int)response.StatusCode;
    }

    private static HttpClient Client(string world)
    {
        var client = s_emulator.CreateClient(world);
        client.DefaultRequestHeaders.Add("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=");
        return client;
    }

    private static int[] Ports() => [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(end => end.Port)];
}
