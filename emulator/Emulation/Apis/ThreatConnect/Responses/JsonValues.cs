using System.Buffers;
using System.Text;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>Writes values in the formats of this API. Numbers below 0 are unset and left out.</summary>
static class JsonValues
{
    private const int DateLength = 20;

    /// <summary>A date in the format 2017-07-13T17:50:17Z.</summary>
    public static void Date(this ref JsonWriter json, ReadOnlySpan<byte> name, long seconds)
    {
        Span<byte> text = stackalloc byte[DateLength];
        var date = DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond);
        Digits(text, 0, 4, date.Year);
        text[4] = (byte)'-';
        Digits(text, 5, 2, date.Month);
        text[7] = (byte)'-';
        Digits(text, 8, 2, date.Day);
        text[10] = (byte)'T';
        Digits(text, 11, 2, date.Hour);
        text[13] = (byte)':';
        Digits(text, 14, 2, date.Minute);
        text[16] = (byte)':';
        Digits(text, 17, 2, date.Second);
        text[19] = (byte)'Z';
        json.Name(name);
        json.Ascii(text);
    }

    public static void Date(this ref JsonWriter json, ReadOnlySpan<byte> name, long? seconds)
    {
        if (seconds is { } given) json.Date(name, given);
    }

    /// <summary>A number with two decimals, as document 004 prints ratings.</summary>
    public static void Hundredths(this ref JsonWriter json, ReadOnlySpan<byte> name, short hundredths)
    {
        if (hundredths < 0) return;
        Span<byte> text = stackalloc byte[6];
        (hundredths / 100).TryFormat(text, out var length);
        text[length] = (byte)'.';
        Digits(text, length + 1, 2, hundredths % 100);
        json.Name(name);
        json.Value(text[..(length + 3)]);
    }

    public static void NumberIfSet(this ref JsonWriter json, ReadOnlySpan<byte> name, long number)
    {
        if (number >= 0) json.Number(name, number);
    }

    /// <summary>Starts a link to the vendor's pages. The id of the item follows, then <see cref="JsonWriter.EndText"/>.</summary>
    public static void StartLink(this ref JsonWriter json, RenderContext context, ReadOnlySpan<byte> page)
    {
        json.Name("webLink"u8);
        json.StartText();
        json.TextPart(context.LinkBase);
        json.TextPart(page);
    }

    /// <summary>A part of a link in form encoding.</summary>
    public static void FormPart(this ref JsonWriter json, string text)
    {
        if (!FormEncoding.IsNeeded(text))
        {
            json.AsciiPart(text);
            return;
        }
        var encoded = new ArrayBufferWriter<byte>();
        FormEncoding.Encode(Encoding.UTF8.GetBytes(text), encoded);
        json.TextPart(encoded.WrittenSpan);
    }

    private static void Digits(Span<byte> text, int at, int count, int number)
    {
        for (var i = at + count - 1; i >= at; i--, number /= 10) text[i] = (byte)('0' + (number % 10));
    }
}
