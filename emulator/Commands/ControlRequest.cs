using System.Text.Json;

namespace Emulation.Commands;

/// <summary>One request to the control plane of a running instance, and how its response is printed.</summary>
sealed record ControlRequest(string Method, string Path)
{
    public HttpContent? Body { get; init; }

    /// <summary>Prints a successful response; its content may be a stream.</summary>
    public required Func<HttpContent, TextWriter, Task> Print { get; init; }

    /// <summary>The response is JSON, and <c>--json</c> prints it unchanged.</summary>
    public bool IsJson { get; init; } = true;

    /// <summary>Prints a fixed sentence.</summary>
    public static Func<HttpContent, TextWriter, Task> Sentence(string sentence) => (_, output) => output.WriteLineAsync(sentence);

    /// <summary>Prints a sentence made from the JSON response.</summary>
    public static Func<HttpContent, TextWriter, Task> Sentence(Func<JsonElement, string> sentence) => async (content, output) =>
    {
        await using var stream = await content.ReadAsStreamAsync();
        using var document = await JsonDocument.ParseAsync(stream);
        await output.WriteLineAsync(sentence(document.RootElement));
    };

    /// <summary>Prints an array of the response as a table with one line a row, or a sentence when the array is empty.</summary>
    public static Func<HttpContent, TextWriter, Task> Table(
        string array, string whenEmpty, params (string Title, Func<JsonElement, string> Cell)[] columns) => Sentence(root =>
    {
        var rows = Elements(root, array).Select(row => columns.Select(column => column.Cell(row)).ToArray()).ToList();
        if (rows.Count == 0) return whenEmpty;
        rows.Insert(0, [.. columns.Select(column => column.Title)]);
        var widths = columns.Select((_, at) => rows.Max(row => row[at].Length)).ToArray();
        var lines = rows.Select(row => string.Join("  ", row.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd());
        return string.Join(Environment.NewLine, lines);
    });

    /// <summary>Writes the content to a file, or to standard output when the file is a hyphen.</summary>
    public static Func<HttpContent, TextWriter, Task> SaveTo(string file) => async (content, output) =>
    {
        if (file == "-")
        {
            await using var standardOutput = Console.OpenStandardOutput();
            await content.CopyToAsync(standardOutput);
            return;
        }
        await using (var stream = RequestBody.CreateFile(file)) await content.CopyToAsync(stream);
        await output.WriteLineAsync($"{file}: {new FileInfo(file).Length} bytes");
    };

    /// <summary>A table cell that shows one member.</summary>
    public static Func<JsonElement, string> Cell(string member) => row => Text(row, member);

    /// <summary>A member as text; missing and null members are empty.</summary>
    public static string Text(JsonElement element, string name) => Member(element, name) is { } value ? value.ToString() : "";

    public static JsonElement? Member(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Null ? null : value;
    }

    private static IEnumerable<JsonElement> Elements(JsonElement root, string array) =>
        Member(root, array) is { ValueKind: JsonValueKind.Array } found
            ? found.EnumerateArray()
            : throw new JsonException($"The response has no {array}.");
}
