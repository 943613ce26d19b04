using Emulation.Recordings.Format;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Recordings.Proxying;

/// <summary>The answer that goes to the client: status, reason and every header but those of the connection.</summary>
static class ForwardedResponse
{
    public static RecordedHeader[] HeadersOf(HttpResponseMessage response)
    {
        var connection = response.Headers.NonValidated.TryGetValues("Connection", out var values) ? values.ToArray() : [];
        return
        [
            .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .Where(header => !HopByHop.Is(header.Key, connection))
                .SelectMany(header => header.Value.Select(value => new RecordedHeader(header.Key, value))),
        ];
    }

    public static void WriteHead(HttpContext context, HttpResponseMessage response, IReadOnlyList<RecordedHeader> headers)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = response.ReasonPhrase;
        foreach (var header in headers)
        {
            // Append drops an empty value; a header without a value is still a header.
            if (header.Value.Length == 0) context.Response.Headers[header.Name] = "";
            else context.Response.Headers.Append(header.Name, header.Value);
        }
    }
}
