using System.Globalization;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Values of indicators, in ThreatConnect's canonical form. Each is made from its number one to one, so no value occurs twice.</summary>
sealed class Values(Plan plan)
{
    // Routed, and not used by anything that everybody knows.
    private static readonly byte[] s_firstOctets = [.. Enumerable.Range(23, 190).Where(octet => octet is not (100 or 127 or 169 or 172 or 192 or 198 or 203) && octet % 2 == 1).Select(octet => (byte)octet)];

    private static readonly string[] s_subdomains = ["cdn", "login", "mail", "update", "static", "api", "img", "secure", "portal", "xn--mnchen-3ya", "xn--80ak6aa92e"];
    private static readonly string[] s_schemes = ["http", "https", "https", "http", "ftp"];
    private static readonly string[] s_pages = ["index.php", "gate.php", "invoice.doc", "setup.exe", "login.html", "панель.php", "update.zip", "load.js"];
    private static readonly string[] s_hives = ["HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER", "HKEY_CLASSES_ROOT", "HKEY_CURRENT_CONFIG", "HKEY_CURRENT_USER_LOCAL_SETTINGS", "HKEY_PERFORMANCE_DATA", "HKEY_PERFORMANCE_NLSTEXT", "HKEY_PERFORMANCE_TEXT", "HKEY_USERS"];
    private static readonly string[] s_subjects = ["Invoice {0} from {1}", "{1}: payment {0} overdue", "Überweisung {0} – {1}", "RE: order {0}", "請求書 {0} {1}", "Your parcel {0} is waiting"];

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
        if (type == IndicatorType.Asn) return ($"ASN{(131072 + cluster).ToString(CultureInfo.InvariantCulture)}", null, null);
        if (type == IndicatorType.Cidr) return (Cidr(cluster), null, null);
        if (type == IndicatorType.Mutex) return (Mutex(cluster), null, null);
        if (type == IndicatorType.UserAgent) return (UserAgent(cluster), null, null);
        if (type == IndicatorType.Hashtag) return (Hashtag(cluster), null, null);
        if (type == IndicatorType.EmailSubject) return (Subject(cluster), null, null);
        throw new InvalidOperationException($"Indicators of type {type.Name} are not generated.");
    }

    public string Host(int indicator)
    {
        var (sites, latin, suffixes) = (plan.Words.Sites, plan.Words.Latin, plan.Words.Suffixes);
        var count = sites.Length * latin.Length * suffixes.Length;
        var at = plan.Actors.Shuffled(indicator, count, 6);
        var round = indicator / count;
        var random = plan.Random(StreamKind.Hashes, indicator);
        var domain = $"{latin[at / suffixes.Length % latin.Length]}-{sites[at / suffixes.Length / latin.Length]}{(round == 0 ? "" : round.ToString(CultureInfo.InvariantCulture))}.{suffixes[at % suffixes.Length]}";
        return random.Chance(35) ? $"{s_subdomains[random.Skewed(s_subdomains.Length)]}.{domain}" : domain;
    }

    /// <summary>One in sixty-four is an IPv6 address.</summary>
    public string Address(int indicator)
    {
        if (indicator % (16 * ClusterPlan.Size) == 14)
            return string.Create(CultureInfo.InvariantCulture, $"2a0{1 + (indicator >> 28):x}:{(indicator >> 12) & 0xffff:x}:{indicator & 0xfff:x}:0:0:0:0:{1 + (indicator % 250):x}");
        var (row, first) = Math.DivRem(indicator, s_firstOctets.Length);
        var rest = ((row * 40503) + 9181) & 0xFFFFFF;
        return string.Create(CultureInfo.InvariantCulture, $"{s_firstOctets[first]}.{rest >> 16}.{(rest >> 8) & 255}.{rest & 255}");
    }

    private string Url(int indicator, int host)
    {
        var random = plan.Random(StreamKind.Hashes, indicator);
        return string.Create(CultureInfo.InvariantCulture, $"{random.Pick(s_schemes)}://{Host(host)}/{random.Pick(plan.Words.Latin)}/{indicator:x}/{random.Pick(s_pages)}");
    }

    private string Email(int indicator, int host)
    {
        var (first, last, _) = plan.Actors.Person(indicator);
        return $"{Words.Letters(first)}.{Words.Letters(last)}@{Host(host)}";
    }

    private (string? Md5, string? Sha1, string? Sha256) File(int indicator)
    {
        var random = plan.Random(StreamKind.Hashes, indicator);
        var known = random.Weighted([40, 15, 20, 25]);
        Span<byte> bytes = stackalloc byte[32];
        random.Fill(bytes);
        var md5 = known is 0 or 3 ? Convert.ToHexString(bytes[..16]) : null;
        var sha1 = known is 1 or 3 ? Convert.ToHexString(bytes[4..24]) : null;
        if (known is 0 or 1) return (md5, sha1, null);
        random.Fill(bytes);
        return (md5, sha1, Convert.ToHexString(bytes));
    }

    private string Cidr(int cluster)
    {
        var at = cluster / 4;
        return at % 8 == 5
            ? string.Create(CultureInfo.InvariantCulture, $"2a0c:{at & 0xffff:x}:{1 + (at >> 16):x}:0:0:0:0:0/48")
            : string.Create(CultureInfo.InvariantCulture, $"{s_firstOctets[at % s_firstOctets.Length]}.{(at / s_firstOctets.Length) >> 8}.{(at / s_firstOctets.Length) & 255}.0/24");
    }

    private string Mutex(int cluster)
    {
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        return string.Create(CultureInfo.InvariantCulture, $"{(random.Chance(60) ? "Global" : "Local")}\\{Words.Capital(random.Pick(plan.Words.Latin))}{(uint)random.Next():X8}-{cluster:X}");
    }

    private (string, string, string) RegistryKey(int cluster)
    {
        var at = cluster / 4;
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        var hive = at < s_hives.Length ? s_hives[at] : s_hives[random.Skewed(s_hives.Length)];
        var types = IndicatorType.RegistryKey.Values[2].Options;
        var vendor = Words.Capital(random.Pick(plan.Words.Sites));
        return ($"{hive}\\Software\\{vendor}\\{Words.Capital(random.Pick(plan.Words.Latin))}{cluster.ToString("X4", CultureInfo.InvariantCulture)}", random.Chance(10) ? " " : Words.Capital(random.Pick(plan.Words.Latin)), types[at % types.Length]);
    }

    private string UserAgent(int cluster)
    {
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        return $"{random.Pick(plan.Words.Agents)} {Words.Capital(random.Pick(plan.Words.Latin))}/{cluster.ToString(CultureInfo.InvariantCulture)}";
    }

    private string Hashtag(int cluster)
    {
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        return $"#{(random.Chance(20) ? "Überwachung" : "Op")}{Words.Capital(random.Pick(plan.Words.Latin))}{cluster.ToString(CultureInfo.InvariantCulture)}";
    }

    private string Subject(int cluster)
    {
        var random = plan.Random(StreamKind.Hashes, ~(long)cluster);
        return string.Format(CultureInfo.InvariantCulture, s_subjects[cluster / 4 % s_subjects.Length], 20000 + cluster, random.Pick(plan.Words.Companies));
    }
}
