using System.Collections.Immutable;
using Emulation.Http;

namespace Emulation.Control.Limits;

/// <summary>
/// A world's rate limits and their windows. A request is counted by all limits that apply to it, or is refused and counted by none.
/// </summary>
sealed class LimitList : IRateLimits
{
    /// <summary>With more windows than this, the expired ones are removed; if that is not enough, all are.</summary>
    public const int MaxWindows = 10_000;

    private static readonly LimitState s_empty = new([], ImmutableDictionary<WindowKey, Window>.Empty);

    private readonly Lock _lock = new();
    private volatile LimitState _state = s_empty;

    public PartState State => _state;

    public IReadOnlyList<Limit> Limits => _state.Limits;

    internal int Windows => _state.Windows.Count;

    public static LimitList Of(World world) =>
        world.Limits as LimitList ?? throw new InvalidOperationException($"The world {world.Name} was made without a list of limits.");

    public Reply? Refuse(Call call)
    {
        if (_state.Limits.Length == 0) return null;
        lock (_lock)
        {
            var (limits, windows) = _state;
            var next = windows;
            for (var i = 0; i < limits.Length; i++)
            {
                if (!limits[i].IsFor(call)) continue;
                var key = limits[i].KeyOf(call, i);
                var window = windows.TryGetValue(key, out var known) && !IsExpired(known, limits[i], call.Now)
                    ? known
                    : new Window(call.Now, 0);
                if (window.Requests >= limits[i].Requests) return Refusal(call, limits[i], window);
                next = next.SetItem(key, window with { Requests = window.Requests + 1 });
            }
            _state = new LimitState(limits, next.Count <= MaxWindows ? next : WithoutExpired(limits, next, call.Now));
            return null;
        }
    }

    /// <summary>Replaces all limits; their windows start anew.</summary>
    public void Set(Limit[] limits)
    {
        lock (_lock) _state = s_empty with { Limits = limits };
    }

    public void Restore(PartState? state)
    {
        lock (_lock) _state = state as LimitState ?? s_empty;
    }

    // A window also expires when the world's clock is set back before its start.
    private static bool IsExpired(Window window, Limit limit, DateTimeOffset now) =>
        now < window.Began || now - window.Began >= limit.Window;

    private static ImmutableDictionary<WindowKey, Window> WithoutExpired(
        Limit[] limits, ImmutableDictionary<WindowKey, Window> windows, DateTimeOffset now)
    {
        var current = windows.RemoveRange(windows.Where(one => IsExpired(one.Value, limits[one.Key.Limit], now)).Select(one => one.Key));
        return current.Count <= MaxWindows ? current : current.Clear();
    }

    private static Reply Refusal(Call call, Limit limit, Window window)
    {
        var reply = limit.Status is { } status ? call.Api.Refuse(call, status, null) : call.Api.Fail(call, Failure.TooManyRequests);
        var refused = reply with
        {
            Reason = $"too many requests: {limit.Name} lets {limit.Requests} through in {Durations.Text(limit.Window)}",
        };
        if (reply.Status != 429) return refused;
        var remaining = window.Began + limit.Window - call.Now;
        return refused.With("Retry-After", $"{Math.Max(1, (long)Math.Ceiling(remaining.TotalSeconds))}");
    }

    private sealed record LimitState(Limit[] Limits, ImmutableDictionary<WindowKey, Window> Windows) : PartState;
}
