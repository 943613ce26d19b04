using Emulation.Graphs;
using Microsoft.AspNetCore.Http;

namespace Emulation.Http;

/// <summary>Handles every request: the steps in order.</summary>
/// <param name="apis">The first that owns a path answers; the last one owns every path.</param>
/// <param name="worlds">Where requests take place.</param>
/// <param name="log">The lines on standard error.</param>
/// <param name="stopping">The server stops: requests that are held are released.</param>
sealed class Pipeline(IReadOnlyList<IApi> apis, Worlds worlds, ILog log, CancellationToken stopping = default)
{
    public async Task Handle(HttpContext context)
    {
        var target = Target.Parse(Requests.RawTarget(context));
        var header = Requests.WorldHeader(context);
        var isCurrent = worlds.Log is not { } kept || IsOfProcess(target)
            || await kept.Follow(header ?? target.World ?? Worlds.Default);
        var refusal = worlds.Resolve(
            header,
            target.World,
            Requests.IsCrossSite(context),
            out var world,
            Requests.NamesExistingWorld(context));
        using var use = world.Begin();
        using var buffer = new RentedBuffer();
        var exchange = new Exchange(Requests.CallOf(context, target, world)) { IsCurrent = isCurrent };
        try
        {
            exchange.Call = WithRoute(exchange.Call, refusal);
            await Answer(context, world, exchange, refusal, buffer);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception bug)
        {
            exchange.Fail(bug, buffer);
        }
        Record(world, exchange, buffer);
        var isStreamed = exchange.Reply.Writers is not null;
        if (!isStreamed) log.Answered(world.Name, exchange.Call, exchange.ReplyForLog);
        try
        {
            if (exchange.ConnectionFault is not ConnectionFault.None and var fault)
                await ConnectionFaults.Apply(context, fault, exchange.Rendered(buffer), exchange.Release, stopping);
            else
                await Responses.Send(context, exchange.Reply, buffer, stopping);
        }
        finally
        {
            // A streamed answer is made while it is sent, so its duration is known only now.
            if (isStreamed) log.Answered(world.Name, exchange.Call, exchange.ReplyForLog);
        }
    }

    private bool IsOfProcess(Target target)
    {
        foreach (var api in apis)
            if (api.IsOfProcess(target)) return true;
        return false;
    }

    /// <summary>
    /// The owner and the row. A request without a world is answered by the API that owns every path, unless it is for the control plane.
    /// </summary>
    private Call WithRoute(Call call, Reply? refusal)
    {
        foreach (var api in apis)
        {
            if (!api.Owns(call)) continue;
            return refusal is null || api.IsControl
                ? call with { Api = api, Match = api.Find(call.Method, call.Target) }
                : call with { Api = apis[^1] };
        }
        throw new InvalidOperationException($"No API owns {call.Target.Path}; the last one must.");
    }

    private async Task Answer(HttpContext context, World world, Exchange exchange, Reply? refusal, RentedBuffer buffer)
    {
        var (api, match) = (exchange.Call.Api, exchange.Call.Match);
        if (refusal is not null)
        {
            exchange.Reply = refusal;
            return;
        }
        if (!exchange.IsCurrent && !api.IsControl)
        {
            exchange.Reply = api.Finish(exchange.Call, api.Fail(exchange.Call, Failure.NotCurrent));
            return;
        }
        var body = await Body.Read(context, api.BodyLimit(match.Route), world.Machine);
        using var spool = body.Spool;
        if (match.Route?.Handler is RouteHandler.ControlQuery && worlds.Log is { } log && !api.IsOfProcess(exchange.Call.Target))
            await log.FollowAll();

        // Readiness is read before the graph: once it is true, the graph is that of the dataset.
        var ready = worlds.Ready;
        var call = exchange.Call = exchange.Call with
        {
            Body = api.SkipsByteOrderMark ? Requests.WithoutByteOrderMark(context, body.Bytes) : body.Bytes,
            Graph = world.Store.Current,
            Now = api.IsControl ? exchange.Call.Now : world.Clock.Take(),
        };
        if (!api.IsControl)
        {
            var stub = world.Stubs.Find(call);
            if (stub?.Name is null && world.Overlay.Current is { } overlay) stub = await overlay.Find(call) ?? stub;
            exchange.Override(stub, world.Faults.Find(call));
        }
        if (exchange.Delay > TimeSpan.Zero) await ConnectionFaults.Wait(exchange.Delay, world.Machine, context, exchange.Release, stopping);
        if (exchange.IsUnhandled) return;

        var reply = exchange.Instead ?? Refuse(world, exchange, body.Fault, ready) ?? await HandleAndKeep(world, exchange);
        exchange.Reply = api.Finish(call, reply);
        exchange.Reply.Writer?.Invoke(buffer);
        exchange.Distort(buffer);
    }

    /// <summary>The refusal of a request because of its credentials, limit, route or body; null: a handler answers it.</summary>
    private static Reply? Refuse(World world, Exchange exchange, BodyFault bodyFault, bool ready)
    {
        var (call, api) = (exchange.Call, exchange.Call.Api);
        if (!ready && !api.IsControl) return api.Fail(call, Failure.Seeding);
        if (api.AnswerFirst(call) is { } first) return first;
        var authentication = api.Authenticate(call);
        if (authentication.Refusal is { } refusal) return refusal;
        exchange.Call = call = call with { Caller = authentication.Caller ?? Caller.Anyone };
        if (!api.IsControl && world.Limits.Refuse(call) is { } tooMany) return tooMany;
        if (call.Target.Malformed) return api.Fail(call, Failure.MalformedPath);
        if (call.Match.Route is not { } route) return api.Fail(call, call.Match.PathExists ? Failure.WrongMethod : Failure.UnknownPath);
        if (bodyFault != BodyFault.None) return api.Fail(call, FailureOf(bodyFault));
        return route.Handler is null ? api.Fail(call, Failure.NotServed) : null;
    }

    /// <summary>The handler's answer; where changes are kept, a change is answered when it is kept.</summary>
    private ValueTask<Reply> HandleAndKeep(World world, Exchange exchange) =>
        worlds.Log is { } log && MayChange(exchange.Call.Route.Handler) ? HandleChange(log, world, exchange) : Handle(world, exchange);

    private static async ValueTask<Reply> HandleChange(IWorldLog log, World world, Exchange exchange)
    {
        var (call, reply) = (exchange.Call, (Reply?)null);
        var isKept = call.Route.Handler switch
        {
            RouteHandler.Change change => await log.Change(world, After(change.Handle)),
            RouteHandler.PreparedChange change => await log.Change(world, After(change.Prepare(call))),
            _ => await log.ChangeAll(async () =>
            {
                exchange.Call = call with { Graph = world.Store.Current };
                reply = await Handle(world, exchange);
            }),
        };
        if (isKept && reply is not null) return reply;
        exchange.VersionAfter = null;
        return call.Api.Fail(call, Failure.NotKept);

        Func<Graph, Graph> After(Func<Call, Change> change) => graph =>
        {
            (var after, reply) = Change(exchange, change, graph);
            return after;
        };
    }

    private static bool MayChange(RouteHandler? handler) => handler is not (null or RouteHandler.Query or RouteHandler.ControlQuery);

    private static ValueTask<Reply> Handle(World world, Exchange exchange)
    {
        var call = exchange.Call;
        return call.Route.Handler switch
        {
            RouteHandler.Query query => new(query.Handle(call)),
            RouteHandler.Change change => new(Write(world, exchange, change.Handle)),
            RouteHandler.PreparedChange change => new(Write(world, exchange, change.Prepare(call))),
            RouteHandler.ControlQuery query => new(query.Handle(new ControlCall(call, world))),
            RouteHandler.ControlCommand command => new(command.Handle(new ControlCall(call, world))),
            RouteHandler.ControlTask task => task.Handle(new ControlCall(call, world)),
            var other => throw new InvalidOperationException($"{other} is not a kind of handler."),
        };
    }

    private static Reply Write(World world, Exchange exchange, Func<Call, Change> change) =>
        world.Store.Write(graph => Change(exchange, change, graph));

    private static (Graph Graph, Reply Reply) Change(Exchange exchange, Func<Call, Change> change, Graph graph)
    {
        var (after, reply) = change(exchange.Call with { Graph = graph });
        exchange.VersionAfter = after.Version;
        return (after, reply);
    }

    private static Failure FailureOf(BodyFault fault) => fault switch
    {
        BodyFault.TooLarge => Failure.BodyTooLarge,
        BodyFault.Malformed => Failure.BodyMalformed,
        BodyFault.Stalled => Failure.BodyStalled,
        BodyFault.NotStored => Failure.BodyNotStored,
        _ => throw new InvalidOperationException($"{fault} is not a fault of a body."),
    };

    private void Record(World world, Exchange exchange, RentedBuffer buffer)
    {
        try
        {
            if (!exchange.Call.Api.IsControl) world.Usage.Count(exchange.Call, exchange.Reply.Status);
            if (!exchange.Call.Api.IsControl && world.Journal.IsOpen) world.Journal.Record(exchange.Entry(world, buffer));
        }
        catch (Exception bug)
        {
            log.Bug(world.Name, exchange.Call, bug);
        }
        if (exchange.Exception is { } thrown) log.Bug(world.Name, exchange.Call, thrown);
    }
}
