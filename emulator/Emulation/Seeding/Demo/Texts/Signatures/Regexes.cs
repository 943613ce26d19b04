using System.Text;

namespace Emulation.Seeding.Demo.Texts.Signatures;

static class Regexes
{
    /// <summary>A text as a pattern that matches it: what every dialect reserves gets a backslash, and nothing else does.</summary>
    public static string Escaped(string text)
    {
        var pattern = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (@"\.+*?()[]{}^$|".Contains(character, StringComparison.Ordinal)) pattern.Append('\\');
            pattern.Append(character);
        }
        return pattern.ToString();
    }
}
