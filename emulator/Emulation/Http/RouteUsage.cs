using System.Collections.Concurrent;

namespace Emulation.Http;

/// <summary>How often the routes of the APIs were requested in a world. Counting takes no lock.</summary>
sealed class RouteUsage
{
    // The table's rows are compared by reference: hashing a row's texts for each request would cost more than counting.
    private readonly ConcurrentDictionary<Route, UsageCount> _routes = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, UsageCount> _unmatched = new(StringComparer.Ordinal);

    /// <summary>Counts an answered request, under its route or, when its path has none, under its API.</summary>
    public void Count(Call call, int status)
    {
        var count = call.Match.Route is { } route
            ? _routes.GetOrAdd(route, static _ => new UsageCount())
            : _unmatched.GetOrAdd(call.Api.Name, static _ => new UsageCount());
        count.Add(isRefused: status >= 400);
    }

    public UsageCount Of(Route route) => _routes.GetValueOrDefault(route, UsageCount.None);

    /// <summary>The requests to an API whose path or method has no route.</summary>
    public UsageCount Unmatched(IApi api) => _unmatched.GetValueOrDefault(api.Name, UsageCount.None);

    public void Clear()
    {
        _routes.Clear();
        _unmatched.Clear();
    }
}

/// <summary>A number of requests, and of those that were refused.</summary>
sealed class UsageCount
{
    private long _requests;
    private long _refused;

    public static UsageCount None { get; } = new();

    public long Requests => Volatile.Read(ref _requests);

    /// <summary>Those that were answered with a status of 400 or more.</summary>
    public long Refused => Volatile.Read(ref _refused);

    public void Add(bool isRefused)
    {
        Interlocked.Increment(ref _requests);
        if (isRefused) Interlocked.Increment(ref _refused);
    }
}
