using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>How far a word may be from another one: in signs inserted, left out, replaced, and (unless told otherwise) swapped.</summary>
/// <param name="Edits">Null: by length, as AUTO does.</param>
/// <param name="Prefix">How many signs at the beginning must be equal.</param>
/// <param name="Swaps">Whether two neighbouring signs in the wrong order are one edit.</param>
readonly record struct Fuzziness(int? Edits, int Prefix, bool Swaps)
{
    private const int MostEdits = 2;
    private const int LongestWord = 256;

    /// <summary>From a clause's options; false when one is wrong.</summary>
    public static bool Read(JsonElement options, bool always, out Fuzziness? fuzziness)
    {
        fuzziness = null;
        if (!Bodies.Whole(options, "prefix_length", out var prefix) || prefix < 0) return false;
        var swaps = !options.TryGetProperty("fuzzy_transpositions", out var given) || given.ValueKind != JsonValueKind.False;
        if (!options.TryGetProperty("fuzziness", out var edits))
        {
            if (always) fuzziness = new Fuzziness(null, prefix ?? 0, swaps);
            return true;
        }
        var text = edits.ValueKind == JsonValueKind.String ? edits.GetString()! : edits.GetRawText();
        if (text.StartsWith("AUTO", StringComparison.OrdinalIgnoreCase))
        {
            fuzziness = new Fuzziness(null, prefix ?? 0, swaps);
            return true;
        }
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number < 0 || number > MostEdits) return false;
        fuzziness = new Fuzziness((int)number, prefix ?? 0, swaps);
        return true;
    }

    public bool Near(string wanted, string word)
    {
        var most = Edits ?? wanted.Length switch { < 3 => 0, < 6 => 1, _ => MostEdits };
        if (most == 0 || wanted.Length > LongestWord) return string.Equals(wanted, word, StringComparison.Ordinal);
        if (Math.Abs(wanted.Length - word.Length) > most) return false;
        var prefix = Math.Min(Prefix, wanted.Length);
        if (prefix > word.Length || !word.AsSpan(0, prefix).SequenceEqual(wanted.AsSpan(0, prefix))) return false;
        return Distance(wanted, word) <= most;
    }

    private int Distance(string left, string right)
    {
        var (before, last, now) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++) last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (Swaps && i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            (before, last, now) = (last, now, before);
        }
        return last[right.Length];
    }
}
