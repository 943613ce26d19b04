namespace Emulation.Graphs.Deso;

/// <summary>Data that an app attaches to a node: bytes by name, in the byte order of the names, never empty.</summary>
sealed class ExtraData
{
    private ExtraData((byte[] Key, byte[] Value)[] entries) => Entries = entries;

    public IReadOnlyList<(byte[] Key, byte[] Value)> Entries { get; }

    /// <summary>Null when there are none. Of two entries with one name the later wins.</summary>
    public static ExtraData? Of(IEnumerable<(byte[] Key, byte[] Value)> entries)
    {
        var (sorted, count) = (new (byte[] Key, byte[] Value)[4], 0);
        foreach (var entry in entries)
        {
            var at = count;
            while (at > 0 && sorted[at - 1].Key.AsSpan().SequenceCompareTo(entry.Key) > 0) at--;
            var known = at > 0 && sorted[at - 1].Key.AsSpan().SequenceEqual(entry.Key);
            if (known) at--;
            else if (count++ == sorted.Length) Array.Resize(ref sorted, count * 2);
            if (!known) Array.Copy(sorted, at, sorted, at + 1, count - 1 - at);
            sorted[at] = entry;
        }
        if (count == 0) return null;
        Array.Resize(ref sorted, count);
        return new ExtraData(sorted);
    }

    /// <summary>All names of both; the new value of a name that both have.</summary>
    public static ExtraData? Merge(ExtraData? old, ExtraData? now)
    {
        if (old is null || now is null) return now ?? old;
        return Of([.. old.Entries, .. now.Entries]);
    }

    public byte[]? Find(ReadOnlySpan<byte> key)
    {
        foreach (var entry in Entries)
            if (key.SequenceEqual(entry.Key)) return entry.Value;
        return null;
    }
}
