namespace Emulation.Http;

/// <summary>Where a route is known from: the mandatory documents, the vendor's other pages, or only what a client calls.</summary>
enum Provenance
{
    Documented,
    Reference,
    Client,
}

/// <summary>The rules of a route: who may call it, how large its body may be. Each API derives one record.</summary>
abstract record RoutePolicy;

/// <summary>
/// One method on one path. <paramref name="Path"/> is spelled as documented, with <c>{name}</c> for a parameter.
/// Without a handler the route is known but not served.
/// </summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path from the root of the server.</param>
/// <param name="Name">Unique in its API.</param>
/// <param name="Provenance">Where the route is known from.</param>
/// <param name="Source">The page or file, as <c>fixtures/SOURCES.md</c> explains it.</param>
sealed record Route(string Method, string Path, string Name, Provenance Provenance, string Source)
{
    public RouteHandler? Handler { get; private init; }

    /// <summary>Serves the route from the graph without changing it.</summary>
    public Func<Call, Reply> Query { init => Handler = new RouteHandler.Query(value); }

    /// <summary>Serves the route by a change of the graph. A GET may be a change where polling advances a state.</summary>
    public Func<Call, Change> Change { init => Handler = new RouteHandler.Change(value); }

    /// <summary>Serves the route by a change whose preparation (parsing a large body) runs before the write lock is taken.</summary>
    public Func<Call, Func<Call, Change>> PreparedChange { init => Handler = new RouteHandler.PreparedChange(value); }

    /// <summary>Serves a control route that reads a world.</summary>
    public Func<ControlCall, Reply> ControlQuery { init => Handler = new RouteHandler.ControlQuery(value); }

    /// <summary>Serves a control route that may change a world.</summary>
    public Func<ControlCall, Reply> ControlCommand { init => Handler = new RouteHandler.ControlCommand(value); }

    /// <summary>Serves a control route by a function that waits.</summary>
    public Func<ControlCall, ValueTask<Reply>> ControlTask { init => Handler = new RouteHandler.ControlTask(value); }

    public RoutePolicy? Policy { get; init; }

    /// <summary>It may read or write a large body: a request that takes over a second has a line in the log.</summary>
    public bool IsLong { get; init; }

    public bool Served => Handler is not null;

    /// <summary>The names of the parameters, in the order of the path.</summary>
    public IReadOnlyList<string> Parameters { get; } =
        [.. Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))];
}
