namespace Emulation.Control.Stubs.Matching;

/// <summary>The distance of two texts, from 0 (equal) to 1.</summary>
static class TextDistance
{
    // The work grows with the product of the lengths, and the beginning is enough to rank near misses.
    private const int MaxLength = 1000;

    /// <summary>The Levenshtein distance divided by the length of the longer text.</summary>
    public static double Between(string expected, string? actual)
    {
        if (actual is null) return 1;
        var left = expected.AsSpan(0, Math.Min(MaxLength, expected.Length));
        var right = actual.AsSpan(0, Math.Min(MaxLength, actual.Length));
        var longer = Math.Max(left.Length, right.Length);
        return longer == 0 ? 0 : (double)Edits(left, right) / longer;
    }

    private static int Edits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
