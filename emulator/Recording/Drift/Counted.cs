namespace Emulation.Recordings.Drifts;

/// <summary>A number with the noun that it counts.</summary>
static class Counted
{
    public static string Of(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
