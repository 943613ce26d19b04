using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Emulation.Tests.Support;

/// <summary>Sends a request whose target arrives as written.</summary>
delegate Task<HttpResponseMessage> SendRequest(
    string method, string target, HttpContent? body, params (string Name, string Value)[] headers);

/// <summary>Sends an example's request and compares the response with the printed one.</summary>
static class ExampleExchange
{
    private const string TokenOfTheDatasets = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";

    public static Task<HttpResponseMessage> Send(Example example, SendRequest send)
    {
        var headers = example.Headers.ToList();
        if (example.Api == "threatconnect" && !headers.Exists(header => header.Name == "Authorization"))
            headers.Add(("Authorization", TokenOfTheDatasets));
        var content = example.Body is not { } body ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(Text(body)));
        if (content is not null && headers.Find(header => header.Name == "Content-Type").Value is { } type)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            headers.RemoveAll(header => header.Name == "Content-Type");
        }
        return send(example.Method, example.Target, content, [.. headers.Where(header => header.Value.Length > 0)]);
    }

    public static async Task Compare(Example example, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var expected = example.Response;
        ((int)response.StatusCode).Should().Be(expected.GetProperty("status").GetInt32(), text);
        if (expected.TryGetProperty("headers", out var headers))
        {
            foreach (var header in headers.EnumerateObject())
                Header(response, header.Name).Should().Be(header.Value.GetString(), $"the header {header.Name} is printed");
        }
        if (expected.TryGetProperty("text", out var plain)) text.Should().Be(plain.GetString());
        if (expected.TryGetProperty("empty", out _)) text.Should().BeEmpty();
        if (!expected.TryGetProperty("body", out var body)) return;
        using var document = JsonDocument.Parse(text);
        JsonValues.Difference(body, document.RootElement).Should().BeNull($"{example.File} prints another body than {text}");
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("uuid", out var id) && id.GetString() == "*")
            Header(response, "x-error-id").Should().Be(document.RootElement.GetProperty("uuid").GetString());
    }

    private static string Text(JsonElement body) => body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText();

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(",", values)
            : null;
}
