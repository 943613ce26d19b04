using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.StartUp;

/// <summary>The program with <c>--otlp</c>, and a collector that keeps what it gets.</summary>
[CancelAfter(60_000)]
class OtlpTests
{
    [Test]
    public async Task Traces_and_metrics_reach_the_collector_at_the_latest_when_the_program_stops()
    {
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var collector = await Collector(received);
        using var program = EmulatorProcess.Start("--urls", "http://127.0.0.1:0", "--dataset", "docs", "--otlp", collector.Urls.First());
        using var client = new HttpClient { BaseAddress = await program.ReadyAddress() };
        using var answer = await client.GetAsync("/v2/owners");

        program.Signal();
        await program.WaitForExitAsync();

        program.ExitCode.Should().Be(0);
        received["/v1/traces"].Should().Contain("GET /v2/owners").And.Contain("http.route");
        received["/v1/metrics"].Should().Contain("http.server.request.duration");
    }

    [Test]
    public async Task A_collector_that_does_not_answer_is_one_warning_and_requests_are_answered()
    {
        using var program = EmulatorProcess.Start("--urls", "http://127.0.0.1:0", "--dataset", "docs", "--otlp", "http://127.0.0.1:1");
        using var client = new HttpClient { BaseAddress = await program.ReadyAddress() };
        using var answer = await client.GetAsync("/");

        var line = await program.StandardError.ReadLineAsync();

        line.Should().Be("warning: --otlp: nothing answers at http://127.0.0.1:1/; traces and metrics are dropped until it does");
        answer.IsSuccessStatusCode.Should().BeTrue();
        program.Signal();
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(0);
    }

    [TestCase("localhost:4318")]
    [TestCase("ftp://localhost")]
    [TestCase("http://localhost:4318/v1/traces")]
    public async Task An_address_that_is_not_a_collectors_is_refused(string url)
    {
        using var program = EmulatorProcess.Start("--otlp", url);

        await program.Refused($"--otlp: '{url}' is not allowed; give http://HOST:PORT");
    }

    private static async Task<WebApplication> Collector(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.AddOrUpdate(
                context.Request.Path.Value!,
                _ => Encoding.Latin1.GetString(body.ToArray()),
                (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        });
        await app.StartAsync();
        return app;
    }
}
