using System.Globalization;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>
/// Reads dates as the engine does: complete or partial (<c>2022-05</c>), <c>now</c>, and date math after <c>||</c> (<c>now-5m</c>,
/// <c>2022-05-18||/M</c>). A partial or rounded date is a period; the comparison decides which end of it counts.
/// </summary>
static class DateMath
{
    private static readonly string[] s_formats =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH", "yyyy-MM-dd", "yyyy-MM", "yyyy"];

    // The largest number of each unit that can be added without overflow.
    private static readonly Dictionary<char, int> s_maxCounts = new()
    {
        ['y'] = 500, ['M'] = 5_000, ['w'] = 20_000, ['d'] = 150_000, ['h'] = 999_999, ['m'] = 999_999, ['s'] = 999_999,
    };

    /// <param name="text">The date in the query.</param>
    /// <param name="format">The format in the query, or null.</param>
    /// <param name="zone">The offset of a date without one.</param>
    /// <param name="now">The time of the world's clock.</param>
    /// <param name="last">Returns the last moment of a period instead of the first.</param>
    /// <returns>Nanoseconds; null when the text is not a date.</returns>
    public static long? Read(string text, string? format, TimeSpan zone, DateTimeOffset now, bool last)
    {
        var bars = text.IndexOf("||", StringComparison.Ordinal);
        var isNow = text.StartsWith("now", StringComparison.Ordinal);
        var (anchor, steps) = isNow ? ("", text[3..]) : bars < 0 ? (text, "") : (text[..bars], text[(bars + 2)..]);
        if (isNow && bars >= 0) steps = text[(bars + 2)..];
        var start = isNow ? Nanos.Of(now) : Anchor(anchor, format, zone, last && steps.Length == 0);
        return start is { } nanos ? Step(nanos, steps, zone, last) : null;
    }

    /// <summary><c>+02:00</c>, <c>Z</c> or <c>UTC</c>; null for anything else.</summary>
    public static TimeSpan? Zone(string text)
    {
        if (text is "" or "Z" or "UTC" or "GMT") return TimeSpan.Zero;
        if (text.Length != 6 || text[0] is not ('+' or '-')) return null;
        if (!TimeSpan.TryParseExact(text[1..], "hh\\:mm", CultureInfo.InvariantCulture, out var offset)) return null;
        return text[0] == '-' ? -offset : offset;
    }

    /// <summary>The start of the unit (y, q, M, w, d, h, m, s) that contains a moment.</summary>
    public static DateTime Floor(DateTime moment, char unit) => unit switch
    {
        'y' => new DateTime(moment.Year, 1, 1),
        'q' => new DateTime(moment.Year, ((moment.Month - 1) / 3 * 3) + 1, 1),
        'M' => new DateTime(moment.Year, moment.Month, 1),
        'w' => moment.Date.AddDays(-(((int)moment.DayOfWeek + 6) % 7)),
        'd' => moment.Date,
        'h' => moment.Date.AddHours(moment.Hour),
        'm' => moment.Date.AddHours(moment.Hour).AddMinutes(moment.Minute),
        _ => new DateTime(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerSecond)),
    };

    public static DateTime Add(DateTime moment, int count, char unit) => unit switch
    {
        'y' => moment.AddYears(count),
        'q' => moment.AddMonths(count * 3),
        'M' => moment.AddMonths(count),
        'w' => moment.AddDays(count * 7.0),
        'd' => moment.AddDays(count),
        'h' => moment.AddHours(count),
        'm' => moment.AddMinutes(count),
        _ => moment.AddSeconds(count),
    };

    private static long? Anchor(string text, string? format, TimeSpan zone, bool last)
    {
        if (format is not null && Formatted(text, format, zone) is { } formatted) return formatted;
        if (Nanos.Parse(text) is { } whole) return whole;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && (text.Length != 4 || text[0] == '-'))
            return number is > -9_000_000_000_000 and < 9_000_000_000_000 ? number * Nanos.PerMillisecond : null;
        for (var i = 0; i < s_formats.Length; i++)
        {
            if (!DateTime.TryParseExact(text, s_formats[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) continue;
            if (IsOutOfRange(moment)) return null;
            var first = Utc(moment, zone);
            return last ? Utc(Add(moment, 1, "smhdMy"[i]), zone) - 1 : first;
        }
        return null;
    }

    private static long? Formatted(string text, string format, TimeSpan zone)
    {
        foreach (var form in format.Split("||"))
        {
            var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && Math.Abs((double)number) < 9e12;
            if (isNumber && form == "epoch_millis") return number * Nanos.PerMillisecond;
            if (isNumber && form == "epoch_second" && Math.Abs((double)number) < 9e9) return number * Nanos.PerSecond;
            if (form.Contains('_', StringComparison.Ordinal)) continue;
            var pattern = form.Replace('u', 'y').Replace('S', 'f').Replace("XXX", "zzz", StringComparison.Ordinal);
            if (!IsPattern(pattern)) continue;
            var isDate = DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
            if (isDate && !IsOutOfRange(moment)) return Utc(moment, zone);
        }
        return null;
    }

    // .NET treats a pattern of one letter as a standard format, and throws for an unclosed quote.
    private static bool IsPattern(string pattern) =>
        pattern.Length > 1
        && pattern.Count(character => character == '\'') % 2 == 0
        && pattern.All(character => "yMdHhmsfztT -/.:,'".Contains(character, StringComparison.Ordinal));

    private static long? Step(long start, string steps, TimeSpan zone, bool last)
    {
        var moment = Nanos.ToMoment(start).UtcDateTime + zone;
        var rest = start - Nanos.Of(Nanos.ToMoment(start));
        for (var i = 0; i < steps.Length;)
        {
            var character = steps[i++];
            var digits = i;
            while (i < steps.Length && char.IsAsciiDigit(steps[i])) i++;
            var hasCount = i > digits;
            var count = hasCount ? CountOf(steps.AsSpan(digits, i - digits)) : 1;
            if (i == steps.Length || character is not ('+' or '-' or '/') || (character == '/' && hasCount)) return null;
            var unit = steps[i++] is var given && given == 'H' ? 'h' : given;
            if (!s_maxCounts.TryGetValue(unit, out var max) || count > max) return null;
            if (character == '/') (moment, rest) = (Floor(moment, unit), 0);
            else moment = Add(moment, character == '-' ? -count : count, unit);
            if (IsOutOfRange(moment)) return null;
            if (character == '/' && last && i == steps.Length) return Utc(Add(moment, 1, unit), zone) - 1;
        }
        return IsOutOfRange(moment) ? null : Utc(moment, zone) + rest;
    }

    private static int CountOf(ReadOnlySpan<char> digits) =>
        digits.Length > 6 ? int.MaxValue : int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsOutOfRange(DateTime moment) => moment.Year is < 1700 or > 2250;

    private static long Utc(DateTime local, TimeSpan zone) =>
        Nanos.Of(new DateTimeOffset(DateTime.SpecifyKind(local - zone, DateTimeKind.Utc)));
}
