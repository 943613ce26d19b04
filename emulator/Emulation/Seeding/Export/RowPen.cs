using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulation.Seeding.Export;

/// <summary>Writes the rows of a dataset, each on a line of its own. What a reader would assume anyway is left out.</summary>
sealed class RowPen
{
    private readonly ArrayBufferWriter<byte> _buffer = new(96 * 1024);
    private readonly Utf8JsonWriter _json;

    public RowPen() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>What was written since the last time it was taken; overwritten by what is written next.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public void Clear() => _buffer.ResetWrittenCount();

    /// <summary>What stands between rows.</summary>
    public void Raw(string text) => _buffer.Write(Encoding.UTF8.GetBytes(text));

    public void BeginRow()
    {
        _json.Reset();
        _json.WriteStartObject();
    }

    public void EndRow()
    {
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <summary>Leaves a row open, for what is written by hand.</summary>
    public void LeaveOpen() => _json.Flush();

    public void Text(string name, string? value, string? otherwise = null)
    {
        if (value is not null && value != otherwise) _json.WriteString(name, value);
    }

    public void Text(string name, ReadOnlySpan<byte> utf8) => _json.WriteString(name, utf8);

    public void Hex(string name, byte[] value) => _json.WriteString(name, Convert.ToHexStringLower(value));

    public void Number(string name, long? value, long? otherwise = null)
    {
        if (value is { } number && number != otherwise) _json.WriteNumber(name, number);
    }

    public void Count(string name, ulong value, ulong otherwise = 0)
    {
        if (value != otherwise) _json.WriteNumber(name, value);
    }

    public void Exactly(string name, ulong value) => _json.WriteNumber(name, value);

    /// <summary>Texts under names; nothing where there are none.</summary>
    public void Map(string name, List<(string Key, string Value)> entries)
    {
        if (entries.Count == 0) return;
        _json.WriteStartObject(name);
        foreach (var (key, value) in entries) _json.WriteString(key, value);
        _json.WriteEndObject();
    }

    public void Figure(string name, double value, double otherwise)
    {
        // Minus zero is another number, and equal to zero.
        if (BitConverter.DoubleToInt64Bits(value) != BitConverter.DoubleToInt64Bits(otherwise)) _json.WriteNumber(name, value);
    }

    public void Hundredths(string name, short value, short unset)
    {
        if (value != unset) _json.WriteNumber(name, value / 100m);
    }

    public void Flag(string name, bool value, bool otherwise = false)
    {
        if (value != otherwise) _json.WriteBoolean(name, value);
    }

    /// <summary>Yes or no, whatever a reader would assume.</summary>
    public void Says(string name, bool value) => _json.WriteBoolean(name, value);

    public void Id(string name, Guid value, Guid otherwise = default)
    {
        if (value != otherwise) _json.WriteString(name, value);
    }

    /// <summary>Seconds since 1970 as a moment.</summary>
    public void Moment(string name, long? seconds, long? otherwise = null)
    {
        if (seconds is not { } at || seconds == otherwise) return;
        Span<char> text = stackalloc char[32];
        DateTimeOffset.FromUnixTimeSeconds(at).TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _json.WriteString(name, text[..length]);
    }

    public void Moment(string name, DateTimeOffset at) => _json.WriteString(name, at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    public void Texts(string name, IEnumerable<string>? values)
    {
        if (values is null) return;
        _json.WriteStartArray(name);
        foreach (var value in values) _json.WriteStringValue(value);
        _json.WriteEndArray();
    }

    /// <summary>Nothing where there are none.</summary>
    public void Some(string name, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0) Texts(name, values);
    }

    public void Some(string name, List<long> values)
    {
        if (values.Count == 0) return;
        _json.WriteStartArray(name);
        foreach (var value in values) _json.WriteNumberValue(value);
        _json.WriteEndArray();
    }

    public void Ids(string name, IEnumerable<Guid> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values) _json.WriteStringValue(value);
        _json.WriteEndArray();
    }

    public void Base64(string name, ReadOnlySpan<byte> bytes) => _json.WriteBase64String(name, bytes);

    /// <summary>A decimal text as the number it is.</summary>
    public void Digits(string name, string text)
    {
        _json.WritePropertyName(name);
        _json.WriteRawValue(text);
    }

    /// <summary>Rows within a row; nothing where there are none.</summary>
    public void Rows<TItem>(string name, IEnumerable<TItem> items, Action<TItem> write)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any) _json.WriteStartArray(name);
            any = true;
            _json.WriteStartObject();
            write(item);
            _json.WriteEndObject();
        }
        if (any) _json.WriteEndArray();
    }

    public void BeginObject(string name) => _json.WriteStartObject(name);

    public void EndObject() => _json.WriteEndObject();

    /// <summary>A value of an array within an array.</summary>
    public void Pairs(string name, IEnumerable<(string One, string Other)> pairs)
    {
        _json.WriteStartArray(name);
        foreach (var (one, other) in pairs)
        {
            _json.WriteStartArray();
            _json.WriteStringValue(one);
            _json.WriteStringValue(other);
            _json.WriteEndArray();
        }
        _json.WriteEndArray();
    }
}
