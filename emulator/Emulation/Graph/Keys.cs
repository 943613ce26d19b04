using System.Buffers.Binary;

namespace Emulation.Graphs;

/// <summary>By number within a scope (0 where there is one scope).</summary>
readonly record struct IdKey(long Scope, long Id) : IComparable<IdKey>
{
    public int CompareTo(IdKey other)
    {
        var scope = Scope.CompareTo(other.Scope);
        return scope != 0 ? scope : Id.CompareTo(other.Id);
    }
}

/// <summary>Newest first within a scope, then by id ascending. <paramref name="At"/> is in any unit, the same for all.</summary>
readonly record struct NewestKey(long Scope, long At, long Id) : IComparable<NewestKey>
{
    public int CompareTo(NewestKey other)
    {
        var scope = Scope.CompareTo(other.Scope);
        if (scope != 0) return scope;
        var at = other.At.CompareTo(At);
        return at != 0 ? at : Id.CompareTo(other.Id);
    }

    /// <summary>Below every entry of the scope.</summary>
    public static NewestKey First(long scope) => new(scope, long.MaxValue, long.MinValue);

    /// <summary>Above every entry of the scope.</summary>
    public static NewestKey Last(long scope) => new(scope, long.MinValue, long.MaxValue);
}

/// <summary>
/// By text, ordinal, within a scope; ties by number. The first eight bytes are compared as one number before the text is read.
/// Fold the case before making the key where the order ignores it.
/// </summary>
readonly struct TextKey(long scope, string text, long tie = 0) : IComparable<TextKey>, IEquatable<TextKey>
{
    private readonly ulong _prefix = PrefixOf(text);

    public long Scope { get; } = scope;

    public string Text { get; } = text;

    public long Tie { get; } = tie;

    public int CompareTo(TextKey other)
    {
        var byScope = Scope.CompareTo(other.Scope);
        if (byScope != 0) return byScope;
        var byPrefix = _prefix.CompareTo(other._prefix);
        if (byPrefix != 0) return byPrefix;
        var byText = string.CompareOrdinal(Text, other.Text);
        return byText != 0 ? byText : Tie.CompareTo(other.Tie);
    }

    public bool Equals(TextKey other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is TextKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Scope, string.GetHashCode(Text, StringComparison.Ordinal), Tie);

    public override string ToString() => $"{Scope}:{Text}:{Tie}";

    private static ulong PrefixOf(string text)
    {
        ulong prefix = 0;
        for (var i = 0; i < 4; i++) prefix = (prefix << 16) | (i < text.Length ? text[i] : 0u);
        return prefix;
    }
}

/// <summary>By bytes, unsigned. A range of keys with a common start is a range of the index.</summary>
readonly struct BytesKey(byte[] bytes) : IComparable<BytesKey>, IEquatable<BytesKey>
{
    private readonly ulong _prefix = PrefixOf(bytes);

    public byte[] Bytes { get; } = bytes;

    public int CompareTo(BytesKey other)
    {
        var prefix = _prefix.CompareTo(other._prefix);
        return prefix != 0 ? prefix : Bytes.AsSpan().SequenceCompareTo(other.Bytes);
    }

    public bool Equals(BytesKey other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is BytesKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => Convert.ToHexString(Bytes);

    /// <summary>The first key above every key that starts with <paramref name="prefix"/>; null when there is none.</summary>
    public static BytesKey? Above(ReadOnlySpan<byte> prefix)
    {
        var last = prefix.Length - 1;
        while (last >= 0 && prefix[last] == byte.MaxValue) last--;
        if (last < 0) return null;
        var bytes = prefix[..(last + 1)].ToArray();
        bytes[last]++;
        return new BytesKey(bytes);
    }

    private static ulong PrefixOf(byte[] bytes)
    {
        if (bytes.Length >= 8) return BinaryPrimitives.ReadUInt64BigEndian(bytes);
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        bytes.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}
