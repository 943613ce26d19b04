using System.Net.Sockets;
using System.Text;
using Emulation.Tests.Control;
using Running = Emulation.Tests.Support.Running;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Emulation.Tests.WireMocks;

/// <summary>WireMock.Net's faults end the connection as the emulator's own do.</summary>
class OverlayFaultTests
{
    private const string Path = "/api/v2/whoami";

    [Test]
    public async Task An_empty_response_closes_the_connection_without_a_byte()
    {
        await using var running = await Running.OnKestrel("docs");
        running.World.WireMock().Given(Request.Create().WithPath(Path)).RespondWith(Response.Create().WithFault(FaultType.EMPTY_RESPONSE));

        (await Raw(running)).Should().BeEmpty();
    }

    [Test]
    public async Task A_malformed_chunk_follows_a_head_that_announces_chunks()
    {
        await using var running = await Running.OnKestrel("docs");
        running.World.WireMock().Given(Request.Create().WithPath(Path))
            .RespondWith(Response.Create().WithFault(FaultType.MALFORMED_RESPONSE_CHUNK));

        var answer = await Raw(running);

        answer.Should().StartWith("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        var chunk = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        char.IsAsciiHexDigit(chunk[0]).Should().BeFalse("a chunk begins with its length");
    }

    [TestCase(FaultType.EMPTY_RESPONSE)]
    [TestCase(FaultType.MALFORMED_RESPONSE_CHUNK)]
    public async Task A_share_of_requests_is_struck_by_the_seed_and_the_others_have_the_whole_body(FaultType fault)
    {
        var first = await Struck(fault, 1);
        var again = await Struck(fault, 1);
        var other = await Struck(fault, 2);

        first.Count(struck => struck).Should().BeInRange(8, 32, "half of 40 is expected");
        again.Should().Equal(first);
        other.Should().NotEqual(first);
    }

    private static async Task<List<bool>> Struck(FaultType fault, long seed)
    {
        await using var plane = await Plane.With(options => options with { Seed = seed });
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Path)).WithGuid("5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11")
            .RespondWith(Response.Create().WithFault(fault, 0.5).WithBodyAsJson(new { whole = true }));
        var struck = new List<bool>();
        for (var i = 0; i < 40; i++)
        {
            try
            {
                var told = await plane.Ask("GET", Path);
                told.Text.Should().Be("""{"whole":true}""");
                struck.Add(false);
            }
            catch (HttpRequestException)
            {
                struck.Add(true);
            }
        }
        return struck;
    }

    private static async Task<string> Raw(Running running)
    {
        using var client = new TcpClient(running.Address.Host, running.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {Path} HTTP/1.1\r\nHost: {running.Address.Authority}\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        return await reader.ReadToEndAsync();
    }
}
