using System.Buffers;
using System.Globalization;
using System.Text;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Responses;

/// <summary>The escapes of Go's encoding/json: control characters, the characters of HTML, line separators and invalid UTF-8.</summary>
sealed class GoEscaping : JsonEscaping
{
    private const double SmallestPlain = 1e-6;
    private const double SmallestExponential = 1e21;

    private GoEscaping() : base("\"\\<>&")
    {
    }

    public static GoEscaping Instance { get; } = new();

    public override ReadOnlySpan<byte> Escape(ReadOnlySpan<byte> text, out int size)
    {
        size = 1;
        switch (text[0])
        {
            case (byte)'"': return "\\\""u8;
            case (byte)'\\': return "\\\\"u8;
            case (byte)'\n': return "\\n"u8;
            case (byte)'\r': return "\\r"u8;
            case (byte)'\t': return "\\t"u8;
            case (byte)'\b': return "\\b"u8;
            case (byte)'\f': return "\\f"u8;
            case 0x7F: return [];
            case < 0x80: return Encoding.ASCII.GetBytes($"\\u{(int)text[0]:x4}");
        }
        if (Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done) return "\\ufffd"u8;
        size = length;
        return rune.Value switch { 0x2028 => "\\u2028"u8, 0x2029 => "\\u2029"u8, _ => [] };
    }

    /// <summary>A number in the format of Go's encoder.</summary>
    public static string Number(double number)
    {
        var size = Math.Abs(number);
        if (size == 0) return "0";
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (size is >= SmallestPlain and < SmallestExponential)
            return decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return text.Replace('E', 'e').Replace("e-0", "e-", StringComparison.Ordinal);
    }
}
