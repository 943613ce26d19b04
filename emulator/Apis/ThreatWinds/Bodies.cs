using System.Text.Json;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds;

/// <summary>Request bodies. Every reader gives null, or false, for what has the wrong shape.</summary>
static class Bodies
{
    // Deeper than any page's sample by far, and shallow enough to walk recursively.
    private const int MostDepth = 128;

    /// <summary>The body, when it is a JSON object.</summary>
    public static JsonElement? Object(Call call)
    {
        try
        {
            using var document = JsonDocument.Parse(call.Body, new JsonDocumentOptions { MaxDepth = MostDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A string member; empty when it is absent or null.</summary>
    public static bool Text(JsonElement body, string name, out string text)
    {
        text = "";
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.String || !Legible(value)) return false;
        text = value.GetString()!;
        return true;
    }

    /// <summary>An integer member; null when it is absent or null.</summary>
    public static bool Whole(JsonElement body, string name, out int? number)
    {
        number = null;
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var whole)) return false;
        number = whole;
        return true;
    }

    /// <summary>A list of strings; null when it is absent or null.</summary>
    public static bool Texts(JsonElement body, string name, out IReadOnlyList<string>? texts)
    {
        texts = null;
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.Array) return false;
        if (!value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && Legible(item))) return false;
        texts = [.. value.EnumerateArray().Select(item => item.GetString()!)];
        return true;
    }

    /// <summary>A string with half of a surrogate pair can be parsed but not read.</summary>
    public static bool Legible(JsonElement text)
    {
        try
        {
            _ = text.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
