using System.Collections.Immutable;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Limits;

/// <summary>
/// A world's rate limits and their windows. A request is counted by all limits that apply to it, or is refused and counted by none.
/// </summary>
/// <param name="apis">The APIs that limits may name, when limits that were kept are read.</param>
sealed class LimitList(Func<IReadOnlyList<IApi>>? apis = null) : IRateLimits, IKeptPart
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

    public string PartName => "limits";

    public void Write(Utf8JsonWriter json, PartState state)
    {
        var (limits, windows) = (LimitState)state;
        json.WriteStartObject();
        json.WriteStartArray("limits");
        foreach (var limit in limits) limit.Write(json);
        json.WriteEndArray();
        json.WriteStartArray("windows");
        foreach (var (key, window) in windows)
        {
            json.WriteStartObject();
            json.WriteNumber("limit", key.Limit);
            json.WriteString("api", key.Api);
            json.WriteString("kind", key.Kind);
            json.WriteNumber("credential", key.Credential);
            json.WriteString("began", window.Began);
            json.WriteNumber("requests", window.Requests);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public PartState Read(JsonElement state)
    {
        var defects = new Defects();
        Limit[] limits =
        [
            .. state.GetProperty("limits").EnumerateArray()
                .Select((limit, at) => LimitControl.Read(new Members(limit, "/limits", defects), at, apis?.Invoke() ?? [])),
        ];
        if (defects.First is { } defect) throw new FormatException(defect.Detail);
        var windows = state.GetProperty("windows").EnumerateArray().ToImmutableDictionary(
            one => new WindowKey(
                one.GetProperty("limit").GetInt32(),
                one.GetProperty("api").GetString()!,
                one.GetProperty("kind").GetString()!,
                one.GetProperty("credential").GetInt32()),
            one => new Window(one.GetProperty("began").GetDateTimeOffset(), one.GetProperty("requests").GetInt64()));
        return new LimitState(limits, windows);
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
