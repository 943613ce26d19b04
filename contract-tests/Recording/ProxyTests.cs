using System.Net;
using System.Net.Sockets;
using System.Text;
using Emulation.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Recordings;

/// <summary>What the proxy of <c>record</c> passes on, and what it records.</summary>
[CancelAfter(60_000)]
class ProxyTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

    [TestCase("/v2/indicators/urls/http%3A%2F%2fexample.com%2fa%20b?owner=A+B&x=%2f")]
    [TestCase("/a//b/../c/./d?x=1?y=2&&")]
    [TestCase("/%E4%f6;p=1/~'()*")]
    public async Task The_target_is_passed_on_byte_for_byte(string target)
    {
        using var upstream = new Upstream(_ => Ok);
        await using var proxy = await Proxy.To(upstream.Address);

        await SendRaw(proxy, $"GET {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        upstream.Requests.Single().Should().StartWith($"GET {target} HTTP/1.1\r\n");
    }

    [Test]
    public async Task Headers_are_passed_on_but_those_of_the_connection()
    {
        using var upstream = new Upstream(_ => Ok);
        await using var proxy = await Proxy.To(upstream.Address);

        await SendRaw(proxy,
            "POST /v2/x HTTP/1.1\r\nHost: a\r\nAuthorization: TC 1:abc=\r\nTimestamp: 17\r\nX-Empty:\r\nAccept: a\r\nAccept: b\r\n"
            + "Content-Type: text/plain; x=\"1\"\r\nContent-Length: 3\r\nConnection: close\r\nKeep-Alive: 5\r\nTE: trailers\r\n\r\nabc");

        var lines = upstream.Requests.Single().Split("\r\n");
        lines.Should().Contain([
            $"Host: {upstream.Address.Authority}", "Authorization: TC 1:abc=", "Timestamp: 17", "X-Empty: ", "Content-Type: text/plain; x=\"1\"",
            "Content-Length: 3", "abc",
        ]);
        lines.Where(line => line.StartsWith("Accept:", StringComparison.Ordinal)).Should().Equal("Accept: a, b");
        lines.Should().NotContain(line => line.StartsWith("Keep-Alive", StringComparison.Ordinal)
            || line.StartsWith("TE", StringComparison.Ordinal) || line.StartsWith("traceparent", StringComparison.Ordinal));
    }

    [Test]
    public async Task The_answer_is_passed_on_with_status_reason_headers_and_bytes()
    {
        using var upstream = new Upstream(_ =>
            "HTTP/1.1 418 Short and stout\r\nServer: vendor\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Empty:\r\nContent-Type: text/x; y=z\r\n"
            + "Content-Length: 3\r\nX-Hop: 1\r\nConnection: close, X-Hop\r\n\r\n\u00e4\u0001c");
        await using var proxy = await Proxy.To(upstream.Address);

        var answer = await SendRaw(proxy, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        answer.Should().StartWith("HTTP/1.1 418 Short and stout\r\n").And.EndWith("\r\n\r\n\u00e4\u0001c");
        answer.Split("\r\n").Should().Contain(["Server: vendor", "Set-Cookie: a=1", "Set-Cookie: b=2", "Content-Type: text/x; y=z", "Content-Length: 3"]);
        answer.Should().NotContain("X-Hop");
    }

    [Test]
    public async Task An_answer_is_passed_on_while_it_arrives()
    {
        var more = new TaskCompletionSource();
        await using var upstream = await Slow.Start(async context =>
        {
            await context.Response.WriteAsync("first ");
            await context.Response.Body.FlushAsync();
            await more.Task;
            await context.Response.WriteAsync("second");
        });
        await using var proxy = await Proxy.To(upstream.Address);

        using var response = await proxy.Client.GetAsync("/v2/x", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[100];
        var count = await stream.ReadAsync(buffer);
        more.SetResult();

        Encoding.ASCII.GetString(buffer, 0, count).Should().Be("first ");
        using var reader = new StreamReader(stream);
        (await reader.ReadToEndAsync()).Should().Be("second");
    }

    [Test]
    public async Task What_passes_is_recorded_without_its_secrets()
    {
        await using var emulator = await Running.OnKestrel("docs");
        await using var proxy = await Proxy.To(emulator.Address);
        proxy.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=");

        using var owners = await proxy.Client.GetAsync("/v2/owners?resultLimit=1");
        using var missing = await proxy.Client.GetAsync("/v2/groups/incidents/1");

        var exchanges = await proxy.Stop();
        exchanges.Select(exchange => (exchange.Api, exchange.Request.Method, exchange.Request.Target, exchange.Response.Status)).Should().Equal(
            ("threatconnect", "GET", "/v2/owners?resultLimit=1", 200), ("threatconnect", "GET", "/v2/groups/incidents/1", 404));
        exchanges[1].Response.Body!.Text.Should().Be("""{"status":"Failure","message":"The requested resource was not found"}""");
        proxy.Text.Should().NotContain("ZW11bGF0b3I=").And.NotContain("Example Org");
    }

    [Test]
    public async Task The_control_plane_of_another_emulator_is_passed_on_and_not_recorded()
    {
        await using var emulator = await Running.OnKestrel("docs");
        await using var proxy = await Proxy.To(emulator.Address);

        using var info = await proxy.Client.GetAsync("/_emulator/info");

        info.StatusCode.Should().Be(HttpStatusCode.OK);
        (await proxy.Stop()).Should().BeEmpty();
    }

    [Test]
    public async Task A_signed_request_is_accepted_through_the_proxy()
    {
        await using var emulator = await Running.OnKestrel("docs");
        await using var proxy = await Proxy.To(emulator.Address);
        const string Target = "/v2/indicators/hosts/example.org?owner=Example%20Org&includeTags=true";
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signature = Emulation.Apis.ThreatConnect.Authentication.Signature.Of("emulator-secret-key", "GET", Target, now);
        using var request = new HttpRequestMessage(HttpMethod.Get, Target);
        request.Headers.TryAddWithoutValidation("Timestamp", $"{now}");
        request.Headers.TryAddWithoutValidation("Authorization", $"TC 12345678901234567890:{signature}");

        using var response = await proxy.Client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_service_that_is_not_there_is_a_502_and_not_recorded()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}");
        closed.Stop();
        await using var proxy = await Proxy.To(address);

        using var response = await proxy.Client.GetAsync("/v2/x");

        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        (await response.Content.ReadAsStringAsync()).Should().Contain("upstream_unreachable").And.Contain("correct --upstream");
        proxy.BrokenOff.Should().Be(1);
        (await proxy.Stop()).Should().BeEmpty();
    }

    [Test]
    public async Task A_certificate_that_is_not_trusted_is_refused()
    {
        await using var emulator = await Emulator.StartAsync(new EmulatorOptions { Dataset = "docs", Urls = ["https://127.0.0.1:0"], HttpsSelfSigned = true });
        await using var proxy = await Proxy.To(emulator.Address);

        using var response = await proxy.Client.GetAsync("/v2/x");

        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        (await response.Content.ReadAsStringAsync()).Should().Contain("upstream_certificate");
    }

    [Test]
    public async Task An_answer_that_breaks_off_breaks_off_at_the_client_and_is_not_recorded()
    {
        using var upstream = new Upstream(request => request.Contains("/cut", StringComparison.Ordinal)
            ? "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"a\":"
            : Ok);
        await using var proxy = await Proxy.To(upstream.Address);

        using var before = await proxy.Client.GetAsync("/v2/before");
        var act = () => proxy.Client.GetAsync("/v2/cut");
        await act.Should().ThrowAsync<HttpRequestException>();
        using var after = await proxy.Client.GetAsync("/v2/after");

        proxy.BrokenOff.Should().Be(1);
        (await proxy.Stop()).Should().HaveCount(2);
    }

    [Test]
    public async Task A_client_that_leaves_is_not_recorded()
    {
        var received = new TaskCompletionSource();
        await using var upstream = await Slow.Start(async context =>
        {
            received.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await using var proxy = await Proxy.To(upstream.Address);
        using var leaving = new CancellationTokenSource();

        var request = proxy.Client.GetAsync("/v2/x", leaving.Token);
        await received.Task;
        await leaving.CancelAsync();
        var act = async () => await request;
        await act.Should().ThrowAsync<OperationCanceledException>();

        (await proxy.Stop()).Should().BeEmpty();
    }

    [Test]
    public async Task A_file_that_cannot_be_written_ends_the_recording_with_its_reason()
    {
        using var upstream = new Upstream(_ => Ok);
        await using var proxy = await Proxy.To(upstream.Address, new SmallDisk());

        using var response = await proxy.Client.GetAsync("/v2/x");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await proxy.Recorder.Failed).Should().Be("No space left on device");
    }

    private static async Task<string> SendRaw(Proxy proxy, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Takes the header of a recording and no more.</summary>
    private sealed class SmallDisk : MemoryStream
    {
        private bool _isFull;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (_isFull) throw new IOException("No space left on device");
            _isFull = true;
        }
    }
}
