using Emulation.Graphs;

namespace Emulation.Control.Journals;

/// <summary>
/// Ids of journal entries: version 4 UUIDs computed from the seed and the entry's number, so that the same calls get the same ids.
/// </summary>
sealed class EntryIds(long seed)
{
    // Makes these ids differ from error ids, which are computed from the same seed.
    private const ulong Salt = 0x6A09E667F3BCC908;

    private readonly ulong _seed = SplitMix64.Mix(((ulong)seed ^ Salt) + SplitMix64.Step);

    public Guid Of(long number)
    {
        var high = SplitMix64.Mix(_seed + (ulong)number + SplitMix64.Step);
        var low = SplitMix64.Mix((high ^ Salt) + SplitMix64.Step);
        return new Guid(
            (uint)(high >> 32), (ushort)(high >> 16), (ushort)(((uint)high & 0x0FFF) | 0x4000),
            (byte)(((low >> 56) & 0x3F) | 0x80), (byte)(low >> 48), (byte)(low >> 40), (byte)(low >> 32),
            (byte)(low >> 24), (byte)(low >> 16), (byte)(low >> 8), (byte)low);
    }
}
