namespace Emulation.Control;

/// <summary>
/// Log-normally distributed durations: half are below the median, a few are many times as long. Computed from two tables of integers,
/// because floating-point logarithms and powers differ between platforms.
/// </summary>
static class LogNormal
{
    // A natural logarithm of two, in millionths.
    private const long LogOfTwo = 693_147;

    private const long Million = 1_000_000;

    /// <summary>
    /// The upper half of the normal distribution in 128 parts of equal probability: the middle of each, in 1/1000 standard deviations.
    /// </summary>
    private static ReadOnlySpan<short> Deviations =>
    [
        5, 15, 24, 34, 44, 54, 64, 74, 83, 93, 103, 113, 123, 133, 142, 152, 162, 172, 182, 192, 202, 212, 222, 232, 242, 252, 262,
        273, 283, 293, 303, 313,         324, 334, 345, 355, 365, 376, 386, 397, 408, 418, 429, 440, 451, 461, 472, 483, 494, 505,
        517, 528, 539, 550, 562, 573, 585, 597, 608, 620, 632, 644, 656, 668,         681, 693, 706, 718, 731, 744, 757, 770, 783,
        796, 810, 824, 837, 851, 866, 880, 894, 909, 924, 939, 954, 970, 986, 1002, 1018, 1035, 1052, 1069, 1086, 1104, 1122, 1141,
        1160, 1179, 1199, 1219, 1240, 1262, 1284, 1306, 1330, 1354, 1379, 1405, 1431, 1459, 1488, 1518, 1550, 1584, 1619, 1656,
        1696, 1739, 1785, 1836, 1891, 1953, 2024, 2107, 2207, 2335, 2521, 2886,
    ];

    /// <summary>Two to the power of each 64th below one, in 65,536ths.</summary>
    private static ReadOnlySpan<int> Powers =>
    [
        65536, 66250, 66971, 67700, 68438, 69183, 69936, 70698, 71468, 72246, 73032, 73828, 74632, 75444, 76266, 77096, 77936,
        78785, 79642, 80510, 81386, 82273,         83169, 84074, 84990, 85915, 86851, 87796, 88752, 89719, 90696, 91684, 92682,
        93691, 94711, 95743, 96785, 97839, 98905, 99982, 101070, 102171, 103283, 104408,         105545, 106694, 107856, 109031,
        110218, 111418, 112631, 113858, 115098, 116351, 117618, 118899, 120194, 121502, 122825, 124163, 125515, 126882, 128263,
        129660,
    ];

    /// <param name="median">The median duration.</param>
    /// <param name="sigma">The standard deviation of the logarithm, in thousandths, at most 5,000.</param>
    /// <param name="random">A uniformly distributed random number.</param>
    public static TimeSpan Sample(TimeSpan median, int sigma, ulong random)
    {
        var deviation = Deviations[(int)(random >> 57)];
        var exponent = (long)sigma * ((random & 1) == 0 ? deviation : -deviation) * Million / LogOfTwo;
        var whole = Math.DivRem(exponent, Million, out var fraction);
        if (fraction < 0) (whole, fraction) = (whole - 1, fraction + Million);
        var ticks = (Int128)median.Ticks * Powers[(int)(fraction * Powers.Length / Million)];
        return TimeSpan.FromTicks((long)(whole >= 16 ? ticks << (int)(whole - 16) : ticks >> (int)(16 - whole)));
    }
}
