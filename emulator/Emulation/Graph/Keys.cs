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
