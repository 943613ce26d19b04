using System.Globalization;
using System.Text;

namespace Emulation.Graphs.ThreatWinds;

/// <summary>A value in the form that is stored and hashed, or why it is invalid.</summary>
readonly record struct Normalised(string Text, bool IsNumber, string? Fault)
{
    public static implicit operator Normalised(string text) => new(text, false, null);

    public static Normalised Number(string text) => new(text, true, null);

    public static Normalised Not(string fault) => new("", false, fault);
}

/// <summary>
/// Normalises and validates values as the vendor does (go-sdk entities), with its error texts; where it passes on the error of a Go
/// function, with the text of that function.
/// </summary>
static class Normal
{
    private const int MostBytes = 65536;
    private const string Empty = "value cannot be empty";

    /// <param name="data">What the value has to be.</param>
    /// <param name="text">A string, or a JSON number as it stood in the request.</param>
    public static Normalised Of(DataType data, string text)
    {
        if (data == DataType.Integer) return Normalised.Number(Numbers.Integer(text));
        if (data == DataType.Float) return Normalised.Number(Numbers.Float(text));
        if (Encoding.UTF8.GetByteCount(text) > MostBytes) return Normalised.Not($"string exceeds {MostBytes} characters");
        if (string.IsNullOrWhiteSpace(text)) return Normalised.Not(Empty);
        return data switch
        {
            DataType.Text => NotBlank(Readable(text).ToLowerInvariant()),
            DataType.CaseSensitive => NotBlank(Readable(text)),
            DataType.Adversary => Adversary(text),
            DataType.Base64 => Encoded.Base64(text),
            DataType.Hexadecimal => Encoded.Hexadecimal(text.ToLowerInvariant()),
            DataType.Uuid => Encoded.Uuid(text),
            DataType.Object => Object(text),
            DataType.Cidr => Addresses.Cidr(text),
            DataType.Ip => Addresses.Ip(text),
            DataType.Email => Addresses.Email(text),
            DataType.Url => Addresses.Url(text),
            DataType.City or DataType.Country => Title(text.ToLowerInvariant()),
            DataType.Date => Times.Date(text),
            DataType.Datetime => Times.Datetime(text),
            DataType.Path => Path(text),
            DataType.Regex => Patterns.Compiles(text) ? text : Normalised.Not($"error parsing regexp: {text}"),
            DataType.Fqdn or DataType.Mac or DataType.MimeType or DataType.Phone or DataType.Port or DataType.Md5
                or DataType.Sha1 or DataType.Sha224 or DataType.Sha256 or DataType.Sha384 or DataType.Sha512
                or DataType.Sha3224 or DataType.Sha3256 or DataType.Sha3384 or DataType.Sha3512
                or DataType.Sha512224 or DataType.Sha512256 => Patterns.Match(data, text),
            DataType.Integer or DataType.Float => throw new InvalidOperationException("Numbers were handled above."),
            _ => throw new InvalidOperationException($"Unknown data type {data}."),
        };
    }

    // A character that is not a letter, number, punctuation, symbol or white space becomes a space: control characters and marks.
    private static string Readable(string text)
    {
        if (text.All(static sign => sign is >= ' ' and < '\x7f')) return text;
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsReadable(rune)) readable.Append(rune.ToString());
            else readable.Append(' ');
        }
        return readable.ToString();
    }

    private static bool IsReadable(Rune rune) =>
        Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) || Rune.IsWhiteSpace(rune);

    private static Normalised NotBlank(string text) => string.IsNullOrWhiteSpace(text) ? Normalised.Not(Empty) : text;

    private static Normalised Adversary(string text)
    {
        ReadOnlySpan<DataType> others = [DataType.Url, DataType.Uuid, DataType.Email, DataType.Ip, DataType.Phone, DataType.Fqdn];
        foreach (var other in others)
            if (Of(other, text).Fault is null) return Normalised.Not($"invalid adversary: {text}");
        return text;
    }

    private static Normalised Path(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? Normalised.Not($"invalid path: {text}") : text.ToLowerInvariant();

    private static Normalised Object(string text)
    {
        ReadOnlySpan<DataType> accepted = [DataType.Md5, DataType.Sha3256, DataType.Uuid];
        foreach (var data in accepted)
            if (Of(data, text) is { Fault: null } found) return found;
        return Normalised.Not($"invalid object: {text}");
    }

    // A letter after anything but a letter, a digit, an underscore or an apostrophe becomes a capital: People's, Port-Au-Prince.
    private static string Title(string text)
    {
        var title = new StringBuilder(text.Length);
        var starts = true;
        foreach (var rune in text.EnumerateRunes())
        {
            title.Append((starts ? Rune.ToUpperInvariant(rune) : rune).ToString());
            starts = rune.IsAscii ? !Rune.IsLetterOrDigit(rune) && rune.Value is not ('_' or '\'') : Rune.IsWhiteSpace(rune);
        }
        return title.ToString();
    }

    private static class Times
    {
        private const string Day = "2006-01-02";
        private const string Moment = "2006-01-02T15:04:05.999999999Z07:00";

        public static Normalised Date(string text) =>
            DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : Not(text, Day);

        public static Normalised Datetime(string text)
        {
            if (Nanos.Parse(text) is null || text[10] != 'T' || text[^1] == 'z') return Not(text, Moment);
            var zone = text.IndexOfAny(['Z', '+', '-'], 19);
            var (clock, offset) = (text[..zone], text[zone..]);
            if (clock.Length > 29) clock = clock[..29];
            if (clock.Contains('.', StringComparison.Ordinal)) clock = clock.TrimEnd('0').TrimEnd('.');
            return clock + (offset is "+00:00" or "-00:00" ? "Z" : offset);
        }

        private static Normalised Not(string text, string layout) =>
            Normalised.Not($"parsing time \"{text}\" as \"{layout}\": cannot parse \"{text}\" as \"2006\"");
    }
}
