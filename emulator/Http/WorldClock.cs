namespace Emulation.Http;

/// <summary>
/// A world's time: the machine's, shifted so that it started at a given moment, or standing still. Moved only by the tester.
/// </summary>
public sealed class WorldClock : TimeProvider
{
    private readonly TimeProvider _machine;
    private readonly Func<DateTimeOffset?> _start;
    private volatile Setting _setting;

    /// <param name="machine">The machine's clock.</param>
    /// <param name="start">What time it was when the world began, asked at each reset; null for the machine's own time.</param>
    public WorldClock(TimeProvider machine, Func<DateTimeOffset?> start)
    {
        (_machine, _start) = (machine, start);
        _setting = Begin();
    }

    /// <summary>Whether signatures are checked against this clock alone, or also against the machine's.</summary>
    public bool AloneForSignatures => _setting.AloneForSignatures;

    public bool IsFrozen => _setting.Frozen is not null;

    public TimeSpan Offset => _setting.Offset;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _setting.Frozen ?? _machine.GetUtcNow() + _setting.Offset;

    public override long GetTimestamp() => _machine.GetTimestamp();

    public override long TimestampFrequency => _machine.TimestampFrequency;

    public void Freeze(DateTimeOffset at) => _setting = _setting with { Frozen = at };

    public void Reset() => _setting = Begin();

    private Setting Begin() => new(_start() is { } start ? start - _machine.GetUtcNow() : TimeSpan.Zero, null, false);

    private sealed record Setting(TimeSpan Offset, DateTimeOffset? Frozen, bool AloneForSignatures);
}
