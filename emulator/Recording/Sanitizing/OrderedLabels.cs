namespace Emulation.Recordings.Sanitizing;

/// <summary>
/// Gives each text a label so that labels sort as the texts do, ignoring case. A label has no vowels, so that none is a word; it says
/// nothing of its text but the place among the others.
/// </summary>
sealed class OrderedLabels
{
    public const int ShortestLabel = 5;

    private const string Letters = "bcdfghjklmnpqrstvwxz";
    private const int Digits = 24;

    private static readonly UInt128 s_end = Power(Digits);
    private static readonly UInt128 s_step = Power(Digits - ShortestLabel) * 16;

    // Sorted by key; the numbers rise with it.
    private readonly List<(string Key, UInt128 Number)> _entries = [];

    public static bool IsLetter(char character) => Letters.Contains(char.ToLowerInvariant(character), StringComparison.Ordinal);

    /// <summary>The label of a text that has none yet.</summary>
    /// <param name="key">The text in lower case.</param>
    public string Add(string key)
    {
        var at = Place(key);
        var low = at == 0 ? UInt128.Zero : _entries[at - 1].Number;
        var high = at == _entries.Count ? s_end : _entries[at].Number;
        // Texts often arrive in order: a small step leaves room for those that follow.
        var gap = high - low;
        var step = at == _entries.Count ? UInt128.Min(s_step, gap / 1024) : gap / 2;
        if (_entries.Count == 0) step = s_end / 2;
        // Without room between its neighbours a text shares the label of the one before it.
        var number = low + step;
        _entries.Insert(at, (key, number));
        return Text(number);
    }

    private int Place(string key)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_entries[middle].Key, key) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    // Trailing zeros are left out, which keeps the order.
    private static string Text(UInt128 number)
    {
        Span<char> text = stackalloc char[Digits];
        for (var i = Digits - 1; i >= 0; i--)
        {
            text[i] = Letters[(int)(number % (UInt128)Letters.Length)];
            number /= (UInt128)Letters.Length;
        }
        var label = text.TrimEnd(Letters[0]);
        return new string(label.Length < ShortestLabel ? text[..ShortestLabel] : label);
    }

    private static UInt128 Power(int exponent)
    {
        var power = UInt128.One;
        for (var i = 0; i < exponent; i++) power *= (UInt128)Letters.Length;
        return power;
    }
}
