using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

/// <summary>
/// A string or a number as a file has it. A JSON element for each of a million attributes would be several times as large.
/// </summary>
[JsonConverter(typeof(AttributeTextConverter))]
sealed record AttributeText(string Text, bool IsNumber);

sealed class AttributeTextConverter : JsonConverter<AttributeText>
{
    public override bool HandleNull => true;

    public override AttributeText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
    {
        JsonTokenType.String => new AttributeText(reader.GetString()!, false),
        JsonTokenType.Number =>
            new AttributeText(Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan), true),
        _ => throw new RefusedValueException("must be a string or a number"),
    };

    public override void Write(Utf8JsonWriter writer, AttributeText value, JsonSerializerOptions options)
    {
        if (value.IsNumber) writer.WriteRawValue(value.Text);
        else writer.WriteStringValue(value.Text);
    }
}
