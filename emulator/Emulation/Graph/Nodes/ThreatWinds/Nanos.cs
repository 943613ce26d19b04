using System.Globalization;

namespace Emulation.Graphs.ThreatWinds;

/// <summary>Moments as nanoseconds since 1970, and their text: RFC 3339 in UTC, up to nine digits, trailing zeros dropped.</summary>
static class Nanos
{
    public const long PerSecond = 1_000_000_000;
    public const long PerMillisecond = 1_000_000;
    private const long PerTick = 100;
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    public static long Of(DateTimeOffset moment) => (moment.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * PerTick;

    public static DateTimeOffset ToMoment(long nanos) => new(DateTimeOffset.UnixEpoch.UtcTicks + Floor(nanos, PerTick), TimeSpan.Zero);

    public static string Text(long nanos)
    {
        var (seconds, fraction) = Split(nanos);
        var whole = DateTimeOffset.FromUnixTimeSeconds(seconds).ToString(Seconds, CultureInfo.InvariantCulture);
        return fraction == 0 ? whole + "Z" : $"{whole}.{fraction.ToString("D9").TrimEnd('0')}Z";
    }

    /// <summary>From RFC 3339 with any offset and any number of digits (nine count); null for anything else.</summary>
    public static long? Parse(string text)
    {
        if (text.Length < 20 || text[10] is not ('T' or 't')) return null;
        if (!DateTime.TryParseExact(text.AsSpan(0, 19), Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        var at = 19;
        long fraction = 0;
        if (text[at] == '.')
        {
            var digits = 0;
            for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++)
                if (digits++ < 9) fraction = (fraction * 10) + (text[at] - '0');
            if (digits == 0) return null;
            for (; digits < 9; digits++) fraction *= 10;
        }
        if (Offset(text.AsSpan(at)) is not { } offset) return null;
        var seconds = (local.Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        seconds -= offset;
        // What does not fit in 64 bits of nanoseconds: before 1678 and after 2261.
        if (seconds is < -9_200_000_000 or > 9_200_000_000) return null;
        return (seconds * PerSecond) + fraction;
    }

    private static long? Offset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z") return 0;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':') return null;
        if (!int.TryParse(text[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 23) return null;
        if (!int.TryParse(text[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > 59) return null;
        var offset = ((hours * 60) + minutes) * 60;
        return text[0] == '-' ? -offset : offset;
    }

    private static (long Seconds, long Fraction) Split(long nanos)
    {
        var seconds = Floor(nanos, PerSecond);
        return (seconds, nanos - (seconds * PerSecond));
    }

    private static long Floor(long value, long by)
    {
        var whole = value / by;
        return value % by < 0 ? whole - 1 : whole;
    }
}
