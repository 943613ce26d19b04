using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's indicators.</summary>
sealed class Indicators(Plan plan, ClusterPlan clusters, Values values)
{
    public const long FirstId = 10_000_000;
    private const int Hour = 3600;

    // The first story has a tenth of all indicators; only so many are observed more often than others.
    private const int MostRecent = 4096;

    // How many of a hundred are rated 0 to 5.
    private static ReadOnlySpan<byte> Badness => [4, 6, 14, 26, 30, 20];

    public Indicator At(int number)
    {
        var type = ClusterPlan.TypeOf(number);
        var cluster = number / ClusterPlan.Size;
        var original = clusters.CopiedBy(number);
        var (one, two, three) = values.Of(original < 0 ? number : original);
        var random = plan.Random(StreamKind.Indicator, number);
        var (rating, confidence) = Judged(original < 0 ? number : original);
        var added = clusters.Found(cluster) + (number % ClusterPlan.Size * 60) + random.Below(60);
        var modified = random.Chance(70) ? plan.Actors.After(added, 60, ref random) : added;
        // The first cluster was rated again during the last day, so that daily feeds have values.
        if (number < ClusterPlan.Size) modified = plan.Start - ((number + 1) * 3600);
        var description = random.Chance(10) ? DescriptionOf(number, added) : null;
        var source = random.Chance(8) ? IndicatorTexts.Source(ref random) : null;
        var assessed = rating != Indicator.Unset && random.Chance(40);
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
            ThreatRating = assessed ? (short)Math.Max(0, rating - (50 * random.Below(3))) : Indicator.Unset,
            ThreatConfidence = assessed ? (short)(random.Below(101) * 100) : Indicator.Unset,
            ThreatScore = assessed ? (short)Math.Min(1000, (rating * 2) + random.Below(40)) : Indicator.Unset,
            CalScore = random.Chance(25) ? (short)random.Below(1001) : Indicator.Unset,
            CalStatus = random.Chance(25) ? (short)random.Below(5) : Indicator.Unset,
            Flags = Flags(type, rating, ref random) | (number < ClusterPlan.Size ? IndicatorFlags.Active : IndicatorFlags.None),
            Size = type == IndicatorType.File && random.Chance(75) ? 512 + (long)random.Skewed(40_000_000) : Indicator.Unset,
            Source = source,
            Description = description,
            Sightings = Sightings(number, added, ref random),
        };
    }

    /// <summary>Rating and confidence depend on the value: owners that share a value rate it alike.</summary>
    public (short Rating, short Confidence) Judged(int number)
    {
        var random = plan.Random(StreamKind.Indicator, ~(long)number);
        if (number < ClusterPlan.Size) return ((short)(300 + (100 * (number % 3))), (short)(55 + (number * 3)));
        if (random.Chance(8)) return (Indicator.Unset, Indicator.Unset);
        var rating = (short)(random.Weighted(Badness) * 100);
        if (rating is > 0 and < 500 && random.Chance(12)) rating += 50;
        return (rating, random.Chance(6) ? Indicator.Unset : (short)random.Below(101));
    }

    private string DescriptionOf(int number, long added)
    {
        var random = plan.Random(StreamKind.IndicatorParts, ~(long)number);
        var facts = plan.Stories.Of(clusters.StoryOf(number / ClusterPlan.Size), added, ref random);
        return IndicatorTexts.Description(ClusterPlan.TypeOf(number), facts, ref random);
    }

    private static IndicatorFlags Flags(IndicatorType type, short rating, ref RandomStream random)
    {
        var flags = random.Chance(rating is >= 0 and < 100 ? 50 : 92) ? IndicatorFlags.Active : IndicatorFlags.None;
        if (random.Chance(5)) flags |= IndicatorFlags.ActiveLocked;
        if (random.Chance(4)) flags |= IndicatorFlags.Private;
        if (type != IndicatorType.Host) return flags;
        if (random.Chance(40)) flags |= IndicatorFlags.DnsActive;
        if (random.Chance(30)) flags |= IndicatorFlags.WhoisActive;
        return flags;
    }

    private Sightings? Sightings(int number, long added, ref RandomStream random)
    {
        var isRecent = number < MostRecent && clusters.StoryOf(number / ClusterPlan.Size) == 0;
        // The hosts and addresses of the most recent story were observed during the last day, so that lists of that day have items.
        if (number is 0 or 1 or 4 or 5)
            return new Sightings(1 + random.Skewed(400), plan.Start - ((number + 1) * Hour), 1, plan.Start - ((number + 2) * Hour));
        if (!random.Chance(isRecent ? 40 : 10)) return null;
        var falsePositives = random.Chance(25) ? random.Few(4) : 0;
        var observed = isRecent && random.Chance(50)
            ? Math.Max(added, plan.Start - 1 - random.Below(30 * 24 * Hour))
            : plan.Actors.After(added, 90, ref random);
        var count = 1 + random.Skewed(400);
        return new Sightings(count, observed, falsePositives, falsePositives == 0 ? 0 : plan.Actors.After(added, 120, ref random));
    }
}
