using System.Buffers.Binary;
using System.Numerics;

namespace Emulation.Graphs.ThreatWinds;

/// <summary>
/// SHA3-256 (FIPS 202). Some platforms' cryptography libraries lack it, and OpenSSL takes almost three times as long for a short text.
/// </summary>
static class Keccak
{
    private const int Lanes = 25;
    private const int Rate = 136;
    private const int HashBytes = 32;
    private const byte Domain = 0x06;
    private const byte FirstSubmittedDomain = 0x01;

    private static ReadOnlySpan<ulong> RoundConstants =>
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B, 0x0000000080000001,
        0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
        0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
        0x000000000000800A, 0x800000008000000A, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash) => Hash(data, hash, Domain);

    /// <summary>Keccak-256 as submitted to NIST, with its padding instead of SHA-3's; some block chains use it.</summary>
    public static void HashAsFirstSubmitted(ReadOnlySpan<byte> data, Span<byte> hash) => Hash(data, hash, FirstSubmittedDomain);

    private static void Hash(ReadOnlySpan<byte> data, Span<byte> hash, byte domain)
    {
        Span<ulong> state = stackalloc ulong[Lanes];
        state.Clear();
        while (data.Length >= Rate)
        {
            Absorb(state, data[..Rate]);
            data = data[Rate..];
        }
        Span<byte> last = stackalloc byte[Rate];
        last.Clear();
        data.CopyTo(last);
        last[data.Length] = domain;
        last[^1] |= 0x80;
        Absorb(state, last);
        for (var i = 0; i < HashBytes / 8; i++) BinaryPrimitives.WriteUInt64LittleEndian(hash[(i * 8)..], state[i]);
    }

    private static void Absorb(Span<ulong> state, ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < Rate / 8; i++) state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(i * 8)..]);
        Permute(state);
    }

    /// <summary>The 24 rounds, with all lanes in local variables: loops over the state take three times as long.</summary>
    private static void Permute(Span<ulong> state)
    {
        var (a0, a1, a2, a3, a4) = (state[0], state[1], state[2], state[3], state[4]);
        var (a5, a6, a7, a8, a9) = (state[5], state[6], state[7], state[8], state[9]);
        var (a10, a11, a12, a13, a14) = (state[10], state[11], state[12], state[13], state[14]);
        var (a15, a16, a17, a18, a19) = (state[15], state[16], state[17], state[18], state[19]);
        var (a20, a21, a22, a23, a24) = (state[20], state[21], state[22], state[23], state[24]);
        foreach (var constant in RoundConstants)
        {
            // Theta.
            var (c0, c1, c2) = (a0 ^ a5 ^ a10 ^ a15 ^ a20, a1 ^ a6 ^ a11 ^ a16 ^ a21, a2 ^ a7 ^ a12 ^ a17 ^ a22);
            var (c3, c4) = (a3 ^ a8 ^ a13 ^ a18 ^ a23, a4 ^ a9 ^ a14 ^ a19 ^ a24);
            var (d0, d1, d2) = (c4 ^ Left(c1, 1), c0 ^ Left(c2, 1), c1 ^ Left(c3, 1));
            var (d3, d4) = (c2 ^ Left(c4, 1), c3 ^ Left(c0, 1));

            // Rho and pi.
            var (b0, b1, b2, b3, b4) = (a0 ^ d0, Left(a6 ^ d1, 44), Left(a12 ^ d2, 43), Left(a18 ^ d3, 21), Left(a24 ^ d4, 14));
            var (b5, b6, b7, b8, b9) =
                (Left(a3 ^ d3, 28), Left(a9 ^ d4, 20), Left(a10 ^ d0, 3), Left(a16 ^ d1, 45), Left(a22 ^ d2, 61));
            var (b10, b11, b12, b13, b14) =
                (Left(a1 ^ d1, 1), Left(a7 ^ d2, 6), Left(a13 ^ d3, 25), Left(a19 ^ d4, 8), Left(a20 ^ d0, 18));
            var (b15, b16, b17, b18, b19) =
                (Left(a4 ^ d4, 27), Left(a5 ^ d0, 36), Left(a11 ^ d1, 10), Left(a17 ^ d2, 15), Left(a23 ^ d3, 56));
            var (b20, b21, b22, b23, b24) =
                (Left(a2 ^ d2, 62), Left(a8 ^ d3, 55), Left(a14 ^ d4, 39), Left(a15 ^ d0, 41), Left(a21 ^ d1, 2));

            // Chi and iota.
            (a0, a1, a2, a3, a4) = (b0 ^ (~b1 & b2) ^ constant, b1 ^ (~b2 & b3), b2 ^ (~b3 & b4), b3 ^ (~b4 & b0), b4 ^ (~b0 & b1));
            (a5, a6, a7, a8, a9) = (b5 ^ (~b6 & b7), b6 ^ (~b7 & b8), b7 ^ (~b8 & b9), b8 ^ (~b9 & b5), b9 ^ (~b5 & b6));
            (a10, a11, a12) = (b10 ^ (~b11 & b12), b11 ^ (~b12 & b13), b12 ^ (~b13 & b14));
            (a13, a14) = (b13 ^ (~b14 & b10), b14 ^ (~b10 & b11));
            (a15, a16, a17) = (b15 ^ (~b16 & b17), b16 ^ (~b17 & b18), b17 ^ (~b18 & b19));
            (a18, a19) = (b18 ^ (~b19 & b15), b19 ^ (~b15 & b16));
            (a20, a21, a22) = (b20 ^ (~b21 & b22), b21 ^ (~b22 & b23), b22 ^ (~b23 & b24));
            (a23, a24) = (b23 ^ (~b24 & b20), b24 ^ (~b20 & b21));
        }
        (state[0], state[1], state[2], state[3], state[4]) = (a0, a1, a2, a3, a4);
        (state[5], state[6], state[7], state[8], state[9]) = (a5, a6, a7, a8, a9);
        (state[10], state[11], state[12], state[13], state[14]) = (a10, a11, a12, a13, a14);
        (state[15], state[16], state[17], state[18], state[19]) = (a15, a16, a17, a18, a19);
        (state[20], state[21], state[22], state[23], state[24]) = (a20, a21, a22, a23, a24);
    }

    private static ulong Left(ulong lane, int bits) => BitOperations.RotateLeft(lane, bits);
}
