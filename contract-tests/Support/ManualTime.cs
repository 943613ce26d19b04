namespace Emulation.Tests.Support;

/// <summary>A machine's time that a test moves, timers included.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Ends when the first timer was started.</summary>
    public Task TimerStarted => _started.Task;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state), _now + dueTime);
        lock (_lock) _timers.Add(timer);
        _started.TrySetResult();
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        _now += by;
        ManualTimer[] due;
        lock (_lock)
        {
            due = [.. _timers.Where(timer => timer.IsDue(_now))];
            _timers.RemoveAll(timer => timer.IsDue(_now));
        }
        foreach (var timer in due) timer.Fire();
    }

    private sealed class ManualTimer(Action callback, DateTimeOffset due) : ITimer
    {
        private bool _disposed;

        public bool IsDue(DateTimeOffset now) => !_disposed && due <= now;

        public void Fire()
        {
            if (!_disposed) callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => _disposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
