namespace Emulation.Graphs;

/// <summary>
/// The mixing function of SplitMix64 (Steele, Lea, Flood 2014): integers alone, so that numbers made from a seed are the same in every
/// process and on every machine.
/// </summary>
static class SplitMix64
{
    /// <summary>The step between the states of a sequence.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>One to one: two numbers never become the same.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
