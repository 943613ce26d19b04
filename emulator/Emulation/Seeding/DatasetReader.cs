using System.Text.Json;
using Emulation.Seeding.Files;

namespace Emulation.Seeding;

/// <summary>Reads a dataset file; every fault becomes one line with file, line and node.</summary>
static class DatasetReader
{
    private const string Schema = "(see dataset.schema.json)";

    private static readonly DateTimeOffset s_earliest = DateTimeOffset.UnixEpoch;

    private static readonly DateTimeOffset s_latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonReaderOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static DatasetFile Parse(DatasetText text)
    {
        DatasetFile? file;
        try
        {
            using var stream = text.OpenRead();
            var options = new JsonSerializerOptions(DatasetJson.Default.Options) { AllowDuplicateProperties = false };
            options.Converters.Add(new SharedStrings());
            file = JsonSerializer.Deserialize(stream, new DatasetJson(options).DatasetFile);
        }
        catch (JsonException fault)
        {
            throw Error(text, (int)(fault.LineNumber ?? 0) + 1, fault.Path ?? "$", Explained($"{fault.Message} {fault.InnerException?.Message}"));
        }
        if (file is null) throw Error(text, 1, "$", "is null; a dataset is an object with \"format\", \"name\", \"start\"");
        if (file.Format == 0) throw Error(text, LineOf(text, "format"), "$.format", "is missing; write 1");
        if (file.Format != 1) throw Error(text, LineOf(text, "format"), "$.format", $"is {file.Format}; this emulator reads format 1");
        if (file.Start is null) throw Error(text, LineOf(text, "start"), "$.start", "is missing; give the moment the world begins, such as \"2024-01-01T00:00:00Z\"");
        // Later moments must fit 64 bits of nanoseconds, and what happened before must be after the year 1.
        if (file.Start < s_earliest || file.Start > s_latest)
            throw Error(text, LineOf(text, "start"), "$.start", $"is {file.Start.Value:yyyy-MM-dd}; a world begins between 1970-01-01 and 2200-01-01");
        RefuseNulls(text);
        return file.Name.Length > 0 ? file : file with { Name = Path.GetFileNameWithoutExtension(text.Source) };
    }

    public static DatasetError Located(DatasetText text, RowError error) => Error(text, LineOf(text, error.Array, error.Position), error.Path, error.Message);

    private static DatasetError Error(DatasetText text, int line, string path, string message) => new($"{text.Source}({line}): {path}: {message}", path);

    /// <summary>The line, from 1, of a member by its path or of a row of one; 1 when it is not there.</summary>
    private static int LineOf(DatasetText text, string path, int position = RowError.Whole)
    {
        var reader = new Utf8JsonReader(text.Bytes, s_lenient);
        var members = path.Split('.');
        var (found, row) = (0, -1);
        while (reader.Read())
        {
            if (found < members.Length)
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != found + 1 || !reader.ValueTextEquals(members[found])) continue;
                found++;
                if (found == members.Length && position == RowError.Whole) return text.LineAt(reader.TokenStartIndex);
                continue;
            }
            if (reader.CurrentDepth <= members.Length && reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) break;
            if (reader.CurrentDepth == members.Length + 1 && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject) && ++row == position)
                return text.LineAt(reader.TokenStartIndex);
        }
        return 1;
    }

    // The generated reader refuses a null in a member, and lets it pass in a list.
    private static void RefuseNulls(DatasetText text)
    {
        var reader = new Utf8JsonReader(text.Bytes, s_lenient);
        var lists = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) lists.Push(reader.TokenType == JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) lists.Pop();
            else if (reader.TokenType == JsonTokenType.Null && lists.Peek()) throw Error(text, text.LineAt(reader.TokenStartIndex), PathAt(text, reader.TokenStartIndex), "is null; leave it out");
        }
    }

    private static string PathAt(DatasetText text, long position)
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

    private static string Explained(string message)
    {
        if (message.Contains("could not be mapped", StringComparison.Ordinal)) return $"is not a member that the format knows {Schema}";
        if (message.Contains("could not be converted", StringComparison.Ordinal)) return $"has a value of the wrong type; it must be {Wanted(message)} {Schema}";
        if (message.Contains("doesn't allow setting null", StringComparison.Ordinal)) return $"must not be null; leave it out {Schema}";
        if (message.Contains("Duplicate propert", StringComparison.Ordinal)) return "is there twice; give it once";
        if (message.StartsWith(AttributeTextReader.Refused, StringComparison.Ordinal)) return AttributeTextReader.Refused;
        var missing = message.IndexOf("including:", StringComparison.Ordinal);
        if (missing >= 0) return $"lacks {message[(missing + 10)..].Trim().TrimEnd('.')}, which the format requires {Schema}";
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return $"is no JSON: {(end < 0 ? message : message[..end]).ReplaceLineEndings(" ")}";
    }

    /// <summary>What a value should have been, by the type that the message names.</summary>
    private static string Wanted(string message)
    {
        if (message.Contains("System.DateTimeOffset", StringComparison.Ordinal)) return "a moment such as \"2024-01-01T00:00:00Z\"";
        if (message.Contains("System.Guid", StringComparison.Ordinal)) return "a UUID";
        if (message.Contains("Dictionary", StringComparison.Ordinal)) return "an object";
        if (message.Contains("IReadOnlyList", StringComparison.Ordinal)) return "an array";
        if (message.Contains("System.String", StringComparison.Ordinal)) return "a string";
        if (message.Contains("System.Boolean", StringComparison.Ordinal)) return "true or false";
        if (message.Contains("UInt", StringComparison.Ordinal)) return "a whole number that is not negative";
        if (message.Contains("Int32", StringComparison.Ordinal) || message.Contains("Int64", StringComparison.Ordinal)) return "a whole number";
        if (message.Contains("System.D", StringComparison.Ordinal)) return "a number";
        return "an object";
    }
}
