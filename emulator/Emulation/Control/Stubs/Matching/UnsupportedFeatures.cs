using Emulation.Http;

namespace Emulation.Control.Stubs.Matching;

/// <summary>
/// Features of WireMock that this emulator does not support. Using one is an error, because ignoring it would change what a stub matches.
/// </summary>
static class UnsupportedFeatures
{
    public static IReadOnlyList<string> Matchers { get; } =
        ["equalToXml", "matchesXPath", "matchesJsonSchema", "before", "after", "equalToDateTime", "matchesPathTemplate"];

    public static IReadOnlyList<string> RequestMembers { get; } =
        ["scheme", "host", "port", "clientIp", "multipartPatterns", "customMatcher"];

    public static IReadOnlyList<string> ResponseMembers { get; } =
    [
        "proxyBaseUrl", "proxyUrlPrefixToRemove", "additionalProxyRequestHeaders", "removeProxyRequestHeaders",
        "transformers", "transformerParameters", "chunkedDribbleDelay",
    ];

    /// <summary>Members of a response that WireMock writes itself and that have no effect.</summary>
    public static IReadOnlyList<string> IgnoredResponseMembers { get; } = ["fromConfiguredStub", "wasConfigured"];

    public static IReadOnlyList<string> MappingMembers { get; } =
        ["postServeActions", "serveEventListeners"];

    /// <summary>Members that WireMock writes into its own files and that have no effect.</summary>
    public static IReadOnlyList<string> IgnoredMembers { get; } = ["insertionIndex", "dirty", "newScenarioStateDirty", "isNew"];

    public static void Ignore(Members body, IReadOnlyList<string> names)
    {
        foreach (var name in names) body.Any(name);
    }

    public static void Refuse(Members body, IReadOnlyList<string> names)
    {
        foreach (var name in names)
            if (body.Carries(name) && body.Has(name))
                body.Wrong(name, "is of WireMock's dialect, but this emulator does not support it");
    }
}
