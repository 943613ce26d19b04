namespace Emulation.Control.Journals;

/// <summary>Memory for many records, handed out from the start to the end. All of it is guarded by the journal's lock but the bytes handed out.</summary>
sealed class Chunk(int size)
{
    private int _used;
    private bool _isShared;

    // What is handed out is written before it is read.
    public byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(size);

    public int Size => Bytes.Length;

    /// <summary>How many records lie in it.</summary>
    public int Records { get; private set; }

    /// <summary>How many of them are being written.</summary>
    public int Unwritten { get; private set; }

    /// <summary>Nobody reads or writes it, so that it can be filled again.</summary>
    public bool IsFree => Records == 0 && Unwritten == 0 && !_isShared;

    public bool HasRoom(int length) => Size - _used >= length;

    public int Take(int length)
    {
        var at = _used;
        _used += length;
        Records++;
        Unwritten++;
        return at;
    }

    public void Written() => Unwritten--;

    public void Forget() => Records--;

    public void Rewind() => _used = 0;

    /// <summary>Somebody reads it from now on, for as long as they like: it is never filled again.</summary>
    public void Share() => _isShared = true;
}
