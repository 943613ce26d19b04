using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Emulation.Seeding;

namespace Emulation.Tests.InProcess;

/// <summary>An emulator in the process of a user's own tests.</summary>
[CancelAfter(120_000)]
class EmulatorTests
{
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";
    private const string Host = "/api/v2/indicators/hosts/example.org";

    private static readonly EmulatorOptions s_docs = EmulatorOptions.NoPort with { Dataset = "docs" };

    [Test]
    public async Task The_address_the_client_and_the_handler_give_the_same_answer()
    {
        await using var emulator = await Emulator.StartAsync(EmulatorOptions.FreePort with { Dataset = "docs" });
        using var over = new HttpClient { BaseAddress = emulator.Address };
        using var client = emulator.CreateClient();
        using var straight = new HttpClient(emulator.CreateHandler()) { BaseAddress = new Uri("https://api.vendor.example") };

        var answers = new[] { await Get(over, Host), await Get(client, Host), await Get(straight, Host) };

        emulator.Address.Port.Should().NotBe(0);
        emulator.Addresses.Should().Equal(emulator.Address.GetLeftPart(UriPartial.Authority));
        answers.Distinct(StringComparer.Ordinal).Should().ContainSingle().Which.Should().Contain("example.org");
    }

    [Test]
    public async Task Without_options_it_takes_a_free_port_and_the_data_is_in_place()
    {
        await using var emulator = await Emulator.StartAsync();
        using var client = emulator.CreateClient();

        (await Get(client, Host)).Should().Contain("example.org");
    }

    [Test]
    public async Task Without_a_port_there_is_no_address_and_the_client_asks_in_process()
    {
        await using var emulator = await Emulator.StartAsync(s_docs);
        using var client = emulator.CreateClient();

        emulator.Addresses.Should().BeEmpty();
        FluentActions.Invoking(() => emulator.Address).Should().Throw<InvalidOperationException>().WithMessage("*CreateClient*");
        (await Get(client, Host)).Should().Contain("example.org");
        (await client.GetStringAsync("/_emulator/health/ready")).Should().Be("""{"status":"ready"}""");
    }

    [Test]
    public async Task A_client_of_a_world_is_in_that_world()
    {
        await using var emulator = await Emulator.StartAsync(s_docs);
        using var mine = emulator.CreateClient("mine");
        using var other = emulator.CreateClient();

        using var deleted = await Ask(mine, HttpMethod.Delete, Host);
        using var gone = await Ask(mine, HttpMethod.Get, Host);
        using var there = await Ask(other, HttpMethod.Get, Host);

        (deleted.StatusCode, gone.StatusCode, there.StatusCode)
            .Should().Be((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK));
    }

    [Test]
    public async Task A_world_is_put_back_and_its_time_moved_without_a_request()
    {
        await using var emulator = await Emulator.StartAsync(s_docs);
        using var client = emulator.CreateClient("mine");
        var world = emulator.World("mine");
        var before = world.State;
        using var deleted = await Ask(client, HttpMethod.Delete, Host);

        world.Restore(before);
        world.Clock.Freeze(new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero));

        (await Get(client, Host)).Should().Contain("example.org");
        (await client.GetStringAsync("/_emulator/clock")).Should().Contain("2031-01-01T00:00:00Z");
    }

    [TestCase("a b")]
    [TestCase("")]
    public async Task A_bad_name_of_a_world_is_refused_at_once(string name)
    {
        await using var emulator = await Emulator.StartAsync(s_docs);

        FluentActions.Invoking(() => emulator.CreateClient(name)).Should().Throw<ArgumentException>().WithMessage("*1 to 64 letters*");
    }

    [Test]
    public async Task Refusals_are_told_with_their_reason()
    {
        await using var log = new StringWriter();
        await using var emulator = await Emulator.StartAsync(s_docs, log);
        using var client = emulator.CreateClient();

        using var refused = await client.GetAsync(Host);

        log.ToString().Should().Contain("refused 403 GET /api/v2/indicators/hosts/example.org: there is no Authorization header");
    }

    [Test]
    public async Task A_client_follows_no_redirect()
    {
        await using var emulator = await Emulator.StartAsync(EmulatorOptions.FreePort with { Dataset = "docs" });
        using var over = emulator.CreateClient();
        using var straight = new HttpClient(emulator.CreateHandler());

        using var first = await over.GetAsync("/api/v0/user-associations/");
        using var second = await straight.GetAsync("http://localhost/api/v0/user-associations/");

        first.StatusCode.Should().Be(second.StatusCode);
        first.Headers.Location.Should().Be(second.Headers.Location);
    }

    [Test]
    public async Task An_option_that_cannot_be_is_refused_by_name()
    {
        await FluentActions.Awaiting(() => Emulator.StartAsync(s_docs with { Dataset = "dosc" }))
            .Should().ThrowAsync<OptionError>().WithMessage("dosc is not a dataset; give one of demo, docs,*");
        await FluentActions.Awaiting(() => Emulator.StartAsync(s_docs with { Dataset = "./no.json" })).Should().ThrowAsync<DatasetError>();
    }

    [Test]
    public async Task A_port_in_use_is_refused_by_name()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await FluentActions.Awaiting(() => Emulator.StartAsync(s_docs with { Urls = [$"http://{other.LocalEndpoint}"] }))
            .Should().ThrowAsync<OptionError>().WithMessage("*is in use*");
    }

    [Test]
    public async Task After_its_end_nobody_is_answered_and_it_may_end_twice()
    {
        var emulator = await Emulator.StartAsync(EmulatorOptions.FreePort with { Dataset = "docs" });
        using var over = new HttpClient { BaseAddress = emulator.Address };
        using var straight = new HttpClient(emulator.CreateHandler()) { BaseAddress = emulator.Address };
        (await over.GetStringAsync("/_emulator/health/live")).Should().Contain("live");

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        await FluentActions.Awaiting(() => over.GetAsync("/_emulator/health/live")).Should().ThrowAsync<HttpRequestException>();
        await FluentActions.Awaiting(() => straight.GetAsync("/_emulator/health/live")).Should().ThrowAsync<HttpRequestException>();
    }

    [Test, NonParallelizable]
    public async Task A_hundred_at_once_have_nothing_in_common_and_leave_no_port_and_no_thread()
    {
        await (await Emulator.StartAsync(EmulatorOptions.FreePort with { Dataset = "docs" })).DisposeAsync();
        var before = ThreadsBesideThePool();

        var emulators = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Emulator.StartAsync(EmulatorOptions.FreePort with { Dataset = "docs" })));
        var addresses = emulators.Select(emulator => emulator.Address).ToArray();
        for (var i = 0; i < emulators.Length; i += 2)
        {
            using var client = emulators[i].CreateClient();
            using var deleted = await Ask(client, HttpMethod.Delete, Host);
            deleted.StatusCode.Should().Be(HttpStatusCode.OK);
        }
        var found = new List<bool>();
        foreach (var emulator in emulators)
        {
            using var client = emulator.CreateClient();
            using var answer = await Ask(client, HttpMethod.Get, Host);
            found.Add(answer.IsSuccessStatusCode);
        }
        await Task.WhenAll(emulators.Select(emulator => emulator.DisposeAsync().AsTask()));

        found.Should().Equal(Enumerable.Range(0, 100).Select(i => i % 2 == 1));
        addresses.Should().OnlyHaveUniqueItems();
        foreach (var address in addresses) Refuses(address).Should().BeTrue($"{address} is free again");
        // A hundred servers with a thread each would be a hundred; the runtime itself may start one or another.
        ThreadsBesideThePool().Should().BeLessThan(before + 20);
    }

    private static int ThreadsBesideThePool()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count - ThreadPool.ThreadCount;
    }

    private static bool Refuses(Uri address)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        return FluentActions.Invoking(() => socket.Connect(address.Host, address.Port))
            .Should().Throw<SocketException>().Which.SocketErrorCode == SocketError.ConnectionRefused;
    }

    private static async Task<string> Get(HttpClient client, string target)
    {
        using var answer = await Ask(client, HttpMethod.Get, target);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task<HttpResponseMessage> Ask(HttpClient client, HttpMethod method, string target)
    {
        var request = new HttpRequestMessage(method, target);
        request.Headers.TryAddWithoutValidation("Authorization", Token);
        return client.SendAsync(request);
    }
}
