namespace Emulation.Control.Faults;

/// <summary>To which of the matching requests a rule applies; all given conditions must hold.</summary>
sealed record FaultSchedule
{
    private const int Bits = 53;

    private readonly ulong? _threshold;

    public long? Nth { get; init; }

    public long? First { get; init; }

    public long? Every { get; init; }

    /// <summary>0 to 1, stored as an integer so that comparisons are exact.</summary>
    public double? Probability
    {
        init => _threshold = value is { } probability ? (ulong)(probability * (1UL << Bits)) : null;
    }

    /// <summary>Used instead of the world's seed for the rule's random numbers.</summary>
    public long? Seed { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only requests that name the rule in the header match.</summary>
    public bool OnHeader { get; init; }

    public long? Limit { get; init; }

    /// <param name="matched">The number of the request among those that match: 1 is the first.</param>
    /// <param name="applied">To how many earlier requests the rule applied.</param>
    /// <param name="now">The time of the world's clock.</param>
    /// <param name="chance">The random numbers of this request.</param>
    public bool Applies(long matched, long applied, DateTimeOffset now, Chance chance)
    {
        if (matched != (Nth ?? matched) || matched > (First ?? matched) || matched % (Every ?? 1) != 0) return false;
        if (applied >= (Limit ?? long.MaxValue) || now < From || now >= To) return false;
        return _threshold is not { } threshold || chance.Draw(Effects.ProbabilityDraw) >> (64 - Bits) < threshold;
    }
}
