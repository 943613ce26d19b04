using System.Collections.Frozen;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>What the vendor suggests to report with an entity of a type.</summary>
sealed record Suggestion(string Type, string[] Attributes, string[] Associations, string[] Tags, string[] Correlate);

/// <summary>
/// Descriptions of the entity types: suggestions, names of data types, and examples (threatwinds/api-docs entity-types.md; go-sdk
/// entities).
/// </summary>
static class Definitions
{
    private static readonly FrozenDictionary<string, Suggestion> s_suggestions = new Suggestion[]
    {
        new("airport-name", ["country", "city"], [], [], []),
        new("bank-account-nr", ["bic", "bin"], [], [], []),
        new("breach", ["domain", "link", "breach-date", "breach-count", "breach-description"], [], [], []),
        new("cc-number", ["issuer"], [], [], []),
        new("cidr", ["country", "city", "latitude", "longitude", "accuracy-radius", "asn", "aso", "link"], [], [], []),
        new("command", ["os"], [], [], []),
        new("cookie", [], ["value"], [], []),
        new("domain", ["whois-registrant", "whois-registrar", "link"], [], [], []),
        new(
            "email",
            [
                "email-body", "email-display-name", "email-address", "email-subject", "email-thread-index", "email-mime-boundary",
                "email-x-mailer",
            ],
            ["file", "email-header"],
            [],
            []),
        new(
            "file",
            ["file-data", "sha1", "md5", "sha256", "sha3-256"],
            ["filename", "filename-pattern"],
            ["malware", "common-file", "system-file"],
            ["md5", "sha1", "sha256", "sha3-256", "file-data"]),
        new("id-number", ["issuer", "date-of-issue", "expiration-date"], [], [], []),
        new("ip", ["cidr", "link"], [], [], []),
        new("malware", ["malware-family", "malware-type"], [], [], ["malware-family", "malware-type"]),
        new("passport", ["issuing-country", "issuer", "date-of-issue", "expiration-date"], [], [], []),
        new("payload", ["sha1", "md5", "sha256", "sha3-256"], [], [], []),
        new("process", ["process-state"], [], [], []),
    }.ToFrozenDictionary(suggestion => suggestion.Type, StringComparer.Ordinal);

    private static readonly Suggestion s_none = new("", [], [], [], []);

    public static Suggestion SuggestionFor(string type) => s_suggestions.GetValueOrDefault(type) ?? s_none;

    public static string DescriptionOf(EntityType type) => $"{Labels.Of(type.Name)}, a value of data type {NameOf(type.Data)}.";

    public static string NameOf(DataType data) => data switch
    {
        DataType.Adversary => "Adversary",
        DataType.Base64 => "BASE64",
        DataType.CaseSensitive => "Case-sensitive string",
        DataType.Cidr => "CIDR",
        DataType.City => "City",
        DataType.Country => "Country",
        DataType.Date => "Date",
        DataType.Datetime => "Datetime",
        DataType.Email => "Email",
        DataType.Float => "Float",
        DataType.Fqdn => "FQDN",
        DataType.Hexadecimal => "Hexadecimal",
        DataType.Integer => "Integer",
        DataType.Ip => "IP",
        DataType.Mac => "MAC",
        DataType.Md5 => "MD5",
        DataType.MimeType => "MIME type",
        DataType.Object => "UUID|MD5|SHA3-256",
        DataType.Path => "Path",
        DataType.Phone => "Phone",
        DataType.Port => "Port",
        DataType.Regex => "Regex",
        DataType.Sha1 => "SHA-1",
        DataType.Sha224 => "SHA-224",
        DataType.Sha256 => "SHA-256",
        DataType.Sha384 => "SHA-384",
        DataType.Sha512 => "SHA-512",
        DataType.Sha3224 => "SHA3-224",
        DataType.Sha3256 => "SHA3-256",
        DataType.Sha3384 => "SHA3-384",
        DataType.Sha3512 => "SHA3-512",
        DataType.Sha512224 => "SHA512-224",
        DataType.Sha512256 => "SHA512-256",
        DataType.Text => "String",
        DataType.Url => "URL",
        DataType.Uuid => "UUID",
        _ => throw new InvalidOperationException($"Unknown data type {data}."),
    };

    /// <summary>A valid value of the type; numbers as text.</summary>
    public static string ExampleOf(DataType data) => data switch
    {
        DataType.Adversary => "Lazarus Group",
        DataType.Base64 => "dGhyZWF0d2luZHM=",
        DataType.CaseSensitive => "Any Text",
        DataType.Cidr => "8.8.8.0/24",
        DataType.City => "Mountain View",
        DataType.Country => "United States",
        DataType.Date => "2023-04-04",
        DataType.Datetime => "2023-04-04T21:02:42.717161656Z",
        DataType.Email => "someone@example.org",
        DataType.Float => "37.4056",
        DataType.Fqdn => "www.example.org",
        DataType.Hexadecimal => "48656c6c6f",
        DataType.Integer => "15169",
        DataType.Ip => "8.8.8.8",
        DataType.Mac => "00-1B-44-11-3A-B7",
        DataType.Md5 or DataType.Object => "2ed56a78d957dcde2db76e830f5f0741",
        DataType.MimeType => "application/pdf",
        DataType.Path => "/usr/bin/env",
        DataType.Phone => "+1 555 0100",
        DataType.Port => "443/tcp",
        DataType.Regex => "^evil[0-9]+$",
        DataType.Sha1 => Digits(40),
        DataType.Sha224 or DataType.Sha3224 or DataType.Sha512224 => Digits(56),
        DataType.Sha256 or DataType.Sha3256 or DataType.Sha512256 => Digits(64),
        DataType.Sha384 or DataType.Sha3384 => Digits(96),
        DataType.Sha512 or DataType.Sha3512 => Digits(128),
        DataType.Text => "any text",
        DataType.Url => "https://www.example.org/index.html",
        DataType.Uuid => "c5f9ab4c-4b4c-4e2f-9c7c-0a0d9f3fd0c1",
        _ => throw new InvalidOperationException($"Unknown data type {data}."),
    };

    private static string Digits(int count) => string.Concat(Enumerable.Repeat("d8257cec79ed8b20", 8))[..count];
}
