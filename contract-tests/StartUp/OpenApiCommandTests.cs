using System.Text.Json;

namespace Emulation.Tests.StartUp;

/// <summary>The command <c>openapi</c>, which needs no server.</summary>
[CancelAfter(60_000)]
class OpenApiCommandTests
{
    [TestCase("threatconnect", "/v2/indicators/{type}/{indicator}", "http://127.0.0.1:5010/api")]
    [TestCase("deso", "/api/v0/user-associations/query", "http://127.0.0.1:5010")]
    [TestCase("threatwinds", "/api/analytics/v1/entity/{id}/relations", "http://127.0.0.1:5010")]
    [TestCase("control", "/_emulator/worlds/{name}", "http://127.0.0.1:5010")]
    public async Task A_document_is_printed_with_the_address_that_a_server_would_have(string api, string path, string address)
    {
        using var program = EmulatorProcess.Start("openapi", api);

        using var document = JsonDocument.Parse(await program.StandardOutput.ReadToEndAsync());
        await program.WaitForExitAsync();

        document.RootElement.GetProperty("paths").TryGetProperty(path, out _).Should().BeTrue();
        document.RootElement.GetProperty("servers")[0].GetProperty("url").GetString().Should().Be(address);
        program.ExitCode.Should().Be(0);
    }

    [Test]
    public async Task An_unknown_API_is_refused_with_the_names_that_there_are()
    {
        using var program = EmulatorProcess.Start("openapi", "theatconnect");

        await program.Refused("theatconnect is not an API; give one of");
    }
}
