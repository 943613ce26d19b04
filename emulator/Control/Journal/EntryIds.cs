namespace Emulation.Control.Journals;

/// <summary>Ids of entries: their number and the seed in the shape of a version 4 UUID, so that the same calls get the same ids.</summary>
sealed class EntryIds(long seed)
{
    // Apart from error ids, which are made of the same seed.
    private const ulong Apart = 0x6A09E667F3BCC908;

    private readonly ulong _seed = Mixed((ulong)seed ^ Apart);

    public Guid Of(long number)
    {
        var high = Mixed(_seed + (ulong)number);
        var low = Mixed(high ^ Apart);
        return new Guid((uint)(high >> 32), (ushort)(high >> 16), (ushort)(((uint)high & 0x0FFF) | 0x4000),
            (byte)(((low >> 56) & 0x3F) | 0x80), (byte)(low >> 48), (byte)(low >> 40), (byte)(low >> 32), (byte)(low >> 24), (byte)(low >> 16), (byte)(low >> 8), (byte)low);
    }

    // SplitMix64 (Steele, Lea, Flood 2014): one to one, so two numbers never share their high half by chance of the mixing.
    private static ulong Mixed(ulong state)
    {
        var z = state + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
