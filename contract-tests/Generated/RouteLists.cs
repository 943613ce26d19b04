using Emulation.Http;

namespace Emulation.Tests.Generated;

/// <summary>The three APIs with their route tables.</summary>
static class RouteLists
{
    private static readonly Dictionary<string, string> s_titles = new(StringComparer.Ordinal)
    {
        ["threatconnect"] = "ThreatConnect",
        ["deso"] = "DeSo",
        ["threatwinds"] = "ThreatWinds",
    };

    public static IEnumerable<IApi> Apis { get; } = [.. ApiList.Of(
        new EmulatorOptions(), Emulator.NoWorlds()).Where(api => s_titles.ContainsKey(api.Name))];

    public static string Title(IApi api) => s_titles[api.Name];
}
