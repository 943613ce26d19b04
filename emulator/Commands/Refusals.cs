using System.Net;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary>What an instance says no with, in one line.</summary>
static class Refusals
{
    private const int MostOfAText = 200;

    public static string Line(HttpStatusCode status, string body) => $"{(int)status} {Reason(body)}".ReplaceLineEndings(" ");

    private static string Reason(string body)
    {
        if (Parse(body) is not { ValueKind: JsonValueKind.Object } problem) return body.Length > MostOfAText ? body[..MostOfAText] + "…" : body;
        // WireMock's dialect has a list of errors, ours is one problem.
        if (Errand.Member(problem, "errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
            return Of(errors[0], Errand.Member(errors[0], "source") is { } source ? Errand.Text(source, "pointer") : "");
        return Of(problem, Errand.Text(problem, "pointer"));
    }

    private static string Of(JsonElement problem, string pointer)
    {
        var (title, detail) = (Errand.Text(problem, "title"), Errand.Text(problem, "detail"));
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
