using System.Globalization;
using System.Net;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>What entities look like, normalised as go-sdk entities says. Values of one type differ: each has its number in it, or is a hash.</summary>
sealed class EntityValues(Plan plan)
{
    // Indicators have the odd ones.
    private static readonly byte[] s_firstOctets = [.. Enumerable.Range(24, 180).Where(octet => octet is not (100 or 172 or 192 or 198) && octet % 2 == 0).Select(octet => (byte)octet)];

    /// <summary>The type and value under which ThreatWinds knows an indicator.</summary>
    public static (string Type, string Value) OfIndicator(Indicator indicator)
    {
        var type = indicator.Type;
        if (type == IndicatorType.Host) return ("domain", indicator.Value1!);
        if (type == IndicatorType.Address) return ("ip", Compressed(indicator.Value1!));
        if (type == IndicatorType.Url) return ("url", indicator.Value1!);
        if (type == IndicatorType.EmailAddress) return ("email-address", indicator.Value1!);
        if (type == IndicatorType.File)
        {
            if (indicator.Value1 is { } md5) return ("md5", md5.ToLowerInvariant());
            if (indicator.Value3 is { } sha256) return ("sha256", sha256.ToLowerInvariant());
            return ("sha1", indicator.Value2!.ToLowerInvariant());
        }
        if (type == IndicatorType.Asn) return ("asn", indicator.Value1![3..]);
        if (type == IndicatorType.Cidr)
        {
            var slash = indicator.Value1!.IndexOf('/', StringComparison.Ordinal);
            return ("cidr", string.Concat(Compressed(indicator.Value1[..slash]), indicator.Value1.AsSpan(slash)));
        }
        if (type == IndicatorType.Mutex) return ("value", indicator.Value1!);
        if (type == IndicatorType.RegistryKey) return ("regkey", $"{indicator.Value1}\\{indicator.Value2!.Trim()}".TrimEnd('\\').ToLowerInvariant());
        if (type == IndicatorType.EmailSubject) return ("email-subject", indicator.Value1!.ToLowerInvariant());
        return ("text", indicator.Value1!.ToLowerInvariant());
    }

    /// <summary>The type and value of one of the cast.</summary>
    public (string Type, string Value) OfCast(int cast)
    {
        var group = GroupPlan.GroupOfCast(cast);
        var (type, name) = (GroupPlan.TypeOf(group), plan.Cast.NameOf(group));
        if (type == GroupType.Adversary) return ("adversary", name);
        if (type == GroupType.IntrusionSet) return ("group", name);
        if (type == GroupType.Malware) return ("malware", name.ToLowerInvariant());
        if (type == GroupType.Threat) return ("threat", name.ToLowerInvariant());
        return ("cve", name.ToLowerInvariant());
    }

    /// <summary>The value of an entity that is nothing else.</summary>
    public string Own(string type, Look look, int number, ref Dice dice)
    {
        var latin = dice.Pick(plan.Words.Latin);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return look switch
        {
            Look.Adversary => $"{(type[0] == 'a' ? "UNC" : "TA")}{2000 + number}",
            Look.Base64 => Convert.ToBase64String(Bytes(15, ref dice)),
            Look.Cidr => $"{Octets(number)}.0/24",
            Look.City => dice.Pick(plan.Words.Cities),
            Look.Country => dice.Pick(plan.Words.Countries),
            Look.Date => Moment(ref dice).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Look.DateTime => string.Create(CultureInfo.InvariantCulture, $"{Moment(ref dice):yyyy-MM-dd'T'HH:mm:ss}.{1 + number:D9}").TrimEnd('0') + "Z",
            Look.Email => $"{Words.Letters(dice.Pick(plan.Words.FirstNames))}.{latin}{digits}@{dice.Pick(plan.Words.Latin)}.{dice.Pick(plan.Words.Suffixes)}",
            Look.Float => FloatOf(type, number, ref dice),
            Look.Fqdn => $"{latin}-{dice.Pick(plan.Words.Sites)}-{number:x}.{dice.Pick(plan.Words.Suffixes)}",
            Look.Hex => Convert.ToHexStringLower(Bytes(20, ref dice)),
            Look.Integer => (IntegerBase(type) + number).ToString(CultureInfo.InvariantCulture),
            Look.Ip => $"{Octets(number)}.{dice.Between(1, 254)}",
            Look.Mac => $"02-{dice.Below(256):X2}-{number >> 24:X2}-{(number >> 16) & 255:X2}-{(number >> 8) & 255:X2}-{number & 255:X2}",
            Look.Md5 => Convert.ToHexStringLower(Bytes(16, ref dice)),
            Look.Mime => $"application/{latin}{digits}",
            Look.Path => $"/{(dice.Chance(50) ? "tmp" : "opt")}/{latin}/{digits}",
            Look.Phone => $"+{dice.Between(30, 59)} {171 + dice.Below(9)} {number / 10000 % 10000:D4} {number % 10000:D4}",
            Look.Port => $"{1 + (number % 65535)}/{(dice.Chance(80) ? "tcp" : "udp")}",
            Look.Regex => $"^{latin}-[0-9]+-{digits}\\.dll$",
            Look.Sha => Convert.ToHexStringLower(Bytes(EntityTypes.ShaBytes(type), ref dice)),
            Look.Text => TextOf(type, latin, number, ref dice).ToLowerInvariant(),
            Look.TextWithCase => CasedOf(type, number, ref dice),
            Look.Url => $"https://{dice.Pick(plan.Words.Sites)}.{dice.Pick(plan.Words.Suffixes)}/{latin}/{digits}",
            Look.Uuid => new Guid(Bytes(16, ref dice), bigEndian: true).ToString("D"),
            _ => throw new InvalidOperationException($"Values of {look} are not generated."),
        };
    }

    private string TextOf(string type, string latin, int number, ref Dice dice) => type switch
    {
        "aso" or "issuer" or "whois-registrar" => $"{dice.Pick(plan.Words.Companies)} {number}",
        "cve" => $"CVE-{dice.Between(2015, 2023)}-{5_000_000 + number}",
        "email-subject" => $"{dice.Pick(plan.Words.CatchPhrases)} #{number}",
        "email-body" or "text" => $"{dice.Pick(plan.Words.Phrases)} ({number})",
        "filename" => $"{number}-{dice.Pick(plan.Words.Files)}",
        "malware" or "threat" => $"win {plan.Cast.Family(number)} {latin}_{number}",
        "malware-family" => $"{latin}{number}",
        "os" => $"Windows 10 build {number}",
        "postal-address" => $"{dice.Pick(plan.Words.Streets)}, {dice.Pick(plan.Words.Cities)} {number}",
        "process" => $"{latin}{number}.exe",
        "regkey" => $"HKLM\\Software\\{latin}\\{number}",
        "username" or "email-display-name" or "whois-registrant" => $"{dice.Pick(plan.Words.FirstNames)} {dice.Pick(plan.Words.LastNames)} {number}",
        "cpe" => $"cpe:2.3:a:{dice.Pick(plan.Words.Sites)}:{latin}:{number}:*:*:*:*:*:*:*",
        _ => $"{latin} {dice.Pick(plan.Words.Nouns)} {number}",
    };

    private string CasedOf(string type, int number, ref Dice dice) => type switch
    {
        "breach-description" => $"{dice.Pick(plan.Words.Companies)}: {dice.Pick(plan.Words.Phrases)} ({number})",
        "command" => $"powershell -NoProfile -File C:\\{Words.Capital(dice.Pick(plan.Words.Latin))}{number}.ps1",
        "email" => $"<{number}.{Convert.ToHexStringLower(Bytes(6, ref dice))}@{dice.Pick(plan.Words.Sites)}.{dice.Pick(plan.Words.Suffixes)}>",
        "password" => $"{Words.Capital(dice.Pick(plan.Words.Latin))}!{number}",
        "ssh-banner" => $"SSH-2.0-OpenSSH_8.{number}",
        "zip-code" => $"{10000 + number}",
        _ => $"{Convert.ToHexString(Bytes(8, ref dice))}{number}",
    };

    private static string FloatOf(string type, int number, ref Dice dice) => type switch
    {
        "latitude" => string.Create(CultureInfo.InvariantCulture, $"{dice.Between(-89, 89)}.{number}1"),
        "longitude" => string.Create(CultureInfo.InvariantCulture, $"{dice.Between(-179, 179)}.{number}1"),
        _ => $"{1000 + number}",
    };

    private static long IntegerBase(string type) => type switch
    {
        "asn" => 400_000,
        "cc-number" => 4_000_000_000_000_000,
        "breach-count" => 1000,
        _ => 100_000_000,
    };

    private static byte[] Bytes(int count, ref Dice dice)
    {
        var bytes = new byte[count];
        dice.Fill(bytes);
        return bytes;
    }

    private static string Octets(int number)
    {
        var (row, first) = Math.DivRem(number, s_firstOctets.Length);
        var rest = ((row * 40503) + 517) & 0xFFFF;
        return string.Create(CultureInfo.InvariantCulture, $"{s_firstOctets[first]}.{rest >> 8}.{rest & 255}");
    }

    private static DateTimeOffset Moment(ref Dice dice) => DateTimeOffset.FromUnixTimeSeconds(1_500_000_000 + dice.Below(200_000_000));

    /// <summary>IPv6 with its longest run of zeros left out.</summary>
    private static string Compressed(string address) => address.Contains(':', StringComparison.Ordinal) ? IPAddress.Parse(address).ToString() : address;
}
