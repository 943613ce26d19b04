using System.Text.Json;
using Emulation.Tests.Support;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using Request = WireMock.RequestBuilders.Request;

namespace Emulation.Tests.Recordings;

/// <summary>WireMock.Net as a vendor: it answers the requests of the example files with the printed answers.</summary>
sealed class VendorStandIn : IDisposable
{
    /// <summary>Examples of one target differ by body and headers, so each request names its example.</summary>
    private const string ExampleHeader = "X-Example";

    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly WireMockServer _server = WireMockServer.Start("http://127.0.0.1:0");

    public Uri Address => new(_server.Url!);

    /// <summary>Examples that hold at any time with the default options: a comparison has no others.</summary>
    public static IEnumerable<Example> Examples() => Example.All().Where(example => example.Clock is null && !example.Options.Any());

    /// <param name="example">What is answered.</param>
    /// <param name="change">Changes the printed answer, as a vendor that behaves differently would.</param>
    public void Answer(Example example, Func<PrintedAnswer, PrintedAnswer>? change = null)
    {
        var answer = PrintedAnswer.Of(example);
        if (change is not null) answer = change(answer);
        var response = Response.Create().WithStatusCode(answer.Status);
        foreach (var (name, value) in answer.Headers) response = response.WithHeader(name, value);
        if (answer.Body is { } body) response = response.WithBody(body);
        _server.Given(Request.Create().WithHeader(ExampleHeader, example.File).WithUrl(url => IsTarget(url, example.Target))
            .UsingMethod(example.Method)).RespondWith(response);
    }

    /// <summary>
    /// Whether a request has the target that the example prints. WireMock.Net shows it decoded, so both are compared decoded.
    /// </summary>
    private static bool IsTarget(string url, string target)
    {
        // Not through Uri, which trims what is encoded at the end.
        var seen = url[url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return Uri.UnescapeDataString(seen) == Uri.UnescapeDataString(target);
    }

    /// <summary>Sends an example's request through a proxy.</summary>
    public static async Task Ask(Proxy proxy, Example example)
    {
        using var response = await ExampleExchange.Send(example, (method, target, body, headers) =>
        {
            var address = new Uri(proxy.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + target, s_asWritten);
            var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = body };
            request.Headers.Add(ExampleHeader, example.File);
            if (example.Api == "deso") request.Headers.Add("Origin", PrintedAnswer.Origin);
            foreach (var (name, value) in headers)
                if (!request.Headers.TryAddWithoutValidation(name, value)) body?.Headers.TryAddWithoutValidation(name, value);
            return proxy.Client.SendAsync(request);
        });
    }

    public void Dispose() => _server.Dispose();
}

/// <summary>The answer that an example file prints.</summary>
sealed record PrintedAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, string? Body)
{
    /// <summary>The page whose script sends the requests.</summary>
    public const string Origin = "https://app.example";

    private const string RouterNotFound = "404 page not found\n";
    private const string AnyId = "\"*\"";
    private const string Id = "0f0e0d0c-0b0a-4908-8706-050403020100";

    public static PrintedAnswer Of(Example example)
    {
        var response = example.Response;
        var headers = response.TryGetProperty("headers", out var printed)
            ? printed.EnumerateObject().Select(header => (header.Name, header.Value.GetString()!))
            : [];
        var answer = new PrintedAnswer(response.GetProperty("status").GetInt32(), [.. headers], BodyOf(response));
        if (example.Api == "deso") return answer.OfNode();
        // ThreatWinds returns the id of an error in this header, too; pages print it in the body alone.
        return answer.Body?.Contains(Id, StringComparison.Ordinal) == true
            ? answer with { Headers = [.. answer.Headers, ("x-error-id", Id)] }
            : answer;
    }

    public PrintedAnswer WithBody(string pattern, string replacement)
    {
        var body = Body!.Replace(pattern, replacement, StringComparison.Ordinal);
        return body == Body ? throw new InvalidOperationException($"{pattern} is not in {Body}") : this with { Body = body };
    }

    /// <summary>
    /// What every node adds and no page prints (deso-protocol/backend routes/server.go): the origin of the request,
    /// which its router adds to the routes that it knows; the media type, which is set before any handler runs; and the line end of Go's
    /// JSON encoder.
    /// </summary>
    private PrintedAnswer OfNode()
    {
        if (Body is RouterNotFound) return this;
        var headers = Headers.Append(("Access-Control-Allow-Origin", Origin));
        if (Body is not null && !Headers.Any(header => header.Name == "Content-Type"))
            headers = headers.Append(("Content-Type", "application/json"));
        return this with { Headers = [.. headers], Body = Body is ['{', ..] json ? json + "\n" : Body };
    }

    private static string? BodyOf(JsonElement response)
    {
        if (response.TryGetProperty("text", out var text)) return text.GetString();
        return response.TryGetProperty("body", out var body)
            ? body.GetRawText().Replace(AnyId, $"\"{Id}\"", StringComparison.Ordinal)
            : null;
    }
}
