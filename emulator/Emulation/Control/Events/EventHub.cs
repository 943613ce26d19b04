using System.Globalization;

namespace Emulation.Control.Events;

/// <summary>An event as it is sent, without its id.</summary>
/// <param name="Number">Its place among all events since the start, from 1.</param>
/// <param name="World">The name of the world in which it happened.</param>
/// <param name="Ends">The last event of the world: it was deleted.</param>
/// <param name="Bytes">The lines <c>event:</c> and <c>data:</c>.</param>
readonly record struct KeptEvent(long Number, string World, bool Ends, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// The latest events. Listeners read them from one ring at their own pace, so that a slow one costs nothing and misses what is overwritten.
/// Without listeners nothing is published; after the last has left, as many events as the ring holds are still kept, so that one that comes
/// back misses none.
/// </summary>
sealed class EventHub(TimeProvider machine)
{
    public const int Kept = 1024;
    public const int MaxListeners = 64;

    private readonly Lock _lock = new();
    private readonly KeptEvent[] _ring = new KeptEvent[Kept];
    private readonly long _start = machine.GetUtcNow().ToUnixTimeMilliseconds();
    private TaskCompletionSource _published = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isOpen;
    private bool _isAwaited;
    private int _listeners;
    private long _last;
    private long _first;
    private long _closesAfter;

    /// <summary>The machine's clock, for what is sent at intervals.</summary>
    public TimeProvider Machine => machine;

    /// <summary>False: there are no listeners, and events need not be made.</summary>
    public bool IsOpen => _isOpen;

    public bool IsFull
    {
        get
        {
            lock (_lock) return _listeners >= MaxListeners;
        }
    }

    /// <summary>Begins to listen; false when there are too many listeners.</summary>
    /// <param name="last">The id of the last event that the listener has; null when it has none.</param>
    /// <param name="position">The number after which it goes on reading.</param>
    /// <param name="resumed">Whether nothing was lost since the last event; null when there was none.</param>
    public bool TryJoin(string? last, out long position, out bool? resumed)
    {
        lock (_lock)
        {
            (position, resumed) = (0, null);
            if (_listeners >= MaxListeners) return false;
            _listeners++;
            // What happened without listeners is lost: a number is left out, so that an id from before is recognised.
            if (!_isOpen) (_isOpen, _first) = (true, ++_last);
            position = _last;
            if (last is null) return true;
            var number = NumberOf(last);
            resumed = number >= _first && number <= _last && number >= _last - Kept;
            if (resumed is true) position = number;
            return true;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _listeners--;
            _closesAfter = _last + Kept;
        }
    }

    public void Publish(string world, ReadOnlyMemory<byte> bytes, bool ends = false)
    {
        lock (_lock)
        {
            if (!_isOpen) return;
            _last++;
            _ring[_last % Kept] = new KeptEvent(_last, world, ends, bytes);
            if (_listeners == 0 && _last >= _closesAfter) Close();
            if (!_isAwaited) return;
            _isAwaited = false;
            _published.SetResult();
            _published = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Copies the next events after a position; returns how many there are, and moves the position.</summary>
    /// <param name="position">The number of the last event that was read.</param>
    /// <param name="events">Gets the events.</param>
    /// <param name="missed">How many events after the position are no longer kept.</param>
    public int Read(ref long position, Span<KeptEvent> events, out long missed)
    {
        lock (_lock)
        {
            var oldest = Math.Max(1, _last - Kept + 1);
            missed = Math.Max(0, oldest - position - 1);
            position += missed;
            var count = (int)Math.Min(events.Length, _last - position);
            for (var i = 0; i < count; i++) events[i] = _ring[++position % Kept];
            return count;
        }
    }

    /// <summary>Completes when there is an event after a position.</summary>
    public Task WaitAfter(long position)
    {
        lock (_lock)
        {
            if (_last > position) return Task.CompletedTask;
            _isAwaited = true;
            return _published.Task;
        }
    }

    public string IdOf(long number) => $"{_start}-{number}";

    private void Close()
    {
        _isOpen = false;
        Array.Clear(_ring);
    }

    /// <summary>The number in an id of this process; 0 for any other id.</summary>
    private long NumberOf(string id)
    {
        if (id.Split('-') is not [var start, var number] || start != _start.ToString(CultureInfo.InvariantCulture)) return 0;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
    }
}
