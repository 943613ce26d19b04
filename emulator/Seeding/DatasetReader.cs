using System.Text.Json;
using Emulation.Seeding.Files;

namespace Emulation.Seeding;

/// <summary>Reads a dataset file; every fault becomes one line with file, line and node.</summary>
static class DatasetReader
{
    private const string Schema = "(see dataset.schema.json)";

    public static DatasetFile Parse(string source, byte[] bytes)
    {
        var json = Text(bytes);
        DatasetFile? file;
        try
        {
            file = JsonSerializer.Deserialize(json, DatasetJson.Default.DatasetFile);
        }
        catch (JsonException fault)
        {
            throw new DatasetError($"{source}({(fault.LineNumber ?? 0) + 1}): {fault.Path ?? "$"}: {Explained($"{fault.Message} {fault.InnerException?.Message}")}");
        }
        if (file is null) throw new DatasetError($"{source}(1): $: is null; a dataset is an object with \"format\", \"name\", \"start\"");
        if (file.Format == 0) throw new DatasetError($"{source}({LineOf(json, "format", null)}): $.format: is missing; write 1");
        if (file.Format != 1) throw new DatasetError($"{source}({LineOf(json, "format", null)}): $.format: is {file.Format}; this emulator reads format 1");
        if (file.Start is null) throw new DatasetError($"{source}({LineOf(json, "start", null)}): $.start: is missing; give the moment the world begins, such as \"2024-01-01T00:00:00Z\"");
        return file.Name.Length > 0 ? file : file with { Name = Path.GetFileNameWithoutExtension(source) };
    }

    public static DatasetError Located(string source, byte[] bytes, RowError error) =>
        new($"{source}({LineOf(Text(bytes), error.Array, error.Position)}): $.{error.Array}[{error.Position}]: {error.Message}");

    /// <summary>Editors of one system like to begin a file with a mark that JSON does not know.</summary>
    private static ReadOnlySpan<byte> Text(byte[] bytes) => bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;

    /// <summary>The line, from 1, of a member by its path or of a row of one; 1 when it is not there.</summary>
    private static int LineOf(ReadOnlySpan<byte> json, string path, int? position)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var members = path.Split('.');
        var (found, row) = (0, -1);
        while (reader.Read())
        {
            if (found < members.Length)
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != found + 1 || !reader.ValueTextEquals(members[found])) continue;
                found++;
                if (found == members.Length && position is null) return Line(json, reader.TokenStartIndex);
                continue;
            }
            if (reader.CurrentDepth <= members.Length && reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) break;
            if (reader.CurrentDepth == members.Length + 1 && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject) && ++row == position)
                return Line(json, reader.TokenStartIndex);
        }
        return 1;
    }

    private static int Line(ReadOnlySpan<byte> json, long at) => json[..(int)at].Count((byte)'\n') + 1;

    private static string Explained(string message)
    {
        if (message.Contains("could not be mapped", StringComparison.Ordinal)) return $"is not a member that the format knows {Schema}";
        if (message.Contains("could not be converted", StringComparison.Ordinal)) return $"has a value of the wrong type; it must be {Wanted(message)} {Schema}";
        if (message.Contains("doesn't allow setting null", StringComparison.Ordinal)) return $"must not be null; leave it out {Schema}";
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
