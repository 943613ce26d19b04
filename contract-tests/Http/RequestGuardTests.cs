using System.Net.Sockets;
using System.Text;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>Whatever fails while a request is read, matched or recorded is answered in its API's shape.</summary>
public class RequestGuardTests
{
    private static readonly (string Path, string Expected)[] s_apis =
    [
        ("/v2/indicators/hosts",           "\"status\":\"Failure\""),
        ("/api/v0/user-associations/query", "\"error\":"),
        ("/api/search/v1/entities/simple", "\"uuid\":"),
        ("/_emulator/faults",              "\"status\":400"),
    ];

    private static readonly string[] s_malformed =
        ["80000000\r\n", "zz\r\n", "-1\r\n", "ffffffffffffffffffff\r\n", "3\r\nabcde\r\n0\r\n\r\n"];

    public static IEnumerable<TestCaseData> MalformedBodies() =>
        s_apis.SelectMany(
            api => s_malformed.Select(chunk => new TestCaseData(api.Path, api.Expected, chunk).SetArgDisplayNames(api.Path, chunk.Trim())));

    [TestCaseSource(nameof(MalformedBodies)), CancelAfter(60_000)]
    public async Task A_body_with_malformed_chunks_is_400_in_the_shape_of_its_api(string path, string expected, string chunks)
    {
        await using var emulator = await Running.OnKestrel("docs");

        var answer = await Send(emulator, path, chunks);

        answer.Should().StartWith("HTTP/1.1 400 ").And.Contain(expected);
        emulator.Log.ToString().Should().NotContain("bug in");
    }

    [Test]
    public async Task An_exception_in_a_stub_or_fault_or_the_journal_is_the_500_of_the_api_and_is_logged()
    {
        foreach (var part in new[] { "stubs", "faults" })
        {
            var throwing = new ThrowingParts();
            await using var piped = await Piped.With(new FakeApi(), part == "faults" ? throwing : null, part == "stubs" ? throwing : null);

            using var response = await piped.Client.GetAsync("/any");

            ((int)response.StatusCode).Should().Be(500, part);
            piped.Heard.Bugs.Should().ContainSingle(part);
            piped.Heard.Entries.Should().ContainSingle(part).Which.Exception.Should().NotBeNull();
        }
    }

    [Test]
    public async Task A_journal_that_fails_does_not_change_the_answer()
    {
        await using var piped = await Piped.With(new FakeApi());
        piped.Heard.Journal = new ThrowingParts();

        using var response = await piped.Client.GetAsync("/any");

        ((int)response.StatusCode).Should().Be(400);
        piped.Heard.Bugs.Should().ContainSingle();
    }

    private static async Task<string> Send(Running emulator, string path, string chunks)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(emulator.Address.Host, emulator.Address.Port);
        var head = $"POST {path} HTTP/1.1\r\nHost: {emulator.Address.Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
            + "Authorization: TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=\r\napi-key: emulator-key\r\napi-secret: emulator-secret\r\n\r\n";
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Replace(path.StartsWith("/v2", StringComparison.Ordinal) ? "\0" : "Authorization: TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=\r\n", "", StringComparison.Ordinal) + chunks));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
