using System.Text.Json;

namespace Emulation.Commands;

/// <summary>One thing to ask of a running instance, and what a person is told of its answer.</summary>
sealed record Errand(string Method, string Path)
{
    public HttpContent? Body { get; init; }

    /// <summary>What is written when it went well; the answer may be a stream.</summary>
    public required Func<HttpContent, TextWriter, Task> Tell { get; init; }

    /// <summary>The answer is JSON, and <c>--json</c> shows it as it is.</summary>
    public bool IsJson { get; init; } = true;

    /// <summary>What has its own sentence, whatever the answer says.</summary>
    public static Func<HttpContent, TextWriter, Task> Say(string sentence) => (_, to) => to.WriteLineAsync(sentence);

    public static Func<HttpContent, TextWriter, Task> Say(Func<JsonElement, string> sentence) => async (content, to) =>
    {
        await using var stream = await content.ReadAsStreamAsync();
        using var document = await JsonDocument.ParseAsync(stream);
        await to.WriteLineAsync(sentence(document.RootElement));
    };

    /// <summary>One line a row of an array; another sentence when there is none.</summary>
    public static Func<HttpContent, TextWriter, Task> List(string array, string none, params (string Title, Func<JsonElement, string> Cell)[] columns) => Say(root =>
    {
        var rows = Each(root, array).Select(row => columns.Select(column => column.Cell(row)).ToArray()).ToList();
        if (rows.Count == 0) return none;
        rows.Insert(0, [.. columns.Select(column => column.Title)]);
        var widths = columns.Select((_, at) => rows.Max(row => row[at].Length)).ToArray();
        return string.Join(Environment.NewLine, rows.Select(row => string.Join("  ", row.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd()));
    });

    /// <summary>The answer goes to a file, or with a hyphen to standard output.</summary>
    public static Func<HttpContent, TextWriter, Task> Save(string file) => async (content, to) =>
    {
        if (file == "-")
        {
            await using var output = Console.OpenStandardOutput();
            await content.CopyToAsync(output);
            return;
        }
        await using (var stream = Bodies.Create(file)) await content.CopyToAsync(stream);
        await to.WriteLineAsync($"{file}: {new FileInfo(file).Length} bytes");
    };

    /// <summary>A column that shows a member.</summary>
    public static Func<JsonElement, string> Cell(string member) => row => Text(row, member);

    /// <summary>A member as text: what is missing or null is nothing.</summary>
    public static string Text(JsonElement element, string name) => Member(element, name) is { } value ? value.ToString() : "";

    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The elements of an array that an answer of this emulator has.</summary>
    private static IEnumerable<JsonElement> Each(JsonElement root, string array) =>
        Member(root, array) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : throw new JsonException($"The answer has no {array}.");
}
