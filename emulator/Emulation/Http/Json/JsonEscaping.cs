using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Emulation.Http.Json;

/// <summary>Which characters of JSON texts are escaped, and how. An API whose vendor escapes differently brings its own.</summary>
abstract class JsonEscaping
{
    private const byte FirstPrintable = 0x20;
    private const byte LastPrintable = 0x7E;

    /// <param name="escaped">
    /// The printable ASCII characters that are escaped; control characters and those outside ASCII go through <see cref="Escape"/>.
    /// </param>
    protected JsonEscaping(string escaped)
    {
        var unescaped = Enumerable.Range(FirstPrintable, LastPrintable - FirstPrintable + 1).Select(code => (char)code)
            .Where(character => !escaped.Contains(character, StringComparison.Ordinal)).ToArray();
        Characters = SearchValues.Create(unescaped);
        Bytes = SearchValues.Create([.. unescaped.Select(character => (byte)character)]);
    }

    /// <summary>As .NET's relaxed encoder: quotation mark, backslash, control characters and what is outside the basic plane.</summary>
    public static JsonEscaping Relaxed { get; } = new RelaxedEscaping();

    /// <summary>The ASCII characters that are written as they are.</summary>
    public SearchValues<char> Characters { get; }

    /// <summary>The same as bytes.</summary>
    public SearchValues<byte> Bytes { get; }

    /// <summary>What is written for the first character of a UTF-8 text; empty when it is written as it is.</summary>
    /// <param name="text">Not empty.</param>
    /// <param name="size">How many bytes of the text the character takes.</param>
    public abstract ReadOnlySpan<byte> Escape(ReadOnlySpan<byte> text, out int size);

    private sealed class RelaxedEscaping() : JsonEscaping("\"\\")
    {
        public override ReadOnlySpan<byte> Escape(ReadOnlySpan<byte> text, out int size)
        {
            var decoded = Rune.DecodeFromUtf8(text, out var rune, out size) == OperationStatus.Done;
            if (decoded && !JavaScriptEncoder.UnsafeRelaxedJsonEscaping.WillEncode(rune.Value)) return [];
            return Encoding.UTF8.GetBytes(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(rune.ToString()));
        }
    }
}
