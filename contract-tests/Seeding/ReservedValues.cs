using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Emulation.Seeding.Demo;

namespace Emulation.Tests.Seeding;

/// <summary>
/// Finds addresses, hosts, e-mail addresses, phone numbers, AS numbers and CVE ids in a text that are outside the ranges reserved for
/// documentation, tests and fiction. Written from the documents that reserve them, not from the generator.
/// </summary>
static partial class ReservedValues
{
    // RFC 5737, RFC 2544, RFC 3849.
    private static readonly IPNetwork[] s_networks =
    [
        IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("2001:db8::/32"),
    ];

    // RFC 2606, RFC 6761.
    private static readonly string[] s_domains = ["example", "test", "invalid", "example.com", "example.net", "example.org"];

    // What follows the last dot of a file's name; none is a top-level domain that a generated host has.
    private static readonly HashSet<string> s_extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "dll", "msi", "php", "doc", "docm", "xlsm", "html", "zip", "js", "iso", "lnk", "scr", "hta", "bin", "one", "pkg", "ps1", "pdf", "txt", "jpg",
        "webp", "mp4", "yar", "rules", "yml", "kql", "spl", "zeek", "ndb", "xml", "ioc", "tql", "eml",
        "csv", "json", "docx", "regex", "xlsx", "rels", "dit",
    };

    // Names of fields, tactics and schemas that formats prescribe.
    private static readonly string[] s_formats =
    [
        "smtp.mailfrom", "dns.query", "tls.sni", "attack.", "Win.", "cybox.mitre.org", "schemas.mandiant.com", "www.w3.org", "schemas.openxmlformats.org",
        "purl.org", "vnd.openxmlformats-",
    ];

    public static IEnumerable<string> Outside(string text) =>
        [.. AddressesOutside(text), .. HostsOutside(text), .. PhonesOutside(text), .. AsNumbersOutside(text), .. CvesOutside(text)];

    public static bool IsReservedHost(string host) =>
        s_domains.Any(domain => host.Equals(domain, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    public static bool IsReservedAddress(string address) =>
        IPAddress.TryParse(address, out var parsed)
            && s_networks.Any(network => network.BaseAddress.AddressFamily == parsed.AddressFamily && network.Contains(parsed));

    public static bool IsReservedAsNumber(long number) => number is (>= 64496 and <= 64511) or (>= 65536 and <= 65551);

    /// <summary>555-0100 to 555-0199 of any area, or one of Ofcom's numbers for drama.</summary>
    public static bool IsFictionalPhone(string phone) => American().IsMatch(phone) || British().IsMatch(phone);

    private static IEnumerable<string> AddressesOutside(string text) =>
        V4().Matches(text).Concat(V6().Matches(text).Where(match => IPAddress.TryParse(match.Value, out _))).Select(match => match.Value)
            .Where(address => !IsReservedAddress(address));

    private static IEnumerable<string> HostsOutside(string text)
    {
        foreach (Match match in Host().Matches(text))
        {
            var host = match.Value;
            var last = host[(host.LastIndexOf('.') + 1)..];
            // com.example.NAME names an application.
            var isApplication = host.StartsWith("com.example.", StringComparison.Ordinal);
            var isPerson = InventedNames.Surnames.Contains(last, StringComparer.OrdinalIgnoreCase);
            var isFormat = s_formats.Any(format => host.StartsWith(format, StringComparison.Ordinal));
            if (!s_extensions.Contains(last) && !isApplication && !isPerson && !isFormat && !IsReservedHost(host)) yield return host;
        }
    }

    private static IEnumerable<string> PhonesOutside(string text) =>
        Phone().Matches(text).Select(match => match.Value).Where(phone => !IsFictionalPhone(phone));

    private static IEnumerable<string> AsNumbersOutside(string text) =>
        AsNumber().Matches(text).Where(match => !IsReservedAsNumber(long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)))
            .Select(match => match.Value);

    // Sequence numbers above 8,999,999 were never assigned; the year 1900 is for tests.
    private static IEnumerable<string> CvesOutside(string text) => Cve().Matches(text)
        .Where(match => match.Groups["year"].Value != "1900"
            && long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) < 9_000_000)
        .Select(match => match.Value);

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?![\d.])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex V4();

    [GeneratedRegex(@"(?<![\w:])([0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?![\w:])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex V6();

    [GeneratedRegex(@"(?<![\w.\\*-])([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z]{2,}(?![\w@-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Host();

    [GeneratedRegex(@"\+\d{1,3}[ (-]\d[\d ()-]{6,}\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\+1 [2-9]\d\d 555 01\d\d$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex American();

    [GeneratedRegex(@"^\+44 (20 7946 0|29 2018 0|28 9649 6|191 498 0|1[1-8]\d 496 0|7700 900 )\d{3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex British();

    [GeneratedRegex(@"\bASN? ?(?<number>\d{2,})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsNumber();

    [GeneratedRegex(@"\bCVE-(?<year>\d{4})-(?<number>\d+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Cve();
}
