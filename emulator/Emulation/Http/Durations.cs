using System.Globalization;
using System.Xml;

namespace Emulation.Http;

/// <summary>Lengths of time as testers write them.</summary>
static class Durations
{
    public const string Allowed = "hours, minutes and seconds (\"00:05:00\", \"1.00:00:00\" is a day), "
        + "a number with its unit (\"250ms\", \"90s\", \"5m\", \"2h\", \"7d\") or ISO 8601 (\"PT5M\")";

    private static readonly (string Unit, TimeSpan Length)[] s_units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s",  TimeSpan.FromSeconds(1)),
        ("m",  TimeSpan.FromMinutes(1)),
        ("h",  TimeSpan.FromHours(1)),
        ("d",  TimeSpan.FromDays(1)),
    ];

    /// <summary>Null when the text is not a duration, or one longer than a thousand years.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
            return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var clock) ? Bounded(clock.TotalSeconds) : null;
        var sign = text.StartsWith('-') ? -1 : 1;
        var rest = sign < 0 ? text[1..] : text;
        if (rest.StartsWith('P')) return Iso(rest) is { } iso ? Bounded(sign * iso.TotalSeconds) : null;
        foreach (var (unit, length) in s_units)
        {
            if (!rest.EndsWith(unit, StringComparison.Ordinal)) continue;
            var amount = rest.AsSpan(0, rest.Length - unit.Length);
            if (double.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return Bounded(sign * number * length.TotalSeconds);
        }
        return null;
    }

    public static string Text(TimeSpan length) => length.ToString("c", CultureInfo.InvariantCulture);

    private static TimeSpan? Bounded(double seconds) =>
        Math.Abs(seconds) <= 366.0 * 86_400 * 1000 ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond)) : null;

    private static TimeSpan? Iso(string text)
    {
        // The framework has no Try method for these.
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }
}

/// <summary>Instants as testers write them.</summary>
static class Instants
{
    public const string Allowed = "ISO 8601 with a zone, such as \"2024-03-01T12:00:00Z\"";

    private const string Shape = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public static DateTimeOffset? Parse(string text)
    {
        var zoned = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (!zoned) return null;
        const DateTimeStyles Style = DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, Shape, CultureInfo.InvariantCulture, Style, out var moment) ? moment : null;
    }

    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
