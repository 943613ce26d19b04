using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Emulation.Graphs.ThreatWinds;

/// <summary>Addresses of machines, networks, people and pages.</summary>
static class Addresses
{
    public static Normalised Ip(string text)
    {
        if (Parse(text) is not { } ip) return Normalised.Not($"invalid IP: {text}");
        return Refused(ip) is { } kind ? Normalised.Not($"cannot accept {kind} IP: {text}") : Canonical(ip);
    }

    public static Normalised Cidr(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || Parse(text[..slash]) is not { } ip || Prefix(text[(slash + 1)..], ip) is not { } prefix)
            return Normalised.Not($"invalid CIDR address: {text}");
        if (Refused(ip) is { } kind) return Normalised.Not($"cannot accept {kind} IP: {text[..slash]}");
        var bytes = ip.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++) bytes[i] &= (byte)~(0xFF >> Math.Clamp(prefix - (i * 8), 0, 8));
        return $"{Canonical(new IPAddress(bytes))}/{prefix}";
    }

    public static Normalised Email(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        if (plain.Length == 0) return Normalised.Not("mail: no address");
        if (plain.EndsWith('>'))
        {
            var open = plain.LastIndexOf('<');
            if (open < 0) return Normalised.Not("mail: missing '@' or angle-addr");
            plain = plain[(open + 1)..^1];
        }
        var at = plain.LastIndexOf('@');
        if (at < 1 || at == plain.Length - 1 || plain.Any(IsNotOfAnAddress))
            return Normalised.Not("mail: missing '@' or angle-addr");
        return plain;
    }

    private static bool IsNotOfAnAddress(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || character is '<' or '>' or ',' or ';' or '(' or ')';

    /// <summary>An absolute URI, or an absolute path: scheme and host in lower case, the rest as it is.</summary>
    public static Normalised Url(string text)
    {
        if (text.Any(sign => sign is < ' ' or '\x7f')) return Not(text, "net/url: invalid control character in URL");
        if (text[0] == '/') return text;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon == 0) return Not(text, "missing protocol scheme");
        if (colon < 0 || !char.IsAsciiLetter(text[0])
            || !text[..colon].All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '+' or '-' or '.'))
            return Not(text, "invalid URI for request");
        var scheme = text[..colon].ToLowerInvariant();
        var rest = text[(colon + 1)..];
        if (rest.Length == 0) return Not(text, "invalid URI for request");
        if (!rest.StartsWith("//", StringComparison.Ordinal)) return $"{scheme}:{rest}";
        var end = rest.IndexOfAny(['/', '?'], 2);
        var authority = end < 0 ? rest[2..] : rest[2..end];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (host.IndexOfAny([' ', '<', '>', '"']) is >= 0 and var bad)
            return Not(text, $"invalid character \"{host[bad]}\" in host name");
        return $"{scheme}://{authority[..^host.Length]}{host.ToLowerInvariant()}{(end < 0 ? "" : rest[end..])}";
    }

    /// <summary>
    /// As Go's parser: four decimal parts without leading zeros, or IPv6 without a zone; an IPv4 address in IPv6 is IPv4.
    /// </summary>
    public static IPAddress? Parse(string text)
    {
        if (!text.Contains(':')) return IsDotted(text) ? IPAddress.Parse(text) : null;
        if (!text.All(sign => char.IsAsciiHexDigit(sign) || sign is ':' or '.')) return null;
        if (text.Contains('.') && !IsDotted(text[(text.LastIndexOf(':') + 1)..])) return null;
        if (!IPAddress.TryParse(text, out var ip)) return null;
        return ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
    }

    private static bool IsDotted(string text) => text.Split('.') is { Length: 4 } parts && parts.All(IsOctet);

    private static bool IsOctet(string part) =>
        part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0')
        && int.Parse(part, CultureInfo.InvariantCulture) <= 255;

    private static int? Prefix(string text, IPAddress ip)
    {
        var most = ip.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        if (text.Length is 0 or > 3 || !text.All(char.IsAsciiDigit)) return null;
        var prefix = int.Parse(text, CultureInfo.InvariantCulture);
        return prefix <= most ? prefix : null;
    }

    /// <summary>The kind of an address that the vendor does not accept; null when it accepts it.</summary>
    private static string? Refused(IPAddress ip)
    {
        var bytes = ip.GetAddressBytes();
        var four = bytes.Length == 4;
        var (first, second) = (bytes[0], bytes[1]);
        var isPrivate = four
            ? first == 10 || (first == 172 && (second & 0xF0) == 16) || (first == 192 && second == 168)
            : (first & 0xFE) == 0xFC;
        if (isPrivate) return "private";
        if (!four && first == 0xFF && (second & 0x0F) == 1) return "interface local multicast";
        if (four ? first == 224 && second == 0 && bytes[2] == 0 : first == 0xFF && (second & 0x0F) == 2) return "link local multicast";
        if (four ? first == 169 && second == 254 : first == 0xFE && (second & 0xC0) == 0x80) return "link local unicast";
        if (IPAddress.IsLoopback(ip)) return "loopback";
        if (four ? (first & 0xF0) == 224 : first == 0xFF) return "multicast";
        return bytes.All(part => part == 0) ? "unspecified" : null;
    }

    // RFC 5952; the platform writes some IPv6 addresses with a dotted end.
    private static string Canonical(IPAddress ip)
    {
        var bytes = ip.GetAddressBytes();
        if (bytes.Length == 4) return string.Join('.', bytes);
        var groups = Enumerable.Range(0, 8).Select(i => (bytes[i * 2] << 8) | bytes[(i * 2) + 1]).ToArray();
        var (start, length) = (-1, 1);
        for (var i = 0; i < 8; i++)
        {
            var run = groups.Skip(i).TakeWhile(group => group == 0).Count();
            if (run > length) (start, length) = (i, run);
        }
        if (start < 0) return Joined(groups);
        return $"{Joined(groups[..start])}::{Joined(groups[(start + length)..])}";
    }

    private static string Joined(int[] groups) =>
        string.Join(':', groups.Select(group => group.ToString("x", CultureInfo.InvariantCulture)));

    private static Normalised Not(string text, string why) => Normalised.Not($"parse \"{text}\": {why}");
}
