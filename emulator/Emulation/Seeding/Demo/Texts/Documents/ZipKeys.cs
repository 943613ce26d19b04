namespace Emulation.Seeding.Demo.Texts.Documents;

/// <summary>The key stream of traditional zip encryption (APPNOTE, section 6.1).</summary>
sealed class ZipKeys
{
    private uint _first = 0x12345678;
    private uint _second = 0x23456789;
    private uint _third = 0x34567890;

    public ZipKeys(string password)
    {
        foreach (var character in password) Update((byte)character);
    }

    public byte Encrypt(byte plain)
    {
        var mask = (_third | 2) & 0xFFFF;
        var cipher = (byte)(plain ^ (byte)((mask * (mask ^ 1)) >> 8));
        Update(plain);
        return cipher;
    }

    private void Update(byte plain)
    {
        _first = Crc32.Step(_first, plain);
        _second = ((_second + (_first & 0xFF)) * 134775813) + 1;
        _third = Crc32.Step(_third, (byte)(_second >> 24));
    }
}

/// <summary>The checksum of zip files.</summary>
static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = Step(crc, value);
        return ~crc;
    }

    public static uint Step(uint crc, byte value)
    {
        crc ^= value;
        for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
        return crc;
    }
}
