using System.Text;

namespace Emulation.Control;

/// <summary>
/// A rule's own chance: what it gives depends on the seed, the rule's name and which of its requests it is, and on nothing else.
/// SplitMix64's mixing and integers alone, so it is the same in every process and on every machine.
/// </summary>
readonly struct Chance(long seed, string rule, long turn)
{
    public const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong _start = Mix(Mix((ulong)seed + Golden) ^ Hash(rule)) + Mix((ulong)turn + Golden);

    /// <summary>The number of one of the things that a rule leaves to chance.</summary>
    public ulong Of(int thing) => Mix(_start + (Golden * (ulong)(thing + 1)));

    /// <summary>0 up to <paramref name="count"/>, which is not reached.</summary>
    public long Below(int thing, long count) => (long)Math.BigMul(Of(thing), (ulong)count, out _);

    private static ulong Hash(string text)
    {
        // FNV-1a: a string's own hash code differs from process to process.
        var hash = 14695981039346656037UL;
        foreach (var sign in Encoding.UTF8.GetBytes(text)) hash = (hash ^ sign) * 1099511628211UL;
        return hash;
    }

    /// <summary>One to one, so two numbers never become the same (SplitMix64: Steele, Lea, Flood 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
