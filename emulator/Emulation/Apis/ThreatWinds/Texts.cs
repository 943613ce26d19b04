using System.Text;

namespace Emulation.Apis.ThreatWinds;

/// <summary>Error texts (threatwinds/api-docs; go-sdk catcher/errors.go; documents 000 and 001; js-sdk search-client.ts).</summary>
static class Texts
{
    public const string ValueEmpty = "value cannot be empty";
    public const string BadAuthorization = "incorrect authorization header";

    // The spelling of the vendor's pages.
    public const string BadKey = "incorrect apyKey";
    public const string BadMail = "mail: missing '@' or angle-addr";
    public const string DuplicatedKey = "duplicated key not allowed";
    public const string BadJson = "incorrect json format";
    public const string AuthenticationRequired = "authentication required";
    public const string CodeNotFound = "verification code not found";
    public const string Unauthorized = "unauthorized";
    public const string RecordNotFound = "record not found";
    public const string EntityNotFound = "entity not found";
    public const string NotFound = "not found";
    public const string MethodNotAllowed = "method not allowed";
    // The emulator's own limit.
    public const string TooManyKeyPairs = "too many key pairs";
    public const string BodyTooLarge = "request body too large";

    // Go's text for a body that ends early; the pages name none.
    public const string BodyUnreadable = "unexpected EOF";
    public const string Seeding = "The emulator is still seeding";
    public const string NotKept = "The emulator cannot keep changes now";
    public const string NotCurrent = "The emulator cannot reach its database now";
    public const string Bug = "Internal Server Error";

    public static string UuidLength(int length) => $"invalid UUID length: {length}";

    public static string NotANumber(string text) => $"strconv.Atoi: parsing {Quoted(text)}: invalid syntax";

    public static string OutOfRange(string text) => $"strconv.Atoi: parsing {Quoted(text)}: value out of range";

    public static string Invalid(string parameter, string value) => $"invalid {parameter}: {value}";

    public static string NoMapping(string field) => $"No mapping found for [{field}] in order to sort on";

    public static string UnknownType(string type) => $"unknown type: {type}";

    public static string BadEscape(string escape) => $"invalid URL escape {Quoted(escape)}";

    public static string NotServed(string method, string path) => $"{method} {path} is known but not served by this emulator";

    /// <summary>The text for a status without a known reason.</summary>
    public static string Of(int status) => status switch
    {
        401 => AuthenticationRequired,
        403 => Unauthorized,
        404 => NotFound,
        405 => MethodNotAllowed,
        500 => Bug,
        _ => Http.Phrases.Of(status),
    };

    /// <summary>Quotes a string as Go does, because the vendor's texts are Go's.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or 0x7F => $"\\x{rune.Value:x2}",
                _ => rune.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }
}
