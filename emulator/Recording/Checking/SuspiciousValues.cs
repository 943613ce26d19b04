using System.Collections.Frozen;
using System.Net;
using System.Text.RegularExpressions;
using Emulation.Recordings.Sanitizing;
using Emulation.Seeding.Demo;

namespace Emulation.Recordings.Checking;

/// <summary>Recognises secrets and personal values that are not stand-ins.</summary>
static partial class SuspiciousValues
{
    private static readonly string[] s_networks =
        ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.0.0/15", "2001:db8::/32", "127.0.0.0/8", "0.0.0.0/32", "::/127"];

    private static readonly IPNetwork[] s_reserved = [.. s_networks.Select(IPNetwork.Parse)];

    private static readonly FrozenSet<string> s_phones =
        Enumerable.Range(0, ReservedRanges.Phones).Select(ReservedRanges.Phone).Select(DigitsOf).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first value that looks like one; null when there is none.</summary>
    public static (string Kind, string Found)? Find(string text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return ("word", word);
        if (Key().Match(text) is { Success: true } key) return ("secret", key.Value);
        foreach (System.Text.RegularExpressions.Match phone in Phone().Matches(text))
        {
            if (TextForms.Of(phone.Value.TrimStart('(')) is TextForm.AddressV4 or TextForm.Moment) continue;
            var digits = DigitsOf(phone.Value);
            var isStandIn = digits.StartsWith(StandIns.DigitsPrefix, StringComparison.Ordinal);
            if (CardNumbers.Is(digits) && !isStandIn) return ("card number", phone.Value);
            if (phone.Value != digits && !s_phones.Contains(digits)) return ("phone number", phone.Value);
        }
        foreach (System.Text.RegularExpressions.Match token in Token().Matches(text))
            if (KindOf(token.Value.TrimEnd('.', ':')) is { } kind) return (kind, token.Value);
        return null;
    }

    private static string? KindOf(string token) => TextForms.Of(token) switch
    {
        TextForm.Email when !token.EndsWith(".example", StringComparison.OrdinalIgnoreCase) => "e-mail address",
        TextForm.AddressV4 or TextForm.AddressV6 when !IsReserved(token) => "IP address",
        TextForm.MacAddress when !IsReservedMac(token) => "hardware address",
        TextForm.Url when Uri.TryCreate(token, UriKind.Absolute, out var url) && !IsReservedHost(url.Host) => "host",
        TextForm.Host when !IsReservedHost(token) => "host",
        TextForm.Token => "secret",
        _ => null,
    };

    private static bool IsReserved(string address) =>
        IPAddress.TryParse(address, out var parsed) && Array.Exists(s_reserved, network => network.Contains(parsed));

    private static bool IsReservedMac(string address) =>
        address.Replace(':', '-').StartsWith(ReservedRanges.DocumentationMacs, StringComparison.OrdinalIgnoreCase);

    private static bool IsReservedHost(string host) =>
        host.EndsWith(".example", StringComparison.OrdinalIgnoreCase) || host is "localhost" || IsReserved(host.Trim('[', ']'));

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"[^\s,;""'()\[\]{}<>=|&\\`]+", Options, 1000)]
    private static partial Regex Token();

    // JSON web tokens, private keys, keys of well-known services, and bearer tokens.
    [GeneratedRegex(
        @"eyJ[\w-]{10,}\.[\w-]{5,}|-----BEGIN [A-Z ]+KEY|\b(AKIA|ASIA)[A-Z0-9]{16}\b"
        + @"|\bgh[pousr]_\w{20,}|\b[sp]k_(live|test)_\w{8,}|\b(Bearer|TC-Token) [^\s*]{8,}",
        Options, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<![\w.:/-])\+?\(?\d([ ().-]{0,2}\d){8,18}(?![\w/.:-])", Options, 1000)]
    private static partial Regex Phone();
}
