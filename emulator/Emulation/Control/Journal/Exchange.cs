using System.Buffers;
using System.Text;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>A header line: one name and one value, as sent.</summary>
readonly record struct Header(string Name, string Value);

/// <summary>A recorded body, or its beginning.</summary>
/// <param name="Bytes">The recorded bytes.</param>
/// <param name="Length">The length of the whole body; negative when it is not known.</param>
/// <param name="IsCut">Only the beginning was recorded.</param>
readonly record struct KeptBody(ReadOnlyMemory<byte> Bytes, long Length, bool IsCut)
{
    /// <summary>Null when the body is not UTF-8. A character that the cut splits is left out.</summary>
    public string? Text
    {
        get
        {
            var text = Encoding.UTF8.GetString(Bytes.Span);
            if (IsCut) text = text.TrimEnd('\uFFFD');
            return text.Contains('\uFFFD', StringComparison.Ordinal) || text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
    }
}

/// <summary>A recorded request and its response.</summary>
sealed class Exchange
{
    private readonly RecordLocation _location;

    public Exchange(Guid id, string world, long serial, in ExchangeDetails details, in RecordLocation location)
    {
        (Id, World, Serial, Details, _location) = (id, world, serial, details, location);
        var reader = new RecordDecoder(location.Buffer.Bytes.AsSpan(location.At, location.Texts));
        Target = reader.Text();
        RequestHeaders = reader.Headers();
        AnswerHeaders = reader.Headers();
    }

    public Guid Id { get; }

    public string World { get; }

    public long Serial { get; }

    public ExchangeDetails Details { get; }

    /// <summary>The request target as sent.</summary>
    public string Target { get; }

    public IReadOnlyList<Header> RequestHeaders { get; }

    public IReadOnlyList<Header> AnswerHeaders { get; }

    public KeptBody RequestBody => Kept(_location.Texts, _location.RequestBody, Details.RequestBytes);

    public KeptBody AnswerBody => Kept(_location.Texts + _location.RequestBody, _location.AnswerBody, Details.AnswerBytes);

    /// <summary>Path and query, without the world's prefix.</summary>
    public string Url => Http.Target.Parse(Target) is { World: not null } target ? target.Raw[target.Prefix.Length..] : Target;

    public string AbsoluteUrl => $"{Details.Scheme}://{Header("Host") ?? "localhost"}{Target}";

    /// <summary>A stub answered, or the path belongs to a route.</summary>
    public bool IsMatched => Details.Stub is not null || Details.Route is not null;

    /// <summary>The request as request patterns match it.</summary>
    public RequestView ToView()
    {
        var target = Http.Target.Parse(Target);
        return new RequestView(
            Details.Method, target.Path, target.RawQuery, Dictionary(RequestHeaders), new ReadOnlySequence<byte>(RequestBody.Bytes));
    }

    public static IHeaderDictionary Dictionary(IReadOnlyList<Header> headers)
    {
        var dictionary = new HeaderDictionary();
        foreach (var header in headers) dictionary.Append(header.Name, header.Value);
        return dictionary;
    }

    public string? Header(string name)
    {
        foreach (var header in RequestHeaders)
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)) return header.Value;
        return null;
    }

    // A stream of unknown length counts as cut when it fills the recorded maximum.
    private KeptBody Kept(int at, int length, long whole) =>
        new(
            _location.Buffer.Bytes.AsMemory(_location.At + at, length),
            whole,
            whole < 0 ? length == Journal.MostOfABody : length < whole);

    /// <summary>Reads what <see cref="RecordEncoder"/> wrote.</summary>
    private ref struct RecordDecoder(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public string Text()
        {
            var length = Number();
            var text = Encoding.UTF8.GetString(_rest[..length]);
            _rest = _rest[length..];
            return text;
        }

        public Header[] Headers()
        {
            var headers = new Header[Number()];
            for (var i = 0; i < headers.Length; i++) headers[i] = new Header(Text(), Text());
            return headers;
        }

        private int Number()
        {
            var number = BitConverter.ToInt32(_rest);
            _rest = _rest[sizeof(int)..];
            return number;
        }
    }
}
