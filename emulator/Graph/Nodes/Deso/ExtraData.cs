namespace Emulation.Graphs.Deso;

/// <summary>Small facts that an app hangs on something: bytes under names, in the byte order of the names, never empty.</summary>
public sealed class ExtraData
{
    private ExtraData((byte[] Key, byte[] Value)[] entries) => Entries = entries;

    public IReadOnlyList<(byte[] Key, byte[] Value)> Entries { get; }

    /// <summary>Null when there are none. Of two entries with one name the later wins.</summary>
    public static ExtraData? Of(IEnumerable<(byte[] Key, byte[] Value)> entries)
    {
        var sorted = new SortedDictionary<BytesKey, byte[]>();
        foreach (var (key, value) in entries) sorted[new BytesKey(key)] = value;
        return sorted.Count == 0 ? null : new ExtraData([.. sorted.Select(entry => (entry.Key.Bytes, entry.Value))]);
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
