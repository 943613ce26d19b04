using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Files;

/// <summary>
/// Reads strings, and gives one object for those that were met lately: owners, types, tags and groups stand in every row, and would
/// else be as many objects as rows, first here and then in the graph. Remembers as many as fit its table, each in the one place it can have.
/// </summary>
sealed class SharedStrings : JsonConverter<string>
{
    private const int Places = 1 << 14;
    private const int Longest = 64;

    private readonly string?[] _met = new string?[Places];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Text(ref reader);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Text(ref reader)!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new InvalidOperationException("Rows are written by their own writer.");

    private string? Text(ref Utf8JsonReader reader)
    {
        // Whatever is no string is refused as it always was.
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) return reader.GetString();
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > Longest) return reader.GetString();
        Span<char> signs = stackalloc char[Longest];
        if (!Encoding.UTF8.TryGetChars(reader.ValueSpan, signs, out var count)) return reader.GetString();
        // What is no UTF-8 is refused where it always was.
        if (signs[..count].Contains('\uFFFD')) return reader.GetString();
        ref var place = ref _met[(uint)string.GetHashCode(signs[..count], StringComparison.Ordinal) % Places];
        if (place is null || !signs[..count].SequenceEqual(place)) place = new string(signs[..count]);
        return place;
    }
}
