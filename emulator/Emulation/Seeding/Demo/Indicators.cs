using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's indicators.</summary>
sealed class Indicators(Plan plan, ClusterPlan clusters, Values values)
{
    public const long FirstId = 10_000_000;

    // How bad: of a hundred, rated 0 to 5.
    private static ReadOnlySpan<byte> Badness => [4, 6, 14, 26, 30, 20];

    private static readonly string[] s_sources = ["Sandbox", "Honeypot", "Passive DNS", "Abuse desk", "Partner feed"];

    public Indicator At(int number)
    {
        var type = ClusterPlan.TypeOf(number);
        var cluster = number / ClusterPlan.Size;
        var original = clusters.CopiedBy(number);
        var (one, two, three) = values.Of(original < 0 ? number : original);
        var dice = plan.Dice(Stream.Indicator, number);
        var (rating, confidence) = Judged(original < 0 ? number : original);
        var added = clusters.Found(cluster) + (number % ClusterPlan.Size * 60) + dice.Below(60);
        var modified = dice.Chance(70) ? Cast.After(added, 60, ref dice) : added;
        var description = dice.Chance(10) ? DescriptionOf(number) : null;
        var source = dice.Chance(8) ? dice.Pick(s_sources) : null;
        var assessed = rating != Indicator.Unset && dice.Chance(40);
        return new Indicator
        {
            Id = FirstId + number,
            Owner = clusters.OwnerOf(cluster),
            Type = type,
            Value1 = one,
            Value2 = two,
            Value3 = three,
            Added = added,
            Modified = modified,
            Rating = rating,
            Confidence = confidence,
            ThreatRating = assessed ? (short)Math.Max(0, rating - (50 * dice.Below(3))) : Indicator.Unset,
            ThreatConfidence = assessed ? (short)(dice.Below(101) * 100) : Indicator.Unset,
            ThreatScore = assessed ? (short)Math.Min(1000, (rating * 2) + dice.Below(40)) : Indicator.Unset,
            CalScore = dice.Chance(25) ? (short)dice.Below(1001) : Indicator.Unset,
            CalStatus = dice.Chance(25) ? (short)dice.Below(5) : Indicator.Unset,
            Flags = Flags(type, rating, ref dice),
            Size = type == IndicatorType.File && dice.Chance(75) ? 512 + (long)dice.Skewed(40_000_000) : Indicator.Unset,
            Source = source,
            Description = description,
            Sightings = Sightings(added, ref dice),
        };
    }

    /// <summary>Rating and confidence, which go with the value: whoever knows it judges it alike.</summary>
    public (short Rating, short Confidence) Judged(int number)
    {
        var dice = plan.Dice(Stream.Indicator, ~(long)number);
        if (dice.Chance(8)) return (Indicator.Unset, Indicator.Unset);
        var rating = (short)(dice.Weighted(Badness) * 100);
        if (rating is > 0 and < 500 && dice.Chance(12)) rating += 50;
        return (rating, dice.Chance(6) ? Indicator.Unset : (short)dice.Below(101));
    }

    private string DescriptionOf(int number)
    {
        var dice = plan.Dice(Stream.IndicatorMarks, ~(long)number);
        return $"Seen with {plan.Cast.Adversary(clusters.StoryOf(number / ClusterPlan.Size))}. {dice.Pick(plan.Words.Phrases)}";
    }

    private static IndicatorFlags Flags(IndicatorType type, short rating, ref Dice dice)
    {
        var flags = dice.Chance(rating is >= 0 and < 100 ? 50 : 92) ? IndicatorFlags.Active : IndicatorFlags.None;
        if (dice.Chance(5)) flags |= IndicatorFlags.ActiveLocked;
        if (dice.Chance(4)) flags |= IndicatorFlags.Private;
        if (type != IndicatorType.Host) return flags;
        if (dice.Chance(40)) flags |= IndicatorFlags.DnsActive;
        if (dice.Chance(30)) flags |= IndicatorFlags.WhoisActive;
        return flags;
    }

    private static Sightings? Sightings(long added, ref Dice dice)
    {
        if (!dice.Chance(10)) return null;
        var falsePositives = dice.Chance(25) ? dice.Few(4) : 0;
        return new Sightings(1 + dice.Skewed(400), Cast.After(added, 90, ref dice), falsePositives, falsePositives == 0 ? 0 : Cast.After(added, 120, ref dice));
    }
}
