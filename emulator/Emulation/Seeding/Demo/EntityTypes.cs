namespace Emulation.Seeding.Demo;

/// <summary>What values of a type of entity look like.</summary>
enum Look
{
    Adversary,
    Base64,
    Cidr,
    City,
    Country,
    Date,
    DateTime,
    Email,
    Float,
    Fqdn,
    Hex,
    Integer,
    Ip,
    Mac,
    Md5,
    Mime,
    Path,
    Phone,
    Port,
    Regex,
    Sha,
    Text,
    TextWithCase,
    Url,
    Uuid,
}

sealed record LookedType(string Name, Look Look);

/// <summary>ThreatWinds' types of entity (threatwinds/api-docs entity-types.md; go-sdk entities), and which are common.</summary>
static class EntityTypes
{
    private static readonly (Look Look, string[] Names)[] s_table =
    [
        (Look.Adversary,    ["adversary", "group"]),
        (Look.Base64,       ["base64", "email-thread-index"]),
        (Look.TextWithCase, ["breach-description", "btc", "chrome-extension-id", "command", "cookie", "dash", "dkim", "dkim-signature", "email", "email-header", "email-mime-boundary", "ffn", "flight", "id-number", "mobile-app-id", "passport", "password", "pgp-private-key", "pgp-public-key", "pnr", "redress-number", "ssh-banner", "ssh-fingerprint", "ssr", "value", "visa", "xmr", "zip-code"]),
        (Look.Cidr,         ["cidr"]),
        (Look.City,         ["city"]),
        (Look.Country,      ["country", "issuing-country"]),
        (Look.Date,         ["breach-date", "date", "date-of-issue", "expiration-date"]),
        (Look.DateTime,     ["datetime", "last-analysis"]),
        (Look.Email,        ["email-address", "eppn", "jabber-id"]),
        (Look.Float,        ["accuracy-radius", "latitude", "longitude", "size-in-bytes"]),
        (Look.Fqdn,         ["domain", "hostname"]),
        (Look.Hex,          ["authentihash", "cdhash", "certificate-fingerprint", "hex", "jarm-fingerprint"]),
        (Look.Integer,      ["aba-rtn", "asn", "bank-account-nr", "bin", "breach-count", "cc-number"]),
        (Look.Ip,           ["ip"]),
        (Look.Mac,          ["mac-address"]),
        (Look.Md5,          ["ja3-fingerprint", "md5"]),
        (Look.Mime,         ["mime-type"]),
        (Look.Path,         ["path"]),
        (Look.Phone,        ["phone"]),
        (Look.Port,         ["port"]),
        (Look.Regex,        ["filename-pattern", "pattern-in-file", "pattern-in-memory", "pattern-in-traffic"]),
        (Look.Sha,          ["sha1", "sha224", "sha256", "sha384", "sha512", "sha3-224", "sha3-256", "payload", "sha3-384", "sha3-512", "sha512-224", "sha512-256", "file"]),
        (Look.Text,         ["airport-name", "aso", "bic", "category", "cpe", "cve", "email-body", "email-display-name", "email-subject", "email-x-mailer", "filename", "iban", "issuer", "malware", "malware-family", "malware-type", "os", "postal-address", "process", "process-state", "prtn", "regkey", "text", "threat", "username", "whois-registrant", "whois-registrar", "windows-scheduled-task", "windows-service-displayname", "windows-service-name"]),
        (Look.Url,          ["facebook-profile", "file-data", "github-organization", "github-repository", "github-user", "link", "malware-sample", "profile-photo", "tiktok-profile", "twitter-profile", "url"]),
        (Look.Uuid,         ["breach"]),
    ];

    private static readonly string[] s_common = ["domain", "ip", "url", "sha256", "md5", "hostname", "email-address", "filename", "file", "sha1", "path", "payload", "cve", "username", "phone", "process", "cidr", "malware-family"];

    public static LookedType[] All { get; } = Rows();

    private static readonly LookedType[] s_commonTypes = [.. s_common.Select(name => Array.Find(All, type => string.Equals(type.Name, name, StringComparison.Ordinal))!)];

    // There are only so many countries; values of these types come once.
    private static readonly LookedType[] s_unbounded = [.. All.Where(type => type.Look is not (Look.City or Look.Country or Look.Date or Look.Port or Look.Mime))];

    /// <summary>Each type once, then some far more often than others.</summary>
    public static LookedType Of(int number, ref Dice dice)
    {
        if (number < All.Length) return All[number];
        return dice.Chance(80) ? s_commonTypes[dice.Skewed(s_commonTypes.Length)] : dice.Pick(s_unbounded);
    }

    private static LookedType[] Rows()
    {
        var rows = new List<LookedType>();
        foreach (var (look, names) in s_table)
            foreach (var name in names) rows.Add(new(name, look));
        return [.. rows];
    }

    public static int ShaBytes(string name) => name switch
    {
        "sha1" => 20,
        "sha224" or "sha3-224" or "sha512-224" => 28,
        "sha384" or "sha3-384" => 48,
        "sha512" or "sha3-512" => 64,
        _ => 32,
    };
}
