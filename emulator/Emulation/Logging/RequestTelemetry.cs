using System.Diagnostics;
using System.Diagnostics.Metrics;
using Emulation.Http;

namespace Emulation.Logging;

/// <summary>
/// Traces and metrics of requests under the name <c>ApiEmulator</c>, with the attribute names of OpenTelemetry's conventions for HTTP.
/// Without a listener it costs two checks a request.
/// </summary>
sealed class RequestTelemetry : ILog, IDisposable
{
    public const string Name = "ApiEmulator";

    private readonly ActivitySource _source = new(Name);
    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _duration;
    private readonly TimeProvider _machine;

    public RequestTelemetry(Worlds worlds, TimeProvider machine)
    {
        _machine = machine;
        _duration = _meter.CreateHistogram<double>("http.server.request.duration", "s", "Duration of requests to the emulated APIs.");
        _meter.CreateObservableGauge("emulator.worlds", () => worlds.Count, "{world}", "Worlds of the process.");
        _meter.CreateObservableGauge("emulator.graph.nodes", () => NodesOf(worlds), "{node}", "Nodes of each world's graph.");
    }

    public void Answered(string world, Call call, Reply reply)
    {
        if (call.Api.IsControl || !(_source.HasListeners() || _duration.Enabled)) return;
        var now = _machine.GetUtcNow();
        if (_duration.Enabled) _duration.Record((now - call.MachineNow).TotalSeconds, Attributes(call, reply.Status));
        using var activity = Start(call);
        if (activity is null) return;
        foreach (var (name, value) in Attributes(call, reply.Status)) activity.SetTag(name, value);
        activity.SetTag("url.path", call.Target.Path);
        activity.SetTag("emulator.world", world);
        activity.SetTag("emulator.caller", call.Caller.Name);
        if (reply.Reason is { } reason) activity.SetTag("emulator.reason", reason);
        if (reply.Status >= 500) activity.SetStatus(ActivityStatusCode.Error);
        activity.SetEndTime(now.UtcDateTime);
    }

    public void Bug(string world, Call call, Exception bug)
    {
        // The answer to the request follows, with status 500.
    }

    public void Dispose()
    {
        _source.Dispose();
        _meter.Dispose();
    }

    /// <summary>A span that began with the request, under the span that its header <c>traceparent</c> names.</summary>
    private Activity? Start(Call call)
    {
        var parent = ActivityContext.TryParse(call.Header("traceparent"), call.Header("tracestate"), isRemote: true, out var given)
            ? given
            : default;
        var name = call.Match.Route is { } route ? $"{call.Method} {route.Path}" : call.Method;
        return _source.StartActivity(name, ActivityKind.Server, parent, startTime: call.MachineNow);
    }

    private static TagList Attributes(Call call, int status) => new()
    {
        { "http.request.method", call.Method },
        { "http.route", call.Match.Route?.Path },
        { "http.response.status_code", status },
        { "emulator.api", call.Api.Name },
    };

    private static IEnumerable<Measurement<int>> NodesOf(Worlds worlds) =>
        worlds.All.Select(world => new Measurement<int>(world.Store.Current.NodeCount, [new("emulator.world", world.Name)]));
}
