using System.Globalization;
using System.Numerics;

namespace Emulation.Graphs.ThreatWinds;

/// <summary>Numbers as the vendor reads and writes them: nothing is refused, a text that is not a number is 0.</summary>
static class Numbers
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Decimal text; a fraction is cut off.</summary>
    public static string Integer(string text)
    {
        var trimmed = text.Trim();
        if (long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole.ToString(CultureInfo.InvariantCulture);
        if (!double.TryParse(trimmed, Plain, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return "0";
        var cut = new BigInteger(Math.Truncate(number));
        return cut < long.MinValue || cut > long.MaxValue ? "0" : cut.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The shortest decimal text that reads back the same; with an exponent below 0.0001 and from 1e21 on.</summary>
    public static string Float(string text)
    {
        if (!double.TryParse(text.Trim(), Plain, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return "0";
        if (number == 0) return "0";
        var (digits, exponent) = Shortest(Math.Abs(number));
        var sign = number < 0 ? "-" : "";
        if (exponent is < -4 or >= 21) return sign + WithExponent(digits, exponent);
        if (exponent < 0) return sign + "0." + new string('0', -exponent - 1) + digits;
        if (digits.Length <= exponent + 1) return sign + digits + new string('0', exponent + 1 - digits.Length);
        return sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static string WithExponent(string digits, int exponent)
    {
        var mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):D2}";
    }

    /// <summary>Digits without a point, and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Shortest(double number)
    {
        // "E16" pads; "R" gives the shortest digits, in one of two forms.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var power = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), power + whole - 1 - leading);
    }
}
