namespace Emulation.Control.Journals;

/// <summary>
/// Memory for many records, allocated from start to end. The journal's lock guards everything but the bytes of allocated records.
/// </summary>
sealed class RecordBuffer(int size)
{
    private int _used;
    private bool _isShared;

    // Every byte is written before it is read.
    public byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(size);

    public int Size => Bytes.Length;

    /// <summary>How many records are stored in it.</summary>
    public int Records { get; private set; }

    /// <summary>How many of them are still being written.</summary>
    public int Unwritten { get; private set; }

    /// <summary>No record is stored, written or read, so the memory can be used again.</summary>
    public bool IsFree => Records == 0 && Unwritten == 0 && !_isShared;

    public bool CanAllocate(int length) => Size - _used >= length;

    public int Allocate(int length)
    {
        var at = _used;
        _used += length;
        Records++;
        Unwritten++;
        return at;
    }

    public void CompleteWrite() => Unwritten--;

    public void Release() => Records--;

    public void Reset() => _used = 0;

    /// <summary>Marks the memory as referenced by a reader, so that it is never used again.</summary>
    public void MarkShared() => _isShared = true;
}
