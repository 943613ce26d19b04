using System.Buffers;
using Emulation.Graphs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Http;

/// <summary>The way of every request, from the wire to the wire.</summary>
/// <param name="apis">Asked in this order whose a request is; the last one owns what is left.</param>
/// <param name="worlds">Where requests take place.</param>
/// <param name="log">What the person at the terminal reads.</param>
/// <param name="stopping">The server stops: whoever hangs is let go.</param>
sealed class Pipeline(IReadOnlyList<IApi> apis, Worlds worlds, ILog log, CancellationToken stopping = default)
{
    public async Task Handle(HttpContext context)
    {
        var target = Target.Parse(RawTarget(context));
        var lost = worlds.Enter(context.Request.Headers[Worlds.Header] is [{ } header, ..] ? header : null, target.World, out var world);
        if (lost is not null)
        {
            await Send(context, lost, null);
            return;
        }

        var call = CallOf(context, target, world);
        var api = Owner(call);
        var match = api.Find(call.Method, target);
        var body = await Body.Read(context, api.BodyLimit(match.Route));
        var quiet = api.IsControl;
        call = call with { Api = api, Match = match, Body = body.Bytes, Now = quiet ? call.Now : world.Clock.Take() };

        var stub = quiet ? null : world.Stubs.Find(call);
        var fault = quiet ? null : world.Faults.Find(call);
        var interference = Interference.Upon(stub, fault);
        if (interference is { Delay: var delay } && delay > TimeSpan.Zero) await Endings.Wait(delay, world.Machine, context, interference.LetGo, stopping);

        using var rented = new RentedBuffer();
        var answer = interference is { Unhandled: true } ? Unanswered(call) : Answer(call, body.TooLarge, interference?.Instead, rented);
        var reply = interference?.Distort is { } distort ? distort(Rendered(answer.Reply, rented)) with { Writer = null, Writers = null } : answer.Reply;
        if (!quiet && world.Journal.IsOpen) world.Journal.Record(EntryOf(call, reply, stub, fault, interference, answer, rented));
        if (answer.Bug is not null) log.Bug(call, answer.Bug);
        log.Answered(call, reply);
        if (interference is { Ending: not Ending.Whole and var ending }) await Endings.End(context, ending, Rendered(reply, rented), interference.LetGo, stopping);
        else await Send(context, reply, rented);
    }

    private static Entry EntryOf(Call call, Reply reply, Interference? stub, Interference? fault, Interference? both, in Answered answer, RentedBuffer rented) =>
        new(call, reply, stub?.Name, fault?.Name, answer.Before, answer.After, answer.Bug)
        {
            Caller = answer.Caller,
            Body = reply.Writer is null ? reply.Bytes : rented.Buffer.WrittenMemory,
            Delay = both?.Delay ?? TimeSpan.Zero,
            Ending = both?.Ending ?? Ending.Whole,
        };

    private static Answered Unanswered(Call call) => new(new Reply(0), call.Caller, call.Graph.Version, call.Graph.Version, null);

    private static Reply Rendered(Reply reply, RentedBuffer rented)
    {
        if (reply.Writers is not null) return reply with { Bytes = reply.Render(), Writer = null, Writers = null };
        return reply.Writer is null ? reply : reply with { Bytes = rented.Buffer.WrittenSpan.ToArray(), Writer = null };
    }

    private static Call CallOf(HttpContext context, Target target, World world) => new()
    {
        Api = Unowned.Instance,
        World = world,
        Graph = world.Store.Current,
        Method = context.Request.Method,
        Target = target,
        Headers = context.Request.Headers,
        Now = world.Clock.GetUtcNow(),
        MachineNow = world.Machine.GetUtcNow(),
        Scheme = context.Request.Scheme,
        Protocol = context.Request.Protocol,
        Connection = context.Connection,
    };

    private IApi Owner(Call call)
    {
        foreach (var api in apis)
            if (api.Owns(call)) return api;
        throw new InvalidOperationException($"No API owns {call.Target.Path}; the last one must.");
    }

    private Answered Answer(Call call, bool tooLarge, Reply? instead, RentedBuffer rented)
    {
        var before = call.Graph.Version;
        try
        {
            var (reply, caller, after) = instead is null ? Answer(call, tooLarge) : (instead, call.Caller, before);
            reply = call.Api.Finish(call, reply);
            reply.Writer?.Invoke(rented.Buffer);
            return new(reply, caller, before, after, null);
        }
        catch (Exception bug)
        {
            rented.Buffer.ResetWrittenCount();
            return new(call.Api.Finish(call, call.Api.Fail(call, Failure.Bug)), call.Caller, before, before, bug);
        }
    }

    private (Reply Reply, Caller Caller, long After) Answer(Call call, bool tooLarge)
    {
        var (api, version) = (call.Api, call.Graph.Version);
        if (!worlds.Ready && !api.IsControl) return (api.Fail(call, Failure.Seeding), call.Caller, version);
        if (api.Redirect(call) is { } moved) return (moved, call.Caller, version);
        var admission = api.Admit(call);
        if (admission.Refusal is { } refusal) return (refusal, call.Caller, version);
        var admitted = call with { Caller = admission.Caller ?? Caller.Anyone };
        if (!api.IsControl && call.World.Limits.Refuse(admitted) is { } enough) return (enough, admitted.Caller, version);
        if (call.Target.Malformed) return (api.Fail(call, Failure.MalformedPath), admitted.Caller, version);
        if (call.Match.Route is not { } route)
            return (api.Fail(call, call.Match.PathExists ? Failure.WrongMethod : Failure.UnknownPath), admitted.Caller, version);
        if (tooLarge) return (api.Fail(call, Failure.BodyTooLarge), admitted.Caller, version);
        if (!route.Served) return (api.Fail(call, Failure.NotServed), admitted.Caller, version);
        return Handled(route, admitted);
    }

    private static (Reply Reply, Caller Caller, long After) Handled(Route route, Call call)
    {
        if (route.Write is not { } write) return (route.Read!(call), call.Caller, call.Graph.Version);
        var ready = route.Prepare is { } prepare ? call with { Prepared = prepare(call) } : call;
        return ready.World.Store.Write(graph =>
        {
            var change = write(ready with { Graph = graph });
            return (change.Graph, (change.Reply, call.Caller, change.Graph.Version));
        });
    }

    /// <summary>Puts status and headers on the response; without a length it is sent in chunks.</summary>
    internal static void Announce(HttpContext context, Reply reply, long? length)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        if (reply.Phrase is not null) context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = reply.Phrase;
        if (reply.ContentType is not null) response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
        {
            // Append drops an empty value; a header without a value is still a header.
            if (value.Length == 0) response.Headers[name] = value;
            else response.Headers.Append(name, value);
        }
        if (reply.Status is not (204 or 304)) response.ContentLength = length;
    }

    private static async Task Send(HttpContext context, Reply reply, RentedBuffer? rented)
    {
        var bytes = reply.Writer is null || rented is null ? reply.Bytes : rented.Buffer.WrittenMemory;
        Announce(context, reply, reply.Writers is null ? bytes.Length : null);
        var head = HttpMethods.IsHead(context.Request.Method);
        if (reply.Writers is { } writers)
        {
            if (!head) await Stream(context, writers);
            return;
        }
        if (head || bytes.IsEmpty) return;
        await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    private static async Task Stream(HttpContext context, IEnumerable<Writer> writers)
    {
        foreach (var part in writers)
        {
            part(context.Response.BodyWriter);
            var flushed = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            if (flushed.IsCompleted) return;
        }
    }

    private static string RawTarget(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return raw.Length > 0 ? raw : context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
    }

    private readonly record struct Answered(Reply Reply, Caller Caller, long Before, long After, Exception? Bug);
}
