using System.Text.Json;
using Emulation.Seeding.Files;

namespace Emulation.Seeding;

/// <summary>Reads a dataset file; every fault becomes one line with file, line and node.</summary>
static class DatasetReader
{
    public static DatasetFile Parse(string source, byte[] bytes)
    {
        var json = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        DatasetFile? file;
        try
        {
            file = JsonSerializer.Deserialize(json, DatasetJson.Default.DatasetFile);
        }
        catch (JsonException fault)
        {
            throw new DatasetError($"{source}({fault.LineNumber + 1}): {fault.Path ?? "$"}: {Explained(fault)}");
        }
        if (file is null) throw new DatasetError($"{source}(1): $: is null; a dataset is an object with \"format\", \"name\", \"start\"");
        if (file.Format != 1) throw new DatasetError($"{source}({LineOf(bytes, "format", null)}): $.format: is {file.Format}; this emulator reads format 1");
        if (file.Start is null) throw new DatasetError($"{source}({LineOf(bytes, "start", null)}): $.start: is missing; give the moment the world begins, such as \"2024-01-01T00:00:00Z\"");
        return file.Name.Length > 0 ? file : file with { Name = Path.GetFileNameWithoutExtension(source) };
    }

    public static DatasetError Located(string source, byte[] bytes, RowError error) =>
        new($"{source}({LineOf(bytes, error.Array, error.Position)}): $.{error.Array}[{error.Position}]: {error.Message}");

    /// <summary>The line, from 1, of a member of the document or of a row of one; 1 when it is not there.</summary>
    private static long LineOf(byte[] bytes, string member, int? position)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var inside = false;
        var row = -1;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName) inside = reader.ValueTextEquals(member);
            if (!inside) continue;
            if (position is null) return Line(bytes, reader.TokenStartIndex);
            if (reader.CurrentDepth == 2 && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject) && ++row == position)
                return Line(bytes, reader.TokenStartIndex);
        }
        return 1;
    }

    private static long Line(byte[] bytes, long at) => bytes.AsSpan(0, (int)at).Count((byte)'\n') + 1;

    private static string Explained(JsonException fault)
    {
        if (fault.Message.Contains("could not be mapped", StringComparison.Ordinal)) return "is not a member that the format knows (see dataset.schema.json)";
        if (fault.Message.Contains("could not be converted", StringComparison.Ordinal)) return "has a value of the wrong type (see dataset.schema.json)";
        if (fault.Message.Contains("missing required", StringComparison.Ordinal)) return "lacks a member that the format requires (see dataset.schema.json)";
        var end = fault.Message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? fault.Message : fault.Message[..end];
    }
}
