using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Emulation.Recordings.Sanitizing;

/// <summary>What a text is, by its form alone.</summary>
enum TextForm
{
    Text,
    Empty,
    Number,
    Moment,
    Uuid,
    Hex,
    EntityId,
    PublicKey,
    AddressV4,
    AddressV6,
    MacAddress,
    Network,
    Url,
    Email,
    Host,
    Phone,
    Digits,
    Cve,
    AsNumber,
    Token,
}

/// <summary>Recognises the form of a text.</summary>
static partial class TextForms
{
    private const int LongestNumber = 9;

    public static TextForm Of(string text)
    {
        if (text.Length == 0) return TextForm.Empty;
        if (text.Length > 4096) return TextForm.Text;
        if (MacAddress().IsMatch(text)) return TextForm.MacAddress;
        if (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '(')
        {
            if (Number().IsMatch(text)) return OfNumber(text);
            if (Moment().IsMatch(text)) return TextForm.Moment;
            if (AddressV4().IsMatch(text) && IPAddress.TryParse(text, out _)) return TextForm.AddressV4;
            if (Phone().IsMatch(text)) return TextForm.Phone;
        }
        if (text.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(text, out _)) return TextForm.AddressV6;
        if (Network().IsMatch(text) && IPAddress.TryParse(text.AsSpan(0, text.IndexOf('/', StringComparison.Ordinal)), out _))
            return TextForm.Network;
        if (Uuid().IsMatch(text)) return TextForm.Uuid;
        if (Hex().IsMatch(text)) return TextForm.Hex;
        if (EntityId().IsMatch(text)) return TextForm.EntityId;
        if (PublicKey().IsMatch(text)) return TextForm.PublicKey;
        if (Url().IsMatch(text)) return TextForm.Url;
        if (Email().IsMatch(text)) return TextForm.Email;
        if (HttpDate().IsMatch(text)) return TextForm.Moment;
        if (Cve().IsMatch(text)) return TextForm.Cve;
        if (AsNumber().IsMatch(text)) return TextForm.AsNumber;
        if (Host().IsMatch(text)) return TextForm.Host;
        return IsToken(text) ? TextForm.Token : TextForm.Text;
    }

    /// <summary>Ten digits and more may be a telephone, card or account number, unless they are a time since 1970.</summary>
    private static TextForm OfNumber(string text)
    {
        if (!text.All(char.IsAsciiDigit) || text.Length <= LongestNumber) return TextForm.Number;
        return IsUnixTime(text) ? TextForm.Moment : TextForm.Digits;
    }

    // Seconds, milliseconds, microseconds or nanoseconds of the years 2001 to 2065.
    private static bool IsUnixTime(string text) =>
        text.Length is 10 or 13 or 16 or 19
        && long.TryParse(text.AsSpan(0, 10), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 1_000_000_000 and < 3_000_000_000;

    /// <summary>
    /// A long run of letters and digits that changes between digits, small and capital letters often, as keys and tokens do; words that
    /// are joined by capital letters change less often.
    /// </summary>
    private static bool IsToken(string text)
    {
        if (text.Length < 20 || !TokenCharacters().IsMatch(text)) return false;
        var changes = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var (before, after) = (text[i - 1], text[i]);
            if (!char.IsAsciiLetterOrDigit(before) || !char.IsAsciiLetterOrDigit(after)) continue;
            var isNumberEdge = char.IsAsciiDigit(before) != char.IsAsciiDigit(after);
            if (isNumberEdge || (char.IsAsciiLetterLower(before) && char.IsAsciiLetterUpper(after))) changes++;
        }
        return changes * 10 >= text.Length * 3;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^-?\d+(\.\d+)?([eE][+-]?\d+)?$", Options, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?( ?(Z|UTC|[+-]\d\d:?\d\d))?)?$", Options, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$", Options, 1000)]
    private static partial Regex HttpDate();

    [GeneratedRegex(@"^\+?\(?\d[\d ().-]{7,20}\d$", Options, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\d{1,3}(\.\d{1,3}){3}$", Options, 1000)]
    private static partial Regex AddressV4();

    [GeneratedRegex("^[0-9A-Fa-f]{2}((-[0-9A-Fa-f]{2}){5}|(:[0-9A-Fa-f]{2}){5})$", Options, 1000)]
    private static partial Regex MacAddress();

    [GeneratedRegex(@"^[0-9A-Fa-f:.]+/\d{1,3}$", Options, 1000)]
    private static partial Regex Network();

    [GeneratedRegex("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", Options, 1000)]
    private static partial Regex Uuid();

    [GeneratedRegex("^(0x)?[0-9a-fA-F]{16,}$", Options, 1000)]
    private static partial Regex Hex();

    [GeneratedRegex("^[a-z][a-z0-9-]{1,40}-[0-9a-z]{64}$", Options, 1000)]
    private static partial Regex EntityId();

    [GeneratedRegex("^(tBCK|BC1YL)[1-9A-HJ-NP-Za-km-z]{40,60}$", Options, 1000)]
    private static partial Regex PublicKey();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]{1,10}://[^\s]+$", Options, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"^[^\s@""<>(),:;]+@[^\s@""<>(),:;]+$", Options, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"^CVE-\d{4}-\d{4,8}$", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Cve();

    [GeneratedRegex(@"^ASN? ?\d{1,10}$", Options, 1000)]
    private static partial Regex AsNumber();

    [GeneratedRegex(@"^(?=.{4,253}$)([A-Za-z0-9_]([A-Za-z0-9_-]{0,62})\.)+[A-Za-z][A-Za-z0-9-]{1,62}\.?$", Options, 1000)]
    private static partial Regex Host();

    [GeneratedRegex("^[A-Za-z0-9+/_=.~-]+$", Options, 1000)]
    private static partial Regex TokenCharacters();
}
