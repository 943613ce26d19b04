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

/// <summary>Reads values until the first error, which it reports; after that it reads nothing.</summary>
ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private const int MaxNumberLength = 10;

    private ReadOnlySpan<byte> _rest = bytes;

    public string? Fault { get; private set; }

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public ulong Number()
    {
        ulong number = 0;
        for (var i = 0; i < MaxNumberLength; i++)
        {
            if (Fault is not null) return 0;
            if (_rest.IsEmpty)
            {
                Fail(i == 0 ? "EOF" : "unexpected EOF");
                return 0;
            }
            var part = _rest[0];
            _rest = _rest[1..];
            if (i == MaxNumberLength - 1 && part > 1) break;
            number |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80) return number;
        }
        Fail("ReadUvarint: overflows a 64-bit integer");
        return 0;
    }

    public byte[] Raw(int size)
    {
        if (Fault is not null) return [];
        if (_rest.Length < size)
        {
            Fail(_rest.IsEmpty ? "EOF" : "unexpected EOF");
            return [];
        }
        var taken = _rest[..size].ToArray();
        _rest = _rest[size..];
        return taken;
    }

    public byte[] Bytes()
    {
        var size = Number();
        if (size <= (ulong)_rest.Length) return Raw((int)size);
        Fail("unexpected EOF");
        return [];
    }

    public void Fail(string fault) => Fault ??= fault;
}
