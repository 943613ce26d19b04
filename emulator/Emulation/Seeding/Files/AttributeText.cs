using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Files;

/// <summary>A string or a number as it stands in a file; null of anything else. A whole JSON value for each of a million attributes would be several times as large.</summary>
[JsonConverter(typeof(AttributeTextReader))]
public sealed record AttributeText(string? Text, bool IsNumber);

/// <summary>Reads what it can be, and passes over what it cannot: the row's part says so, with the row's place.</summary>
public sealed class AttributeTextReader : JsonConverter<AttributeText>
{
    public override bool HandleNull => true;

    public override AttributeText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new AttributeText(reader.GetString(), false);
        if (reader.TokenType == JsonTokenType.Number) return new AttributeText(Encoding.ASCII.GetString(reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan), true);
        reader.Skip();
        return new AttributeText(null, false);
    }

    public override void Write(Utf8JsonWriter writer, AttributeText value, JsonSerializerOptions options)
    {
        if (value.IsNumber) writer.WriteRawValue(value.Text!);
        else writer.WriteStringValue(value.Text);
    }
}
