using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulation.Recordings.Sanitizing;

/// <summary>How the parts of JSON are replaced. Items of an array have the name of the array's member.</summary>
/// <param name="Text">Replaces a string, given the name of its member.</param>
/// <param name="Number">Replaces a number, given the name of its member.</param>
/// <param name="Name">Replaces the name of a member.</param>
/// <param name="IsSecret">Whether everything in a member is secret.</param>
/// <param name="Secret">Replaces a secret string.</param>
/// <param name="Rest">Replaces everything from where the JSON is malformed.</param>
sealed record JsonReplacements(
    Func<string, string, string> Text,
    Func<string, string, string> Number,
    Func<string, string> Name,
    Func<string, bool> IsSecret,
    Func<string, string> Secret,
    Func<string, string> Rest);

/// <summary>
/// Replaces strings, numbers and names in JSON and leaves every other byte as it is: white space, escapes, the form of numbers, repeated
/// members. Malformed JSON stays malformed: what follows is replaced as plain text.
/// </summary>
sealed class JsonSanitizer(JsonReplacements replacements)
{
    private static readonly JsonReaderOptions s_options = new() { AllowMultipleValues = true, MaxDepth = 512 };

    private readonly Stack<string> _names = new();
    private string _member = "";
    private int _secretDepth = -1;

    public static string Replace(string json, JsonReplacements replacements)
    {
        var output = new ArrayBufferWriter<byte>(json.Length);
        new JsonSanitizer(replacements).Copy(Encoding.UTF8.GetBytes(json), output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private void Copy(byte[] json, ArrayBufferWriter<byte> output)
    {
        var reader = new Utf8JsonReader(json, s_options);
        var (copied, end) = (0, json.Length);
        try
        {
            while (reader.Read())
            {
                if (Replacement(ref reader) is not { } replacement) continue;
                var start = (int)reader.TokenStartIndex;
                output.Write(json.AsSpan(copied, start - copied));
                output.Write(Encoding.UTF8.GetBytes(replacement));
                copied = start + reader.ValueSpan.Length + (reader.TokenType == JsonTokenType.Number ? 0 : 2);
            }
        }
        // A string with half a surrogate pair cannot be read as text.
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            end = Math.Max(copied, Math.Min((int)reader.BytesConsumed, (int)reader.TokenStartIndex));
        }
        output.Write(json.AsSpan(copied, end - copied));
        if (end < json.Length) output.Write(Encoding.UTF8.GetBytes(replacements.Rest(Encoding.UTF8.GetString(json.AsSpan(end)))));
    }

    /// <summary>The new text of the token; null: it stays.</summary>
    private string? Replacement(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _names.Push(_member);
                if (_secretDepth < 0 && replacements.IsSecret(_member)) _secretDepth = _names.Count;
                return null;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                if (_secretDepth == _names.Count) _secretDepth = -1;
                _member = _names.Pop();
                return null;
            case JsonTokenType.PropertyName:
                _member = reader.GetString()!;
                return Changed(_member, replacements.Name(_member));
            case JsonTokenType.String:
                var text = reader.GetString()!;
                return Changed(text, IsSecret ? replacements.Secret(text) : replacements.Text(_member, text));
            case JsonTokenType.Number:
                var digits = Encoding.ASCII.GetString(reader.ValueSpan);
                var number = IsSecret ? "0" : replacements.Number(_member, digits);
                return number == digits ? null : number;
            default:
                return null;
        }
    }

    private bool IsSecret => _secretDepth >= 0 || replacements.IsSecret(_member);

    private static string? Changed(string text, string replaced) =>
        replaced == text ? null : $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(replaced)}\"";
}
