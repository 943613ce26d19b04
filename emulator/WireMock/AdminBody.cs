using System.Text.Json;
using Emulation.Http;

namespace Emulation.WireMocks;

/// <summary>Checks what is sent to the admin API. WireMock.Net itself answers text that is not JSON with a stack trace.</summary>
static class AdminBody
{
    private const string Mappings = "/__admin/mappings";

    private static readonly string[] s_readers = [Mappings, "/__admin/settings", "/__admin/requests/find", "/__admin/requests/count"];

    /// <summary>The answer that refuses the body; null: WireMock.Net reads it.</summary>
    public static Reply? Refuse(Call call, string path)
    {
        if (call.Body.IsEmpty || call.Method is not ("POST" or "PUT")) return null;
        if (!Array.Exists(s_readers, reader => IsBelow(path, reader))) return null;
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using var document = JsonDocument.Parse(call.Body, options);
            return IsMapping(path) && MappingDialect.IsOther(document.RootElement)
                ? Problem.Reply(400, "Not a mapping", MappingDialect.ToAdmin)
                : null;
        }
        catch (JsonException fault)
        {
            return Problem.Reply(400, "Not JSON", $"The body is not JSON: {fault.Message}");
        }
    }

    private static bool IsBelow(string path, string reader) =>
        path.StartsWith(reader, StringComparison.OrdinalIgnoreCase) && (path.Length == reader.Length || path[reader.Length] == '/');

    // The route mappings/wiremock.org takes the other dialect.
    private static bool IsMapping(string path) =>
        string.Equals(path, Mappings, StringComparison.OrdinalIgnoreCase) || Guid.TryParse(path[(path.LastIndexOf('/') + 1)..], out _);
}
