using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Journals.WireMock;

/// <summary>A request described in a body, in the format in which WireMock lists requests.</summary>
sealed record DescribedRequest(string Method, string Url, IReadOnlyList<Header> Headers, byte[]? Body)
{
    // Members of WireMock's own listing that no pattern examines; a listed request may be sent unchanged.
    private static readonly string[] s_ignored =
    [
        "absoluteUrl", "browserProxyRequest", "clientIp", "cookies", "formParams", "host",
        "loggedDate", "loggedDateString", "port", "protocol", "queryParams", "scheme",
    ];

    public static DescribedRequest Read(Members body)
    {
        var url = body.NeededText("url");
        var method = body.Text("method") ?? "GET";
        var headers = new List<Header>();
        if (body.Object("headers") is { } given)
            foreach (var (name, value, _) in given.All())
            {
                if (name.Length == 0) given.Wrong(name, "is no name of a header");
                IEnumerable<JsonElement> values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
                if (values.All(one => one.ValueKind == JsonValueKind.String))
                    headers.AddRange(values.Select(one => new Header(name, one.GetString()!)));
                else given.Wrong(name, "must be a text or an array of texts");
            }
        var (text, base64) = (body.Text("body"), body.Text("bodyAsBase64"));
        var bytes = base64 is null ? null : new byte[base64.Length];
        var length = 0;
        if (bytes is not null && !Convert.TryFromBase64String(base64!, bytes, out length)) body.Wrong("bodyAsBase64", "is not base64");
        foreach (var name in s_ignored) body.Any(name);
        body.Close();
        return new DescribedRequest(method, url, headers, bytes?[..length] ?? (text is null ? null : Encoding.UTF8.GetBytes(text)));
    }

    public RequestView ToView()
    {
        var target = Target.Parse(Url);
        return new RequestView(Method, target.Path, target.RawQuery, Exchange.Dictionary(Headers), new ReadOnlySequence<byte>(Body ?? []));
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("url", Url);
        json.WriteString("method", Method);
        ExchangeJson.WriteHeaders(json, Headers);
        json.WriteBoolean("browserProxyRequest", false);
        if (Body is not null)
        {
            json.WriteBase64String("bodyAsBase64", Body);
            json.WriteString("body", Encoding.UTF8.GetString(Body));
        }
        json.WriteNumber("port", -1);
        LoggedRequest.WriteParameters(json, "queryParams", Target.Parse(Url).RawQuery);
        LoggedRequest.WriteParameters(json, "formParams", "");
    }
}
