using Emulation.Http;

namespace Emulation.WireMocks;

/// <summary>How the program uses WireMock.Net.</summary>
static class WireMockProgram
{
    /// <summary>Every world begins with the mapping files of the folder.</summary>
    /// <exception cref="OptionError">A file is not a mapping of WireMock.Net.</exception>
    public static OverlayMaker Over(string folder)
    {
        var files = new MappingFolder(folder);
        var start = StartMappings.Read(files);
        WireMockOverlay Make(World world) => new(world.Clock, world.Seed, start, files.Files(), world.IsKept);
        return new OverlayMaker(Make, IsAlwaysUsed: true);
    }

    /// <summary>A world has WireMock.Net from the first request to its admin API on.</summary>
    public static WireMockOverlay Empty(World world) =>
        new(world.Clock, world.Seed, StartMappings.None, new WorldFiles(Disk.Nothing), world.IsKept);
}
