namespace Emulation.Control.Faults;

/// <summary>Which of a rule's requests it strikes: those for which all that is given holds.</summary>
sealed record FaultTurn
{
    private const int Bits = 53;

    private readonly ulong? _odds;

    public long? Nth { get; init; }

    public long? First { get; init; }

    public long? Every { get; init; }

    /// <summary>0 to 1. Kept as an integer, so that a comparison never rounds.</summary>
    public double? Probability
    {
        init => _odds = value is { } odds ? (ulong)(odds * (1UL << Bits)) : null;
    }

    /// <summary>In place of the world's seed, for all that the rule leaves to chance.</summary>
    public long? Seed { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>Not struck any more.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only requests that name the rule are its requests.</summary>
    public bool OnHeader { get; init; }

    public long? Limit { get; init; }

    /// <param name="seen">Which of the rule's requests it is: 1 is the first.</param>
    /// <param name="strikes">How many of those before it were struck.</param>
    /// <param name="now">The world's time.</param>
    /// <param name="chance">The request's own.</param>
    public bool Comes(long seen, long strikes, DateTimeOffset now, Chance chance)
    {
        if (seen != (Nth ?? seen) || seen > (First ?? seen) || seen % (Every ?? 1) != 0) return false;
        if (strikes >= (Limit ?? long.MaxValue) || now < From || now >= To) return false;
        return _odds is not { } odds || chance.Of(Effects.Whether) >> (64 - Bits) < odds;
    }
}
