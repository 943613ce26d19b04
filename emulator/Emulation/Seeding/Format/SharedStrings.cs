using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

/// <summary>
/// Reads strings, and gives one object for those that were read recently: owners, types, tags and groups are in every row, and would
/// otherwise be as many objects as rows, first here and then in the graph. Each string has one place in a table of fixed size.
/// </summary>
sealed class SharedStrings : JsonConverter<string>
{
    private const int Slots = 1 << 14;
    private const int Longest = 64;

    private readonly string?[] _recent = new string?[Slots];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Text(ref reader);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Text(ref reader)!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private string? Text(ref Utf8JsonReader reader)
    {
        // The built-in method refuses other types of values.
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) return reader.GetString();
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > Longest) return reader.GetString();
        Span<char> characters = stackalloc char[Longest];
        if (!Encoding.UTF8.TryGetChars(reader.ValueSpan, characters, out var count)) return reader.GetString();
        // The built-in method refuses text that is not UTF-8.
        if (characters[..count].Contains('\uFFFD')) return reader.GetString();
        ref var slot = ref _recent[(uint)string.GetHashCode(characters[..count], StringComparison.Ordinal) % Slots];
        if (slot is null || !characters[..count].SequenceEqual(slot)) slot = new string(characters[..count]);
        return slot;
    }
}
