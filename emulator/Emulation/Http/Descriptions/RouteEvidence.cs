using System.Text.Json;

namespace Emulation.Http.Descriptions;

/// <summary>What the sources say about a route, from the embedded evidence file of its API.</summary>
/// <param name="Status">The status of a success.</param>
/// <param name="DataKey">The member under which the data is; null: none is documented.</param>
/// <param name="Source">The pages and files.</param>
sealed record RouteEvidence(int Status, string? DataKey, string Source)
{
    /// <summary>The evidence of an API by method and path; empty for an API without a file.</summary>
    public static Dictionary<string, RouteEvidence> Of(string api)
    {
        var evidence = new Dictionary<string, RouteEvidence>(StringComparer.Ordinal);
        using var file = typeof(RouteEvidence).Assembly.GetManifestResourceStream($"evidence/{api}/routes.json");
        if (file is null) return evidence;
        using var rows = JsonDocument.Parse(file);
        foreach (var row in rows.RootElement.EnumerateArray())
            evidence[$"{row.GetProperty("method").GetString()} {row.GetProperty("path").GetString()}"] = Read(row);
        return evidence;
    }

    public static string KeyOf(Route route) => $"{route.Method} {route.Path}";

    private static RouteEvidence Read(JsonElement row) => new(
        row.GetProperty("status").GetInt32(),
        row.TryGetProperty("dataKey", out var key) ? key.GetString() : null,
        row.GetProperty("source").GetString()!);
}
