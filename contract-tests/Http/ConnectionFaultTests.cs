using System.Net;
using System.Net.Sockets;
using System.Text;
using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>What a client gets of an answer that does not end as it should, over a real connection.</summary>
public class ConnectionFaultTests
{
    private const string Body = "0123456789";

    [Test]
    public async Task A_cut_answer_announces_all_and_sends_half()
    {
        await using var piped = await Piped.OnKestrel(Api(), Ends(ConnectionFault.TruncatedBody));

        (await Received(piped)).Should().Contain("Content-Length: 10\r\n").And.EndWith("\r\n\r\n01234");

        using var response = await piped.Client.GetAsync("/text", HttpCompletionOption.ResponseHeadersRead);
        var reading = async () => await response.Content.ReadAsStringAsync();
        (await reading.Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
    }

    [Test]
    public async Task A_large_cut_answer_arrives_up_to_its_half()
    {
        var large = new string('x', 4_000_000);
        await using var piped = await Piped.OnKestrel(Api(large), Ends(ConnectionFault.TruncatedBody));

        var received = await Received(piped);

        received[(received.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Should().HaveLength(2_000_000);
    }

    [TestCase(nameof(ConnectionFault.MalformedChunk), "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nlskdu")]
    [TestCase(nameof(ConnectionFault.Garbage), "lskdu")]
    [TestCase(nameof(ConnectionFault.EmptyResponse), "")]
    public async Task What_is_closed_is_closed_in_order(string ending, string first)
    {
        await using var piped = await Piped.OnKestrel(Api(), Ends(ending));

        (await Received(piped)).Should().StartWith(first);

        var asking = async () => await piped.Client.GetStringAsync("/text");
        await asking.Should().ThrowAsync<HttpRequestException>();
    }

    [TestCase(nameof(ConnectionFault.TruncatedBody))]
    [TestCase(nameof(ConnectionFault.MalformedChunk))]
    [TestCase(nameof(ConnectionFault.Garbage))]
    [TestCase(nameof(ConnectionFault.EmptyResponse))]
    [TestCase(nameof(ConnectionFault.Reset))]
    public async Task Over_tls_it_is_the_same(string ending)
    {
        await using var piped = await Piped.OnTls(Api(), Ends(ending));

        var asking = async () => await piped.Client.GetStringAsync("/text");

        await asking.Should().ThrowAsync<HttpRequestException>();
    }

    [Test]
    public async Task A_reset_is_a_reset()
    {
        await using var piped = await Piped.OnKestrel(Api(), Ends(ConnectionFault.Reset));

        var receiving = async () => await Received(piped);
        (await receiving.Should().ThrowAsync<SocketException>()).Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);

        var asking = async () => await piped.Client.GetStringAsync("/text");
        (await asking.Should().ThrowAsync<HttpRequestException>()).Which.GetBaseException()
            .Should().BeOfType<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
    }

    [TestCase(nameof(ConnectionFault.TruncatedBody))]
    [TestCase(nameof(ConnectionFault.MalformedChunk))]
    [TestCase(nameof(ConnectionFault.Garbage))]
    [TestCase(nameof(ConnectionFault.EmptyResponse))]
    [TestCase(nameof(ConnectionFault.Reset))]
    public async Task Without_a_connection_the_request_is_aborted(string ending)
    {
        await using var piped = await Piped.With(Api(), Ends(ending));

        var asking = async () => await piped.Client.GetStringAsync("/text");

        await asking.Should().ThrowAsync<Exception>();
    }

    [TestCase(nameof(ConnectionFault.TruncatedBody), "HEAD", "/text")]
    [TestCase(nameof(ConnectionFault.TruncatedBody), "GET", "/nothing-in-it")]
    public async Task An_answer_without_a_body_cannot_be_cut(string ending, string method, string path)
    {
        await using var piped = await Piped.OnKestrel(Api(), Ends(ending));

        using var response = await piped.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        response.IsSuccessStatusCode.Should().BeTrue();
    }

    [Test]
    public async Task Who_hangs_is_let_go_and_nothing_was_answered()
    {
        using var release = new CancellationTokenSource();
        await using var piped = await Piped.OnKestrel(
            Api(), new FixedOverride(new Override("hang") { ConnectionFault = ConnectionFault.Hang, Release = release.Token }));
        var asking = piped.Client.GetStringAsync("/text");

        await piped.Heard.Next;
        asking.IsCompleted.Should().BeFalse();
        await release.CancelAsync();

        (await FluentActions.Awaiting(() => asking).Should().ThrowAsync<HttpRequestException>()).Which.GetBaseException()
            .Should().BeOfType<SocketException>();
    }

    [Test]
    public async Task A_server_that_stops_lets_go_of_who_hangs()
    {
        await using var piped = await Piped.OnKestrel(Api(), Ends(ConnectionFault.Hang));
        var asking = piped.Client.GetStringAsync("/text");
        await piped.Heard.Next;

        await piped.Stop();

        await FluentActions.Awaiting(() => asking).Should().ThrowAsync<HttpRequestException>();
    }

    private static FakeApi Api(string body = Body) => new(
        new Route("GET", "/text", "text", Provenance.Documented, "test") { Query = _ => FakeApi.Text(200, body) },
        new Route("GET", "/nothing-in-it", "nothing", Provenance.Documented, "test") { Query = _ => new Reply(204) });

    private static FixedOverride Ends(string fault) => Ends(Enum.Parse<ConnectionFault>(fault));

    private static FixedOverride Ends(ConnectionFault ending) => new(new Override("ending") { ConnectionFault = ending });

    /// <summary>All that comes over the wire until the server closes.</summary>
    private static async Task<string> Received(Piped piped)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(piped.Client.BaseAddress!.Authority));
        await socket.SendAsync(Encoding.ASCII.GetBytes("GET /text HTTP/1.1\r\nHost: test\r\n\r\n"));
        using var all = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (await socket.ReceiveAsync(piece) is > 0 and var count) all.Write(piece, 0, count);
        return Encoding.ASCII.GetString(all.ToArray());
    }
}
