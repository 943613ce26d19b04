using System.Text;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Demo;

/// <summary>Addresses of wallets on test networks, where coins have no value; their checksums are valid.</summary>
static class WalletAddresses
{
    private const int HashBytes = 20;
    private const int KeyBytes = 32;
    private const int ChecksumBytes = 4;

    // How many base 58 digits Monero uses for so many bytes.
    private static ReadOnlySpan<byte> Widths => [0, 2, 3, 5, 6, 7, 9, 10, 11];

    /// <summary>Bitcoin's testnet3, pay to public key hash: m or n comes first.</summary>
    public static string Bitcoin(ref RandomStream random) => PublicKeyHash(0x6F, ref random);

    /// <summary>Dash's test network: y comes first.</summary>
    public static string Dash(ref RandomStream random) => PublicKeyHash(0x8C, ref random);

    /// <summary>Monero's stagenet: 5 comes first.</summary>
    public static string Monero(ref RandomStream random)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * KeyBytes) + ChecksumBytes];
        random.Fill(bytes[1..^ChecksumBytes]);
        bytes[0] = 24;
        Span<byte> hash = stackalloc byte[32];
        Keccak.HashAsFirstSubmitted(bytes[..^ChecksumBytes], hash);
        hash[..ChecksumBytes].CopyTo(bytes[^ChecksumBytes..]);
        var text = new StringBuilder(95);
        for (var at = 0; at < bytes.Length; at += 8) AppendBlock(text, bytes[at..Math.Min(bytes.Length, at + 8)]);
        return text.ToString();
    }

    private static string PublicKeyHash(byte network, ref RandomStream random)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        random.Fill(hash);
        return Encoding.ASCII.GetString(Base58Check.Print([network], hash));
    }

    private static void AppendBlock(StringBuilder text, ReadOnlySpan<byte> block)
    {
        ulong value = 0;
        foreach (var part in block) value = (value << 8) | part;
        Span<char> digits = stackalloc char[Widths[block.Length]];
        for (var i = digits.Length - 1; i >= 0; i--, value /= 58) digits[i] = Base58Check.Digits[(int)(value % 58)];
        text.Append(digits);
    }
}
