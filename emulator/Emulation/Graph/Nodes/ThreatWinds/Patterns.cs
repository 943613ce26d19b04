using System.Text.RegularExpressions;

namespace Emulation.Graphs.ThreatWinds;

/// <summary>The data types that are recognized by a pattern.</summary>
static class Patterns
{
    private const string Fqdn = @"^(?i)[a-z0-9]+(([-]{1,2}[a-z0-9]+)*([\.]{1}[a-z0-9]+)*)*(\.[a-z]{2,20})$";

    private static readonly Pattern s_fqdn     = new(Fqdn, Case.Lower, HostNames.IsFull);
    private static readonly Pattern s_mac      = Expression("^([0-9A-F]{2,2}[-]){5,5}([0-9A-F]{2,2})$", Case.Upper);
    private static readonly Pattern s_mimeType = Expression("^([a-z]+)[/]([a-z0-9]+[a-z0-9+-.][a-z0-9]+)+$", Case.Lower);
    private static readonly Pattern s_phone    = Expression(
        @"^([+][1-9]{1,1}[0-9]{0,2})([\s]?[(][1-9]{1,1}[0-9]{0,3}[)])?([\s]?[-]?[0-9]{1,4}){1,3}$", Case.Same);
    private static readonly Pattern s_port     = Expression(
        @"^(6553[0-5]|655[0-2]\d|65[0-4]\d\d|6[0-4]\d{3}|[1-5]\d{4}|[1-9]\d{0,3})(\/)(tcp|udp)$", Case.Lower);

    private enum Case
    {
        Same,
        Lower,
        Upper,
    }

    public static Normalised Match(DataType data, string text)
    {
        var pattern = data switch
        {
            DataType.Fqdn => s_fqdn,
            DataType.Mac => s_mac,
            DataType.MimeType => s_mimeType,
            DataType.Phone => s_phone,
            DataType.Port => s_port,
            DataType.Md5 => Digits(text.Length == 32 ? 32 : 16),
            DataType.Sha1 => Digits(40),
            DataType.Sha224 or DataType.Sha3224 or DataType.Sha512224 => Digits(56),
            DataType.Sha256 or DataType.Sha3256 or DataType.Sha512256 => Digits(64),
            DataType.Sha384 or DataType.Sha3384 => Digits(96),
            DataType.Sha512 or DataType.Sha3512 => Digits(128),
            _ => throw new InvalidOperationException($"{data} is not recognized by a pattern."),
        };
        return pattern.Match(text);
    }

    public static bool Compiles(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromMilliseconds(100));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Pattern Digits(int count) =>
        new(
            $"^[0-9a-f]{{{count}}}$",
            Case.Lower,
            value => value.Length == count && value.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0);

    // Several of these have nested repeats; the engine without backtracking takes linear time, as Go's does.
    private static Pattern Expression(string source, Case @case)
    {
        var regex = new Lazy<Regex>(
            () => new Regex(ForDotNet(source), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout));
        return new Pattern(source, @case, value => regex.Value.IsMatch(value));
    }

    // In Go \d and \s are ASCII, and $ does not match before a final newline.
    private static string ForDotNet(string go) =>
        go[..^1].Replace(@"\d", "[0-9]", StringComparison.Ordinal).Replace(@"[\s]", @"[\t\n\f\r ]", StringComparison.Ordinal) + @"\z";

    /// <summary>
    /// An expression and code that matches the same texts. The most common types avoid the regex engine, which takes 60 ms to start.
    /// </summary>
    private sealed class Pattern(string source, Case @case, Func<string, bool> matches)
    {
        public Normalised Match(string text)
        {
            var value = @case switch
            {
                Case.Lower => text.ToLowerInvariant(),
                Case.Upper => text.ToUpperInvariant(),
                Case.Same => text,
                _ => throw new InvalidOperationException($"Unknown case {@case}."),
            };
            return matches(value) ? value : Normalised.Not($"value '{value}' does not match with regexp '{source}'");
        }
    }
}
