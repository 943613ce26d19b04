using System.Globalization;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>
/// Dates as the engine reads them: whole or cut short (<c>2022-05</c>), <c>now</c>, and arithmetic behind <c>||</c>
/// (<c>now-5m</c>, <c>2022-05-18||/M</c>). What is cut short or rounded is a span; which end of it counts depends on the comparison.
/// </summary>
static class DateMath
{
    private static readonly string[] s_forms =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH", "yyyy-MM-dd", "yyyy-MM", "yyyy"];

    // How many of a unit can be added without leaving the calendar.
    private static readonly Dictionary<char, int> s_most = new()
    {
        ['y'] = 500, ['M'] = 5_000, ['w'] = 20_000, ['d'] = 150_000, ['h'] = 999_999, ['m'] = 999_999, ['s'] = 999_999,
    };

    /// <param name="text">What stands in the query.</param>
    /// <param name="format">A format that the query names, or null.</param>
    /// <param name="zone">An offset for what names none.</param>
    /// <param name="now">The world's time.</param>
    /// <param name="last">The last moment of a span instead of the first.</param>
    /// <returns>Nanoseconds; null for what is no date.</returns>
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

    /// <summary>The beginning of the unit that a moment lies in: y, M, w, d, h, m, s.</summary>
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
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && (text.Length != 4 || text[0] == '-'))
            return number is > -9_000_000_000_000 and < 9_000_000_000_000 ? number * Nanos.PerMillisecond : null;
        for (var i = 0; i < s_forms.Length; i++)
        {
            if (!DateTime.TryParseExact(text, s_forms[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) continue;
            if (OutOfReach(moment)) return null;
            var first = Utc(moment, zone);
            return last ? Utc(Add(moment, 1, "smhdMy"[i]), zone) - 1 : first;
        }
        return null;
    }

    private static long? Formatted(string text, string format, TimeSpan zone)
    {
        foreach (var form in format.Split("||"))
        {
            var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((double)number) < 9e12;
            if (isNumber && form == "epoch_millis") return number * Nanos.PerMillisecond;
            if (isNumber && form == "epoch_second" && Math.Abs((double)number) < 9e9) return number * Nanos.PerSecond;
            if (form.Contains('_', StringComparison.Ordinal)) continue;
            var pattern = form.Replace('u', 'y').Replace('S', 'f').Replace("XXX", "zzz", StringComparison.Ordinal);
            if (!IsPattern(pattern)) continue;
            if (DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && !OutOfReach(moment)) return Utc(moment, zone);
        }
        return null;
    }

    // A pattern of one letter is another language, and an open quote a fault of the program's.
    private static bool IsPattern(string pattern) =>
        pattern.Length > 1 && pattern.Count(sign => sign == '\'') % 2 == 0 && pattern.All(sign => "yMdHhmsfztT -/.:,'".Contains(sign, StringComparison.Ordinal));

    private static long? Step(long start, string steps, TimeSpan zone, bool last)
    {
        var moment = Nanos.ToMoment(start).UtcDateTime + zone;
        var rest = start - Nanos.Of(Nanos.ToMoment(start));
        for (var i = 0; i < steps.Length;)
        {
            var sign = steps[i++];
            var digits = i;
            while (i < steps.Length && char.IsAsciiDigit(steps[i])) i++;
            var count = i == digits ? 1 : i - digits > 6 ? int.MaxValue : int.Parse(steps.AsSpan(digits, i - digits), CultureInfo.InvariantCulture);
            var counted = i > digits;
            if (i == steps.Length || sign is not ('+' or '-' or '/') || (sign == '/' && counted)) return null;
            var unit = steps[i++] is var given && given == 'H' ? 'h' : given;
            if (!s_most.TryGetValue(unit, out var most) || count > most) return null;
            if (sign == '/') (moment, rest) = (Floor(moment, unit), 0);
            else moment = Add(moment, sign == '-' ? -count : count, unit);
            if (OutOfReach(moment)) return null;
            if (sign == '/' && last && i == steps.Length) return Utc(Add(moment, 1, unit), zone) - 1;
        }
        return OutOfReach(moment) ? null : Utc(moment, zone) + rest;
    }

    private static bool OutOfReach(DateTime moment) => moment.Year is < 1700 or > 2250;

    private static long Utc(DateTime local, TimeSpan zone) => Nanos.Of(new DateTimeOffset(DateTime.SpecifyKind(local - zone, DateTimeKind.Utc)));
}
