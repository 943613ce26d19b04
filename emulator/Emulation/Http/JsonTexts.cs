using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Emulation.Http;

/// <summary>Checks that every string of a JSON document is valid Unicode; <c>JsonDocument</c> checks a string when it is read.</summary>
static class JsonTexts
{
    /// <exception cref="JsonException">A string is not UTF-8 or has half of a surrogate pair, or the document is not JSON.</exception>
    public static void Check(ReadOnlySequence<byte> document, JsonDocumentOptions options = default)
    {
        var reader = new Utf8JsonReader(document, new JsonReaderOptions
        {
            AllowTrailingCommas = options.AllowTrailingCommas,
            CommentHandling = options.CommentHandling,
        });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || IsText(ref reader)) continue;
            throw new JsonException("Not a text.", null, null, reader.BytesConsumed);
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence) return Utf8.IsValid(reader.ValueSpan);
        var raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return Utf8.IsValid(raw) && PairsUp(raw);
    }

    private static bool PairsUp(ReadOnlySpan<byte> raw)
    {
        var open = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var unit = UnitAt(raw, i);
            if (open != char.IsLowSurrogate(unit)) return false;
            open = char.IsHighSurrogate(unit);
            if (raw[i] == '\\') i += raw[i + 1] == 'u' ? 5 : 1;
        }
        return !open;
    }

    /// <summary>The UTF-16 code unit of a <c>\\u</c> escape; 0 for everything else, which is not a surrogate.</summary>
    private static char UnitAt(ReadOnlySpan<byte> raw, int at)
    {
        if (raw[at] != '\\' || raw[at + 1] != 'u') return default;
        var digits = raw.Slice(at + 2, 4);
        Span<byte> bytes = stackalloc byte[2];
        return Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done ? (char)((bytes[0] << 8) | bytes[1]) : default;
    }
}
