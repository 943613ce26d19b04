using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Commands;

/// <summary>How commands connect, and what they say when they cannot.</summary>
[CancelAfter(60_000)]
class ConnectionTests
{
    private const string StartIt = "start it with 'dotnet run --project emulator', or say with --url or EMULATOR_URL where it is";

    [Test]
    public async Task Health_is_exit_code_0_when_the_instance_is_ready()
    {
        await using var shell = await Shell.With();

        (await shell.Try("health")).Should().Be((0, "ready", ""));
        (await shell.Try("health", "--urls", shell.Emulator.Address.ToString())).Should().Be((0, "ready", ""));
    }

    [TestCase("reset", 2)]
    [TestCase("world list", 2)]
    [TestCase("health", 1)]
    public async Task A_refused_connection_is_named(string command, int exitCode)
    {
        await using var shell = await Shell.With();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var (code, output, error) = await shell.Try([.. command.Split(' '), "--url", $"http://{socket.LocalEndPoint}"]);

        (code, output).Should().Be((exitCode, ""));
        error.Should().StartWith($"emulator: nothing answers on http://{socket.LocalEndPoint} (").And.EndWith(StartIt).And.NotContain("\n");
    }

    [Test]
    public async Task A_proxy_is_never_used_and_the_message_says_so()
    {
        await using var shell = await Shell.With();
        shell.Set("HTTP_PROXY", "http://127.0.0.1:1");

        await shell.Run("reset");
        var (_, _, error) = await shell.Try("reset", "--url", "http://127.0.0.1:1");

        error.Should().EndWith(StartIt + "; the proxy of HTTP_PROXY is never used");
    }

    [TestCase("reset", 2, "certificate")]
    [TestCase("clock get", 2, "certificate")]
    public async Task An_untrusted_certificate_is_named_and_accepted_with_insecure(string command, int exitCode, string kind)
    {
        await using var shell = await Shell.With();
        await using var server = await Https();
        var url = server.Urls.First();

        var (code, _, error) = await shell.Try([.. command.Split(' '), "--url", url]);
        var (accepted, _, answer) = await shell.Try([.. command.Split(' '), "--url", url, "--insecure"]);

        code.Should().Be(exitCode);
        error.Should().StartWith($"emulator: the {kind} of {url} is not trusted (").And.EndWith("; trust it, or accept it with --insecure");
        (accepted, answer).Should().Be((1, "emulator: 418 of TLS"));
    }

    [Test]
    public async Task Health_trusts_the_certificate_of_this_machine()
    {
        await using var shell = await Shell.With();
        await using var server = await Https();

        (await shell.Try("health", "--url", server.Urls.First())).Should().Be((1, "", "emulator: 418 of TLS"));
    }

    [Test]
    public async Task Http_and_https_taken_for_each_other_are_named()
    {
        await using var shell = await Shell.With();
        await using var server = await Https();
        var (http, https) = (shell.Emulator.Address.ToString(), server.Urls.First());

        var (_, _, noTls) = await shell.Try("reset", "--url", http.Replace("http:", "https:", StringComparison.Ordinal));
        var (_, _, tls) = await shell.Try("reset", "--url", https.Replace("https:", "http:", StringComparison.Ordinal));

        noTls.Should().Contain("TLS with https://").And.Contain("is it http?");
        tls.Should().Contain("does not speak HTTP").And.Contain("is it https?");
    }

    [TestCase("snapshot restore s", 1, "not-found")]
    [TestCase("reset --url http://127.0.0.1:1", 2, "refused")]
    [TestCase("reset --url ftp://x", 2, "option")]
    public async Task With_json_an_error_is_json(string command, int exitCode, string code)
    {
        await using var shell = await Shell.With();

        var (exit, output, error) = await shell.Try([.. command.Split(' '), "--json"]);

        (exit, output).Should().Be((exitCode, ""));
        using var json = JsonDocument.Parse(error);
        json.RootElement.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        if (json.RootElement.TryGetProperty("code", out var found)) found.GetString().Should().Be(code);
    }

    /// <summary>A server with a certificate that nothing trusts; it answers 418.</summary>
    private static async Task<WebApplication> Https()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate())));
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = 418;
            return context.Response.WriteAsync("of TLS");
        });
        await app.StartAsync();
        return app;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
