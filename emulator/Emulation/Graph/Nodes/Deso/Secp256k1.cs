using System.Buffers.Binary;
using NBitcoin.Secp256k1;

namespace Emulation.Graphs.Deso;

/// <summary>An ECDSA signature.</summary>
sealed record Signature(Scalar R, Scalar S)
{
    /// <summary>There are two valid S for each R; only the lower one is accepted.</summary>
    public bool HasHighS => S.IsHigh;
}

/// <summary>The curve of DeSo's keys.</summary>
static class Secp256k1
{
    private const int ScalarSize = 32;
    private const int CompressedSize = 33;

    /// <summary>The compressed public key of a private key.</summary>
    public static byte[] PublicKeyOf(byte[] privateKey) => ECPrivKey.Create(privateKey).CreatePubKey().ToBytes(compressed: true);

    /// <summary>The private key that is larger by the offset.</summary>
    public static byte[] PrivateKeyAt(byte[] first, long offset)
    {
        Span<byte> bytes = stackalloc byte[ScalarSize];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes[^sizeof(long)..], offset);
        return Private(first).Add(new Scalar(bytes)).ToBytes();
    }

    /// <summary>The public keys of a private key and of those after it: one addition each, converted to affine form in batches.</summary>
    public static IReadOnlyList<byte[]> PublicKeysFrom(byte[] first, int count)
    {
        const int batch = 4096;
        var keys = new List<byte[]>(count);
        var point = Context.Instance.EcMultGenContext.MultGen(Private(first));
        while (keys.Count < count)
        {
            var points = new GEJ[Math.Min(batch, count - keys.Count)];
            for (var i = 0; i < points.Length; i++, point = point.AddVariable(EC.G)) points[i] = point;
            var affine = new GE[points.Length];
            GE.SetAllGroupElementJacobianVariable(affine, points, points.Length);
            foreach (var one in affine) keys.Add(new ECPubKey(one, Context.Instance).ToBytes(compressed: true));
        }
        return keys;
    }

    /// <summary>Deterministic (RFC 6979), with the lower S.</summary>
    public static Signature Sign(byte[] hash, byte[] privateKey)
    {
        var (r, s) = ECPrivKey.Create(privateKey).SignECDSARFC6979(hash);
        return new Signature(r, s);
    }

    /// <summary>A higher S is accepted too. False also when the key is not a point of the curve.</summary>
    public static bool Verify(byte[] hash, Signature signature, byte[] publicKey)
    {
        if (PointOf(publicKey) is not { } key) return false;
        var lower = signature.HasHighS ? signature.S.Negate() : signature.S;
        return key.SigVerify(new SecpECDSASignature(signature.R, lower, enforceCheck: false), hash);
    }

    public static bool IsOnCurve(byte[] publicKey) => PointOf(publicKey) is not null;

    /// <summary>The key that made a signature, given which of the possible ones it is (0 to 3); null when there is none.</summary>
    public static byte[]? Recover(byte[] hash, Signature signature, int which)
    {
        var numbers = new SecpECDSASignature(signature.R, signature.S, enforceCheck: false);
        var recoverable = new SecpRecoverableECDSASignature(numbers, which);
        return ECPubKey.TryRecover(Context.Instance, recoverable, hash, out var key) ? key.ToBytes(compressed: true) : null;
    }

    /// <summary>The two numbers as DER, which begins with 0x30.</summary>
    public static byte[] ToDer(Signature signature)
    {
        byte[] r = Positive(signature.R), s = Positive(signature.S);
        return [0x30, (byte)(r.Length + s.Length + 4), 0x02, (byte)r.Length, .. r, 0x02, (byte)s.Length, .. s];
    }

    /// <summary>Null when it is not the DER of two positive numbers below the curve's order.</summary>
    public static Signature? FromDer(ReadOnlySpan<byte> der)
    {
        if (der.Length < 8 || der[0] != 0x30 || der[1] != der.Length - 2) return null;
        var rest = der[2..];
        if (Number(ref rest) is not { } r || Number(ref rest) is not { } s || !rest.IsEmpty) return null;
        return new Signature(r, s);
    }

    private static Scalar? Number(ref ReadOnlySpan<byte> from)
    {
        if (from.Length < 3 || from[0] != 0x02 || from[1] == 0 || from[1] > from.Length - 2) return null;
        var bytes = from.Slice(2, from[1]);
        from = from[(2 + bytes.Length)..];
        if (bytes[0] >= 0x80 || (bytes[0] == 0 && bytes.Length > 1 && bytes[1] < 0x80)) return null;
        var digits = bytes.TrimStart((byte)0);
        if (digits.Length > ScalarSize) return null;
        Span<byte> padded = stackalloc byte[ScalarSize];
        padded.Clear();
        digits.CopyTo(padded[(ScalarSize - digits.Length)..]);
        var number = new Scalar(padded, out var overflow);
        return overflow == 0 && !number.IsZero ? number : null;
    }

    /// <summary>The shortest bytes whose first bit is not set, which would make the number negative in DER.</summary>
    private static byte[] Positive(Scalar number)
    {
        var digits = number.ToBytes().AsSpan().TrimStart((byte)0);
        return digits.IsEmpty || digits[0] >= 0x80 ? [0, .. digits] : digits.ToArray();
    }

    private static ECPubKey? PointOf(byte[] publicKey) =>
        publicKey.Length == CompressedSize && ECPubKey.TryCreate(publicKey, Context.Instance, out _, out var key) ? key : null;

    private static Scalar Private(byte[] bytes)
    {
        var scalar = new Scalar(bytes, out var overflow);
        return overflow == 0 && !scalar.IsZero
            ? scalar
            : throw new InvalidOperationException("A private key is a number from 1 to the curve's order.");
    }
}
