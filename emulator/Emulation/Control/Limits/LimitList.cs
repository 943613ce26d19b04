using System.Collections.Immutable;
using Emulation.Http;

namespace Emulation.Control.Limits;

/// <summary>A world's rate limits and their windows, as a value; none at first. A request counts in all its limits, or is refused and counts in none.</summary>
sealed class LimitList : IRateLimits
{
    /// <summary>More windows than these are not kept: those that are over go first, then all.</summary>
    public const int MostWindows = 10_000;

    private static readonly Limited s_none = new([], ImmutableDictionary<WindowKey, Window>.Empty);

    private readonly Lock _counting = new();
    private volatile Limited _limited = s_none;

    public PartState State => _limited;

    public IReadOnlyList<Limit> Limits => _limited.Limits;

    internal int Windows => _limited.Windows.Count;

    public static LimitList Of(World world) =>
        world.Limits as LimitList ?? throw new InvalidOperationException($"The world {world.Name} was made without a list of limits.");

    public Reply? Refuse(Call call)
    {
        if (_limited.Limits.Length == 0) return null;
        lock (_counting)
        {
            var (limits, windows) = _limited;
            var next = windows;
            for (var i = 0; i < limits.Length; i++)
            {
                if (!limits[i].IsFor(call)) continue;
                var key = limits[i].KeyOf(call, i);
                var window = windows.TryGetValue(key, out var known) && !IsOver(known, limits[i], call.Now) ? known : new Window(call.Now, 0);
                if (window.Requests >= limits[i].Requests) return Refusal(call, limits[i], window);
                next = next.SetItem(key, window with { Requests = window.Requests + 1 });
            }
            _limited = new Limited(limits, next.Count <= MostWindows ? next : Pruned(limits, next, call.Now));
            return null;
        }
    }

    /// <summary>Puts limits in place of those there are, with new windows.</summary>
    public void Set(Limit[] limits)
    {
        lock (_counting) _limited = s_none with { Limits = limits };
    }

    public void Restore(PartState? state)
    {
        lock (_counting) _limited = state as Limited ?? s_none;
    }

    // A clock that was put back begins a window as well as one that has gone on.
    private static bool IsOver(Window window, Limit limit, DateTimeOffset now) => now < window.Began || now - window.Began >= limit.Window;

    private static ImmutableDictionary<WindowKey, Window> Pruned(Limit[] limits, ImmutableDictionary<WindowKey, Window> windows, DateTimeOffset now)
    {
        var left = windows.RemoveRange(windows.Where(one => IsOver(one.Value, limits[one.Key.Limit], now)).Select(one => one.Key));
        return left.Count <= MostWindows ? left : left.Clear();
    }

    private static Reply Refusal(Call call, Limit limit, Window window)
    {
        var reply = limit.Status is { } status ? call.Api.Refuse(call, status, null) : call.Api.Fail(call, Failure.TooManyRequests);
        var refused = reply with { Reason = $"too many requests: {limit.Name} lets {limit.Requests} through in {Durations.Text(limit.Window)}" };
        if (reply.Status != 429) return refused;
        var rest = window.Began + limit.Window - call.Now;
        return refused.With("Retry-After", $"{Math.Max(1, (long)Math.Ceiling(rest.TotalSeconds))}");
    }

    private sealed record Limited(Limit[] Limits, ImmutableDictionary<WindowKey, Window> Windows) : PartState;
}
