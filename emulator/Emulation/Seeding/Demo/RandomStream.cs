using Emulation.Graphs;

namespace Emulation.Seeding.Demo;

/// <summary>What a random stream is for: nodes of different kinds never share one.</summary>
enum StreamKind
{
    Story = 1,
    Group,
    GroupLinks,
    Cluster,
    Indicator,
    IndicatorParts,
    Hashes,
    Association,
    Task,
    Victim,
    Entity,
    EntityLinks,
    Person,
    Profile,
    Thread,
    Post,
    PostHash,
    UserAssociation,
    PostAssociation,
    Key,
    Words,
}

/// <summary>
/// One node's own random stream, from (seed, kind, index): SplitMix64, so a stream costs nothing to create and the n-th node's
/// does not depend on how many there are. Integers only; skew comes from a table.
/// </summary>
struct RandomStream(long seed, StreamKind stream, long index)
{
    private ulong _state = SplitMix64.Mix((ulong)seed + (SplitMix64.Step * (ulong)stream)) ^ SplitMix64.Mix((ulong)index + SplitMix64.Step);

    /// <summary>By how many bits a choice is shifted towards the first: a quarter by none, the rest increasingly rare.</summary>
    private static ReadOnlySpan<byte> Narrowing =>
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 11, 12, 14];

    public ulong Next()
    {
        _state += SplitMix64.Step;
        return SplitMix64.Mix(_state);
    }

    /// <summary>At least 0 and less than <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    /// <summary>Both bounds are included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(T[] items) => items[Below(items.Length)];

    /// <summary>Less than <paramref name="count"/>, small numbers far more often than large ones: a heavy-tailed distribution.</summary>
    public int Skewed(int count)
    {
        var narrowing = Narrowing[Below(Narrowing.Length)];
        return Below(count) >> narrowing;
    }

    /// <summary>1 in most cases, 2 less often, and so on up to <paramref name="most"/>.</summary>
    public int Few(int most)
    {
        var count = 1;
        while (count < most && Chance(25)) count++;
        return count;
    }

    /// <summary>An index into a table of weights.</summary>
    public int Weighted(ReadOnlySpan<byte> weights)
    {
        var total = 0;
        foreach (var weight in weights) total += weight;
        var at = Below(total);
        for (var i = 0; i < weights.Length; i++)
        {
            if (at < weights[i]) return i;
            at -= weights[i];
        }
        throw new InvalidOperationException("Weights add up to less than their sum.");
    }

    public void Fill(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i += sizeof(ulong))
        {
            var next = Next();
            for (var k = 0; k < sizeof(ulong) && i + k < bytes.Length; k++) bytes[i + k] = (byte)(next >> (8 * k));
        }
    }
}
