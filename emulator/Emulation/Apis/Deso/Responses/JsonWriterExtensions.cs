using System.Text;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Responses;

/// <summary>Members with the value types that a node's responses use.</summary>
static class JsonWriterExtensions
{
    public static void Unsigned(this ref JsonWriter json, scoped ReadOnlySpan<byte> name, ulong number)
    {
        json.Name(name);
        json.Number(number);
    }

    public static void Float(this ref JsonWriter json, scoped ReadOnlySpan<byte> name, double number)
    {
        json.Name(name);
        json.Value(Encoding.ASCII.GetBytes(GoEscaping.Number(number)));
    }

    /// <param name="json">The writer.</param>
    /// <param name="name">ASCII without a character that is escaped.</param>
    /// <param name="text">ASCII without a character that is escaped.</param>
    public static void Ascii(this ref JsonWriter json, scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> text)
    {
        json.Name(name);
        json.Ascii(text);
    }

    public static void EscapedText(this ref JsonWriter json, scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> text)
    {
        json.Name(name);
        json.EscapedText(text);
    }

    public static void Hex(this ref JsonWriter json, scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> bytes)
    {
        json.Name(name);
        json.Hex(bytes);
    }

    public static void Base64(this ref JsonWriter json, scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> bytes)
    {
        json.Name(name);
        json.Base64(bytes);
    }

    public static void Null(this ref JsonWriter json, scoped ReadOnlySpan<byte> name)
    {
        json.Name(name);
        json.Null();
    }
}
