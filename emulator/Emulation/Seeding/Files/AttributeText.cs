using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Files;

/// <summary>A string or a number as a file has it. A whole JSON value for each of a million attributes would be several times as large.</summary>
[JsonConverter(typeof(AttributeTextReader))]
public sealed record AttributeText(string Text, bool IsNumber);

public sealed class AttributeTextReader : JsonConverter<AttributeText>
{
    public const string Refused = "must be a string or a number";

    public override bool HandleNull => true;

    public override AttributeText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new AttributeText(reader.GetString()!, false);
        if (reader.TokenType == JsonTokenType.Number) return new AttributeText(Encoding.ASCII.GetString(reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan), true);
        throw new JsonException(Refused);
    }

    public override void Write(Utf8JsonWriter writer, AttributeText value, JsonSerializerOptions options)
    {
        if (value.IsNumber) writer.WriteRawValue(value.Text);
        else writer.WriteStringValue(value.Text);
    }
}
