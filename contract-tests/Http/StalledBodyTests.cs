using System.Net.Sockets;
using System.Text;
using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>A client that stops in the middle of a body does not hold its connection.</summary>
[CancelAfter(60_000)]
public class StalledBodyTests
{
    [Test]
    public async Task A_body_that_stops_is_408_and_the_connection_ends()
    {
        var machine = new ManualTime();
        await using var emulator = await Running.OnKestrel(new EmulatorOptions { Dataset = "docs" }, machine);
        using var client = new TcpClient();
        await client.ConnectAsync(emulator.Address.Host, emulator.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /v2/tasks HTTP/1.1\r\nHost: x\r\nAuthorization: TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=\r\nContent-Length: 100\r\n\r\n{"));

        await machine.TimerStarted;
        machine.Advance(Body.Silence);
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync();

        answer.Should().StartWith("HTTP/1.1 408 ").And.Contain("\"status\":\"Failure\"");
    }

    [Test]
    public void The_limit_is_under_30_seconds() => Body.Silence.Should().BeLessThan(TimeSpan.FromSeconds(30));
}
