using System.Text.Json;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Requests;

/// <summary>Request bodies. Every reader gives null, or false, for what has the wrong shape.</summary>
static class Bodies
{
    // Deeper than any page's sample by far, and shallow enough to walk recursively.
    private const int MostDepth = 128;

    /// <summary>The body, when it is a JSON object whose every name and string can be read.</summary>
    public static JsonElement? Object(Call call)
    {
        try
        {
            using var document = JsonDocument.Parse(call.Body, new JsonDocumentOptions { MaxDepth = MostDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            // Bytes that are no UTF-8 and halves of surrogate pairs pass the parser, and fail when they are read.
            Touch(document.RootElement);
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

    private static void Touch(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) _ = value.GetString();
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) Touch(item);
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var member in value.EnumerateObject())
        {
            _ = member.Name;
            Touch(member.Value);
        }
    }
}
