using System.Text.RegularExpressions;

namespace Emulation.Graphs.ThreatWinds;

/// <summary>The data types that are told by a pattern.</summary>
static class Patterns
{
    // Several of these have nested repeats; the engine without backtracking takes linear time, as Go's does.
    private static readonly Dictionary<DataType, Pattern> s_patterns = new()
    {
        [DataType.Fqdn]      = new(@"^(?i)[a-z0-9]+(([-]{1,2}[a-z0-9]+)*([\.]{1}[a-z0-9]+)*)*(\.[a-z]{2,20})$", Case.Lower),
        [DataType.Mac]       = new("^([0-9A-F]{2,2}[-]){5,5}([0-9A-F]{2,2})$", Case.Upper),
        [DataType.MimeType]  = new("^([a-z]+)[/]([a-z0-9]+[a-z0-9+-.][a-z0-9]+)+$", Case.Lower),
        [DataType.Phone]     = new(@"^([+][1-9]{1,1}[0-9]{0,2})([\s]?[(][1-9]{1,1}[0-9]{0,3}[)])?([\s]?[-]?[0-9]{1,4}){1,3}$", Case.Same),
        [DataType.Port]      = new(@"^(6553[0-5]|655[0-2]\d|65[0-4]\d\d|6[0-4]\d{3}|[1-5]\d{4}|[1-9]\d{0,3})(\/)(tcp|udp)$", Case.Lower),
        [DataType.Sha1]      = Digits(40),
        [DataType.Sha224]    = Digits(56),
        [DataType.Sha256]    = Digits(64),
        [DataType.Sha384]    = Digits(96),
        [DataType.Sha512]    = Digits(128),
        [DataType.Sha3224]   = Digits(56),
        [DataType.Sha3256]   = Digits(64),
        [DataType.Sha3384]   = Digits(96),
        [DataType.Sha3512]   = Digits(128),
        [DataType.Sha512224] = Digits(56),
        [DataType.Sha512256] = Digits(64),
    };

    private static readonly Pattern s_md5 = Digits(32);
    private static readonly Pattern s_shortMd5 = Digits(16);

    private enum Case
    {
        Same,
        Lower,
        Upper,
    }

    public static Normalised Match(DataType data, string text)
    {
        if (data == DataType.Md5) return (text.Length == 32 ? s_md5 : s_shortMd5).Match(text);
        return s_patterns[data].Match(text);
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

    private static Pattern Digits(int count) => new($"^[0-9a-f]{{{count}}}$", Case.Lower);

    private sealed class Pattern(string source, Case @case)
    {
        private readonly Lazy<Regex> _regex = new(() => new Regex(ForDotNet(source), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout));

        public Normalised Match(string text)
        {
            var value = @case switch
            {
                Case.Lower => text.ToLowerInvariant(),
                Case.Upper => text.ToUpperInvariant(),
                Case.Same => text,
                _ => throw new InvalidOperationException($"Unknown case {@case}."),
            };
            return _regex.Value.IsMatch(value) ? value : Normalised.Not($"value '{value}' does not match with regexp '{source}'");
        }

        // In Go \d and \s are ASCII, and $ does not match before a final newline.
        private static string ForDotNet(string go) =>
            go[..^1].Replace(@"\d", "[0-9]", StringComparison.Ordinal).Replace(@"[\s]", @"[\t\n\f\r ]", StringComparison.Ordinal) + @"\z";
    }
}
