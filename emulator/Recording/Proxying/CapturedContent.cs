using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Proxying;

/// <summary>The memory that all contents which are being captured may take together.</summary>
sealed class CaptureBudget(long bytes)
{
    private long _left = bytes;

    public bool Take(int count)
    {
        if (Interlocked.Add(ref _left, -count) >= 0) return true;
        Release(count);
        return false;
    }

    public void Release(long count) => Interlocked.Add(ref _left, count);
}

/// <summary>Keeps a copy of a content that passes, up to a limit; of a longer one only the length.</summary>
sealed class CapturedContent(CaptureBudget budget, int limit)
{
    private readonly MemoryStream _kept = new();
    private bool _isTooLong;

    public long Length { get; private set; }

    public CapturedBody Body => new(_isTooLong ? default : _kept.GetBuffer().AsMemory(0, (int)_kept.Length), Length);

    public void Append(ReadOnlySpan<byte> part)
    {
        Length += part.Length;
        if (_isTooLong) return;
        if (Length <= limit && budget.Take(part.Length))
        {
            _kept.Write(part);
            return;
        }
        _isTooLong = true;
        Release();
    }

    /// <summary>Returns the memory to the budget. The content is gone.</summary>
    public void Release()
    {
        budget.Release(_kept.Length);
        _kept.SetLength(0);
        _kept.Capacity = 0;
    }
}
