namespace Emulation.Seeding;

/// <summary>The day on which the story of <c>demo</c> ends, at 12:00 UTC. Every generated date moves with it by whole days.</summary>
/// <param name="Day">Null: the last 12:00 UTC before the emulator starts.</param>
public sealed record DemoEnd(DateOnly? Day)
{
    private const int SecondsOfDay = 86400;

    /// <summary>The end that <c>demo</c> has unless another is given: 2024-03-01.</summary>
    public static DemoEnd Default { get; } = new(new DateOnly(2024, 3, 1));

    /// <summary>The last 12:00 UTC before the emulator starts.</summary>
    public static DemoEnd Today { get; } = new((DateOnly?)null);

    internal static DateOnly Earliest { get; } = new(2010, 1, 1);

    internal static DateOnly Latest { get; } = new(2099, 12, 31);

    /// <summary>By how many seconds the story ends later than by default.</summary>
    internal long Moved() => Day is { } day
        ? (long)(day.DayNumber - Default.Day!.Value.DayNumber) * SecondsOfDay
        : throw new InvalidOperationException("The end is relative; the emulator replaces it with a day at its start.");

    /// <summary>The same end as a day.</summary>
    internal DemoEnd At(DateTimeOffset now) => Day is null ? new(DateOnly.FromDateTime(now.UtcDateTime.AddHours(-12))) : this;
}
