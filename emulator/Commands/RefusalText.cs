using System.Net;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary>The body of an error response as one line.</summary>
static class RefusalText
{
    private const int LongestText = 200;

    public static string Line(HttpStatusCode status, string body) => $"{(int)status} {Reason(body)}".ReplaceLineEndings(" ");

    public static bool IsObject(string body) => Parse(body) is { ValueKind: JsonValueKind.Object };

    private static string Reason(string body)
    {
        if (Parse(body) is not { ValueKind: JsonValueKind.Object } problem)
            return body.Length > LongestText ? body[..LongestText] + "…" : body;
        // WireMock's routes answer with a list of errors, all others with one problem.
        if (ControlRequest.Member(problem, "errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
        {
            var pointer = ControlRequest.Member(errors[0], "source") is { } source ? ControlRequest.Text(source, "pointer") : "";
            return OfProblem(errors[0], pointer);
        }
        return OfProblem(problem, ControlRequest.Text(problem, "pointer"));
    }

    private static string OfProblem(JsonElement problem, string pointer)
    {
        var (title, detail) = (ControlRequest.Text(problem, "title"), ControlRequest.Text(problem, "detail"));
        var text = string.Join(": ", new[] { title, detail }.Where(part => part.Length > 0));
        return pointer.Length == 0 || text.Contains($"\"{pointer}\"", StringComparison.Ordinal) ? text : $"{text} (at {pointer})";
    }

    private static JsonElement? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
