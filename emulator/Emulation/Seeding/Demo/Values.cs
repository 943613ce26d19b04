using System.Globalization;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>
/// Values of indicators, in ThreatConnect's canonical form. Each is made from its number one to one, so no value occurs twice.
/// </summary>
sealed class Values(Plan plan)
{
    private const int AddressesInCluster = 4;
    private const uint Odd = 2654435761;

    private static readonly string[] s_subdomains =
        ["www", "cdn", "login", "mail", "static", "api", "img", "m", "portal", "xn--mnchen-3ya", "xn--zrich-kva"];
    private static readonly string[] s_schemes = ["https", "http", "https", "http", "ftp"];
    private static readonly string[] s_folders =
        ["assets", "wp-content/uploads", "api/v1", "track", "docs", "files", "dl", "session", "cgi-bin", "shared"];
    private static readonly string[] s_pages =
        ["gate.php", "index.php", "invoice.doc", "setup.exe", "login.html", "счет.php", "update.zip", "load.js"];
    private static readonly string[] s_mailboxes =
        ["billing", "no-reply", "accounts", "hr", "it-support", "notifications", "shipping", "security"];
    private static readonly string[] s_runtimes =
        ["Windows NT 10.0; Win64; x64", "Windows NT 6.1; WOW64", "X11; Linux x86_64", "Macintosh; Intel Mac OS X 10_15_7"];

    // The path below each hive; malware stores its configuration there or registers itself to start.
    private static readonly (string Hive, string Path)[] s_hives =
    [
        ("HKEY_CURRENT_USER",                "Software\\Microsoft\\Windows\\CurrentVersion\\Run"),
        ("HKEY_LOCAL_MACHINE",               "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run"),
        ("HKEY_CLASSES_ROOT",                "Software\\Classes\\CLSID"),
        ("HKEY_USERS",                       ".DEFAULT\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce"),
        ("HKEY_CURRENT_CONFIG",              "Software\\Fonts"),
        ("HKEY_CURRENT_USER_LOCAL_SETTINGS", "Software\\Microsoft\\Windows\\Shell"),
        ("HKEY_PERFORMANCE_DATA",            "Counters"),
        ("HKEY_PERFORMANCE_TEXT",            "Help"),
        ("HKEY_PERFORMANCE_NLSTEXT",         "Help"),
    ];

    private static readonly string[] s_valueNames = ["Path", "InstallId", "Server", "Config", "Interval", "Key"];

    private static readonly string[] s_subjects =
    [
        "Invoice {0} from {1}", "{1}: payment {0} overdue", "Überweisung {0} – {1}", "RE: order {0}, {2}", "請求書 {0} {1}",
        "Your parcel {0} is waiting",
        "Action required: mailbox quota ({0})", "Updated payroll calendar {0}",
    ];

    public (string? One, string? Two, string? Three) Of(int indicator)
    {
        var type = ClusterPlan.TypeOf(indicator);
        var (cluster, slot) = Math.DivRem(indicator, ClusterPlan.Size);
        if (type == IndicatorType.File) return File(indicator);
        if (type == IndicatorType.RegistryKey) return RegistryKey(cluster);
        if (type == IndicatorType.Host) return (Host(indicator), null, null);
        if (type == IndicatorType.Address) return (Address(indicator), null, null);
        if (type == IndicatorType.Url) return (Url(indicator, (cluster * ClusterPlan.Size) + (slot == 2 ? 0 : 4)), null, null);
        if (type == IndicatorType.EmailAddress) return (Email(indicator, (cluster * ClusterPlan.Size) + 9), null, null);
        if (type == IndicatorType.Asn)
            return (string.Create(CultureInfo.InvariantCulture, $"ASN{ReservedRanges.AsNumbers[cluster / 4]}"), null, null);
        if (type == IndicatorType.Cidr) return (ReservedRanges.Network(cluster / 4), null, null);
        if (type == IndicatorType.Mutex) return (Mutex(cluster), null, null);
        if (type == IndicatorType.UserAgent) return (UserAgent(cluster), null, null);
        if (type == IndicatorType.Hashtag) return (Hashtag(cluster), null, null);
        if (type == IndicatorType.EmailSubject) return (Subject(cluster), null, null);
        throw new InvalidOperationException($"Indicators of type {type.Name} are not generated.");
    }

    /// <summary>A host that imitates a service of a brand; a third of them with a subdomain.</summary>
    public string Host(int indicator)
    {
        var (words, brands, suffixes) = (InventedNames.HostWords, InventedNames.HostBrands, ReservedRanges.DomainSuffixes);
        var count = words.Length * brands.Length * suffixes.Length;
        var at = plan.Actors.Shuffled(indicator, count, 6);
        var (pair, suffix) = Math.DivRem(at, suffixes.Length);
        var (word, brand) = (words[pair / brands.Length], brands[pair % brands.Length]);
        var round = indicator < count ? "" : (1 + (indicator / count)).ToString(CultureInfo.InvariantCulture);
        var domain = pair % 3 == 0 ? $"{brand}-{word}{round}" : $"{word}-{brand}{round}";
        var random = plan.Random(StreamKind.Hashes, indicator);
        var subdomain = random.Chance(35) ? $"{s_subdomains[random.Skewed(s_subdomains.Length)]}." : "";
        return $"{subdomain}{domain}.{suffixes[suffix]}";
    }

    /// <summary>A host that was deleted; its name differs from those of all indicators.</summary>
    public static string DeletedHost(int number, ref RandomStream random) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{random.Pick(InventedNames.HostWords)}{number}.{random.Pick(InventedNames.HostBrands)}.example");

    /// <summary>One in sixty-four is an IPv6 address; the second of a cluster with a network is in that network.</summary>
    public static string Address(int indicator)
    {
        var (cluster, slot) = Math.DivRem(indicator, ClusterPlan.Size);
        if (slot == 5 && ClusterPlan.HasNetwork(cluster)) return ReservedRanges.AddressIn(cluster / 4);
        if (slot == 14 && cluster % 16 == 0) return ReservedRanges.AddressV6(1, indicator);
        var inCluster = slot switch { 1 => 0, 5 => 1, 10 => 2, _ => 3 };
        return ReservedRanges.Address(0, (cluster * AddressesInCluster) + inCluster);
    }

    private string Url(int indicator, int host)
    {
        var random = plan.Random(StreamKind.Hashes, indicator);
        return $"{random.Pick(s_schemes)}://{Host(host)}/{random.Pick(s_folders)}/{Mixed(indicator)}/{random.Pick(s_pages)}";
    }

    private string Email(int indicator, int host)
    {
        var random = plan.Random(StreamKind.Hashes, indicator);
        if (random.Chance(50)) return $"{random.Pick(s_mailboxes)}@{Host(host)}";
        var (first, last, _) = plan.Actors.Person(indicator);
        return $"{Words.Letters(first)}.{Words.Letters(last)}@{Host(host)}";
    }

    private (string? Md5, string? Sha1, string? Sha256) File(int indicator)
    {
        var random = plan.Random(StreamKind.Hashes, indicator);
        var known = random.Weighted([40, 15, 20, 25]);
        Span<byte> bytes = stackalloc byte[16 + 20 + 32];
        random.Fill(bytes);
        var md5 = known is 0 or 3 ? Convert.ToHexString(bytes[..16]) : null;
        var sha1 = known is 1 or 3 ? Convert.ToHexString(bytes[16..36]) : null;
        return (md5, sha1, known is 0 or 1 ? null : Convert.ToHexString(bytes[36..]));
    }

    private string Mutex(int cluster)
    {
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        return $"{(random.Chance(60) ? "Global" : "Local")}\\{random.Pick(InventedNames.MalwareRoots)}_{Mixed(cluster).ToUpperInvariant()}";
    }

    private (string, string, string) RegistryKey(int cluster)
    {
        var at = cluster / 4;
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        var (hive, path) = at < s_hives.Length ? s_hives[at] : s_hives[random.Skewed(s_hives.Length)];
        var types = IndicatorType.RegistryKey.Values[2].Options;
        var name = $"{random.Pick(InventedNames.MalwareRoots)}{Mixed(cluster)[..4]}{cluster.ToString("x", CultureInfo.InvariantCulture)}";
        if (path.EndsWith("Run", StringComparison.Ordinal)) return ($"{hive}\\{path}", name, types[at % types.Length]);
        return ($"{hive}\\{path}\\{name}", random.Chance(10) ? " " : random.Pick(s_valueNames), types[at % types.Length]);
    }

    private string UserAgent(int cluster)
    {
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        var (runtime, client) = (random.Pick(s_runtimes), random.Pick(InventedNames.MalwareRoots));
        var (major, minor) = (1 + random.Below(6), random.Below(10));
        return string.Create(CultureInfo.InvariantCulture, $"Mozilla/5.0 ({runtime}) {client}Client/{major}.{minor}.{cluster}");
    }

    private string Hashtag(int cluster)
    {
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        var (adjective, noun) = (random.Pick(InventedNames.OperationAdjectives), random.Pick(InventedNames.OperationNouns));
        return string.Create(CultureInfo.InvariantCulture, $"#{adjective}{noun}{cluster}");
    }

    private string Subject(int cluster)
    {
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        var (company, product) = (random.Pick(InventedNames.Companies), random.Pick(Lure.Goods));
        var subject = s_subjects[cluster / 4 % s_subjects.Length];
        return string.Format(CultureInfo.InvariantCulture, subject, 20000 + cluster, company.Name, product);
    }

    /// <summary>Eight hexadecimal digits, different for each number.</summary>
    private static string Mixed(int number) => (unchecked((uint)number * Odd)).ToString("x8", CultureInfo.InvariantCulture);
}
