using System.Text.Json;

namespace Emulation.Http;

/// <summary>How a world's time moves.</summary>
enum ClockMode
{
    /// <summary>With the machine's clock.</summary>
    Real,

    /// <summary>With the machine's clock, shifted.</summary>
    Offset,

    /// <summary>Not at all.</summary>
    Frozen,

    /// <summary>By one step with each request to an API.</summary>
    Stepped,
}

/// <summary>What a clock is set to.</summary>
/// <param name="Mode">How time moves.</param>
/// <param name="Offset">How far it is ahead of the machine, in mode Real or Offset.</param>
/// <param name="At">The time, in mode Frozen or Stepped.</param>
/// <param name="Step">How far each request moves a stepped clock.</param>
/// <param name="AloneForSignatures">Signatures are checked against this clock alone, not also against the machine's.</param>
sealed record ClockSetting(ClockMode Mode, TimeSpan Offset, DateTimeOffset At, TimeSpan Step, bool AloneForSignatures) : PartState
{
    public static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}

/// <summary>A world's time. Moved only by the tester.</summary>
public sealed class WorldClock : TimeProvider, IKeptPart
{
    private readonly TimeProvider _machine;
    private readonly Func<DateTimeOffset?> _start;
    private ClockSetting _setting;

    /// <param name="machine">The machine's clock.</param>
    /// <param name="start">Gives the time at which the world begins, called at each reset; null for the machine's own time.</param>
    internal WorldClock(TimeProvider machine, Func<DateTimeOffset?> start)
    {
        (_machine, _start) = (machine, start);
        _setting = Begin();
    }

    internal ClockSetting Setting => Volatile.Read(ref _setting);

    internal bool AloneForSignatures => Setting.AloneForSignatures;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => _machine.TimestampFrequency;

    PartState IWorldPart.State => Setting;

    public override DateTimeOffset GetUtcNow()
    {
        var setting = Setting;
        return setting.Mode is ClockMode.Frozen or ClockMode.Stepped ? setting.At : _machine.GetUtcNow() + setting.Offset;
    }

    public override long GetTimestamp() => _machine.GetTimestamp();

    /// <summary>The time of a request; a stepped clock then moves by one step.</summary>
    internal DateTimeOffset Take()
    {
        while (true)
        {
            var setting = Setting;
            if (setting.Mode != ClockMode.Stepped) return GetUtcNow();
            // At the latest time the clock stops, so that it does not overflow.
            var next = setting.At > ClockSetting.Latest - setting.Step ? setting.At : setting.At + setting.Step;
            var before = Interlocked.CompareExchange(ref _setting, setting with { At = next }, setting);
            if (ReferenceEquals(before, setting)) return setting.At;
        }
    }

    internal void Set(ClockSetting setting) => Volatile.Write(ref _setting, setting);

    public void Freeze(DateTimeOffset at) => Set(Setting with { Mode = ClockMode.Frozen, At = at });

    /// <summary>
    /// Moves the clock; in mode Real it becomes a shifted clock. False, and nothing moved, when the time would be outside the years 1970 to
    /// 9000.
    /// </summary>
    public bool Advance(TimeSpan by)
    {
        while (true)
        {
            var setting = Setting;
            var now = GetUtcNow();
            if (by > ClockSetting.Latest - now || by < ClockSetting.Earliest - now) return false;
            var next = setting.Mode is ClockMode.Frozen or ClockMode.Stepped
                ? setting with { At = setting.At + by }
                : setting with { Mode = ClockMode.Offset, Offset = setting.Offset + by };
            if (ReferenceEquals(Interlocked.CompareExchange(ref _setting, next, setting), setting)) return true;
        }
    }

    void IWorldPart.Restore(PartState? state) => Set(state as ClockSetting ?? Begin());

    string IKeptPart.PartName => "clock";

    void IKeptPart.Write(Utf8JsonWriter json, PartState state)
    {
        var setting = (ClockSetting)state;
        json.WriteStartObject();
        json.WriteString("mode", setting.Mode switch
        {
            ClockMode.Real => "real",
            ClockMode.Offset => "offset",
            ClockMode.Frozen => "frozen",
            ClockMode.Stepped => "stepped",
            _ => throw new InvalidOperationException($"{setting.Mode} is not a mode of clocks."),
        });
        json.WriteNumber("offsetTicks", setting.Offset.Ticks);
        json.WriteString("at", setting.At);
        json.WriteNumber("stepTicks", setting.Step.Ticks);
        json.WriteBoolean("aloneForSignatures", setting.AloneForSignatures);
        json.WriteEndObject();
    }

    PartState IKeptPart.Read(JsonElement state) => new ClockSetting(
        state.GetProperty("mode").GetString() switch
        {
            "real" => ClockMode.Real,
            "offset" => ClockMode.Offset,
            "frozen" => ClockMode.Frozen,
            "stepped" => ClockMode.Stepped,
            var other => throw new FormatException($"{other} is not a mode of clocks"),
        },
        TimeSpan.FromTicks(state.GetProperty("offsetTicks").GetInt64()),
        state.GetProperty("at").GetDateTimeOffset(),
        TimeSpan.FromTicks(state.GetProperty("stepTicks").GetInt64()),
        state.GetProperty("aloneForSignatures").GetBoolean());

    private ClockSetting Begin() => _start() is { } start
        ? new ClockSetting(ClockMode.Offset, start - _machine.GetUtcNow(), default, default, false)
        : new ClockSetting(ClockMode.Real, TimeSpan.Zero, default, default, false);
}
