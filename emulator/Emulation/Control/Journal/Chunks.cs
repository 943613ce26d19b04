namespace Emulation.Control.Journals;

/// <summary>
/// Where records lie. Chunks begin small, since there may be many worlds, and the one that the oldest records leave is filled
/// again by the newest, so that a full journal allocates nothing.
/// </summary>
sealed class Chunks
{
    private const int Smallest = 16 * 1024;

    // A record is at most two bodies, a request line of 64 KB and headers: nearly every one fits.
    private const int Largest = 256 * 1024;

    private Chunk? _current;
    private Chunk? _spare;

    public Chunk For(int length)
    {
        if (_current is { } current)
        {
            if (current.IsFree) current.Rewind();
            if (current.HasRoom(length)) return current;
        }
        return _current = Next(length);
    }

    public void Forget(Chunk chunk)
    {
        chunk.Forget();
        if (chunk.IsFree && chunk != _current && chunk.Size == Largest) _spare = chunk;
    }

    public void Clear() => (_current, _spare) = (null, null);

    private Chunk Next(int length)
    {
        if (_spare is { IsFree: true } spare && length <= Largest)
        {
            _spare = null;
            spare.Rewind();
            return spare;
        }
        var size = _current is null ? Smallest : Math.Min(2 * _current.Size, Largest);
        return new Chunk(Math.Max(size, length));
    }
}
