using System.Text.Json;

namespace Emulation.Tests.Fuzz;

/// <summary>What a refusal of each API looks like.</summary>
static class Envelopes
{
    private const string UnknownError = "An unknown error occurred";
    private const string ProblemType = "application/problem+json";
    private const string InternalError = "internal error";

    /// <summary>What is wrong with an answer of 400 or more; null when it is as it should be.</summary>
    public static string? Fault(RandomRequest request, int status, string? contentType, string body, IReadOnlySet<string> headers)
    {
        if (status >= 500 && !IsExpected(request, status, body)) return "a 5xx that nothing in the request explains";
        if (request.Method is "HEAD") return body.Length == 0 ? null : "a body for HEAD";
        if (IsOutsideEveryApi(request.Target) && contentType == ProblemType) return Control(status, contentType, body);
        return request.Route.Api switch
        {
            "threatconnect" => Json(body, root => root.TryGetProperty("status", out var word) && word.GetString() == "Failure"
                && root.TryGetProperty("message", out _), contentType, "application/json"),
            "threatwinds" => headers.Contains("x-error-id") || status == 501
                ? Json(body, root => root.TryGetProperty("error", out _)
                    && root.TryGetProperty("uuid", out _), contentType, "application/json; charset=utf-8")
                : "no x-error-id header",
            "deso" => Deso(status, body),
            _ => Control(status, contentType, body),
        };
    }

    // A changed method may lead to a route without a handler. DeSo answers 500 when a rule of the chain or of its indexes refuses a query.
    private static bool IsExpected(RandomRequest request, int status, string body) =>
        (status == 501 && (!request.Route.Served || request.Method != request.Route.Method))
            || (request.Route.Api == "deso" && !body.Contains(InternalError, StringComparison.Ordinal));

    // Paths that no API owns unless a route matches them; a mutated one gets the emulator's own 400 or 404.
    private static bool IsOutsideEveryApi(string target) =>
        target.StartsWith("//", StringComparison.Ordinal) || target.StartsWith("/api/v1/", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("/api/gateway/", StringComparison.OrdinalIgnoreCase);

    private static string? Deso(int status, string body)
    {
        if (status == 405 && body.Length == 0) return null;
        if (status == 404 && body == "404 page not found\n") return null;
        // Go's server refuses a malformed escape before the node sees the request; the node answers a wrong media type without a body.
        if (status == 400 && body is "400 Bad Request" or "") return null;
        return body.StartsWith('{')
            ? Json(body, root => root.TryGetProperty("error", out _), null, null)
            : "neither DeSo's JSON error nor its text";
    }

    // WireMock's admin API has error bodies of its own, or none. A page that the dashboard has not is a page, which leads to the others.
    private static string? Control(int status, string? contentType, string body)
    {
        if (status == 404 && contentType == "text/html; charset=utf-8" && body.Contains("<main", StringComparison.Ordinal)) return null;
        if (body.Length == 0 || body.Contains("\"errors\"", StringComparison.Ordinal)) return null;
        return Json(body, root => root.TryGetProperty("title", out _)
            && root.GetProperty("status").GetInt32() == status, contentType, ProblemType);
    }

    private static string? Json(string body, Func<JsonElement, bool> holds, string? contentType, string? expectedType)
    {
        if (body.Contains(UnknownError, StringComparison.Ordinal)) return "the text of a bug";
        if (expectedType is not null && !string.Equals(contentType, expectedType, StringComparison.OrdinalIgnoreCase))
            return $"content type {contentType} in place of {expectedType}";
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && holds(document.RootElement) ? null : "not the API's envelope";
        }
        catch (JsonException)
        {
            return "not JSON";
        }
    }
}
