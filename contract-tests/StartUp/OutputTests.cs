using System.Net;

namespace Emulation.Tests.StartUp;

/// <summary>Outputs that nobody reads, that are full or closed: they delay no response and change none.</summary>
[CancelAfter(60_000)]
class OutputTests
{
    private static readonly string[] s_arguments = ["--urls", "http://127.0.0.1:0", "--dataset", "docs"];

    [Test]
    public async Task Refused_requests_are_answered_while_nothing_reads_standard_error(CancellationToken cancel)
    {
        using var program = EmulatorProcess.Start(s_arguments);
        using var client = new HttpClient { BaseAddress = await program.ReadyAddress() };
        var path = "/api/v2/" + new string('x', 20_000);

        for (var i = 0; i < 100; i++) (await Status(client, path, cancel)).Should().Be(HttpStatusCode.Forbidden);
        var lines = new List<string>();
        while (!lines.Any(line => line.StartsWith("warning: ", StringComparison.Ordinal))
            && await program.StandardError.ReadLineAsync(cancel) is { } line)
            lines.Add(line);

        lines[0].Should().StartWith("refused 403 GET /api/v2/xxx");
        lines[^1].Should().MatchRegex("^warning: [1-9][0-9]* lines were dropped because nothing read the output$");
        program.Kill();
    }

    [TestCase("2>/dev/full")]
    [TestCase("2>&-")]
    public async Task A_refused_request_keeps_its_response_when_standard_error_fails(string redirection)
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("/dev/full is Linux's");
        using var program = EmulatorProcess.StartRedirected(redirection, s_arguments);
        using var client = new HttpClient { BaseAddress = await program.ReadyAddress() };

        for (var i = 0; i < 3; i++)
        {
            using var refused = await client.GetAsync("/api/v2/whoami");
            refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
            (await refused.Content.ReadAsStringAsync()).Should().Contain("\"Failure\"");
        }
        program.Kill();
    }

    [TestCase("routes")]
    [TestCase("--help")]
    [TestCase("--urls=http://127.0.0.1:0")]
    public async Task A_full_standard_output_is_one_line_and_exit_code_2(string argument)
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("/dev/full is Linux's");
        using var program = EmulatorProcess.StartRedirected(">/dev/full", argument);

        await program.Refused("standard output cannot be written (No space left on device");
    }

    [Test]
    public async Task The_server_goes_on_when_standard_output_is_closed_after_the_first_line()
    {
        using var program = EmulatorProcess.Start(s_arguments);
        using var client = new HttpClient { BaseAddress = await program.Address() };
        program.StandardOutput.Close();

        for (var i = 0; i < 3; i++) (await client.GetStringAsync("/_emulator/health/live")).Should().Contain("live");
        program.Kill();
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string path, CancellationToken cancel)
    {
        using var response = await client.GetAsync(path, cancel);
        return response.StatusCode;
    }
}
