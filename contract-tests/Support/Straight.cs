using System.Diagnostics;
using System.Reflection;
using System.Text;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Tests.Support;

/// <summary>Requests that go straight into the pipeline and are answered on this thread, so that what they cost can be counted.</summary>
sealed class Straight
{
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    private readonly Worlds _worlds;
    private readonly Pipeline _pipeline;

    public Straight(Dataset dataset, EmulatorOptions? options = null)
    {
        var clock = new HandClock(dataset.Start);
        _worlds = new Worlds(new WorldParts(1, clock, () => new WorldClock(clock, () => null)), Graph.Empty(dataset.Graph.Schema), 8);
        _worlds.Open(dataset.Graph);
        _pipeline = new Pipeline(ApiList.Of(options ?? new EmulatorOptions(), _worlds), _worlds, new Deaf());
    }

    /// <summary>A release build counts no lookups.</summary>
    public static bool CountsLookups { get; } =
        typeof(Graph).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    public World World => _worlds.DefaultWorld;

    /// <summary>Status and body.</summary>
    public (int Status, string Body) Ask(string method, string target, string? body = null, string? world = null)
    {
        var context = Context(method, target, body);
        if (world is not null) context.Request.Headers[Worlds.Header] = world;
        using var answer = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        Run(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }

    /// <summary>What one such request costs once everything that is made only once is there.</summary>
    public Cost CostOf(Request request)
    {
        for (var i = 0; i < 3; i++) Measure(request.At(i));
        var seen = Enumerable.Range(3, 5).Select(i => Measure(request.At(i))).ToArray();
        return new Cost(seen.Max(cost => cost.Lookups), seen.Min(cost => cost.Bytes));
    }

    private Cost Measure((string Method, string Target, string? Body) request)
    {
        var context = Context(request.Method, request.Target, request.Body);
        var (lookups, bytes) = (LookupCounter.Total, GC.GetAllocatedBytesForCurrentThread());
        Run(context);
        var cost = new Cost(LookupCounter.Total - lookups, GC.GetAllocatedBytesForCurrentThread() - bytes);
        context.Response.StatusCode.Should().BeInRange(200, 299, request.Target);
        return cost;
    }

    private void Run(HttpContext context)
    {
        var handled = _pipeline.Handle(context);
        handled.IsCompletedSuccessfully.Should().BeTrue("nothing on the way waits, but {0}", handled.Exception);
    }

    private static DefaultHttpContext Context(string method, string target, string? body)
    {
        var bytes = Encoding.UTF8.GetBytes(body ?? "");
        var context = new DefaultHttpContext();
        var request = context.Request;
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        (request.Method, request.Scheme, request.Host) = (method, "http", new HostString("127.0.0.1"));
        request.Headers.Authorization = target.Contains("/v2/", StringComparison.Ordinal) ? Token : "Bearer emulator-bearer";
        (request.ContentType, request.ContentLength, request.Body) = ("application/json", bytes.Length, new MemoryStream(bytes));
        return context;
    }

    private sealed class Deaf : ILog
    {
        public void Answered(string world, Call call, Reply reply)
        {
        }

        public void Bug(string world, Call call, Exception bug) =>
            throw new InvalidOperationException($"A bug in {call.Target.Path}.", bug);
    }
}

/// <summary>What a request costs: lookups into trees and tables, bytes allocated.</summary>
readonly record struct Cost(long Lookups, long Bytes);

/// <summary>A request to repeat; <c>#</c> in it becomes the number of the repetition.</summary>
sealed record Request(string Name, string Method, string Target, string? Body = null)
{
    /// <summary>How many items its answer lists.</summary>
    public int Items { get; init; }

    public (string Method, string Target, string? Body) At(int repetition) =>
        (Method, Target, Body?.Replace("#", $"{repetition}", StringComparison.Ordinal));
}
