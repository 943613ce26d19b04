using WireMock.Server;

namespace Emulation.WireMocks;

/// <summary>The mappings that every world begins with, read once.</summary>
sealed record StartMappings(IReadOnlyList<KeptMapping> Mappings)
{
    public static StartMappings None { get; } = new([]);

    /// <summary>Reads the mapping files of a folder, in the order of their names.</summary>
    /// <exception cref="OptionError">A file is not a mapping of WireMock.Net.</exception>
    public static StartMappings Read(MappingFolder folder)
    {
        using var overlay = new WireMockOverlay(TimeProvider.System, 0, None, folder.Files());
        foreach (var file in folder.MappingFiles()) Read(overlay.Server, file);
        return new StartMappings(((OverlayState)overlay.State).Mappings);
    }

    private static void Read(WireMockServer server, string file)
    {
        try
        {
            if (!server.ReadStaticMappingAndAddOrUpdate(file)) throw new OptionError($"--wiremock: {file} cannot be read");
        }
        catch (Exception fault) when (fault is not OptionError)
        {
            // Which exceptions its reading throws is not documented; each is about this file.
            throw new OptionError($"--wiremock: {file}: {fault.Message.ReplaceLineEndings(" ")}");
        }
    }
}
