using Emulation.Graphs;

namespace Emulation.Control.Journals;

/// <summary>Ids of entries: their number and the seed in the shape of a version 4 UUID, so that the same calls get the same ids.</summary>
sealed class EntryIds(long seed)
{
    // Apart from error ids, which are made of the same seed.
    private const ulong Apart = 0x6A09E667F3BCC908;

    private readonly ulong _seed = SplitMix64.Mix(((ulong)seed ^ Apart) + SplitMix64.Step);

    public Guid Of(long number)
    {
        var high = SplitMix64.Mix(_seed + (ulong)number + SplitMix64.Step);
        var low = SplitMix64.Mix((high ^ Apart) + SplitMix64.Step);
        return new Guid((uint)(high >> 32), (ushort)(high >> 16), (ushort)(((uint)high & 0x0FFF) | 0x4000),
            (byte)(((low >> 56) & 0x3F) | 0x80), (byte)(low >> 48), (byte)(low >> 40), (byte)(low >> 32), (byte)(low >> 24), (byte)(low >> 16), (byte)(low >> 8), (byte)low);
    }
}
