using System.Text.Json;
using Emulation.Control.Faults;
using Emulation.Control.Limits;
using Emulation.Control.Stubs;
using Emulation.Http;

namespace Emulation.Tests.Support.Schemas;

/// <summary>Fails a test whose request gets an answer that the OpenAPI document of its API does not describe.</summary>
sealed class AnswerCheck(HttpMessageHandler inner, Emulator emulator, SeenMembers? seen) : DelegatingHandler(inner)
{
    // Longer documents are exports, which have a schema of their own.
    private const long MaxBytes = 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Head || response.Content.Headers.ContentLength is 0 or > MaxBytes) return response;
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) != true) return response;
        if (response.Content.Headers.ContentEncoding.Count > 0 || request.Headers.Contains(FaultList.Header)) return response;
        if (await Fault(request, response) is { } fault)
            throw new AssertionException($"{request.Method} {request.RequestUri} got an answer that is not described: {fault}");
        return response;
    }

    private async Task<string?> Fault(HttpRequestMessage request, HttpResponseMessage response)
    {
        var target = Target.Parse(request.RequestUri!.PathAndQuery);
        if (Route(request.Method.Method, target) is not var (api, route) || IsOfWireMockNet(route)) return null;
        if (!api.IsControl && IsDistorted(request, target)) return null;
        var status = (int)response.StatusCode;
        var schema = AnswerSchemas.All.Find(api, route, status, response.Content.Headers.ContentType!.MediaType, out var fault);
        if (fault is not null || schema is null) return fault;
        await response.Content.LoadIntoBufferAsync();
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (bytes.Length == 0) return null;
        try
        {
            using var body = JsonDocument.Parse(bytes);
            return schema.Fault(body.RootElement, seen) is { } wrong ? $"{status} {wrong} in {Start(body.RootElement.GetRawText())}" : null;
        }
        catch (JsonException wrong)
        {
            // The body of the root of a DeSo node is a text.
            return route.Name == "index" ? null : $"{status} {wrong.Message}";
        }
    }

    // Its admin API has many paths, and answers of its own.
    private static bool IsOfWireMockNet(Route route) => route.Path.StartsWith("/_wiremock/", StringComparison.Ordinal);

    private (IApi Api, Route Route)? Route(string method, Target target)
    {
        foreach (var api in emulator.Apis)
            if (api.Find(method, target).Route is { Name: not "landing" } route) return (api, route);
        return null;
    }

    // Stubs, faults, limits and overlays answer what a test wants.
    private bool IsDistorted(HttpRequestMessage request, Target target)
    {
        var name = request.Headers.TryGetValues(Worlds.Header, out var names) ? names.First() : target.World;
        var world = name is null ? emulator.Worlds.DefaultWorld : emulator.Worlds.Find(name);
        return world is null || world.Overlay.Current is not null || world.Limits is LimitList { Limits.Count: > 0 }
            || world.Faults is FaultList { Rules.Length: > 0 } || world.Stubs is WorldStubs { Now.All.IsEmpty: false };
    }

    private static string Start(string text) => text.Length <= 1000 ? text : text[..1000];
}
