using System.Collections.Concurrent;
using Emulation.Http;

namespace Emulation.Control.Metrics;

/// <summary>
/// How many requests to the APIs the process answered, and how long they took, by route and status. Counting takes no lock and, after the
/// first request of its kind, no memory.
/// </summary>
sealed class RequestTotals(TimeProvider machine) : ILog
{
    // By route, or by API where there is none. Compared by reference, because hashing a row's texts would cost more than counting.
    private readonly ConcurrentDictionary<object, RouteTotals> _routes = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<RouteTotals> All => _routes.Select(one => one.Value);

    public void Answered(string world, Call call, Reply reply)
    {
        if (call.Api.IsControl) return;
        object key = call.Match.Route is { } route ? route : call.Api;
        var totals = _routes.GetOrAdd(key, static (_, first) => new RouteTotals(first.Api.Name, first.Match.Route), call);
        totals.Of(reply.Status).Add(machine.GetUtcNow() - call.MachineNow);
    }

    public void Bug(string world, Call call, Exception bug)
    {
        // The answer to the request follows, with status 500.
    }
}

/// <summary>The totals of a route, or of the requests to an API without one, by status.</summary>
/// <param name="api">The API's name.</param>
/// <param name="route">The route; null: none has the path and the method of these requests.</param>
sealed class RouteTotals(string api, Route? route)
{
    private StatusTotal? _first;

    public string Api => api;

    public Route? Route => route;

    public IEnumerable<StatusTotal> Statuses
    {
        get
        {
            for (var one = Volatile.Read(ref _first); one is not null; one = one.Next) yield return one;
        }
    }

    public StatusTotal Of(int status)
    {
        while (true)
        {
            var first = Volatile.Read(ref _first);
            for (var one = first; one is not null; one = one.Next)
                if (one.Status == status) return one;
            Interlocked.CompareExchange(ref _first, new StatusTotal(status, first), first);
        }
    }
}

/// <summary>The requests with one status.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="next">The next status of the route; there are a few, in no order.</param>
sealed class StatusTotal(int status, StatusTotal? next)
{
    private long _requests;
    private long _ticks;

    public int Status => status;

    public StatusTotal? Next => next;

    public long Requests => Volatile.Read(ref _requests);

    public TimeSpan Duration => new(Volatile.Read(ref _ticks));

    public void Add(TimeSpan duration)
    {
        Interlocked.Increment(ref _requests);
        // The machine's clock may be set back in the meantime, and a total never shrinks.
        Interlocked.Add(ref _ticks, Math.Max(0, duration.Ticks));
    }
}
