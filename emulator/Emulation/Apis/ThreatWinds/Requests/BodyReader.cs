using System.Text.Json;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Requests;

/// <summary>Reads request bodies. Every method returns null or false for a value of the wrong type.</summary>
static class BodyReader
{
    // Much deeper than any sample of the pages, and shallow enough for recursion.
    private const int MaxDepth = 128;

    /// <summary>The body, if it is a JSON object whose names and strings are all valid Unicode.</summary>
    public static JsonElement? Object(Call call)
    {
        try
        {
            using var document = JsonDocument.Parse(call.Body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            // Invalid UTF-8 and unpaired surrogates pass the parser and fail when they are read.
            ReadAllStrings(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A string member; empty when it is absent or null.</summary>
    public static bool Text(JsonElement body, string name, out string text)
    {
        text = "";
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.String) return false;
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
        if (!value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)) return false;
        texts = [.. value.EnumerateArray().Select(item => item.GetString()!)];
        return true;
    }

    private static void ReadAllStrings(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) _ = value.GetString();
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) ReadAllStrings(item);
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var member in value.EnumerateObject())
        {
            _ = member.Name;
            ReadAllStrings(member.Value);
        }
    }
}
