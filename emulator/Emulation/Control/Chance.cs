using System.Text;
using Emulation.Graphs;

namespace Emulation.Control;

/// <summary>
/// A rule's own chance: what it gives depends on the seed, the rule's name and which of its requests it is, and on nothing else.
/// Integers alone, so it is the same in every process and on every machine.
/// </summary>
readonly struct Chance(long seed, string rule, long turn)
{
    private readonly ulong _start =
        SplitMix64.Mix(SplitMix64.Mix((ulong)seed + SplitMix64.Step) ^ Hash(rule)) + SplitMix64.Mix((ulong)turn + SplitMix64.Step);

    /// <summary>The number of one of the things that a rule leaves to chance.</summary>
    public ulong Of(int thing) => SplitMix64.Mix(_start + (SplitMix64.Step * (ulong)(thing + 1)));

    /// <summary>0 up to <paramref name="count"/>, which is not reached.</summary>
    public long Below(int thing, long count) => (long)Math.BigMul(Of(thing), (ulong)count, out _);

    private static ulong Hash(string text)
    {
        // FNV-1a: a string's own hash code differs from process to process.
        var hash = 14695981039346656037UL;
        foreach (var sign in Encoding.UTF8.GetBytes(text)) hash = (hash ^ sign) * 1099511628211UL;
        return hash;
    }
}
