using System.Text.Json;

namespace Emulation.Recordings.Drifts;

/// <summary>What a body is.</summary>
enum BodyState
{
    /// <summary>One or more JSON values.</summary>
    Json,

    /// <summary>JSON that ends too early.</summary>
    Truncated,

    /// <summary>JSON with a fault.</summary>
    Malformed,

    /// <summary>Not JSON.</summary>
    Text,
}

/// <summary>A body, as JSON values when it is JSON: a document, or one a line.</summary>
sealed record ParsedBody(BodyState State, IReadOnlyList<JsonElement> Values)
{
    public static ParsedBody Of(string text)
    {
        text = text.TrimStart('\uFEFF');
        if (text.TrimStart() is not [('{' or '[' or '"'), ..]) return new(BodyState.Text, []);
        if (TryParse(text, out var whole)) return new(BodyState.Json, [whole]);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var values = new List<JsonElement>();
        foreach (var line in lines)
        {
            if (!TryParse(line, out var value)) return new(IsCut(text) ? BodyState.Truncated : BodyState.Malformed, []);
            values.Add(value);
        }
        return new(BodyState.Json, values);
    }

    private static bool TryParse(string text, out JsonElement value)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 512 });
            value = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>Whether a reader that expects more finds no fault.</summary>
    private static bool IsCut(string text)
    {
        var reader = new Utf8JsonReader(
            System.Text.Encoding.UTF8.GetBytes(text), isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 512 }));
        try
        {
            while (reader.Read())
            {
                // Reads to the end, or to the fault.
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
