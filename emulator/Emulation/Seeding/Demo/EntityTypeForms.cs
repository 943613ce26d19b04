namespace Emulation.Seeding.Demo;

/// <summary>The form that values of a type of entity have.</summary>
enum ValueForm
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

sealed record EntityTypeForm(string Name, ValueForm Form)
{
    /// <summary>A fact about the world that no one rates as bad: a place, an organization, a document, a measure.</summary>
    public bool IsNeutral { get; init; }
}

/// <summary>ThreatWinds' types of entity (threatwinds/api-docs entity-types.md; go-sdk entities), and which are common.</summary>
static class EntityTypeForms
{
    private static readonly (ValueForm Form, string[] Names)[] s_table =
    [
        (ValueForm.Adversary,    ["adversary", "group"]),
        (ValueForm.Base64,       ["base64", "email-thread-index"]),
        (ValueForm.TextWithCase, ["breach-description", "btc", "chrome-extension-id", "command", "cookie", "dash", "dkim", "dkim-signature", "email", "email-header", "email-mime-boundary", "ffn", "flight", "id-number", "mobile-app-id", "passport", "password", "pgp-private-key", "pgp-public-key", "pnr", "redress-number", "ssh-banner", "ssh-fingerprint", "ssr", "value", "visa", "xmr", "zip-code"]),
        (ValueForm.Cidr,         ["cidr"]),
        (ValueForm.City,         ["city"]),
        (ValueForm.Country,      ["country", "issuing-country"]),
        (ValueForm.Date,         ["breach-date", "date", "date-of-issue", "expiration-date"]),
        (ValueForm.DateTime,     ["datetime", "last-analysis"]),
        (ValueForm.Email,        ["email-address", "eppn", "jabber-id"]),
        (ValueForm.Float,        ["accuracy-radius", "latitude", "longitude", "size-in-bytes"]),
        (ValueForm.Fqdn,         ["domain", "hostname"]),
        (ValueForm.Hex,          ["authentihash", "cdhash", "certificate-fingerprint", "hex", "jarm-fingerprint"]),
        (ValueForm.Integer,      ["aba-rtn", "asn", "bank-account-nr", "bin", "breach-count", "cc-number"]),
        (ValueForm.Ip,           ["ip"]),
        (ValueForm.Mac,          ["mac-address"]),
        (ValueForm.Md5,          ["ja3-fingerprint", "md5"]),
        (ValueForm.Mime,         ["mime-type"]),
        (ValueForm.Path,         ["path"]),
        (ValueForm.Phone,        ["phone"]),
        (ValueForm.Port,         ["port"]),
        (ValueForm.Regex,        ["filename-pattern", "pattern-in-file", "pattern-in-memory", "pattern-in-traffic"]),
        (ValueForm.Sha,          ["sha1", "sha224", "sha256", "sha384", "sha512", "sha3-224", "sha3-256", "payload", "sha3-384", "sha3-512", "sha512-224", "sha512-256", "file"]),
        (ValueForm.Text,         ["airport-name", "aso", "bic", "category", "cpe", "cve", "email-body", "email-display-name", "email-subject", "email-x-mailer", "filename", "iban", "issuer", "malware", "malware-family", "malware-type", "os", "postal-address", "process", "process-state", "prtn", "regkey", "text", "threat", "username", "whois-registrant", "whois-registrar", "windows-scheduled-task", "windows-service-displayname", "windows-service-name"]),
        (ValueForm.Url,          ["facebook-profile", "file-data", "github-organization", "github-repository", "github-user", "link", "malware-sample", "profile-photo", "tiktok-profile", "twitter-profile", "url"]),
        (ValueForm.Uuid,         ["breach"]),
    ];

    private static readonly HashSet<string> s_neutral = new(StringComparer.Ordinal)
    {
        "aba-rtn", "accuracy-radius", "airport-name", "aso", "bic", "bin", "breach-count", "breach-date", "category", "city", "country", "cpe", "date",
        "date-of-issue", "datetime", "expiration-date", "ffn", "flight", "issuer", "issuing-country", "last-analysis", "latitude", "longitude", "mime-type",
        "os", "pnr", "port", "postal-address", "process-state", "prtn", "redress-number", "size-in-bytes", "ssr", "visa", "whois-registrar", "zip-code",
    };

    private static readonly string[] s_common = ["domain", "ip", "url", "sha256", "md5", "hostname", "email-address", "filename", "file", "sha1", "path", "payload", "cve", "username", "phone", "process", "cidr", "malware-family"];

    // Types with few possible values, which are generated once each.
    private static readonly string[] s_single =
        ["asn", "bin", "category", "malware-type", "os", "process-state", "whois-registrar", "mac-address"];

    public static EntityTypeForm[] All { get; } = Rows();

    private static readonly EntityTypeForm[] s_commonForms = [.. s_common.Select(Named)];

    private static readonly EntityTypeForm[] s_unbounded =
    [
        .. All.Where(type => type.Form is not (ValueForm.City or ValueForm.Country or ValueForm.Date or ValueForm.Port or ValueForm.Mime)
            && !s_single.Contains(type.Name, StringComparer.Ordinal)),
    ];

    private static readonly EntityTypeForm s_sha256 = Named("sha256");

    /// <summary>Each type once, then common types far more often than others.</summary>
    public static EntityTypeForm Of(int number, ref RandomStream random)
    {
        if (number < All.Length) return All[number];
        var form = random.Chance(80) ? s_commonForms[random.Skewed(s_commonForms.Length)] : random.Pick(s_unbounded);
        return number < Possible(form) ? form : s_sha256;
    }

    public static int ShaBytes(string name) => name switch
    {
        "sha1" => 20,
        "sha224" or "sha3-224" or "sha512-224" => 28,
        "sha384" or "sha3-384" => 48,
        "sha512" or "sha3-512" => 64,
        _ => 32,
    };

    /// <summary>How many different values there are; a greater number has none of the form.</summary>
    private static int Possible(EntityTypeForm form) => form switch
    {
        { Form: ValueForm.Phone } => ReservedRanges.Phones,
        { Name: "aba-rtn" } => CheckedNumbers.RoutingNumbers,
        { Name: "bic" } => CheckedNumbers.BankCodes,
        _ => int.MaxValue,
    };

    private static EntityTypeForm Named(string name) => Array.Find(All, type => string.Equals(type.Name, name, StringComparison.Ordinal))!;

    private static EntityTypeForm[] Rows()
    {
        var rows = new List<EntityTypeForm>();
        foreach (var (form, names) in s_table)
            foreach (var name in names) rows.Add(new(name, form) { IsNeutral = s_neutral.Contains(name) });
        return [.. rows];
    }
}
