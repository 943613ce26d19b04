using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Drifts;

/// <summary>Names the difference between two texts that are not equal.</summary>
static partial class TextDifferences
{
    private const int ShortestCut = 8;

    /// <summary>The way in which two texts are nearly the same; null: they are different texts.</summary>
    public static DifferenceKind? Nearly(string recorded, string found)
    {
        if (recorded.Length == 0 || found.Length == 0) return null;
        if (string.Equals(recorded, found, StringComparison.OrdinalIgnoreCase)) return CasingOf(recorded);
        if (recorded.TrimEnd('/') == found.TrimEnd('/')) return DifferenceKind.TrailingSlash;
        if (WhiteSpace().Replace(recorded, "") == WhiteSpace().Replace(found, "")) return DifferenceKind.WhiteSpace;
        if (WebUtility.HtmlDecode(recorded) == WebUtility.HtmlDecode(found)) return DifferenceKind.Escaping;
        if (Decoded(recorded) == Decoded(found)) return DifferenceKind.PercentEncoding;
        if (SafeNormal(recorded) == SafeNormal(found)) return DifferenceKind.UnicodeForm;
        if (Misread(recorded) == found || Misread(found) == recorded) return DifferenceKind.CharacterEncoding;
        var (shorter, longer) = recorded.Length < found.Length ? (recorded, found) : (found, recorded);
        if (shorter.Length < ShortestCut || TextForms.Of(shorter) is not TextForm.Text) return null;
        return longer.StartsWith(shorter.TrimEnd('.', '…'), StringComparison.Ordinal) ? DifferenceKind.TextTruncated : null;
    }

    /// <summary>The difference in form of two values that may differ, such as dates and ids; null: they have the same form.</summary>
    public static DifferenceKind? InForm(string recorded, string found)
    {
        var (one, other) = (TextForms.Of(recorded), TextForms.Of(found));
        if (one == TextForm.Empty || other == TextForm.Empty) return one == other ? null : DifferenceKind.EmptyText;
        if (one == TextForm.Moment || other == TextForm.Moment) return one == other ? Moments(recorded, found) : DifferenceKind.DateFormat;
        if (one == other) return SameForm(one, recorded, found);
        if (IsAddress(one) && IsAddress(other)) return null;
        if (IsNumber(one) && IsNumber(other)) return null;
        if (IsId(one) || IsId(other)) return DifferenceKind.IdFormat;
        return IsProse(one) && IsProse(other) ? null : DifferenceKind.TextFormat;
    }

    /// <summary>A text without ids and numbers, which differ from one service to another.</summary>
    public static string WithoutIds(string text) => Id().Replace(text, "#");

    private static DifferenceKind? SameForm(TextForm form, string recorded, string found) => form switch
    {
        TextForm.Hex when recorded.Length != found.Length => DifferenceKind.HashLength,
        TextForm.Hex or TextForm.Uuid or TextForm.EntityId => HexCase(recorded) is { } one && HexCase(found) is { } other && one != other
            ? DifferenceKind.HashCasing
            : null,
        TextForm.Number => recorded.Contains('.', StringComparison.Ordinal) != found.Contains('.', StringComparison.Ordinal)
            ? DifferenceKind.NumberFormat
            : null,
        TextForm.AddressV6 => recorded.Contains("::", StringComparison.Ordinal) != found.Contains("::", StringComparison.Ordinal)
            ? DifferenceKind.AddressFormat
            : null,
        _ => null,
    };

    private static DifferenceKind? Moments(string recorded, string found)
    {
        var (one, other) = (Moment().Match(recorded), Moment().Match(found));
        if (!one.Success || !other.Success)
            return one.Success == other.Success && recorded.Length == found.Length ? null : DifferenceKind.DateFormat;
        if (one.Groups["between"].Value != other.Groups["between"].Value) return DifferenceKind.DateFormat;
        if (ZoneOf(one) != ZoneOf(other)) return DifferenceKind.DateZone;
        return Precision(one) == Precision(other) ? null : DifferenceKind.DatePrecision;
    }

    private static string ZoneOf(System.Text.RegularExpressions.Match moment) =>
        moment.Groups["zone"].Value is var zone && zone.Length > 3 ? "offset" : zone;

    // Trailing zeros of a fraction may be left out, so the number of digits says little.
    private static int Precision(System.Text.RegularExpressions.Match moment) => moment.Groups["fraction"].Length switch
    {
        0 => 0,
        <= 3 => 1,
        _ => 2,
    };

    private static DifferenceKind CasingOf(string text) =>
        TextForms.Of(text) is TextForm.Hex or TextForm.Uuid or TextForm.EntityId ? DifferenceKind.HashCasing : DifferenceKind.Casing;

    private static bool IsAddress(TextForm form) => form is TextForm.AddressV4 or TextForm.AddressV6 or TextForm.Network;

    private static bool IsNumber(TextForm form) => form is TextForm.Number or TextForm.Digits;

    private static bool IsId(TextForm form) =>
        form is TextForm.Uuid or TextForm.Hex or TextForm.EntityId or TextForm.PublicKey or TextForm.Number;

    private static bool IsProse(TextForm form) => form is TextForm.Text or TextForm.Host or TextForm.Token or TextForm.Phone;

    private static bool? HexCase(string text)
    {
        var letters = text.Where(char.IsAsciiLetter).ToArray();
        return letters.Length < 3 ? null : letters.Any(char.IsAsciiLetterUpper);
    }

    private static string Decoded(string text) => Http.Target.Decode(text.Replace('+', ' ')) ?? text;

    private static string SafeNormal(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no normal form.
            return text;
        }
    }

    /// <summary>UTF-8 that was read as ISO 8859-1.</summary>
    private static string Misread(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\d((?<between>[T ])\d\d:\d\d(:\d\d(\.(?<fraction>\d{1,9}))?)?(?<zone>Z| ?UTC|[+-]\d\d:?\d\d)?)?$",
        Options, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"\s+", Options, 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[a-z]*-?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|([a-z]+-)?[0-9a-fA-F]{16,}|\d{4,}", Options, 1000)]
    private static partial Regex Id();
}
