using System.Buffers;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>
/// The last requests of a world and their answers, oldest first; bounded by count and by bytes. An answer's body is kept as its writer
/// over the graph it was made from, so recording one copies nothing.
/// </summary>
public sealed class Journal(int most = 1000, long mostBytes = 16 * 1024 * 1024) : IJournal
{
    private const int MostOfABody = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<(Entry Entry, long Bytes)> _entries = new();
    private long _bytes;

    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (_lock) return [.. _entries.Select(kept => kept.Entry)];
        }
    }

    public bool IsOpen => true;

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _bytes = 0;
        }
    }

    public void Record(in Entry entry)
    {
        var kept = entry with { Call = Kept(entry.Call) };
        var bytes = kept.Call.Body.Length + kept.Reply.Bytes.Length + kept.Call.Target.Raw.Length;
        lock (_lock)
        {
            _entries.Enqueue((kept, bytes));
            _bytes += bytes;
            while (_entries.Count > most || (_bytes > mostBytes && _entries.Count > 1)) _bytes -= _entries.Dequeue().Bytes;
        }
    }

    /// <summary>The server takes the headers back after the request, so they are copied; of a large body the beginning is kept.</summary>
    private static Call Kept(Call call)
    {
        var headers = new HeaderDictionary(call.Headers.Count);
        foreach (var (name, values) in call.Headers) headers[name] = values;
        var body = call.Body.Length <= MostOfABody ? call.Body : new(call.Body.Slice(0, MostOfABody).ToArray());
        return call with { Headers = headers, Body = body };
    }
}
