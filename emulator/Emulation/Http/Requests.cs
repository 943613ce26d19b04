using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Http;

/// <summary>Reads the parts of the server's request that the pipeline needs.</summary>
static class Requests
{
    public static string RawTarget(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return raw.Length > 0 ? raw : context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
    }

    public static string? WorldHeader(HttpContext context) => context.Request.Headers[Worlds.Header] is [{ } header, ..] ? header : null;

    /// <summary>Whether a browser marked the request as sent by a page of another site.</summary>
    public static bool IsCrossSite(HttpContext context) =>
        context.Request.Headers.TryGetValue("Sec-Fetch-Site", out var site)
        && string.Equals(site, "cross-site", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the world that the request names must exist already.</summary>
    public static bool NamesExistingWorld(HttpContext context) =>
        context.Request.Headers[Worlds.MustExistHeader] is [{ } value, ..]
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The body without the byte order mark that some editors and libraries write before JSON.</summary>
    public static ReadOnlySequence<byte> WithoutByteOrderMark(HttpContext context, ReadOnlySequence<byte> body)
    {
        if (body.IsEmpty || body.FirstSpan[0] != 0xEF) return body;
        var isJson = context.Request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
        return isJson ? ByteOrderMark.Skip(body) : body;
    }

    public static Call CallOf(HttpContext context, Target target, World world) => new()
    {
        Api = NoApi.Instance,
        Graph = world.Store.Current,
        Method = context.Request.Method,
        Target = target,
        Headers = context.Request.Headers,
        Now = world.Clock.GetUtcNow(),
        MachineNow = world.Machine.GetUtcNow(),
        AcceptsMachineTime = !world.Clock.AloneForSignatures,
        ErrorIds = world.ErrorIds,
        Scheme = context.Request.Scheme,
        Protocol = context.Request.Protocol,
        Connection = context.Connection,
        ClientLeft = context.RequestAborted,
    };
}
