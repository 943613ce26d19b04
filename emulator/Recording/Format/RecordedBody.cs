using System.ComponentModel;
using System.Text;

namespace Emulation.Recordings.Format;

[Description("The content of a message, decompressed.")]
sealed record RecordedBody
{
    /// <summary>Values of <see cref="Omitted"/>.</summary>
    public const string Binary = "binary", TooLarge = "too large", UnknownEncoding = "unknown content encoding";

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Description("The number of bytes before sanitising, decompressed where that was possible.")]
    public long Length { get; set; }

    [Description("The content as text; a byte order mark is part of it.")]
    public string? Text { get; set; }

    [Description("iso-8859-1 when the bytes are not UTF-8: each character is one byte. Absent: UTF-8.")]
    public string? Charset { get; set; }

    [Description("Why the content is not here: binary, too large, unknown content encoding.")]
    public string? Omitted { get; set; }

    public static RecordedBody Left(string reason, long length) => new() { Omitted = reason, Length = length };

    /// <summary>The bytes as they were sent; empty when they were left out.</summary>
    public byte[] Bytes() => Text is null ? [] : (Charset is null ? Encoding.UTF8 : Encoding.Latin1).GetBytes(Text);

    /// <summary>Text and charset of some bytes.</summary>
    public static (string Text, string? Charset) Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return (s_strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return (Encoding.Latin1.GetString(bytes), "iso-8859-1");
        }
    }
}
