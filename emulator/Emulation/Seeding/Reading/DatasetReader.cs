using System.Buffers;
using System.Text.Json;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Reading;

/// <summary>
/// Reads a dataset in two steps. The first one walks the whole text: it must be JSON, and shows where each array of rows begins. The second
/// one reads what is not an array of rows; rows are read by the mappings, while they are turned into nodes.
/// </summary>
static class DatasetReader
{
    private static readonly DateTimeOffset s_earliest = DateTimeOffset.UnixEpoch;

    private static readonly DateTimeOffset s_latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonReaderOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="DatasetError">It is not a dataset of format 1.</exception>
    public static DatasetFile Parse(DatasetText text)
    {
        try
        {
            return Read(text);
        }
        catch (RowError error)
        {
            throw Located(text, error);
        }
    }

    public static DatasetError Located(DatasetText text, RowError error) =>
        Error(text, JsonPlaces.LineOf(text, error.Path), error.Path, error.Message);

    private static DatasetError Error(DatasetText text, int line, string path, string message) =>
        new($"{text.Source}({line}): {path}: {message}", path);

    private static DatasetFile Read(DatasetText text)
    {
        var (head, arrays) = Divided(text);
        var json = DatasetJson.ForReading();
        DatasetFile file;
        try
        {
            file = JsonSerializer.Deserialize(head.Span, json.DatasetFile)!;
        }
        catch (JsonException fault)
        {
            throw JsonFaults.Explained("$", fault);
        }
        CheckHead(file);
        foreach (var array in arrays) RowArrays.Assign(file, array, json);
        return file.Name.Length > 0 ? file : file with { Name = Path.GetFileNameWithoutExtension(text.Source) };
    }

    private static void CheckHead(DatasetFile file)
    {
        if (file.Format == 0) throw new RowError("$.format", "is missing; write 1");
        if (file.Format != 1) throw new RowError("$.format", $"is {file.Format}; this emulator reads format 1");
        if (file.Start is not { } start)
            throw new RowError("$.start", "is missing; give the moment the world begins, such as \"2024-01-01T00:00:00Z\"");
        // Later moments must fit 64 bits of nanoseconds, and what happened before must be after the year 1.
        if (start < s_earliest || start > s_latest)
            throw new RowError("$.start", $"is {start:yyyy-MM-dd}; a world begins between 1970-01-01 and 2200-01-01");
    }

    /// <summary>The document without its arrays of rows, and the arrays.</summary>
    private static (ReadOnlyMemory<byte> Head, List<RowArray> Arrays) Divided(DatasetText text)
    {
        try
        {
            return DividedJson(text);
        }
        catch (JsonException fault)
        {
            throw Error(text, (int)(fault.LineNumber ?? 0) + 1, "$", JsonFaults.Explained(fault));
        }
        catch (InvalidOperationException)
        {
            throw new RowError("$", "has a member whose name is not Unicode");
        }
    }

    private static (ReadOnlyMemory<byte> Head, List<RowArray> Arrays) DividedJson(DatasetText text)
    {
        var reader = new Utf8JsonReader(text.Bytes, s_lenient);
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            throw new RowError("$", "is null; a dataset is an object with \"format\", \"name\", \"start\"");
        if (reader.TokenType != JsonTokenType.StartObject) throw new RowError("$", "has a value of the wrong type; it must be an object");

        var head = new ArrayBufferWriter<byte>();
        var (arrays, names) = (new List<RowArray>(), new HashSet<string>(StringComparer.Ordinal));
        head.Write("{"u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, start) = (reader.GetString()!, reader.TokenStartIndex);
            if (!names.Add(name)) throw new RowError($"$.{name}", "is there twice; give it once");
            reader.Read();
            var isArray = reader.TokenType == JsonTokenType.StartArray && RowArrays.Has(name);
            if (isArray) arrays.Add(new RowArray(name, text.Bytes.Slice(reader.Position)));
            Walk(ref reader, text);
            if (isArray) continue;
            if (head.WrittenCount > 1) head.Write(","u8);
            foreach (var piece in text.Bytes.Slice(start, reader.BytesConsumed - start)) head.Write(piece.Span);
        }
        while (reader.Read())
        {
            // Reading on refuses what follows the document.
        }
        head.Write("}"u8);
        return (head.WrittenMemory, arrays);
    }

    /// <summary>To the end of a value. Nulls in lists are refused here: generated readers accept them.</summary>
    private static void Walk(ref Utf8JsonReader reader, DatasetText text)
    {
        var depth = reader.CurrentDepth;
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) return;
        var lists = new Stack<bool>();
        lists.Push(reader.TokenType == JsonTokenType.StartArray);
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                lists.Push(reader.TokenType == JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) lists.Pop();
            else if (reader.TokenType == JsonTokenType.Null && lists.Peek())
                throw new RowError(JsonPlaces.PathAt(text, reader.TokenStartIndex), "is null; leave it out");
        }
    }
}
