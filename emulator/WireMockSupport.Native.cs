namespace Emulation;

/// <summary>The native executable has no WireMock.Net, which works by reflection.</summary>
static class WireMockSupport
{
    /// <exception cref="OptionError">Always.</exception>
    public static EmulatorOptions Over(EmulatorOptions options, string folder) =>
        throw new OptionError("the native executable has no WireMock.Net; use api-emulator, dotnet run or the framework-dependent publish");

    public static EmulatorOptions Prepare(EmulatorOptions options) => options;
}
