namespace Emulation.Apis.Deso.Transactions;

sealed class ByteWriter
{
    private readonly List<byte> _bytes = [];

    public void Number(ulong number)
    {
        for (; number >= 0x80; number >>= 7) _bytes.Add((byte)(number | 0x80));
        _bytes.Add((byte)number);
    }

    public void Raw(byte[] bytes) => _bytes.AddRange(bytes);

    public void Bytes(byte[] bytes)
    {
        Number((ulong)bytes.Length);
        Raw(bytes);
    }

    public byte[] ToArray() => [.. _bytes];
}

/// <summary>Reads until something does not fit; from then on it reads nothing, and knows what it was.</summary>
ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestNumber = 10;

    private ReadOnlySpan<byte> _left = bytes;

    public string? Fault { get; private set; }

    public readonly bool IsAtEnd => _left.IsEmpty;

    public ulong Number()
    {
        ulong number = 0;
        for (var i = 0; i < LongestNumber; i++)
        {
            if (Fault is not null) return 0;
            if (_left.IsEmpty)
            {
                Fail(i == 0 ? "EOF" : "unexpected EOF");
                return 0;
            }
            var part = _left[0];
            _left = _left[1..];
            if (i == LongestNumber - 1 && part > 1) break;
            number |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80) return number;
        }
        Fail("ReadUvarint: overflows a 64-bit integer");
        return 0;
    }

    public byte[] Raw(int size)
    {
        if (Fault is not null) return [];
        if (_left.Length < size)
        {
            Fail(_left.IsEmpty ? "EOF" : "unexpected EOF");
            return [];
        }
        var taken = _left[..size].ToArray();
        _left = _left[size..];
        return taken;
    }

    public byte[] Bytes()
    {
        var size = Number();
        if (size <= (ulong)_left.Length) return Raw((int)size);
        Fail("unexpected EOF");
        return [];
    }

    public void Fail(string fault) => Fault ??= fault;
}
