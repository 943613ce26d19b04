using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Apis.ThreatConnect.Resources;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>
/// Reads dates in the formats that clients send: ISO 8601 with Z, an offset or no zone (UTC), with a precision of a day, a minute, a
/// second or finer; yyyyMMdd; and without leading zeros (2017-7-13, group_fields.rst). In seconds since 1970.
/// </summary>
static partial class Moments
{
    private const string Date =
        @"^(?:(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
        + @"|(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2}))";
    private const string Time =
        @"(?:[Tt ](?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})"
        + @"(?::(?<second>[0-9]{1,2})(?:[.,][0-9]+)?)? ?(?<zone>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?$";

    private static readonly long s_first = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long s_last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static long? Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success) return null;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (hour > 23 || minute > 59 || second > 59) return null;
        if (Offset(match.Groups["zone"].Value) is not { } offset) return null;
        var seconds = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero).ToUnixTimeSeconds() - offset;
        return seconds >= s_first && seconds <= s_last ? seconds : null;
    }

    /// <summary>
    /// Reads a date in a query, where an unescaped plus before an offset was decoded as a space (minemeld sends +00:00 unescaped).
    /// </summary>
    public static long? ParseInQuery(string text)
    {
        var blank = text.LastIndexOf(' ');
        return Parse(blank > 10 && text.Length - blank == "+00:00".Length ? $"{text[..blank]}+{text[(blank + 1)..]}" : text);
    }

    private static int Number(Match match, string part) =>
        match.Groups[part] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    private static int? Offset(string zone)
    {
        if (zone.Length == 0 || zone is "Z" or "z") return 0;
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var (hours, minutes) = (int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture));
        if (hours > 18 || minutes > 59) return null;
        return (zone[0] == '-' ? -1 : 1) * ((hours * 3600) + (minutes * 60));
    }

    [GeneratedRegex(Date + Time, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
