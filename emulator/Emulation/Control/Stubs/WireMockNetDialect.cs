using System.Text.Json;

namespace Emulation.Control.Stubs;

/// <summary>Recognises mappings of WireMock.Net, whose members begin with a capital letter, among those of WireMock.</summary>
static class WireMockNetDialect
{
    public const string Advice =
        "This is a mapping of WireMock.Net (Request, Response); give its folder with --wiremock or post it to /_wiremock/__admin/mappings.";

    /// <summary>A mapping of WireMock.Net, or a list of them.</summary>
    public static bool IsDialectOf(JsonElement source) => source.ValueKind switch
    {
        JsonValueKind.Array => source.GetArrayLength() > 0 && IsDialectOf(source[0]),
        JsonValueKind.Object => source.TryGetProperty("Request", out _) || source.TryGetProperty("Response", out _),
        _ => false,
    };
}
