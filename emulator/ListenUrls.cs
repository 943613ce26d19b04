namespace Emulation;

/// <summary>Reads the addresses to listen on.</summary>
static class ListenUrls
{
    public static string[] Parse(string value)
    {
        var urls = value.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return urls.Length > 0 ? [.. urls.Select(ParseOne)] : throw Wrong();
    }

    /// <summary>
    /// Kestrel would listen on every address for a host name that is not an address, so that is refused. For localhost with port 0
    /// it would need the same free port on two addresses, so that becomes one address.
    /// </summary>
    private static string ParseOne(string url)
    {
        var isWildcard = url.Contains("://*", StringComparison.Ordinal) || url.Contains("://+", StringComparison.Ordinal);
        var plain = url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) throw Wrong();
        if (uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0) throw Wrong();
        if (isWildcard || uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6) return url;
        if (!string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase)) throw Wrong();
        return uri.Port == 0 ? $"{uri.Scheme}://127.0.0.1:0" : url;
    }

    private static OptionError Wrong() =>
        new("give http://HOST:PORT or https://HOST:PORT with an IP address, localhost or * for HOST, several separated by ; or ,");
}
