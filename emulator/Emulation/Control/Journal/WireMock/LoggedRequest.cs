using System.Text;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Journals.WireMock;

/// <summary>A request as WireMock 3.13.2 writes it.</summary>
static class LoggedRequest
{
    public static void Write(Utf8JsonWriter json, Shown shown)
    {
        var facts = shown.Facts;
        var authority = new HostString(shown.RequestHeader("Host") ?? "localhost");
        json.WriteString("url", shown.Url);
        json.WriteString("absoluteUrl", shown.AbsoluteUrl);
        json.WriteString("method", facts.Method);
        json.WriteString("clientIp", (facts.Client is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : facts.Client)?.ToString() ?? "127.0.0.1");
        ExchangeJson.WriteHeaders(json, shown.RequestHeaders);
        WriteCookies(json, shown.RequestHeader("Cookie"));
        json.WriteBoolean("browserProxyRequest", false);
        json.WriteNumber("loggedDate", facts.MachineNow.ToUnixTimeMilliseconds());
        WriteBody(json, shown.RequestBody);
        json.WriteString("protocol", facts.Protocol);
        json.WriteString("scheme", facts.Scheme);
        json.WriteString("host", authority.Host);
        json.WriteNumber("port", authority.Port ?? (facts.Scheme == "https" ? 443 : 80));
        json.WriteString("loggedDateString", facts.MachineNow.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
        WriteParameters(json, "queryParams", Target.Parse(shown.Target).RawQuery);
        WriteParameters(json, "formParams", shown.HasForm ? shown.RequestBody.Text ?? "" : "");
    }

    public static void WriteBody(Utf8JsonWriter json, KeptBody body)
    {
        json.WriteBase64String("bodyAsBase64", body.Bytes.Span);
        json.WriteString("body", body.Text ?? Encoding.UTF8.GetString(body.Bytes.Span));
        // Ours: there is more of it than the journal keeps.
        if (body.IsCut) json.WriteBoolean("bodyCut", true);
    }

    public static void WriteParameters(Utf8JsonWriter json, string name, string raw)
    {
        json.WriteStartObject(name);
        foreach (var same in Query.Parse(raw, StringComparison.Ordinal).Parameters.GroupBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject(same.Key);
            json.WriteString("key", same.Key);
            json.WriteStartArray("values");
            foreach (var (_, value) in same) json.WriteStringValue(value);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // A cookie that comes twice has an array, as headers have.
    private static void WriteCookies(Utf8JsonWriter json, string? header)
    {
        var cookies = (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => (Text: part, Sign: part.IndexOf('=', StringComparison.Ordinal)))
            .Where(part => part.Sign > 0)
            .GroupBy(part => part.Text[..part.Sign], part => part.Text[(part.Sign + 1)..], StringComparer.Ordinal);
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
