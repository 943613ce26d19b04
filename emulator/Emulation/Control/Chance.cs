using System.Text;
using Emulation.Graphs;

namespace Emulation.Control;

/// <summary>
/// Pseudo-random numbers of one rule for one request. They depend only on the seed, the rule's name and the number of the request,
/// and use integer arithmetic only, so they are the same in every process and on every machine.
/// </summary>
readonly struct Chance(long seed, string rule, long request)
{
    private readonly ulong _start =
        SplitMix64.Mix(SplitMix64.Mix((ulong)seed + SplitMix64.Step) ^ Hash(rule)) + SplitMix64.Mix((ulong)request + SplitMix64.Step);

    /// <summary>The number for one of the rule's random decisions.</summary>
    public ulong Draw(int decision) => SplitMix64.Mix(_start + (SplitMix64.Step * (ulong)(decision + 1)));

    /// <summary>A number from 0 to <paramref name="count"/>, exclusive.</summary>
    public long Below(int decision, long count) => (long)Math.BigMul(Draw(decision), (ulong)count, out _);

    private static ulong Hash(string text)
    {
        // FNV-1a, because string.GetHashCode differs between processes.
        var hash = 14695981039346656037UL;
        foreach (var utf8Byte in Encoding.UTF8.GetBytes(text)) hash = (hash ^ utf8Byte) * 1099511628211UL;
        return hash;
    }
}
