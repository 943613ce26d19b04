namespace Emulation;

/// <summary>What a misspelled word may have meant.</summary>
static class Suggestion
{
    /// <summary><c>did you mean X?</c> and a space, or nothing when no candidate is similar.</summary>
    public static string For(string word, IEnumerable<string> candidates)
    {
        var nearest = candidates.Select(candidate => (Word: candidate, Distance: Distance(word, candidate))).MinBy(found => found.Distance);
        var limit = Math.Max(1, Math.Min(3, word.Length / 3));
        return nearest.Word is not null && nearest.Distance <= limit ? $"did you mean {nearest.Word}? " : "";
    }

    /// <summary>The suggestion, or the introduction and all candidates.</summary>
    public static string OrList(string word, string introduction, IReadOnlyList<string> candidates) =>
        For(word, candidates) is { Length: > 0 } suggestion ? suggestion.TrimEnd() : $"{introduction} {string.Join(", ", candidates)}";

    /// <summary>Insertions, deletions, replacements and swaps of neighbors (optimal string alignment distance).</summary>
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[from.Length, to.Length];
    }
}
