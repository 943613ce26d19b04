using System.Text.Json;
using Emulation.Control;
using Emulation.Http;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Emulation.WireMocks;

/// <summary>WireMock.Net over one world: a server of its own without a socket, which is asked about each request.</summary>
sealed class WireMockOverlay : IOverlay
{
    private const string AdminPath = "/__admin";

    private readonly EngineWatch _watch = new();
    private readonly WorldScenarios _scenarios = new();
    private readonly WorldFiles _files;
    private readonly StartMappings _start;
    private readonly MappingTable _mappings;
    private readonly AdminMappings _admin;
    private readonly RequestDelegate _engine;
    private readonly long _seed;
    private long _draws;

    /// <param name="clock">The time that templates see.</param>
    /// <param name="seed">What faults with a percentage depend on.</param>
    /// <param name="start">The mappings that the world begins with.</param>
    /// <param name="files">The files that mappings and the admin API see.</param>
    /// <param name="isKept">The state is kept by <c>--data</c>.</param>
    public WireMockOverlay(TimeProvider clock, long seed, StartMappings start, WorldFiles files, bool isKept = false)
    {
        (_seed, _start, _files) = (seed, start, files);
        (Server, _engine) = EngineHost.Start(clock, _watch, _scenarios, files);
        _admin = new AdminMappings(Server.Mappings);
        _mappings = new MappingTable(Server, isKept);
        _mappings.Put(start.Mappings);
    }

    public WireMockServer Server { get; }

    public PartState State
    {
        get
        {
            var mappings = _mappings.Kept;
            var isStart = _mappings.Has(_start.Mappings, mappings);
            return new OverlayState(mappings, _scenarios.Now, _files.Now, Interlocked.Read(ref _draws), isStart);
        }
    }

    public void RestoreKept(JsonElement state)
    {
        // Mappings may read files while they are made.
        _files.Put(OverlayJson.Files(state));
        _mappings.Put(OverlayJson.Mappings(state));
        _scenarios.Put(OverlayJson.Scenarios(state));
        Interlocked.Exchange(ref _draws, OverlayJson.Draws(state));
    }

    public void Restore(PartState? state)
    {
        var kept = state as OverlayState;
        _mappings.Put(kept?.Mappings ?? _start.Mappings);
        _scenarios.Put(kept?.Scenarios);
        _files.Put(kept?.Files);
        Interlocked.Exchange(ref _draws, kept?.Draws ?? 0);
        // The request log is a journal: it is emptied by a reset, and no snapshot contains it.
        if (kept is null) Server.ResetLogEntries();
    }

    public async ValueTask<Override?> Find(Call call)
    {
        var (seen, reply) = await Ask(call, call.Target.Path);
        if (seen.IsEndless) return Endless(call);
        if (seen.Runaway is { } runaway) return Failed(call, runaway, $"a regular expression of it took too long: {seen.Skipped}");
        if (seen.Mapping is not { } mapping) return seen.Note is { } note ? new Override(null) { Note = note } : null;
        var name = seen.Title is { Length: > 0 } title ? $"{mapping} {title}" : mapping.ToString();
        if (seen.Failure is { } failure) return Failed(call, name, failure);
        if (EngineReply.Fault(reply) is { } wrong) return Failed(call, name, wrong);
        if (seen.Answer is not { FaultType: { } fault } answer) return new Override(name) { Instead = reply };
        return IsApplied(mapping, answer.FaultPercentage)
            ? new Override(name) { Instead = reply, ConnectionFault = FaultOf(fault), Unhandled = true }
            : new Override(name) { Instead = reply with { Bytes = EngineReply.Undistorted(answer, _files) } };
    }

    public async ValueTask<Reply> Administer(Call call, string path)
    {
        if (!path.StartsWith(AdminPath, StringComparison.OrdinalIgnoreCase))
            return Problem.Reply(404, "Not found", "WireMock.Net's admin API is below /_wiremock/__admin, with mappings, requests, files.");
        if (AdminBody.Refuse(call, path) is { } refusal) return refusal;
        using var enabled = _admin.Enable();
        var (seen, reply) = await Ask(call, path);
        if (seen.IsEndless) return Problem.Reply(500, "No answer", SlowMappings.Report(Server));
        if (seen.Unread is { } unread) return Problem.Reply(400, "Unreadable request", unread);
        return seen.Failure is { } failure ? reply with { Reason = failure } : reply;
    }

    public void Dispose() => Server.Dispose();

    private async Task<(Seen Seen, Reply Reply)> Ask(Call call, string path)
    {
        var asked = EngineRequest.Of(call, path, out var answer);
        var seen = _watch.Begin();
        // The outer task ends at the first wait (a delay), or with the answer. An expression that does not end keeps its thread.
        var started = Task.Factory.StartNew(() => _engine(asked), default, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        try
        {
            var answering = await started.WaitAsync(SlowMappings.Limit, TimeProvider.System, call.ClientLeft);
            // A delay of a mapping runs on in the engine when the client has left; nothing waits for it.
            await answering.WaitAsync(call.ClientLeft);
        }
        catch (TimeoutException) when (!started.IsCompleted)
        {
            return (new Seen { IsEndless = true }, new Reply(500));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Its middleware answers the failures of mappings itself; what it throws is about reading the request.
            var unread = $"WireMock.Net could not read the request: {fault.Message.ReplaceLineEndings(" ")}";
            return (new Seen { Unread = unread }, new Reply(500));
        }
        return (seen, EngineReply.Of(asked.Response, answer));
    }

    private Override Endless(Call call)
    {
        var text = SlowMappings.Report(Server);
        return new Override("WireMock.Net") { Instead = call.Api.Refuse(call, 500, text) with { Reason = text } };
    }

    private static Override Failed(Call call, string name, string failure)
    {
        var text = $"The WireMock.Net mapping {name} failed: {failure}";
        return new Override(name) { Instead = call.Api.Refuse(call, 500, text) with { Reason = text } };
    }

    // Its own chance distorts the body before it can be seen, and is not the world's.
    private bool IsApplied(Guid mapping, double? share)
    {
        if (share is null) return true;
        const int Parts = 1_000_000;
        var chance = new Chance(_seed, mapping.ToString(), Interlocked.Increment(ref _draws));
        return chance.Below(0, Parts) < (long)(share * Parts);
    }

    private static ConnectionFault FaultOf(string fault) => fault switch
    {
        nameof(FaultType.EMPTY_RESPONSE) => ConnectionFault.EmptyResponse,
        nameof(FaultType.MALFORMED_RESPONSE_CHUNK) => ConnectionFault.MalformedChunk,
        _ => throw new InvalidOperationException($"{fault} is not a fault that WireMock.Net has."),
    };
}
