using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Journals.WireMock;

/// <summary>Writes a request in the format of WireMock 3.13.2.</summary>
static class LoggedRequest
{
    public static void Write(Utf8JsonWriter json, RedactedExchange redacted)
    {
        var details = redacted.Details;
        var authority = new HostString(redacted.RequestHeader("Host") ?? "localhost");
        json.WriteString("url", redacted.Url);
        json.WriteString("absoluteUrl", redacted.AbsoluteUrl);
        json.WriteString("method", details.Method);
        var client = details.Client is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : details.Client;
        json.WriteString("clientIp", client?.ToString() ?? "127.0.0.1");
        ExchangeJson.WriteHeaders(json, redacted.RequestHeaders);
        WriteCookies(json, redacted.RequestHeader("Cookie"));
        json.WriteBoolean("browserProxyRequest", false);
        json.WriteNumber("loggedDate", details.MachineNow.ToUnixTimeMilliseconds());
        WriteBody(json, redacted.RequestBody);
        json.WriteString("protocol", details.Protocol);
        json.WriteString("scheme", details.Scheme);
        json.WriteString("host", authority.Host);
        json.WriteNumber("port", authority.Port ?? (details.Scheme == "https" ? 443 : 80));
        var date = details.MachineNow.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        json.WriteString("loggedDateString", date);
        WriteParameters(json, "queryParams", Target.Parse(redacted.Target).RawQuery);
        WriteParameters(json, "formParams", redacted.HasForm ? redacted.RequestBody.Text ?? "" : "");
    }

    public static void WriteBody(Utf8JsonWriter json, KeptBody body)
    {
        json.WriteBase64String("bodyAsBase64", body.Bytes.Span);
        json.WriteString("body", body.Text ?? Encoding.UTF8.GetString(body.Bytes.Span));
        // An extension: the journal kept only the beginning of the body.
        if (body.IsCut) json.WriteBoolean("bodyCut", true);
    }

    public static void WriteParameters(Utf8JsonWriter json, string name, string raw)
    {
        json.WriteStartObject(name);
        var parameters = Query.Parse(raw, StringComparison.Ordinal).Parameters;
        foreach (var group in parameters.GroupBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject(group.Key);
            json.WriteString("key", group.Key);
            json.WriteStartArray("values");
            foreach (var (_, value) in group) json.WriteStringValue(value);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // A cookie that occurs twice becomes an array, as with headers.
    private static void WriteCookies(Utf8JsonWriter json, string? header)
    {
        var cookies = CookieHeader.Parse(header)
            .Where(cookie => cookie is { Name.Length: > 0, Value: not null })
            .GroupBy(cookie => cookie.Name, cookie => cookie.Value, StringComparer.Ordinal);
        json.WriteStartObject("cookies");
        foreach (var cookie in cookies)
        {
            if (cookie.Count() == 1)
            {
                json.WriteString(cookie.Key, cookie.First());
                continue;
            }
            json.WriteStartArray(cookie.Key);
            foreach (var value in cookie) json.WriteStringValue(value);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
