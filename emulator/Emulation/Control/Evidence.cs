using System.Text.Json;

namespace Emulation.Control;

/// <summary>When a route was last compared with the real service, and what came of it.</summary>
/// <param name="At">When.</param>
/// <param name="Upstream">The service, as the report names it.</param>
/// <param name="Answers">How many answers were compared.</param>
/// <param name="Differences">How many kinds of differences were found and not accepted.</param>
readonly record struct ComparedRoute(DateTimeOffset At, string Upstream, int Answers, int Differences);

/// <summary>The reports of <c>drift --evidence</c> in a folder. They are read for each request, so that a new one is seen.</summary>
static class Evidence
{
    /// <summary>The newest comparison of each route; empty without a folder. Files that are no reports are skipped.</summary>
    public static Dictionary<string, ComparedRoute> Read(string? folder)
    {
        var newest = new Dictionary<string, ComparedRoute>(StringComparer.Ordinal);
        if (folder is null || !Directory.Exists(folder)) return newest;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            try
            {
                using var report = JsonDocument.Parse(File.ReadAllBytes(file));
                Add(report.RootElement, newest);
            }
            catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException
                or KeyNotFoundException or FormatException)
            {
                // Another file, or a report that is being written.
            }
        }
        return newest;
    }

    public static string KeyOf(string api, string method, string path) => $"{api} {method} {path}";

    private static void Add(JsonElement report, Dictionary<string, ComparedRoute> newest)
    {
        if (!report.TryGetProperty("drift", out _)) return;
        var at = report.GetProperty("compared").GetDateTimeOffset();
        var upstream = report.GetProperty("upstream").GetString() ?? "";
        foreach (var route in report.GetProperty("routes").EnumerateArray())
        {
            var answers = route.GetProperty("compared").GetInt32();
            if (answers == 0) continue;
            var key = KeyOf(Text(route, "api"), Text(route, "method"), Text(route, "path"));
            if (newest.TryGetValue(key, out var known) && known.At >= at) continue;
            var differences = route.GetProperty("differences").EnumerateArray()
                .Count(difference => difference.GetProperty("accepted").ValueKind == JsonValueKind.Null);
            newest[key] = new ComparedRoute(at, upstream, answers, differences);
        }
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? "";
}
