using System.Globalization;
using System.Net;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>
/// Values of entities, normalised as go-sdk entities does. Values of one type differ: each contains its number or is random.
/// </summary>
sealed class EntityValues(Plan plan)
{
    // Where coordinates are: in the Atlantic, hundreds of kilometres from any coast.
    private const int South = 30;
    private const int West = -45;

    private readonly EntityTexts _texts = new(plan);

    private static readonly string[] s_folders =
        ["/opt/backup", "/srv/share", "/tmp/.cache", "/usr/local/sbin", "/var/lib/update", "/var/tmp/.x11"];
    private static readonly string[] s_pages = ["index.html", "login", "track", "download", "article", "status"];
    private static readonly string[] s_formats =
        ["application/x-msdownload", "application/x-iso9660-image", "application/pdf", "application/zip"];

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
        if (type == IndicatorType.RegistryKey)
            return ("regkey", $"{indicator.Value1}\\{indicator.Value2!.Trim()}".TrimEnd('\\').ToLowerInvariant());
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
    public string Own(EntityTypeForm type, int number, ref RandomStream random) => type.Form switch
    {
        ValueForm.Adversary => $"{(type.Name[0] == 'a' ? "EXA" : "EXG")}-{2000 + number}",
        ValueForm.Base64 => Convert.ToBase64String(Bytes(type.Name[0] == 'e' ? 22 : 33, ref random)),
        ValueForm.Cidr => NetworkV6(number),
        ValueForm.City => random.Pick(InventedNames.Cities),
        ValueForm.Country => random.Pick(InventedNames.Countries),
        ValueForm.Date => Moment(ref random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueForm.DateTime =>
            string.Create(CultureInfo.InvariantCulture, $"{Moment(ref random):yyyy-MM-dd'T'HH:mm:ss}.{1 + number:D9}").TrimEnd('0') + "Z",
        ValueForm.Email => $"{Person(ref random)}{number}@{random.Pick(InventedNames.Companies).Site}",
        ValueForm.Float => FloatOf(type.Name, number, ref random),
        ValueForm.Fqdn => FqdnOf(type.Name, number, ref random),
        ValueForm.Hex => Convert.ToHexStringLower(Bytes(HexBytes(type.Name), ref random)),
        ValueForm.Integer => IntegerOf(type.Name, number),
        ValueForm.Ip => Compressed(ReservedRanges.Address(1, number)),
        ValueForm.Mac => ReservedRanges.MacAddress(number),
        ValueForm.Md5 => Convert.ToHexStringLower(Bytes(16, ref random)),
        ValueForm.Mime => s_formats[number % s_formats.Length],
        ValueForm.Path => PathOf(number, ref random),
        ValueForm.Phone => ReservedRanges.Phone(number),
        ValueForm.Port => $"{1024 + (number % 64000)}/{(random.Chance(80) ? "tcp" : "udp")}",
        ValueForm.Regex => _texts.Pattern(type.Name, number, ref random),
        ValueForm.Sha => Convert.ToHexStringLower(Bytes(EntityTypeForms.ShaBytes(type.Name), ref random)),
        ValueForm.Text => _texts.Lower(type.Name, number, ref random).ToLowerInvariant(),
        ValueForm.TextWithCase => _texts.Cased(type.Name, number, ref random),
        ValueForm.Url => UrlOf(type.Name, number, ref random),
        ValueForm.Uuid => new Guid(Bytes(16, ref random), bigEndian: true).ToString("D"),
        _ => throw new InvalidOperationException($"Values of {type.Form} are not generated."),
    };

    public static byte[] Bytes(int count, ref RandomStream random)
    {
        var bytes = new byte[count];
        random.Fill(bytes);
        return bytes;
    }

    private static int HexBytes(string type) => type switch
    {
        "jarm-fingerprint" => 31,
        "hex" => 16,
        "cdhash" => 20,
        _ => 32,
    };

    private static string PathOf(int number, ref RandomStream random)
    {
        var (folder, root) = (random.Pick(s_folders), random.Pick(InventedNames.MalwareRoots));
        return string.Create(CultureInfo.InvariantCulture, $"{folder}/{root}{number:x}").ToLowerInvariant();
    }

    private string Person(ref RandomStream random) =>
        $"{Words.Letters(random.Pick(plan.Words.FirstNames))}.{Words.Letters(random.Pick(InventedNames.Surnames))}";

    private static string FqdnOf(string type, int number, ref RandomStream random)
    {
        var company = random.Pick(InventedNames.Companies);
        return type == "hostname"
            ? string.Create(CultureInfo.InvariantCulture, $"ws-{number:D4}.corp.{company.Site}")
            : string.Create(CultureInfo.InvariantCulture, $"{random.Pick(InventedNames.HostWords)}{number}.{company.Site}");
    }

    private string UrlOf(string type, int number, ref RandomStream random)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Words.Letters(random.Pick(InventedNames.Surnames))}{number}");
        return type switch
        {
            "facebook-profile" => $"https://social.example/people/{name}",
            "github-organization" => $"https://code.example/{name}",
            "github-repository" => $"https://code.example/{name}/{random.Pick(InventedNames.ToolRoots).ToLowerInvariant()}",
            "github-user" => $"https://code.example/users/{name}",
            "profile-photo" => $"https://images.example/{name}.jpg",
            "tiktok-profile" => $"https://clips.example/@{name}",
            "twitter-profile" => $"https://microblog.example/{name}",
            "malware-sample" or "file-data" => $"https://samples.example/{Convert.ToHexStringLower(Bytes(32, ref random))}",
            _ => string.Create(
                CultureInfo.InvariantCulture, $"https://{random.Pick(InventedNames.Companies).Site}/{random.Pick(s_pages)}/{number}"),
        };
    }

    private static string FloatOf(string type, int number, ref RandomStream random) => type switch
    {
        "latitude" => string.Create(CultureInfo.InvariantCulture, $"{South + random.Below(8)}.{number}1"),
        "longitude" => string.Create(CultureInfo.InvariantCulture, $"{West + random.Below(8)}.{number}1"),
        "accuracy-radius" => (10 + number).ToString(CultureInfo.InvariantCulture),
        _ => (40_960 + (number * 512L)).ToString(CultureInfo.InvariantCulture),
    };

    private static string IntegerOf(string type, int number) => type switch
    {
        "aba-rtn" => CheckedNumbers.RoutingNumber(number),
        "asn" => ReservedRanges.AsNumbers[^(1 + (number % 8))].ToString(CultureInfo.InvariantCulture),
        "bin" => "999999",
        "cc-number" => CheckedNumbers.Card(number),
        "bank-account-nr" => (99_000_000L + number).ToString(CultureInfo.InvariantCulture),
        _ => (1200L + (number * 37L)).ToString(CultureInfo.InvariantCulture),
    };

    // Networks of indicators have other third sections.
    private static string NetworkV6(int number) =>
        Compressed(string.Create(CultureInfo.InvariantCulture, $"2001:db8:{number >> 12:x}:{0xF000 | (number & 0xfff):x}:0:0:0:0")) + "/64";

    private DateTimeOffset Moment(ref RandomStream random) =>
        DateTimeOffset.FromUnixTimeSeconds(plan.FirstStory + random.Below((int)(plan.Start - plan.FirstStory)));

    /// <summary>IPv6 with its longest run of zeros left out.</summary>
    private static string Compressed(string address) =>
        address.Contains(':', StringComparison.Ordinal) ? IPAddress.Parse(address).ToString() : address;
}
