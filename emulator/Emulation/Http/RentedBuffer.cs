using System.Buffers;

namespace Emulation.Http;

/// <summary>
/// Where a reply's writer puts its bytes before they are sent, so that an exception in it can still be answered and the length is known.
/// Bytes are kept in chunks that are returned to pools, so a large page does not keep a large array alive.
/// </summary>
sealed class RentedBuffer : IBufferWriter<byte>, IDisposable
{
    // Under the size from which arrays are allocated on the large object heap.
    private const int ChunkSize = 64 * 1024;

    // A cache of scratch memory, not state: nothing is read from it that was not written in the same request.
    [ThreadStatic]
    private static byte[]? t_spare;

    private readonly List<ArraySegment<byte>> _full = [];
    private byte[]? _chunk;
    private int _used;

    public long Length { get; private set; }

    public void Advance(int count)
    {
        _used += count;
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(_used);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(_used);

    /// <summary>
    /// The first bytes, as many as there are in one piece up to <paramref name="most"/>; valid until the buffer is disposed.
    /// </summary>
    public ReadOnlyMemory<byte> Beginning(int most)
    {
        if (_full.Count == 0) return _chunk.AsMemory(0, Math.Min(_used, most));
        return most <= _full[0].Count || Length == _full[0].Count ? _full[0].AsMemory(0, Math.Min(_full[0].Count, most)) : ToArray(most);
    }

    /// <summary>A copy of the first bytes.</summary>
    public byte[] ToArray(int most = int.MaxValue)
    {
        var copy = new byte[Math.Min(Length, most)];
        var at = 0;
        foreach (var chunk in Chunks())
        {
            var part = chunk.Span[..Math.Min(chunk.Length, copy.Length - at)];
            part.CopyTo(copy.AsSpan(at));
            at += part.Length;
        }
        return copy;
    }

    /// <summary>What was written, in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Chunks()
    {
        foreach (var full in _full) yield return full;
        if (_used > 0) yield return _chunk.AsMemory(0, _used);
    }

    /// <summary>Removes what was written.</summary>
    public void Clear()
    {
        foreach (var full in _full) Return(full.Array!);
        _full.Clear();
        (_used, Length) = (0, 0);
    }

    public void Dispose()
    {
        Clear();
        if (_chunk is not null) Return(_chunk);
        _chunk = null;
    }

    private byte[] Room(int sizeHint)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (_chunk is not null && _chunk.Length - _used >= wanted) return _chunk;
        if (_chunk is not null)
        {
            if (_used > 0) _full.Add(new ArraySegment<byte>(_chunk, 0, _used));
            else Return(_chunk);
        }
        _used = 0;
        return _chunk = Take(wanted);
    }

    private static byte[] Take(int wanted)
    {
        if (wanted > ChunkSize) return ArrayPool<byte>.Shared.Rent(wanted);
        var spare = t_spare;
        t_spare = null;
        return spare ?? ArrayPool<byte>.Shared.Rent(ChunkSize);
    }

    private static void Return(byte[] chunk)
    {
        if (t_spare is null && chunk.Length == ChunkSize) t_spare = chunk;
        else ArrayPool<byte>.Shared.Return(chunk);
    }
}
