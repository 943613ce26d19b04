using System.Globalization;

namespace Emulation.Seeding.Demo;

/// <summary>
/// Every range that generated addresses, networks, host names, AS numbers, phone numbers and CVE ids are taken from. All are reserved for
/// documentation, tests or fiction, so nothing that is generated belongs to anyone. Each function maps a number one to one.
/// </summary>
static class ReservedRanges
{
    private const int HostsOfNetwork = 254;
    private const int PhonesOfAreaInAmerica = 100;
    private const int PhonesOfAreaInBritain = 1000;
    private const int FirstCve = 9_000_000;

    // Coprime with the number of hosts of three networks, 762, so that addresses with neighbouring numbers differ in every octet.
    private const int Step = 361;

    // RFC 5737.
    private static readonly string[] s_testNetworks = ["198.51.100.", "203.0.113.", "192.0.2."];

    /// <summary>RFC 2606 and RFC 6761: reserved top-level domains, and domains held by IANA for examples.</summary>
    public static string[] DomainSuffixes { get; } = ["example", "example.com", "test", "example.net", "example.org"];

    /// <summary>RFC 5398: AS numbers for documentation, 64496 to 64511 and 65536 to 65551.</summary>
    public static int[] AsNumbers { get; } = [.. Enumerable.Range(64496, 16), .. Enumerable.Range(65536, 16)];

    // Area codes of the North American Numbering Plan; 555-0100 to 555-0199 is fictional in each.
    private static readonly int[] s_americanAreas = [202, 212, 303, 312, 404, 415, 503, 512, 602, 617, 702, 713, 808, 816, 907, 919];

    // Ofcom, "Telephone numbers for use in TV and radio drama programmes": a thousand numbers in each area.
    private static readonly string[] s_britishAreas =
    [
        "20 7946 0", "29 2018 0", "113 496 0", "114 496 0", "115 496 0", "116 496 0", "117 496 0", "118 496 0", "121 496 0", "131 496 0",
        "141 496 0", "151 496 0", "161 496 0", "191 498 0", "28 9649 6", "7700 900 ",
    ];

    /// <summary>How many phone numbers there are.</summary>
    public static int Phones => (s_americanAreas.Length * PhonesOfAreaInAmerica) + (s_britishAreas.Length * PhonesOfAreaInBritain);

    /// <summary>
    /// An IPv4 address: first the networks of RFC 5737, then 198.19.0.0/16 (RFC 2544) in the half that <paramref name="pool"/> names,
    /// 0 or 1; then IPv6. The first pool has two of the three networks of RFC 5737.
    /// </summary>
    public static string Address(int pool, int number)
    {
        var (first, count) = pool == 0 ? (0, 2 * HostsOfNetwork) : (2, HostsOfNetwork);
        if (number < count)
        {
            var at = (int)((long)number * Step % count);
            var prefix = s_testNetworks[first + (at / HostsOfNetwork)];
            return string.Create(CultureInfo.InvariantCulture, $"{prefix}{1 + (at % HostsOfNetwork)}");
        }
        var benchmark = number - count;
        if (benchmark >= 128 * HostsOfNetwork) return AddressV6(2 + pool, benchmark);
        var (network, host) = (benchmark % 128, benchmark / 128);
        var last = 1 + ((host + (network * 37)) % HostsOfNetwork);
        return string.Create(CultureInfo.InvariantCulture, $"198.19.{(pool * 128) + network}.{last}");
    }

    /// <summary>An IPv6 address of 2001:db8::/32 (RFC 3849) with all eight sections.</summary>
    /// <param name="pool">1 to 15; addresses of different pools differ.</param>
    /// <param name="number">Below 268,435,456.</param>
    public static string AddressV6(int pool, int number) => string.Create(CultureInfo.InvariantCulture,
        $"2001:db8:{number >> 12:x}:{(pool << 12) | (number & 0xfff):x}:0:0:0:{1 + ((number * 7) % 0xfffe):x}");

    /// <summary>A network of 198.18.0.0/16 (RFC 2544) or, when these are used up and for one in eight, of 2001:db8::/32.</summary>
    /// <param name="number">Below 65,536.</param>
    public static string Network(int number) => IsNetworkV6(number)
        ? string.Create(CultureInfo.InvariantCulture, $"2001:db8:{number:x}:0:0:0:0:0/48")
        : string.Create(CultureInfo.InvariantCulture, $"198.18.{number}.0/{24 + (number % 4)}");

    /// <summary>An address within <see cref="Network"/>, different from those of all pools.</summary>
    public static string AddressIn(int network) => IsNetworkV6(network)
        ? string.Create(CultureInfo.InvariantCulture, $"2001:db8:{network:x}:0:0:0:0:{1 + (network % 250):x}")
        : string.Create(CultureInfo.InvariantCulture, $"198.18.{network}.{2 + (network * 11 % 29)}");

    /// <summary>A hardware address for documentation (RFC 7042), one of 256.</summary>
    public static string MacAddress(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{DocumentationMacs}{number & 255:X2}");

    /// <summary>What hardware addresses for documentation begin with.</summary>
    public const string DocumentationMacs = "00-00-5E-00-53-";

    /// <summary>A fictional phone number in international form.</summary>
    /// <param name="number">Below <see cref="Phones"/>.</param>
    public static string Phone(int number)
    {
        var american = s_americanAreas.Length * PhonesOfAreaInAmerica;
        if (number < american)
        {
            var area = s_americanAreas[number % s_americanAreas.Length];
            return string.Create(CultureInfo.InvariantCulture, $"+1 {area} 555 01{number / s_americanAreas.Length:D2}");
        }
        var at = number - american;
        var british = s_britishAreas[at % s_britishAreas.Length];
        return string.Create(CultureInfo.InvariantCulture, $"+44 {british}{at / s_britishAreas.Length:D3}");
    }

    /// <summary>A CVE id with a number above all that were assigned in any year.</summary>
    public static string Cve(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"CVE-{year}-{FirstCve + number}");

    private static bool IsNetworkV6(int number) => number % 8 == 5 || number > byte.MaxValue;
}
