using System.Security.Authentication;
using Emulation.Http.Json;
using Microsoft.AspNetCore.Http;

namespace Emulation.Recordings.Proxying;

/// <summary>The answer when the service could not be reached: 502 with problem details that say why.</summary>
static class UpstreamFailure
{
    public static async Task Answer(HttpContext context, HttpRequestException fault, Uri upstream)
    {
        var body = new System.Buffers.ArrayBufferWriter<byte>();
        JsonBody.Write(body, json =>
        {
            json.WriteStartObject();
            json.WriteString("title", "The service cannot be reached");
            json.WriteNumber("status", StatusCodes.Status502BadGateway);
            json.WriteString("code", CodeOf(fault));
            json.WriteString("detail", Reason(fault, upstream));
            json.WriteEndObject();
        });
        context.Response.StatusCode = StatusCodes.Status502BadGateway;
        context.Response.ContentType = "application/problem+json";
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    /// <summary>One line that names the fault and the remedy.</summary>
    public static string Reason(HttpRequestException fault, Uri upstream)
    {
        var service = upstream.GetLeftPart(UriPartial.Authority);
        var cause = fault.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.');
        return CodeOf(fault) == "upstream_certificate"
            ? $"the certificate of {service} is not trusted ({cause}); trust its authority on this machine"
            : $"{service} does not answer ({cause}); correct --upstream, or try again";
    }

    private static string CodeOf(HttpRequestException fault) =>
        fault is { HttpRequestError: HttpRequestError.SecureConnectionError } && fault.GetBaseException() is AuthenticationException
            ? "upstream_certificate"
            : "upstream_unreachable";
}
