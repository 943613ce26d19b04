using System.Buffers;
using System.Text;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>One name and one value, as they went over the wire.</summary>
readonly record struct Header(string Name, string Value);

/// <summary>A body, or its beginning.</summary>
/// <param name="Length">Of the whole, as it came or went; less than nothing: not known.</param>
readonly record struct KeptBody(ReadOnlyMemory<byte> Bytes, long Length, bool IsCut)
{
    /// <summary>Null when it is no UTF-8; a character that the cut went through is left out.</summary>
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

/// <summary>A request and its answer, read back.</summary>
sealed class Exchange
{
    private readonly Place _place;

    public Exchange(Guid id, string world, long serial, in Facts facts, in Place place)
    {
        (Id, World, Serial, Facts, _place) = (id, world, serial, facts, place);
        var reader = new Blots(place.Chunk.Bytes.AsSpan(place.At, place.Texts));
        Target = reader.Text();
        RequestHeaders = reader.Headers();
        AnswerHeaders = reader.Headers();
    }

    public Guid Id { get; }

    public string World { get; }

    public long Serial { get; }

    public Facts Facts { get; }

    /// <summary>As sent.</summary>
    public string Target { get; }

    public IReadOnlyList<Header> RequestHeaders { get; }

    public IReadOnlyList<Header> AnswerHeaders { get; }

    public KeptBody RequestBody => Kept(_place.Texts, _place.RequestBody, Facts.RequestBytes);

    public KeptBody AnswerBody => Kept(_place.Texts + _place.RequestBody, _place.AnswerBody, Facts.AnswerBytes);

    /// <summary>Path and query, without the world's prefix.</summary>
    public string Url => Http.Target.Parse(Target) is { World: not null } target ? target.Raw[target.Prefix.Length..] : Target;

    public string AbsoluteUrl => $"{Facts.Scheme}://{Header("Host") ?? "localhost"}{Target}";

    /// <summary>A stub answered, or the emulator has such a route.</summary>
    public bool IsMatched => Facts.Stub is not null || Facts.Route is not null;

    /// <summary>As patterns see it.</summary>
    public RequestView AsAsked()
    {
        var target = Http.Target.Parse(Target);
        return new RequestView(Facts.Method, target.Path, target.RawQuery, Dictionary(RequestHeaders), new ReadOnlySequence<byte>(RequestBody.Bytes));
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

    // A stream whose length nobody knew is cut when there is as much of it as is kept.
    private KeptBody Kept(int at, int length, long whole) =>
        new(_place.Chunk.Bytes.AsMemory(_place.At + at, length), whole, whole < 0 ? length == Journal.MostOfABody : length < whole);

    /// <summary>Reads what <see cref="Ink"/> wrote.</summary>
    private ref struct Blots(ReadOnlySpan<byte> bytes)
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
