namespace Emulation.Graphs;

/// <summary>
/// By text, ordinal, within a scope; ties by number. The first eight bytes are compared as one number before the text is read.
/// Where the order ignores case, the index has <see cref="IgnoringCase"/> keys, which refer to the node's own text instead of a copy in
/// upper case; look-ups may have either.
/// </summary>
readonly struct TextKey : IComparable<TextKey>, IEquatable<TextKey>
{
    private readonly ulong _prefix;
    private readonly bool _ignoresCase;

    public TextKey(long scope, string text, long tie = 0) : this(scope, text, tie, false)
    {
    }

    private TextKey(long scope, string text, long tie, bool ignoresCase)
    {
        (Scope, Text, Tie, _ignoresCase) = (scope, text, tie, ignoresCase);
        _prefix = ignoresCase ? UpperPrefixOf(text) : PrefixOf(text);
    }

    /// <summary>Equal to the key of the text in upper case.</summary>
    public static TextKey IgnoringCase(long scope, string text, long tie = 0) => new(scope, text, tie, true);

    public long Scope { get; }

    public string Text { get; }

    public long Tie { get; }

    public int CompareTo(TextKey other)
    {
        var byScope = Scope.CompareTo(other.Scope);
        if (byScope != 0) return byScope;
        var byPrefix = _prefix.CompareTo(other._prefix);
        if (byPrefix != 0) return byPrefix;
        var byText = _ignoresCase || other._ignoresCase ? CompareUpper(Text, other.Text) : string.CompareOrdinal(Text, other.Text);
        return byText != 0 ? byText : Tie.CompareTo(other.Tie);
    }

    public bool Equals(TextKey other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is TextKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Scope, _prefix, Tie);

    public override string ToString() => $"{Scope}:{Text}:{Tie}";

    private static ulong PrefixOf(string text)
    {
        ulong prefix = 0;
        for (var i = 0; i < 4; i++) prefix = (prefix << 16) | (i < text.Length ? text[i] : 0u);
        return prefix;
    }

    private static ulong UpperPrefixOf(string text)
    {
        ulong prefix = 0;
        for (var i = 0; i < 4; i++)
        {
            var character = i < text.Length ? text[i] : '\0';
            if (!char.IsAscii(character)) return PrefixOf(text.ToUpperInvariant());
            prefix = (prefix << 16) | UpperAscii(character);
        }
        return prefix;
    }

    /// <summary>The order of the texts in upper case, without making them while both are ASCII.</summary>
    private static int CompareUpper(string one, string other)
    {
        var common = Math.Min(one.Length, other.Length);
        for (var i = 0; i < common; i++)
        {
            var (left, right) = (one[i], other[i]);
            if (left == right && char.IsAscii(left)) continue;
            if (!char.IsAscii(left) || !char.IsAscii(right))
                return string.CompareOrdinal(one.ToUpperInvariant(), other.ToUpperInvariant());
            var order = UpperAscii(left) - UpperAscii(right);
            if (order != 0) return order;
        }
        return one.Length - other.Length;
    }

    private static char UpperAscii(char character) => char.IsAsciiLetterLower(character) ? (char)(character & ~0x20) : character;
}
