using System.Buffers;

namespace Emulation.Http;

/// <summary>The three bytes that some editors and libraries put before UTF-8 text.</summary>
static class ByteOrderMark
{
    public static ReadOnlySequence<byte> Skip(ReadOnlySequence<byte> text)
    {
        Span<byte> start = stackalloc byte[3];
        if (text.Length < start.Length) return text;
        text.Slice(0, start.Length).CopyTo(start);
        return start.SequenceEqual("\uFEFF"u8) ? text.Slice(start.Length) : text;
    }
}
