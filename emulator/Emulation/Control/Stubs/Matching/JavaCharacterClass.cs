using System.Globalization;
using System.Text;

namespace Emulation.Control.Stubs.Matching;

/// <summary>Translates the character classes of Java's regular expressions to .NET.</summary>
static class JavaCharacterClass
{
    /// <summary>The characters of each predefined class, and those of its negation.</summary>
    private static readonly Dictionary<char, (string Included, string Excluded)> s_predefined = new()
    {
        ['d'] = ("0-9", @"\x00-\x2f\x3a-\uffff"),
        ['w'] = ("a-zA-Z_0-9", @"\x00-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\uffff"),
        ['s'] = (@"\x20\t-\r", @"\x00-\x08\x0e-\x1f\x21-\uffff"),
        ['h'] = (
            @"\x20\t\xA0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000",
            @"\x00-\x08\x0a-\x1f\x21-\x9f\xa1-\u167f\u1681-\u180d\u180f-\u1fff\u200b-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\uffff"),
        ['v'] = (@"\n-\r\x85\u2028\u2029", @"\x00-\x09\x0e-\x84\x86-\u2027\u202a-\uffff"),
    };

    private static readonly Dictionary<string, string> s_posix = new(StringComparer.Ordinal)
    {
        ["Lower"] = "a-z",
        ["Upper"] = "A-Z",
        ["ASCII"] = @"\x00-\x7f",
        ["Alpha"] = "a-zA-Z",
        ["Digit"] = "0-9",
        ["Alnum"] = "a-zA-Z0-9",
        ["Punct"] = @"\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e",
        ["Graph"] = @"\x21-\x7e",
        ["Print"] = @"\x20-\x7e",
        ["Blank"] = @"\x20\t",
        ["Cntrl"] = @"\x00-\x1f\x7f",
        ["XDigit"] = "0-9a-fA-F",
        ["Space"] = @"\x20\t-\r",
    };

    /// <summary>Reads a class up to its closing bracket; <paramref name="at"/> is the position after the opening one.</summary>
    public static string Read(string java, ref int at, out string? fault)
    {
        fault = null;
        var net = new StringBuilder("[");
        if (at < java.Length && java[at] == '^')
        {
            net.Append('^');
            at++;
        }
        for (var start = at; at < java.Length;)
        {
            var character = java[at];
            if (character == ']' && at > start)
            {
                at++;
                return net.Append(']').ToString();
            }
            if (character is ']' or '[' || java.AsSpan(at).StartsWith("&&"))
            {
                fault = "a class inside a class, or an intersection of classes, is not supported";
                return "";
            }
            at++;
            if (character != '\\') net.Append(character);
            else if (Inside(java, ref at) is { } inside) net.Append(inside);
            else
            {
                fault = "this escape in a class is not supported";
                return "";
            }
        }
        fault = "a class is not closed";
        return "";
    }

    /// <summary>The characters of the class that an escape names; the position is after the backslash.</summary>
    public static string? Named(string java, int at, out int used, out bool negated)
    {
        (used, negated) = (1, char.IsAsciiLetterUpper(java[at]));
        if (s_predefined.TryGetValue(char.ToLowerInvariant(java[at]), out var known)) return known.Included;
        if (java[at] is not ('p' or 'P') || at + 1 == java.Length) return null;
        var isBraced = java[at + 1] == '{' && java.IndexOf('}', at) > 0;
        var name = isBraced ? java[(at + 2)..java.IndexOf('}', at)] : java[(at + 1)..(at + 2)];
        used = java[at + 1] == '{' ? name.Length + 3 : 2;
        if (s_posix.TryGetValue(name, out var characters)) return characters;
        var category = name.StartsWith("Is", StringComparison.Ordinal) ? name[2..] : name;
        return category.Length is 1 or 2 && "LMNPSZC".Contains(category[0], StringComparison.Ordinal) ? $@"\p{{{category}}}" : null;
    }

    /// <summary>The character that an escape denotes; null when it denotes none.</summary>
    public static string? Literal(string java, int at, out int used)
    {
        used = 1;
        var character = java[at];
        if (character is 't' or 'n' or 'r' or 'f' or 'a' or 'e') return $"\\{character}";
        if (!char.IsAsciiLetterOrDigit(character)) return character < 128 ? $"\\x{(int)character:x2}" : character.ToString();
        var (digits, radix) = character switch
        {
            'x' when at + 1 < java.Length && java[at + 1] == '{' && java.IndexOf('}', at) is > 0 and var end => (java[(at + 2)..end], 16),
            'x' => (Cut(java, at + 1, 2), 16),
            'u' => (Cut(java, at + 1, 4), 16),
            '0' => (new string([.. Cut(java, at + 1, 3).TakeWhile(digit => digit is >= '0' and <= '7')]), 8),
            _ => ("", 0),
        };
        if (digits.Length == 0 || Value(digits, radix) is not { } value) return null;
        used = digits.Length + (character == 'x' && java[at + 1] == '{' ? 3 : 1);
        return string.Create(CultureInfo.InvariantCulture, $"\\u{value:x4}");
    }

    private static string? Inside(string java, ref int at)
    {
        if (at == java.Length) return null;
        var character = java[at];
        if (Named(java, at, out var used, out var negated) is { } characters)
        {
            at += used;
            if (!negated) return characters;
            return s_predefined.TryGetValue(char.ToLowerInvariant(character), out var known) ? known.Excluded : null;
        }
        var literal = Literal(java, at, out used);
        at += used;
        return literal;
    }

    private static int? Value(string digits, int radix)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit)) return null;
            value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
            if (value > 0xFFFF) return null;
        }
        return value;
    }

    private static string Cut(string text, int from, int length) =>
        text.Substring(Math.Min(from, text.Length), Math.Max(0, Math.Min(length, text.Length - from)));
}
