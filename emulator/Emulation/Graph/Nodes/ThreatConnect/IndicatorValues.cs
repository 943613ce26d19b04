using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Emulation.Graphs.ThreatConnect;

/// <summary>Which values each type of indicator accepts, and the canonical form in which they are stored.</summary>
static class IndicatorValues
{
    private static readonly string[] s_schemes = ["http", "https", "ftp", "sftp", "file"];

    // common_errors.rst, "Registry Key".
    private static readonly string[] s_hives =
    [
        "HKEY_CLASSES_ROOT", "HKEY_CURRENT_CONFIG", "HKEY_CURRENT_USER", "HKEY_CURRENT_USER_LOCAL_SETTINGS", "HKEY_LOCAL_MACHINE",
        "HKEY_PERFORMANCE_DATA", "HKEY_PERFORMANCE_NLSTEXT", "HKEY_PERFORMANCE_TEXT", "HKEY_USERS",
    ];

    /// <summary>The canonical form of one part of a value (0 is the first); null when it is not valid.</summary>
    public static string? Canonical(IndicatorType type, int part, string value)
    {
        if (type == IndicatorType.Address) return Address(value);
        if (type == IndicatorType.EmailAddress) return EmailAddress(value);
        if (type == IndicatorType.File) return Hash(value, part);
        if (type == IndicatorType.Host) return Host(value);
        if (type == IndicatorType.Url) return IsUrl(value) ? value : null;
        if (type == IndicatorType.Asn) return IsAsn(value) ? value.ToUpperInvariant() : null;
        if (type == IndicatorType.Cidr) return IsCidr(value) ? value.ToLowerInvariant() : null;
        if (type == IndicatorType.RegistryKey && part == 0 && !IsRegistryKey(value)) return null;

        var field = type.Values[part];
        if (value.Length == 0) return null;
        if (field.Options.Length > 0 && !field.Options.Contains(value, StringComparer.Ordinal)) return null;
        return Cased(type, value);
    }

    /// <summary>
    /// The canonical parts, always three, of a value that is written as one: hashes by their length, other parts in their order.
    /// Null when a part is missing or not valid.
    /// </summary>
    public static string?[]? Split(IndicatorType type, string summary)
    {
        var parts = new string?[3];
        if (type != IndicatorType.File && type.Values.Length == 1)
        {
            parts[0] = Canonical(type, 0, summary);
            return parts[0] is null ? null : parts;
        }
        var written = summary.Split(IndicatorType.Separator);
        if (written.Length > type.Values.Length) return null;
        for (var i = 0; i < written.Length; i++)
        {
            var at = type == IndicatorType.File ? HashPart(written[i]) : i;
            if (at < 0 || parts[at] is not null || Canonical(type, at, written[i]) is not { } canonical) return null;
            parts[at] = canonical;
        }
        return type == IndicatorType.File || written.Length == type.Values.Length ? parts : null;
    }

    /// <summary>The letter case in which values of a type are kept.</summary>
    public static string Cased(IndicatorType type, string value) => type.Case switch
    {
        CasePreference.Lower => value.ToLowerInvariant(),
        CasePreference.Upper => value.ToUpperInvariant(),
        CasePreference.Sensitive => value,
        _ => throw new InvalidOperationException($"{type.Name} has no case preference."),
    };

    /// <summary>Which hash a text can be by its length: 0 MD5, 1 SHA-1, 2 SHA-256; -1 when it is none.</summary>
    public static int HashPart(string text) => !IsHex(text) ? -1 : text.Length switch
    {
        32 => 0,
        40 => 1,
        64 => 2,
        _ => -1,
    };

    private static string? Hash(string value, int part) => HashPart(value) == part ? value.ToUpperInvariant() : null;

    private static bool IsHex(string text) => text.All(char.IsAsciiHexDigit);

    /// <summary>IPv4 as it is; IPv6 with all eight sections in lower case, none with leading zeros.</summary>
    private static string? Address(string value)
    {
        if (!value.Contains(':', StringComparison.Ordinal)) return IsIPv4(value) ? value : null;
        if (value.AsSpan().ContainsAny("[]%/") || !IPAddress.TryParse(value, out var address)) return null;
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var sections = new string[8];
        for (var i = 0; i < 8; i++) sections[i] = ((bytes[i * 2] << 8) | bytes[(i * 2) + 1]).ToString("x", CultureInfo.InvariantCulture);
        return string.Join(':', sections);
    }

    private static bool IsIPv4(ReadOnlySpan<char> value)
    {
        var parts = 0;
        foreach (var range in value.Split('.'))
        {
            var part = value[range];
            if (++parts > 4 || !IsNumber(part, 255) || (part.Length > 1 && part[0] == '0')) return false;
        }
        return parts == 4;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int most) =>
        text.Length is >= 1 and <= 3 && !text.ContainsAnyExceptInRange('0', '9') && int.Parse(text, CultureInfo.InvariantCulture) <= most;

    private static string? EmailAddress(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != value.LastIndexOf('@') || value.Any(char.IsWhiteSpace)) return null;
        var host = value.AsSpan(at + 1);
        var dot = host.IndexOf('.');
        return dot < 1 || host[^1] == '.' ? null : value.ToLowerInvariant();
    }

    private static string? Host(string value)
    {
        if (value.Length > 253 || !value.Contains('.', StringComparison.Ordinal)) return null;
        var labels = value.Split('.');
        return labels.All(IsLabel) && labels[^1].Any(char.IsAsciiLetter) ? value.ToLowerInvariant() : null;
    }

    // RFC 952 and 1123, which the vendor's Batch Module Error Guide names.
    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-';

    private static bool IsUrl(string value)
    {
        var separator = value.IndexOf("://", StringComparison.Ordinal);
        if (separator < 1 || !s_schemes.Contains(value[..separator], StringComparer.Ordinal)) return false;
        var rest = value.AsSpan(separator + 3);
        var end = rest.IndexOfAny("/?#");
        var host = end < 0 ? rest : rest[..end];
        if (host.IsEmpty && value[..separator] != "file") return false;
        foreach (var character in host)
            if (character is <= ' ' or >= '\x7f' || char.IsAsciiLetterUpper(character)) return false;
        return rest.Length > 0;
    }

    private static bool IsAsn(string value) =>
        value.Length > 3 && value.StartsWith("ASN", StringComparison.OrdinalIgnoreCase) && value.Skip(3).All(char.IsAsciiDigit);

    private static bool IsCidr(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return false;
        var block = value[..slash];
        var length = value.AsSpan(slash + 1);
        return block.Contains(':', StringComparison.Ordinal)
            ? IsNumber(length, 128) && block.Split(':') is { Length: 8 } sections && sections.All(IsSection)
            : IsNumber(length, 32) && IsIPv4(block);
    }

    // common_errors.rst: compressed, padded and 0000 sections are refused.
    private static bool IsSection(string text) => text.Length is >= 1 and <= 4 && IsHex(text) && (text.Length == 1 || text[0] != '0');

    private static bool IsRegistryKey(string value) =>
        s_hives.Any(hive => value.StartsWith(hive, StringComparison.Ordinal)
            && (value.Length == hive.Length || value[hive.Length] == '\\'));
}
