using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Emulation.Apis.Deso.Requests;

namespace Emulation.Apis.Deso.Responses;

/// <summary>Writes JSON as Go's encoder does: compact, with the signs of HTML escaped, a line feed at the end.</summary>
ref struct GoWriter(IBufferWriter<byte> to)
{
    private readonly IBufferWriter<byte> _to = to;
    private Span<byte> _span;
    private int _used;
    private bool _comma;

    public void Open(char bracket)
    {
        Separate();
        Put((byte)bracket);
        _comma = false;
    }

    public void Close(char bracket)
    {
        Put((byte)bracket);
        _comma = true;
    }

    /// <param name="name">ASCII without anything to escape.</param>
    public void Name(scoped ReadOnlySpan<byte> name)
    {
        Ascii(name);
        Colon();
    }

    public void AnyName(scoped ReadOnlySpan<byte> name)
    {
        Text(name);
        Colon();
    }

    /// <param name="text">Nothing to escape.</param>
    public void Ascii(scoped ReadOnlySpan<byte> text)
    {
        Separate();
        var span = Room(text.Length + 2);
        span[0] = (byte)'"';
        text.CopyTo(span[1..]);
        span[text.Length + 1] = (byte)'"';
        _used += text.Length + 2;
        _comma = true;
    }

    public void Hex(scoped ReadOnlySpan<byte> bytes)
    {
        Separate();
        var length = bytes.Length * 2;
        var span = Room(length + 2);
        span[0] = span[length + 1] = (byte)'"';
        Convert.TryToHexStringLower(bytes, span[1..], out _);
        _used += length + 2;
        _comma = true;
    }

    public void Base64(scoped ReadOnlySpan<byte> bytes)
    {
        Separate();
        var length = System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length);
        var span = Room(length + 2);
        span[0] = span[length + 1] = (byte)'"';
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, span[1..], out _, out _);
        _used += length + 2;
        _comma = true;
    }

    public void Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    /// <param name="text">UTF-8; a byte that is none becomes an escaped U+FFFD.</param>
    public void Text(scoped ReadOnlySpan<byte> text)
    {
        Separate();
        Put((byte)'"');
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(GoEscapes.Plain);
            if (plain < 0) plain = text.Length;
            Raw(text[..plain]);
            if (plain == text.Length) break;
            var escaped = GoEscapes.Of(text[plain..], out var size);
            Raw(escaped.IsEmpty ? text.Slice(plain, size) : escaped);
            text = text[(plain + size)..];
        }
        Put((byte)'"');
        _comma = true;
    }

    public void Number(ulong number)
    {
        Separate();
        Utf8Formatter.TryFormat(number, Room(20), out var length);
        _used += length;
        _comma = true;
    }

    public void Float(double number)
    {
        Separate();
        Raw(Encoding.ASCII.GetBytes(GoEscapes.Float(number)));
        _comma = true;
    }

    public void Flag(bool flag)
    {
        Separate();
        Raw(flag ? "true"u8 : "false"u8);
        _comma = true;
    }

    /// <param name="bytes">A whole value as this writer writes it.</param>
    public void Value(scoped ReadOnlySpan<byte> bytes)
    {
        Separate();
        Raw(bytes);
        _comma = true;
    }

    public void Null()
    {
        Separate();
        Raw("null"u8);
        _comma = true;
    }

    public void End()
    {
        Put((byte)'\n');
        Flush();
    }

    private void Colon()
    {
        Put((byte)':');
        _comma = false;
    }

    private void Separate()
    {
        if (_comma) Put((byte)',');
        _comma = false;
    }

    private void Put(byte sign)
    {
        Room(1)[0] = sign;
        _used++;
    }

    private void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _used += bytes.Length;
    }

    private Span<byte> Room(int size)
    {
        if (_span.Length - _used < size)
        {
            Flush();
            _span = _to.GetSpan(Math.Max(size, 4096));
        }
        return _span[_used..];
    }

    private void Flush()
    {
        _to.Advance(_used);
        _span = [];
        _used = 0;
    }
}

/// <summary>What Go's encoder escapes, and how it prints fractions.</summary>
static class GoEscapes
{
    private const double LeastPlain = 1e-6;
    private const double LeastBig = 1e21;

    /// <summary>Bytes that stand for themselves without a look at their neighbours.</summary>
    public static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x60).Select(sign => (byte)sign).Where(sign => !"\"\\<>&"u8.Contains(sign))]);

    /// <summary>What to write for the sign at the start; empty when it stands for itself.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text, out int size)
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
            case < 0x80: return Encoding.ASCII.GetBytes($"\\u{(int)text[0]:x4}");
        }
        if (Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done) return "\\ufffd"u8;
        size = length;
        return rune.Value switch { 0x2028 => "\\u2028"u8, 0x2029 => "\\u2029"u8, _ => [] };
    }

    public static string Float(double number)
    {
        var size = Math.Abs(number);
        if (size == 0) return "0";
        if (size is >= LeastPlain and < LeastBig) return decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        var text = number.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return text.Replace("e-0", "e-", StringComparison.Ordinal);
    }
}
