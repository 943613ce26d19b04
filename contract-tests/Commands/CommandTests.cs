using System.Net;
using System.Net.Sockets;

namespace Emulation.Tests.Commands;

/// <summary>The commands that drive a running instance: what a person reads, and the exit codes that a script reads.</summary>
[CancelAfter(60_000)]
class CommandTests
{
    [Test]
    public async Task Reset_puts_the_world_back()
    {
        await using var shell = await Shell.With();
        var dataset = shell.Emulator.World("a").Store.Current;
        using var client = shell.Emulator.CreateClient("a");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=");
        using var deleted = await client.DeleteAsync("/v2/indicators/hosts/example.org");

        (await shell.Run("reset")).Should().Be("world default is back at its dataset");
        shell.Emulator.World("a").Store.Current.Should().NotBeSameAs(dataset);
        (await shell.Run("reset", "--world", "a")).Should().Be("world a is back at its dataset");
        shell.Emulator.World("a").Store.Current.Should().BeSameAs(dataset);
    }

    [Test]
    public async Task Worlds_are_made_listed_and_deleted()
    {
        await using var shell = await Shell.With();

        (await shell.Run("world", "create", "a")).Should().MatchRegex(@"^world a has \d+ nodes$");
        var list = await shell.Run("world", "list");
        (await shell.Run("world", "delete", "a")).Should().Be("world a is deleted");

        list.Split('\n').Should().HaveCount(3);
        list.Split('\n')[0].Should().MatchRegex("^WORLD +NODES +VERSION +NOW +SNAPSHOTS +IDLE$");
        list.Split('\n')[2].Should().StartWith("a ");
        (await shell.Run("world", "list")).Split('\n').Should().HaveCount(2);
    }

    [Test]
    public async Task The_graph_around_a_value_is_printed_as_a_picture_or_as_positions()
    {
        await using var shell = await Shell.With();

        var picture = await shell.Run("graph", "example.org", "--depth", "2");
        var positions = await shell.Run("graph", "example.org", "--format", "json", "--limit", "3");

        picture.Should().StartWith("<svg ").And.EndWith("</svg>").And.Contain("example.org");
        positions.Should().StartWith("{\"center\":\"threatconnect/indicator/123456\"").And.Contain("\"limit\":3");
    }

    [Test]
    public async Task Two_worlds_are_compared()
    {
        await using var shell = await Shell.With();
        await shell.Run("world", "create", "a");
        (await shell.Run("world", "diff", "a", "default")).Should().Be("no difference");
        await shell.Run("clock", "freeze", "2031-01-01T00:00:00Z", "--world", "a");
        using var client = shell.Emulator.CreateClient("a");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=");
        using var tagged = await client.PostAsync("/v2/indicators/hosts/example.org/tags/Seen", null);

        (await shell.Run("world", "diff", "default", "a")).Split('\n', StringSplitOptions.TrimEntries)
            .Should().Equal("added tag 2:Seen Seen", "the clock differs");
    }

    [Test]
    public async Task A_world_is_forked_from_another_and_from_a_snapshot()
    {
        await using var shell = await Shell.With();
        await shell.Run("clock", "freeze", "2031-01-01T00:00:00Z", "--world", "a");
        await shell.Run("snapshot", "take", "s", "--world", "a");
        await shell.Run("clock", "freeze", "2032-01-01T00:00:00Z", "--world", "a");

        await shell.Run("world", "create", "b", "--from", "a");
        await shell.Run("world", "create", "c", "--from", "a", "--snapshot", "s");

        (await shell.Run("clock", "get", "--world", "b")).Should().Be("2032-01-01T00:00:00Z frozen");
        (await shell.Run("clock", "get", "--world", "c")).Should().Be("2031-01-01T00:00:00Z frozen");
    }

    [Test]
    public async Task Snapshots_are_taken_listed_restored_and_deleted()
    {
        await using var shell = await Shell.With();
        await shell.Run("clock", "freeze", "2031-01-01T00:00:00Z");

        (await shell.Run("snapshot", "list")).Should().Be("there is no snapshot");
        (await shell.Run("snapshot", "take", "s")).Should().Be("took s");
        await shell.Run("clock", "advance", "1h");
        (await shell.Run("snapshot", "list")).Split('\n')[1].Should().MatchRegex(@"^s +2031-01-01T00:00:00Z +\d+ +\d+$");
        (await shell.Run("snapshot", "restore", "s")).Should().Be("restored s");
        (await shell.Run("clock", "get")).Should().Be("2031-01-01T00:00:00Z frozen");
        (await shell.Run("snapshot", "delete", "s")).Should().Be("deleted s");
        (await shell.Run("snapshot", "list")).Should().Be("there is no snapshot");
    }

    [Test]
    public async Task The_clock_is_set_stopped_stepped_and_moved()
    {
        await using var shell = await Shell.With();

        (await shell.Run("clock", "get")).Should().EndWith(" real");
        (await shell.Run("clock", "freeze", "2031-01-01T00:00:00Z")).Should().Be("2031-01-01T00:00:00Z frozen");
        (await shell.Run("clock", "advance", "-90s")).Should().Be("2030-12-31T23:58:30Z frozen");
        (await shell.Run("clock", "step", "1s", "2031-01-01T00:00:00Z")).Should().Be("2031-01-01T00:00:00Z stepped 00:00:01");
        (await shell.Run("clock", "set", "-2h", "--signatures", "world")).Should().EndWith(" offset -02:00:00");
        (await shell.Run("clock", "get", "--json")).Should().Contain("\"signatures\":\"world\"");
        (await shell.Run("clock", "set", "2031-01-01T00:00:00Z")).Should().StartWith("2031-01-01T00:00:0").And.Contain(" offset ");
        (await shell.Run("clock", "set", "real")).Should().EndWith(" real");
    }

    [Test]
    public async Task Json_is_the_answer_as_it_comes()
    {
        await using var shell = await Shell.With();

        (await shell.Run("reset", "--json")).Should().MatchRegex("""^\{"world":"default","graphVersion":\d+\}$""");
        await shell.Run("snapshot", "take", "s");
        (await shell.Run("snapshot", "delete", "s", "--json")).Should().BeEmpty("nothing came");
    }

    [TestCase("world create a", "409 The world exists: There is a world a already; delete it first, or reset it.")]
    [TestCase("world delete default", "409 Not deletable: The world default is always there; reset it instead.")]
    [TestCase("world delete b", "404 Not found: There is no world b.")]
    [TestCase("world create b --snapshot s", "404 Not found: The world default has no snapshot s. (at /from/snapshot)")]
    [TestCase("snapshot restore s", "404 Not found: There is no snapshot of the world default named s.")]
    [TestCase("snapshot take ä", "400 Not a snapshot's name: A snapshot's name is 1 to 64 letters, digits, dots, underscores or hyphens.")]
    [TestCase("clock freeze yesterday", "400 Not a clock: \"/now\" must be a moment: ISO 8601 with a zone, such as \"2024-03-01T12:00:00Z\".")]
    [TestCase("reset --world a/b", "400 Not a world's name: A world's name is 1 to 64 letters, digits, dots, underscores or hyphens.")]
    public async Task What_the_instance_refuses_is_one_line_and_exit_code_1(string command, string line)
    {
        await using var shell = await Shell.With();
        await shell.Run("world", "create", "a");

        (await shell.Try(command.Split(' '))).Should().Be((1, "", $"emulator: {line}"));
    }

    [TestCase("world", "give one of list, create, diff, delete")]
    [TestCase("world lst", "lst is not a command; did you mean list?")]
    [TestCase("wrld list", "wrld is not a command; did you mean world?")]
    [TestCase("reset --wrld a", "--wrld is not an option; did you mean --world?")]
    [TestCase("world list --wrld a", "--wrld is not an option; did you mean --world?")]
    [TestCase("reset --elsewhere", "--elsewhere is not an option; the options are --url, --world, --token, --json, --insecure")]
    [TestCase("elsewhere", "elsewhere is not a command; give one of reset, world, snapshot, clock, fault, stub, requests, graph, export, import, health")]
    [TestCase("world create --wrld", "--wrld is not an option of this command")]
    [TestCase("requests --count --clear", "give one of --count, --curl, --har, --clear")]
    [TestCase("reset --url ftp://x", "--url: 'ftp://x' is not allowed; give http://HOST:PORT or https://HOST:PORT")]
    [TestCase("fault add @/no/such.json", "/no/such.json: cannot be opened (Could not find a part of the path '/no/such.json'.)")]
    public async Task A_wrong_option_is_one_line_and_exit_code_2(string command, string line)
    {
        await using var shell = await Shell.With();

        (await shell.Try(command.Split(' '))).Should().Be((2, "", $"emulator: {line}"));
    }

    [TestCase("reset", "<html>")]
    [TestCase("world list", "{}")]
    [TestCase("world list", "[1]")]
    [TestCase("snapshot list", """{"snapshots":7}""")]
    public async Task What_is_no_emulator_is_named(string command, string answer)
    {
        await using var shell = await Shell.With();
        await using var other = Shell.Other(answer);
        await other.StartAsync();

        var (code, output, error) = await shell.Try([.. command.Split(' '), "--url", other.Urls.First()]);

        (code, output, error)
            .Should().Be((
                2, "", $"emulator: what answers on {other.Urls.First()} is not this emulator; say with --url or EMULATOR_URL where it is"));
    }

    [Test]
    public async Task The_token_is_shown_from_the_option_or_the_variable()
    {
        await using var shell = await Shell.With(new EmulatorOptions { Dataset = "docs", ControlToken = "open-sesame" });

        (await shell.Try("reset"))
            .Should().Be((1, "", "emulator: 401 Token wanted: The control plane wants the token of --control-token as a bearer token."));
        await shell.Run("reset", "--token", "open-sesame");
        shell.Set("EMULATOR_CONTROL_TOKEN", "open-sesame");
        await shell.Run("reset");
    }

    [Test]
    public async Task It_is_found_by_the_address_that_the_instance_itself_was_given()
    {
        await using var shell = await Shell.With();
        var port = shell.Emulator.Address.Port;
        shell.Set("EMULATOR_URL", "");

        shell.Set("EMULATOR_URLS", $"http://127.0.0.1:{port};http://127.0.0.1:1");
        await shell.Run("reset");
        shell.Set("EMULATOR_URLS", $"http://0.0.0.0:{port}");
        await shell.Run("reset");
    }
}
