using System.Text;

namespace Emulation.Recordings.Sanitizing;

/// <summary>Makes text from a label, of about the length of another text and with as many lines.</summary>
static class StandInText
{
    private const string Filler = "stand in text of a recording";

    /// <summary>The lengths of stand-ins: the next lower one, so that a text within a limit of the API stays within it.</summary>
    private static readonly int[] s_lengths = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    /// <summary>Whether a text is one that this class makes.</summary>
    public static bool Is(string text)
    {
        var end = 0;
        while (end < text.Length && OrderedLabels.IsLetter(text[end])) end++;
        if (end < OrderedLabels.ShortestLabel) return false;
        for (var i = end; i < text.Length; i++)
        {
            var expected = (i - end) % (Filler.Length + 1) is var at && at == 0 ? ' ' : Filler[at - 1];
            if (char.ToLowerInvariant(text[i]) != expected && !(i == end && text[i] == '\n')) return false;
        }
        return true;
    }

    public static string Of(string original, string label)
    {
        var length = Array.FindLast(s_lengths, length => length <= original.Length);
        // A multiple of four letters, so that the stand-in of Base64 is Base64.
        if (!original.Any(char.IsWhiteSpace)) return label.PadRight(Math.Max(Math.Min(length, 64), (label.Length + 3) / 4 * 4), 'b');
        var text = new StringBuilder(label);
        var separator = original.Contains('\n', StringComparison.Ordinal) ? '\n' : ' ';
        while (text.Length < length)
        {
            text.Append(separator).Append(Filler);
            separator = ' ';
        }
        if (text.Length == label.Length) return label;
        text.Length = Math.Max(label.Length, Math.Min(text.Length, Math.Max(length, label.Length)));
        return text.ToString().TrimEnd();
    }
}

/// <summary>Gives a text in lower case the case of another: all upper, a capital first letter, or lower.</summary>
static class LetterCase
{
    public static string Apply(string original, string lower)
    {
        var letters = original.Where(char.IsLetter).Take(3).ToArray();
        if (letters.Length == 0 || !char.IsUpper(letters[0])) return lower;
        if (letters.Length > 1 && !original.Any(char.IsLower)) return lower.ToUpperInvariant();
        return char.ToUpperInvariant(lower[0]) + lower[1..];
    }
}
