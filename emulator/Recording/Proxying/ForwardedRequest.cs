using System.Net;
using Emulation.Http;
using Emulation.Recordings.Format;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Recordings.Proxying;

/// <summary>The request that goes to the service: the target byte for byte, every header but those of the connection.</summary>
static class ForwardedRequest
{
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static HttpRequestMessage Of(HttpContext context, Uri upstream, CapturedContent body)
    {
        var target = upstream.AbsolutePath.TrimEnd('/') + TargetOf(context);
        var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(upstream.GetLeftPart(UriPartial.Authority) + target, s_asWritten))
        {
            Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (HasBody(context)) request.Content = new StreamContent(new CapturingStream(context.Request.Body, body));
        foreach (var header in HeadersOf(context))
        {
            if (IsForConnection(context, header.Name) || header.Name.Equals("Host", StringComparison.OrdinalIgnoreCase)) continue;
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value))
                request.Content?.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }
        return request;
    }

    /// <summary>Path and query as sent, without scheme and host.</summary>
    public static string TargetOf(HttpContext context) => Target.Parse(Requests.RawTarget(context)).Raw;

    public static RecordedHeader[] HeadersOf(HttpContext context) =>
        [.. context.Request.Headers.SelectMany(header => header.Value.Select(value => new RecordedHeader(header.Key, value ?? "")))];

    private static bool HasBody(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true || context.Request.ContentLength is not null;

    private static bool IsForConnection(HttpContext context, string name) =>
        HopByHop.Is(name, context.Request.Headers.Connection.OfType<string>());
}
