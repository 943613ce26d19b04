namespace Emulation.Control.Journals;

/// <summary>
/// The buffers of a journal. The first ones are small, since there may be many worlds. A buffer from which the oldest records were
/// removed is used again for the newest, so that a full journal allocates nothing.
/// </summary>
sealed class RecordBufferPool
{
    private const int Smallest = 16 * 1024;

    // Nearly every record fits: at most two bodies and a request line of 64 KB each, and headers.
    private const int Largest = 256 * 1024;

    private RecordBuffer? _current;
    private RecordBuffer? _spare;

    public RecordBuffer Find(int length)
    {
        if (_current is { } current)
        {
            if (current.IsFree) current.Reset();
            if (current.CanAllocate(length)) return current;
        }
        return _current = Next(length);
    }

    public void Release(RecordBuffer buffer)
    {
        buffer.Release();
        if (buffer.IsFree && buffer != _current && buffer.Size == Largest) _spare = buffer;
    }

    public void Clear() => (_current, _spare) = (null, null);

    private RecordBuffer Next(int length)
    {
        if (_spare is { IsFree: true } spare && length <= Largest)
        {
            _spare = null;
            spare.Reset();
            return spare;
        }
        var size = _current is null ? Smallest : Math.Min(2 * _current.Size, Largest);
        return new RecordBuffer(Math.Max(size, length));
    }
}
