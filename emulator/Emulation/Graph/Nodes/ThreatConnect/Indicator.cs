namespace Emulation.Graphs.ThreatConnect;

/// <summary>
/// An indicator in one owner. There can be millions: numbers are as small as their range, and what few indicators have is in a separate
/// object.
/// Only active ones are listed unless a request asks for others, so active and inactive ones have indexes and classed lists each.
/// A list of both is merged from the two: one index less in two that a new indicator is entered in.
/// </summary>
sealed record Indicator : Node
{
    public const int ActiveClass = 1;
    public const int InactiveClass = 2;
    public const short Unset = -1;

    public static Index<Indicator, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Index<Indicator, NewestKey> Active { get; } =
        new(item => new NewestKey(item.Owner, item.Added, item.Id), item => item.IsActive);

    public static Index<Indicator, NewestKey> ActiveOfType { get; } =
        new(item => new NewestKey(Scope(item.Owner, item.Type), item.Added, item.Id), item => item.IsActive);

    public static Index<Indicator, NewestKey> Inactive { get; } =
        new(item => new NewestKey(item.Owner, item.Added, item.Id), item => !item.IsActive);

    public static Index<Indicator, NewestKey> InactiveOfType { get; } =
        new(item => new NewestKey(Scope(item.Owner, item.Type), item.Added, item.Id), item => !item.IsActive);

    /// <summary>
    /// By owner, type and folded value; a file has an entry for each of its hashes, others for their first value. The id decides ties.
    /// </summary>
    public static MultiIndex<Indicator, TextKey> ByValue { get; } = new((item, keys) =>
    {
        var scope = Scope(item.Owner, item.Type);
        if (item.Type != IndicatorType.File)
        {
            keys.Add(TextKey.IgnoringCase(scope, item.Value1!, item.Id));
            return;
        }
        if (item.Value1 is not null) keys.Add(new TextKey(scope, item.Value1, item.Id));
        if (item.Value2 is not null) keys.Add(new TextKey(scope, item.Value2, item.Id));
        if (item.Value3 is not null) keys.Add(new TextKey(scope, item.Value3, item.Id));
    });

    public static Kind NodeKind { get; } = new(5, "indicator", ById, Active, ActiveOfType, Inactive, InactiveOfType, ByValue);

    public override Kind Kind => NodeKind;

    public override int LinkType => IsActive ? Type.Number : Type.Number + IndicatorType.Inactive;

    public override int LinkClass => IsActive ? ActiveClass : InactiveClass;

    public override long LinkOrder => -Added;

    public override long LinkTie => Id;

    public required long Id { get; init; }

    public required int Owner { get; init; }

    public required IndicatorType Type { get; init; }

    /// <summary>In canonical form (<see cref="IndicatorValues"/>). Of a file the MD5; null when it has none.</summary>
    public string? Value1 { get; init; }

    public string? Value2 { get; init; }

    public string? Value3 { get; init; }

    /// <summary>Seconds since 1970, as all moments here.</summary>
    public required long Added { get; init; }

    public required long Modified { get; init; }

    /// <summary>In hundredths, 0 to 500.</summary>
    public short Rating { get; init; } = Unset;

    public short Confidence { get; init; } = Unset;

    /// <summary>In hundredths.</summary>
    public short ThreatRating { get; init; } = Unset;

    /// <summary>In hundredths.</summary>
    public short ThreatConfidence { get; init; } = Unset;

    public short ThreatScore { get; init; } = Unset;

    public short CalScore { get; init; } = Unset;

    public short CalStatus { get; init; } = Unset;

    public IndicatorFlags Flags { get; init; } = IndicatorFlags.Active;

    /// <summary>Bytes of a file.</summary>
    public long Size { get; init; } = Unset;

    public string? Source { get; init; }

    public string? Description { get; init; }

    public string? Xid { get; init; }

    public Sightings? Sightings { get; init; }

    public bool IsActive => Flags.HasFlag(IndicatorFlags.Active);

    /// <summary>The value as one text: the parts that are there.</summary>
    public string Summary => (Value1, Value2, Value3) switch
    {
        ({ } one, null, null) => one,
        (null, { } two, null) => two,
        (null, null, { } three) => three,
        _ => string.Join(IndicatorType.Separator, new[] { Value1, Value2, Value3 }.Where(part => part is not null)),
    };

    public static long Scope(int owner, IndicatorType type) => ((long)owner * 1024) + type.Number;
}

[Flags]
enum IndicatorFlags : byte
{
    None = 0,
    Active = 1,
    ActiveLocked = 2,
    Private = 4,
    DnsActive = 8,
    WhoisActive = 16,
}

/// <summary>How often an indicator was observed and reported to be harmless; the last moments in seconds, 0 while there is none.</summary>
sealed record Sightings(int Observed, long LastObserved, int FalsePositives, long LastFalsePositive)
{
    public static Sightings None { get; } = new(0, 0, 0, 0);
}
