using System.Globalization;

namespace Emulation.Recordings.Drifts;

/// <summary>Reports that are kept in a folder, one file each.</summary>
static class EvidenceFile
{
    /// <exception cref="OptionError">The folder cannot be written to.</exception>
    public static void Save(string folder, DateTimeOffset compared, byte[] report)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var name = compared.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
            File.WriteAllBytes(Path.Combine(folder, $"drift-{name}.json"), report);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OptionError($"--evidence: {folder} cannot be written ({fault.Message.ReplaceLineEndings(" ")}); give another folder");
        }
    }
}
