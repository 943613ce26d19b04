using System.Runtime.CompilerServices;
using Emulation.Http;
using Emulation.WireMocks;

namespace Emulation;

/// <summary>WireMock.Net in the program. Nothing of it is loaded before it is used.</summary>
static class WireMockSupport
{
    /// <summary>The value of <c>--wiremock</c>.</summary>
    public static EmulatorOptions Over(EmulatorOptions options, string folder) => options with { WireMock = OptionValues.Folder(folder) };

    /// <summary>
    /// With <c>--wiremock</c> every world begins with the mappings of the folder. Without it a world has WireMock.Net from the first
    /// request to <c>/_wiremock</c> on.
    /// </summary>
    /// <exception cref="OptionError">A file of the folder is not a mapping of WireMock.Net.</exception>
    public static EmulatorOptions Prepare(EmulatorOptions options) =>
        options with { Overlay = options.WireMock is { } folder ? Read(folder) : new OverlayMaker(Make, IsAlwaysUsed: false) };

    // In methods of their own, because the assembly is loaded when a method that names it is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static OverlayMaker Read(string folder) => WireMockProgram.Over(folder);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IOverlay Make(World world) => WireMockProgram.Empty(world);
}
