using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Responses;

/// <summary>Writes the envelope of lists: pages, items, results (documents 000 and 001).</summary>
static class ListJson
{
    /// <summary>Writes the envelope and, after its three members, those of <paramref name="more"/>.</summary>
    public static void Write<T>(
        Utf8JsonWriter json,
        long found,
        int limit,
        IEnumerable<T> page,
        Action<Utf8JsonWriter, T> item,
        Action<Utf8JsonWriter>? more = null)
    {
        var items = Math.Min(found, Paging.MaxCount);
        json.WriteStartObject();
        json.WriteNumber("pages", (items + limit - 1) / limit);
        json.WriteNumber("items", items);
        json.WriteStartArray("results");
        foreach (var one in page) item(json, one);
        json.WriteEndArray();
        more?.Invoke(json);
        json.WriteEndObject();
    }
}
