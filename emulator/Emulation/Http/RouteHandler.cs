using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>The result of a change: the new graph and the answer. A refused change returns the graph that it was given.</summary>
readonly record struct Change(Graph Graph, Reply Reply);

/// <summary>How a route is served. The kind says what a handler may do: only the control kinds receive the world.</summary>
abstract record RouteHandler
{
    private RouteHandler()
    {
    }

    /// <summary>Reads the graph.</summary>
    public sealed record Query(Func<Call, Reply> Handle) : RouteHandler;

    /// <summary>Returns a new graph. Changes of a world run one at a time.</summary>
    public sealed record Change(Func<Call, Http.Change> Handle) : RouteHandler;

    /// <summary>The outer function runs without the write lock and returns the change, which then runs on the current graph.</summary>
    public sealed record PreparedChange(Func<Call, Func<Call, Http.Change>> Prepare) : RouteHandler;

    /// <summary>Reads a world.</summary>
    public sealed record ControlQuery(Func<ControlCall, Reply> Handle) : RouteHandler;

    /// <summary>May change a world, or all of them.</summary>
    public sealed record ControlCommand(Func<ControlCall, Reply> Handle) : RouteHandler;

    /// <summary>As a command, by a function that waits.</summary>
    public sealed record ControlTask(Func<ControlCall, ValueTask<Reply>> Handle) : RouteHandler;
}
