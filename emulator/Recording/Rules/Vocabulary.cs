using System.Collections.Frozen;

namespace Emulation.Recordings.Rules;

/// <summary>The words that the APIs and HTTP use themselves, which identify no person or organization.</summary>
sealed class Vocabulary(IEnumerable<string> further)
{
    private readonly FrozenSet<string> _words = Embedded().Concat(further).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup => _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One word of the vocabulary.</summary>
    public bool IsWord(ReadOnlySpan<char> text) => Lookup.Contains(text);

    /// <summary>A word, a single letter, a short number, or several of these joined by other characters: <c>text/plain</c>.</summary>
    public bool Has(ReadOnlySpan<char> token)
    {
        if (Lookup.Contains(token)) return true;
        var start = 0;
        for (var at = 0; at <= token.Length; at++)
        {
            if (at < token.Length && char.IsLetterOrDigit(token[at])) continue;
            var part = token[start..at];
            start = at + 1;
            if (part.Length > 1 && !IsShortNumber(part) && !Lookup.Contains(part)) return false;
            if (part.Length == 1 && !char.IsAscii(part[0])) return false;
        }
        return true;
    }

    private static bool IsShortNumber(ReadOnlySpan<char> part) => part.Length <= 8 && !part.ContainsAnyExceptInRange('0', '9');

    private static IEnumerable<string> Embedded()
    {
        using var file = typeof(Vocabulary).Assembly.GetManifestResourceStream("vocabulary.txt")!;
        using var reader = new StreamReader(file);
        var lines = reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'));
        return [.. lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }
}
