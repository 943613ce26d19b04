using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulation.Apis.ThreatConnect.Bodies;

/// <summary>
/// One object of a plain list, composed by hand: most of it is constant, and a page of a hundred took
/// two and a half times as long with a general writer. Names and separators come with the text.
/// </summary>
sealed class Line
{
    // All that stands for itself inside a JSON text: printable ASCII but the quote and the backslash.
    private static readonly SearchValues<char> s_plain =
        SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(code => (char)code).Where(sign => sign is not ('"' or '\\'))]);

    private byte[] _bytes = new byte[1024];
    private int _length;

    public Line Begin(ReadOnlySpan<byte> text)
    {
        _length = 0;
        return Raw(text);
    }

    public Line Raw(ReadOnlySpan<byte> text)
    {
        Room(text.Length);
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
        return this;
    }

    public Line Number(ReadOnlySpan<byte> name, long number)
    {
        Raw(name);
        Room(20);
        number.TryFormat(_bytes.AsSpan(_length), out var written);
        _length += written;
        return this;
    }

    /// <summary>A text in quotes.</summary>
    public Line Text(ReadOnlySpan<byte> name, string text)
    {
        Raw(name).Raw("\""u8);
        if (text.AsSpan().ContainsAnyExcept(s_plain)) Raw(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        else
        {
            Room(text.Length);
            _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        }
        return Raw("\""u8);
    }

    public Line Date(ReadOnlySpan<byte> name, long seconds)
    {
        Raw(name);
        Room(22);
        var text = _bytes.AsSpan(_length, 22);
        text[0] = text[21] = (byte)'"';
        Pen.Date(text[1..21], seconds);
        _length += 22;
        return this;
    }

    /// <summary>A number with two decimals.</summary>
    public Line Hundredths(ReadOnlySpan<byte> name, short hundredths)
    {
        if (hundredths < 0) return this;
        Number(name, hundredths / 100);
        Room(3);
        _bytes[_length++] = (byte)'.';
        _bytes[_length++] = (byte)('0' + (hundredths / 10 % 10));
        _bytes[_length++] = (byte)('0' + (hundredths % 10));
        return this;
    }

    public Line NumberIfSet(ReadOnlySpan<byte> name, long number) => number < 0 ? this : Number(name, number);

    public Line TextIfSet(ReadOnlySpan<byte> name, string? text) => text is null ? this : Text(name, text);

    /// <summary>The whole object, until the next one begins.</summary>
    public ReadOnlySpan<byte> End() => Raw("}"u8)._bytes.AsSpan(0, _length);

    /// <summary>Puts the object where a value is due.</summary>
    public void End(Utf8JsonWriter json) => json.WriteRawValue(End(), skipInputValidation: true);

    private void Room(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, (_length + more) * 2);
    }
}
