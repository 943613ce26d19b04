using Emulation.Http;
using Emulation.WireMocks;
using WireMock.Server;

namespace Emulation;

/// <summary>WireMock.Net over the worlds of an emulator.</summary>
public static class WireMockWorlds
{
    /// <summary>
    /// WireMock.Net's own server over this world, without a port. A request that one of its mappings matches is answered by that mapping;
    /// every other request is answered by the emulated API. It is made by the first call, and its mappings, scenarios and files are part of
    /// the world: forks and snapshots contain them, a restore puts them back, a reset removes them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The world has a stub engine that is not WireMock.Net.</exception>
    public static WireMockServer WireMock(this World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Overlay.Use(InProcess) is WireMockOverlay overlay
            ? overlay.Server
            : throw new InvalidOperationException($"The world {world.Name} has a stub engine that is not WireMock.Net.");
    }

    private static WireMockOverlay InProcess(World world) =>
        new(world.Clock, world.Seed, StartMappings.None, new WorldFiles(Disk.Everything));
}
