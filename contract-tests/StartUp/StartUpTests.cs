using System.Net;
using System.Net.Sockets;

namespace Emulation.Tests.StartUp;

/// <summary>The program as a person starts it: first line, banner, exit codes, one line for each fault.</summary>
[CancelAfter(60_000)]
class StartUpTests
{
    [Test]
    public async Task The_first_line_is_the_address_and_the_banner_follows()
    {
        using var program = EmulatorProcess.Start("--urls", "http://127.0.0.1:0", "--dataset", "docs");

        var first = await program.StandardOutput.ReadLineAsync();
        var banner = await program.Banner();

        first.Should().MatchRegex(@"^Listening on http://127\.0\.0\.1:[1-9]\d*$");
        banner.Should().Contain("/api/v2").And.Contain("/api/v0").And.Contain("/api/search/v1").And.Contain("12345678901234567890")
            .And.Contain("curl");
        program.Kill();
    }

    [Test]
    public async Task The_banner_shows_an_address_that_a_client_can_use()
    {
        using var program = EmulatorProcess.Start("--urls", "http://0.0.0.0:0", "--dataset", "docs");

        var first = await program.StandardOutput.ReadLineAsync();
        var banner = await program.Banner();

        first.Should().StartWith("Listening on http://0.0.0.0:");
        banner.Should().Contain("curl -s 'http://127.0.0.1:").And.NotContain("0.0.0.0");
        program.Kill();
    }

    [TestCase("--bogus", "--bogus is not an option")]
    [TestCase("--size=-1", "--size: '-1' is not allowed; give a whole number from 0 to 5000000")]
    [TestCase("--seed=x", "--seed: 'x' is not allowed")]
    [TestCase("--auth=maybe", "--auth: 'maybe' is not allowed; give one of strict, any, off")]
    [TestCase("--dataset=nothing", "--dataset: 'nothing' is not allowed; give one of demo, docs")]
    [TestCase("--dataset=./nothing.json", "./nothing.json: cannot be read (no such file)")]
    [TestCase("--mix=a=1", "--mix: 'a=1' is not allowed")]
    [TestCase("--mix=deso=1,deso=2", "--mix: 'deso=1,deso=2' is not allowed; give each API at most once")]
    [TestCase("--mix=deso=0", "--mix: 'deso=0' is not allowed")]
    [TestCase("--tc-weblink-base=x", "--tc-weblink-base: 'x' is not allowed; give http://HOST or https://HOST")]
    [TestCase("--tc-weblink-base=ftp://x", "--tc-weblink-base: 'ftp://x' is not allowed")]
    [TestCase("--tc-weblink-base=https://x/?a=b", "--tc-weblink-base: 'https://x/?a=b' is not allowed")]
    [TestCase("--dataset=.", "--dataset: '.' is not allowed; that is a folder; give the dataset file in it")]
    [TestCase("--urls=ftp://x", "--urls: 'ftp://x' is not allowed")]
    [TestCase("--stubs=x", "--stubs: 'x' is not allowed; give a folder that exists")]
    [TestCase("surplus", "surplus")]
    public async Task A_wrong_option_is_one_line_and_exit_code_2(string argument, string line)
    {
        using var program = EmulatorProcess.Start(argument);

        await program.Refused(line);
    }

    [Test]
    public async Task A_wrong_variable_is_named()
    {
        using var program = EmulatorProcess.Start([], ("EMULATOR_SIZE", "many"));

        await program.Refused("EMULATOR_SIZE: 'many' is not allowed");
    }

    [Test]
    public async Task An_unknown_variable_is_a_warning_and_the_command_line_beats_a_known_one()
    {
        using var program = EmulatorProcess.Start(
            ["--urls", "http://127.0.0.1:0", "--dataset", "docs"], ("EMULATOR_COLOUR", "blue"), ("EMULATOR_DATASET", "nothing"));

        (await program.StandardError.ReadLineAsync()).Should().StartWith("warning: EMULATOR_COLOUR is not a variable of the emulator");
        (await program.StandardOutput.ReadLineAsync()).Should().StartWith("Listening on ");
        program.Kill();
    }

    [Test]
    public async Task A_port_in_use_is_one_clear_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        using var program = EmulatorProcess.Start("--urls", url, "--dataset", "docs");

        await program.Refused($"--urls: {url} is in use");
    }

    [Test]
    public async Task A_request_in_flight_is_finished_before_it_ends_with_0()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("there is no SIGTERM to send");
        using var program = EmulatorProcess.Start("--urls", "http://127.0.0.1:0", "--dataset", "docs");
        var address = await program.ReadyAddress();
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync("POST /_emulator/reset HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{"u8.ToArray());
        await Answers(address);

        program.Signal();
        await stream.WriteAsync("}"u8.ToArray());
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync();
        await program.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);

        status.Should().Be("HTTP/1.1 200 OK");
        program.ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Version_is_one_word_and_help_names_every_option()
    {
        using var version = EmulatorProcess.Start("--version");
        using var help = EmulatorProcess.Start("--help");

        (await version.StandardOutput.ReadToEndAsync()).Trim().Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        (await help.StandardOutput.ReadToEndAsync()).Should().ContainAll(OptionTable.Rows.Select(row => "--" + row.Name));
    }

    [Test]
    public async Task Routes_are_printed()
    {
        using var program = EmulatorProcess.Start("routes");

        var text = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        text.Should().Contain("/v2/indicators/{type}/{indicator}").And.Contain("/api/v0/user-associations/query")
            .And.Contain("/api/analytics/v1/entity/{id}/relations");
        program.ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Sign_prints_the_two_headers()
    {
        using var program = EmulatorProcess.Start("sign", "GET", "/api/v2/tasks?resultLimit=1");

        var lines = (await program.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(2);
        lines[0].Should().MatchRegex(@"^Timestamp: \d{10}\r?$");
        lines[1].Should().MatchRegex(@"^Authorization: TC 12345678901234567890:[A-Za-z0-9+/]{43}=\r?$");
    }

    /// <summary>The server has read what came before: it answers another connection.</summary>
    private static async Task Answers(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var i = 0; i < 3; i++) (await client.GetStringAsync("/_emulator/health/live")).Should().Contain("live");
    }
}
