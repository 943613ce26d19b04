using System.Text.Json;

namespace Emulation.Seeding.Reading;

/// <summary>Finds the lines of errors; only then is a text walked again.</summary>
static class JsonPlaces
{
    private static readonly JsonReaderOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The line, from 1, of the value at a path such as <c>$.groups[3].name</c>, or of the nearest one around it.</summary>
    public static int LineOf(DatasetText text, string path)
    {
        var reader = new Utf8JsonReader(text.Bytes, s_lenient);
        var found = 0L;
        try
        {
            if (reader.Read()) found = reader.TokenStartIndex;
            foreach (var step in Steps(path))
            {
                if (!Enter(ref reader, step, ref found)) break;
            }
        }
        catch (JsonException)
        {
            // The text ends in an error: what was found before is nearest.
        }
        return text.LineAt(found);
    }

    /// <summary>The path of the value that begins at a position.</summary>
    public static string PathAt(DatasetText text, long position)
    {
        var reader = new Utf8JsonReader(text.Bytes, s_lenient);
        var (steps, counts) = (new List<string>(), new List<int>());
        while (reader.Read() && reader.TokenStartIndex <= position)
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                steps.RemoveAt(steps.Count - 1);
                counts.RemoveAt(counts.Count - 1);
                continue;
            }
            if (reader.TokenType == JsonTokenType.PropertyName) steps[^1] = $".{reader.GetString()}";
            else if (counts is [.., >= 0]) steps[^1] = $"[{counts[^1]++}]";
            if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) continue;
            steps.Add("");
            counts.Add(reader.TokenType == JsonTokenType.StartArray ? 0 : -1);
        }
        return "$" + string.Concat(steps);
    }

    private static bool Enter(ref Utf8JsonReader reader, string step, ref long found)
    {
        var index = 0;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return false;
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var start = reader.TokenStartIndex;
            var matches = isObject ? reader.ValueTextEquals(step) : int.TryParse(step, out var wanted) && wanted == index++;
            if (isObject) reader.Read();
            if (matches)
            {
                found = start;
                return true;
            }
            reader.Skip();
        }
        return false;
    }

    // Names with special characters are in brackets and quotes, positions in brackets alone.
    private static IEnumerable<string> Steps(string path)
    {
        for (var at = 1; at < path.Length;)
        {
            var (opening, closing) = path.AsSpan(at).StartsWith("['") ? (2, 2) : path[at] == '[' ? (1, 1) : (1, 0);
            var start = at + opening;
            var length = closing == 0 ? path.AsSpan(start).IndexOfAny('.', '[') : path.AsSpan(start).IndexOf(closing == 2 ? "']" : "]");
            var end = length < 0 ? path.Length : start + length;
            yield return path[start..end];
            at = end + closing;
        }
    }
}
