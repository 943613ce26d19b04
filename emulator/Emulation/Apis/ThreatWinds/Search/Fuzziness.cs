using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The allowed edit distance of a fuzzy match: inserted, deleted, replaced and (by default) transposed characters.</summary>
/// <param name="Edits">The allowed edits; null: by the length of the word, as AUTO does.</param>
/// <param name="Prefix">How many characters at the start must be equal.</param>
/// <param name="Transpositions">Whether swapping two adjacent characters is one edit.</param>
readonly record struct Fuzziness(int? Edits, int Prefix, bool Transpositions)
{
    private const int MaxEdits = 2;
    private const int MaxWordLength = 256;

    /// <summary>Reads the options of a clause; false when one is invalid.</summary>
    public static bool Read(JsonElement options, bool always, out Fuzziness? fuzziness)
    {
        fuzziness = null;
        if (!BodyReader.Whole(options, "prefix_length", out var prefix) || prefix < 0) return false;
        var transpositions = !options.TryGetProperty("fuzzy_transpositions", out var given) || given.ValueKind != JsonValueKind.False;
        if (!options.TryGetProperty("fuzziness", out var edits))
        {
            if (always) fuzziness = new Fuzziness(null, prefix ?? 0, transpositions);
            return true;
        }
        var text = edits.ValueKind == JsonValueKind.String ? edits.GetString()! : edits.GetRawText();
        if (text.StartsWith("AUTO", StringComparison.OrdinalIgnoreCase))
        {
            fuzziness = new Fuzziness(null, prefix ?? 0, transpositions);
            return true;
        }
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number < 0 || number > MaxEdits)
            return false;
        fuzziness = new Fuzziness((int)number, prefix ?? 0, transpositions);
        return true;
    }

    public bool IsWithin(string expected, string word)
    {
        var maxEdits = Edits ?? expected.Length switch { < 3 => 0, < 6 => 1, _ => MaxEdits };
        if (maxEdits == 0 || expected.Length > MaxWordLength) return string.Equals(expected, word, StringComparison.Ordinal);
        if (Math.Abs(expected.Length - word.Length) > maxEdits) return false;
        var prefix = Math.Min(Prefix, expected.Length);
        if (prefix > word.Length || !word.AsSpan(0, prefix).SequenceEqual(expected.AsSpan(0, prefix))) return false;
        return Distance(expected, word) <= maxEdits;
    }

    private int Distance(string left, string right)
    {
        var (beforePrevious, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++) previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                var isTransposed = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if (Transpositions && isTransposed) current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }
        return previous[right.Length];
    }
}
