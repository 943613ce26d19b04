using System.Globalization;
using System.Net;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Values of entities, normalised as go-sdk entities does. Values of one type differ: each contains its number or is a hash.</summary>
sealed class EntityValues(Plan plan)
{
    // Indicators use odd first octets.
    private static readonly byte[] s_firstOctets = [.. Enumerable.Range(24, 180).Where(octet => octet is not (100 or 172 or 192 or 198) && octet % 2 == 0).Select(octet => (byte)octet)];

    /// <summary>The type and value of an indicator's entity.</summary>
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

    /// <summary>The type and value of an actor's entity.</summary>
    public (string Type, string Value) OfActor(int actor)
    {
        var group = GroupPlan.GroupOfActor(actor);
        var (type, name) = (GroupPlan.TypeOf(group), plan.Actors.NameOf(group));
        if (type == GroupType.Adversary) return ("adversary", name);
        if (type == GroupType.IntrusionSet) return ("group", name);
        if (type == GroupType.Malware) return ("malware", name.ToLowerInvariant());
        if (type == GroupType.Threat) return ("threat", name.ToLowerInvariant());
        return ("cve", name.ToLowerInvariant());
    }

    /// <summary>The value of an entity that is neither an indicator nor an actor.</summary>
    public string Own(string type, ValueForm form, int number, ref RandomStream random)
    {
        var latin = random.Pick(plan.Words.Latin);
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return form switch
        {
            ValueForm.Adversary => $"{(type[0] == 'a' ? "UNC" : "TA")}{2000 + number}",
            ValueForm.Base64 => Convert.ToBase64String(Bytes(15, ref random)),
            ValueForm.Cidr => $"{Octets(number)}.0/24",
            ValueForm.City => random.Pick(plan.Words.Cities),
            ValueForm.Country => random.Pick(plan.Words.Countries),
            ValueForm.Date => Moment(ref random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ValueForm.DateTime => string.Create(CultureInfo.InvariantCulture, $"{Moment(ref random):yyyy-MM-dd'T'HH:mm:ss}.{1 + number:D9}").TrimEnd('0') + "Z",
            ValueForm.Email => $"{Words.Letters(random.Pick(plan.Words.FirstNames))}.{latin}{digits}@{random.Pick(plan.Words.Latin)}.{random.Pick(plan.Words.Suffixes)}",
            ValueForm.Float => FloatOf(type, number, ref random),
            ValueForm.Fqdn => $"{latin}-{random.Pick(plan.Words.Sites)}-{number:x}.{random.Pick(plan.Words.Suffixes)}",
            ValueForm.Hex => Convert.ToHexStringLower(Bytes(20, ref random)),
            ValueForm.Integer => (IntegerBase(type) + number).ToString(CultureInfo.InvariantCulture),
            ValueForm.Ip => $"{Octets(number)}.{random.Between(1, 254)}",
            ValueForm.Mac => $"02-{random.Below(256):X2}-{number >> 24:X2}-{(number >> 16) & 255:X2}-{(number >> 8) & 255:X2}-{number & 255:X2}",
            ValueForm.Md5 => Convert.ToHexStringLower(Bytes(16, ref random)),
            ValueForm.Mime => $"application/{latin}{digits}",
            ValueForm.Path => $"/{(random.Chance(50) ? "tmp" : "opt")}/{latin}/{digits}",
            ValueForm.Phone => $"+{random.Between(30, 59)} {171 + random.Below(9)} {number / 10000 % 10000:D4} {number % 10000:D4}",
            ValueForm.Port => $"{1 + (number % 65535)}/{(random.Chance(80) ? "tcp" : "udp")}",
            ValueForm.Regex => $"^{latin}-[0-9]+-{digits}\\.dll$",
            ValueForm.Sha => Convert.ToHexStringLower(Bytes(EntityTypeForms.ShaBytes(type), ref random)),
            ValueForm.Text => TextOf(type, latin, number, ref random).ToLowerInvariant(),
            ValueForm.TextWithCase => CasedOf(type, number, ref random),
            ValueForm.Url => $"https://{random.Pick(plan.Words.Sites)}.{random.Pick(plan.Words.Suffixes)}/{latin}/{digits}",
            ValueForm.Uuid => new Guid(Bytes(16, ref random), bigEndian: true).ToString("D"),
            _ => throw new InvalidOperationException($"Values of {form} are not generated."),
        };
    }

    private string TextOf(string type, string latin, int number, ref RandomStream random) => type switch
    {
        "aso" or "issuer" or "whois-registrar" => $"{random.Pick(plan.Words.Companies)} {number}",
        "cve" => $"CVE-{random.Between(2015, 2023)}-{5_000_000 + number}",
        "email-subject" => $"{random.Pick(plan.Words.CatchPhrases)} #{number}",
        "email-body" or "text" => $"{random.Pick(plan.Words.Phrases)} ({number})",
        "filename" => $"{number}-{random.Pick(plan.Words.Files)}",
        "malware" or "threat" => $"win {plan.Actors.Family(number)} {latin}_{number}",
        "malware-family" => $"{latin}{number}",
        "os" => $"Windows 10 build {number}",
        "postal-address" => $"{random.Pick(plan.Words.Streets)}, {random.Pick(plan.Words.Cities)} {number}",
        "process" => $"{latin}{number}.exe",
        "regkey" => $"HKLM\\Software\\{latin}\\{number}",
        "username" or "email-display-name" or "whois-registrant" => $"{random.Pick(plan.Words.FirstNames)} {random.Pick(plan.Words.LastNames)} {number}",
        "cpe" => $"cpe:2.3:a:{random.Pick(plan.Words.Sites)}:{latin}:{number}:*:*:*:*:*:*:*",
        _ => $"{latin} {random.Pick(plan.Words.Nouns)} {number}",
    };

    private string CasedOf(string type, int number, ref RandomStream random) => type switch
    {
        "breach-description" => $"{random.Pick(plan.Words.Companies)}: {random.Pick(plan.Words.Phrases)} ({number})",
        "command" => $"powershell -NoProfile -File C:\\{Words.Capital(random.Pick(plan.Words.Latin))}{number}.ps1",
        "email" => $"<{number}.{Convert.ToHexStringLower(Bytes(6, ref random))}@{random.Pick(plan.Words.Sites)}.{random.Pick(plan.Words.Suffixes)}>",
        "password" => $"{Words.Capital(random.Pick(plan.Words.Latin))}!{number}",
        "ssh-banner" => $"SSH-2.0-OpenSSH_8.{number}",
        "zip-code" => $"{10000 + number}",
        _ => $"{Convert.ToHexString(Bytes(8, ref random))}{number}",
    };

    private static string FloatOf(string type, int number, ref RandomStream random) => type switch
    {
        "latitude" => string.Create(CultureInfo.InvariantCulture, $"{random.Between(-89, 89)}.{number}1"),
        "longitude" => string.Create(CultureInfo.InvariantCulture, $"{random.Between(-179, 179)}.{number}1"),
        _ => $"{1000 + number}",
    };

    private static long IntegerBase(string type) => type switch
    {
        "asn" => 400_000,
        "cc-number" => 4_000_000_000_000_000,
        "breach-count" => 1000,
        _ => 100_000_000,
    };

    private static byte[] Bytes(int count, ref RandomStream random)
    {
        var bytes = new byte[count];
        random.Fill(bytes);
        return bytes;
    }

    private static string Octets(int number)
    {
        var (row, first) = Math.DivRem(number, s_firstOctets.Length);
        var rest = ((row * 40503) + 517) & 0xFFFF;
        return string.Create(CultureInfo.InvariantCulture, $"{s_firstOctets[first]}.{rest >> 8}.{rest & 255}");
    }

    private static DateTimeOffset Moment(ref RandomStream random) => DateTimeOffset.FromUnixTimeSeconds(1_500_000_000 + random.Below(200_000_000));

    /// <summary>IPv6 with its longest run of zeros left out.</summary>
    private static string Compressed(string address) => address.Contains(':', StringComparison.Ordinal) ? IPAddress.Parse(address).ToString() : address;
}
