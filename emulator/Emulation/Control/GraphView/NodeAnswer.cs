using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>
/// What an API answers to the request for a node: its handler is run on the graph, as for the first account that sees the node. Faults,
/// stubs, limits, the journal and the counters have no part in it.
/// </summary>
static class NodeAnswer
{
    private const int MaxBytes = 64 * 1024;

    public static Reply Of(Call call, World world, Graph graph, ViewedNode node, NodeRequest request)
    {
        var headers = new HeaderDictionary { ["Host"] = call.Header("Host") ?? "localhost" };
        foreach (var (name, value) in node.View.Headers(graph, node.Node)) headers[name] = value;
        if (request.Body is not null) headers["Content-Type"] = "application/json";
        var target = Target.Parse(request.Target);
        var made = new Call
        {
            Api = node.Api,
            Graph = graph,
            Method = request.Method,
            Target = target,
            Headers = headers,
            Now = world.Clock.GetUtcNow(),
            MachineNow = world.Machine.GetUtcNow(),
            // Ids of errors come from a counter of its own, so that showing a node changes nothing that a client sees.
            ErrorIds = new ErrorIds(world.Seed),
            Scheme = call.Scheme,
            Match = node.Api.Find(request.Method, target),
            Body = request.Body is { } body ? new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body)) : default,
        };
        var authentication = node.Api.Authenticate(made);
        if (authentication.Refusal is { } refusal) return refusal;
        if (made.Match.Route?.Handler is not RouteHandler.Query query)
            throw new InvalidOperationException($"{request.Method} {request.Target} is not a route that reads.");
        return query.Handle(made with { Caller = authentication.Caller ?? Caller.Anyone });
    }

    public static void Write(Utf8JsonWriter json, Reply reply)
    {
        var bytes = reply.Render();
        var isCut = bytes.Length > MaxBytes;
        json.WriteNumber("status", reply.Status);
        json.WriteString("contentType", reply.ContentType);
        if (!isCut && IsJson(bytes))
        {
            json.WritePropertyName("body");
            json.WriteRawValue(bytes.Span, skipInputValidation: true);
        }
        else json.WriteString("text", Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, MaxBytes)]));
        json.WriteBoolean("cut", isCut);
    }

    private static bool IsJson(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return false;
        var reader = new Utf8JsonReader(bytes.Span);
        return JsonDocument.TryParseValue(ref reader, out var document) && IsDisposed(document);
    }

    private static bool IsDisposed(JsonDocument document)
    {
        document.Dispose();
        return true;
    }
}
