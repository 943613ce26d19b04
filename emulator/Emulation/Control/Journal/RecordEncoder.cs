using System.Text;
using Emulation.Http;
using Microsoft.Extensions.Primitives;

namespace Emulation.Control.Journals;

/// <summary>Encodes the texts of a record: target, request headers, response headers, each prefixed with its length.</summary>
sealed class RecordEncoder
{
    // A cache of scratch memory, not state: it is reset before each use, and encoding a record never awaits.
    [ThreadStatic]
    private static RecordEncoder? t_cached;

    private byte[] _bytes = new byte[4096];
    private int _length;

    public static RecordEncoder Rent
    {
        get
        {
            var encoder = t_cached ??= new RecordEncoder();
            encoder._length = 0;
            return encoder;
        }
    }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Write(string target, IHeaderDictionary requestHeaders, Reply reply, int? answerLength)
    {
        Text(target);
        var count = Reserve();
        var pairs = 0;
        foreach (var (name, values) in requestHeaders)
        {
            pairs += Math.Max(1, values.Count);
            Header(name, values);
        }
        Fill(count, pairs);
        Number(reply.Headers.Count + (reply.ContentType is null ? 0 : 1) + (answerLength is null ? 0 : 1));
        if (reply.ContentType is { } type) Pair("Content-Type", type);
        for (var i = 0; i < reply.Headers.Count; i++) Pair(reply.Headers[i].Key, reply.Headers[i].Value);
        if (answerLength is { } length) Pair("Content-Length", length.ToString());
    }

    private void Header(string name, StringValues values)
    {
        if (values.Count == 0) Pair(name, "");
        for (var i = 0; i < values.Count; i++) Pair(name, values[i] ?? "");
    }

    private void Pair(string name, string value)
    {
        Text(name);
        Text(value);
    }

    private void Text(string text)
    {
        Grow(sizeof(int) + 3 * text.Length);
        var written = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length + sizeof(int)));
        Number(written);
        _length += written;
    }

    private void Number(int number)
    {
        var at = Reserve();
        Fill(at, number);
    }

    private int Reserve()
    {
        Grow(sizeof(int));
        _length += sizeof(int);
        return _length - sizeof(int);
    }

    private void Fill(int at, int number) => BitConverter.TryWriteBytes(_bytes.AsSpan(at), number);

    private void Grow(int more)
    {
        if (_bytes.Length - _length < more) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + more));
    }
}
