using Emulation.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.WireMocks;

/// <summary>A request as WireMock.Net's middleware reads it, and where it writes its answer.</summary>
static class EngineRequest
{
    private const string AnyHost = "localhost";

    /// <param name="call">The request.</param>
    /// <param name="path">Its path, as sent and without the world's prefix.</param>
    /// <param name="answer">What the middleware writes.</param>
    public static DefaultHttpContext Of(Call call, string path, out MemoryStream answer)
    {
        answer = new MemoryStream();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = call.Method,
            Scheme = call.Scheme,
            Protocol = call.Protocol,
            Path = PathString.FromUriComponent(path).Value ?? "",
            QueryString = call.Target.RawQuery.Length == 0 ? "" : "?" + call.Target.RawQuery,
            Headers = HeadersOf(call),
            Body = RequestBody.Of(call),
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = call.ClientLeft });
        if (call.Connection is { } connection)
        {
            features.Set<IHttpConnectionFeature>(new HttpConnectionFeature
            {
                ConnectionId = connection.Id,
                LocalIpAddress = connection.LocalIpAddress,
                LocalPort = connection.LocalPort,
                RemoteIpAddress = connection.RemoteIpAddress,
                RemotePort = connection.RemotePort,
            });
        }
        return new DefaultHttpContext(features);
    }

    // It builds an address from the host, and fails on one that is not a host.
    private static IHeaderDictionary HeadersOf(Call call)
    {
        if (Uri.TryCreate($"{call.Scheme}://{call.Header("Host")}/", UriKind.Absolute, out _)) return call.Headers;
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var header in call.Headers) headers[header.Key] = header.Value;
        headers.Host = AnyHost;
        return headers;
    }
}
