namespace Emulation.Graphs.Deso;

/// <summary>Small facts that an app hangs on something: bytes under names, in the byte order of the names, never empty.</summary>
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

    /// <summary>The old names stay, the new values win.</summary>
    public static ExtraData? Merge(ExtraData? old, ExtraData? now) => old is null ? now : now is null ? old : Of([.. old.Entries, .. now.Entries]);

    public byte[]? Find(ReadOnlySpan<byte> key)
    {
        foreach (var entry in Entries)
            if (key.SequenceEqual(entry.Key)) return entry.Value;
        return null;
    }
}
