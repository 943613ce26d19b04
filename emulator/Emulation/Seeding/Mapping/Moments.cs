namespace Emulation.Seeding.Mapping;

/// <summary>Moments of rows and seconds since 1970 of nodes.</summary>
static class Moments
{
    public static DateTimeOffset Of(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    public static DateTimeOffset? Of(long? seconds) => seconds is { } given ? Of(given) : null;

    /// <summary>Null where it is what a reader assumes.</summary>
    public static DateTimeOffset? Unless(long seconds, long assumed) => seconds == assumed ? null : Of(seconds);

    public static long? Seconds(DateTimeOffset? moment) => moment?.ToUnixTimeSeconds();
}
