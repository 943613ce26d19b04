namespace Emulation;

/// <summary>Addresses that a server listens on, as a client of the same machine writes them.</summary>
static class ListenAddress
{
    /// <summary>Replaces a wildcard host (<c>0.0.0.0</c>, <c>[::]</c>, <c>*</c>, <c>+</c>) by a loopback host.</summary>
    public static string ForClient(string url) => url
        .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
}
