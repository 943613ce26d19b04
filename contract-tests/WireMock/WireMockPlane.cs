using Emulation.Tests.Control;

namespace Emulation.Tests.WireMocks;

/// <summary>An emulator with WireMock.Net as the program has it.</summary>
static class WireMockPlane
{
    public const string Admin = "/_wiremock/__admin";

    /// <summary>Started without <c>--wiremock</c>.</summary>
    public static Task<Plane> OnDemand() => Plane.With(WireMockSupport.Prepare);

    /// <summary>Started with <c>--wiremock</c>.</summary>
    public static Task<Plane> Over(string folder) => Plane.With(options => WireMockSupport.Prepare(WireMockSupport.Over(options, folder)));
}

/// <summary>A folder of mapping files that is deleted with the test.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("wiremock-net-").FullName;

    public TemporaryFolder With(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
