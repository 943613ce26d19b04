namespace Emulation.Seeding.Demo;

/// <summary>
/// Divides a total by weights: the parts add up to the total, and no part shrinks when the total grows (d'Hondt), so a larger dataset keeps
/// every node of a smaller one.
/// </summary>
static class Apportionment
{
    public static int[] Of(int total, params ReadOnlySpan<int> weights)
    {
        long sum = 0;
        foreach (var weight in weights) sum += weight;
        var shares = new int[weights.Length];
        if (sum == 0) return shares;
        long divisor = 0;
        foreach (var weight in weights) divisor = Divisor(divisor, weight);
        var period = sum / divisor;

        // A whole period gives each part its weight; only the remainder needs single steps.
        var rounds = total / period;
        for (var i = 0; i < shares.Length; i++) shares[i] = (int)(rounds * (weights[i] / divisor));
        for (var left = total % period; left > 0; left--) shares[Next(shares, weights)]++;
        return shares;
    }

    /// <summary>The part with the greatest weight per unit after one more unit; the first of equals.</summary>
    private static int Next(int[] shares, ReadOnlySpan<int> weights)
    {
        var best = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            if (best < 0 || (long)weights[i] * (shares[best] + 1) > (long)weights[best] * (shares[i] + 1)) best = i;
        }
        return best;
    }

    private static long Divisor(long one, long other)
    {
        while (other != 0) (one, other) = (other, one % other);
        return one;
    }
}
