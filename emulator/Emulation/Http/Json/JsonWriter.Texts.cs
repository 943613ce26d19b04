using System.Text;

namespace Emulation.Http.Json;

/// <summary>Strings: escaped where needed, whole or in parts.</summary>
ref partial struct JsonWriter
{
    public void Text(scoped ReadOnlySpan<byte> name, string text)
    {
        Name(name);
        Text(text);
    }

    /// <summary>Nothing when there is no text.</summary>
    public void OptionalText(scoped ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) Text(name, text);
    }

    /// <summary>A name with any characters, and a text.</summary>
    public void Text(string name, string text)
    {
        Name(name);
        Text(text);
    }

    public void Text(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(_escaping.Characters))
        {
            EscapedText(Encoding.UTF8.GetBytes(text));
            return;
        }
        StartText(text.Length + 1);
        _used += Encoding.ASCII.GetBytes(text, _span[_used..]);
        EndText();
    }

    /// <param name="text">ASCII without a character that is escaped.</param>
    public void Ascii(scoped ReadOnlySpan<byte> text)
    {
        StartText(text.Length + 1);
        TextPart(text);
        EndText();
    }

    /// <param name="text">UTF-8.</param>
    public void EscapedText(scoped ReadOnlySpan<byte> text)
    {
        StartText();
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(_escaping.Bytes);
            if (plain < 0) plain = text.Length;
            TextPart(text[..plain]);
            if (plain == text.Length) break;
            var escaped = _escaping.Escape(text[plain..], out var size);
            TextPart(escaped.IsEmpty ? text.Slice(plain, size) : escaped);
            text = text[(plain + size)..];
        }
        EndText();
    }

    /// <summary>Begins a text that follows in parts.</summary>
    /// <param name="length">Bytes that will follow without another check of the room.</param>
    public void StartText(int length = 0)
    {
        var span = Room(length + 2);
        if (_comma) span[0] = (byte)',';
        span[_comma ? 1 : 0] = (byte)'"';
        _used += _comma ? 2 : 1;
    }

    /// <param name="text">UTF-8 without a character that is escaped.</param>
    public void TextPart(scoped ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        _used += text.Length;
    }

    /// <param name="text">ASCII without a character that is escaped.</param>
    public void AsciiPart(string text)
    {
        var room = Room(text.Length);
        _used += Encoding.ASCII.GetBytes(text, room);
    }

    public void NumberPart(long number)
    {
        number.TryFormat(Room(LongestNumber), out var length);
        _used += length;
    }

    public void EndText()
    {
        Room(1)[0] = (byte)'"';
        _used++;
        _comma = true;
    }

    /// <summary>Bytes in lower-case hexadecimal digits.</summary>
    public void Hex(scoped ReadOnlySpan<byte> bytes)
    {
        StartText((bytes.Length * 2) + 1);
        Convert.TryToHexStringLower(bytes, _span[_used..], out var length);
        _used += length;
        EndText();
    }

    public void Base64(scoped ReadOnlySpan<byte> bytes)
    {
        StartText(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length) + 1);
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, _span[_used..], out _, out var length);
        _used += length;
        EndText();
    }
}
