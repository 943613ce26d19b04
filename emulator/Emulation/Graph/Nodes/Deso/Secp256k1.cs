using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace Emulation.Graphs.Deso;

/// <summary>Two numbers that prove a key's owner signed.</summary>
sealed record Signature(BigInteger R, BigInteger S)
{
    /// <summary>There are two S for each R; only the lower is accepted.</summary>
    public bool HasHighS => S.CompareTo(Secp256k1.HalfOrder) > 0;
}

/// <summary>The curve of DeSo's keys. The one file that names the package it comes from.</summary>
static class Secp256k1
{
    private const int ScalarSize = 32;

    private static readonly X9ECParameters s_curve = CustomNamedCurves.GetByName("secp256k1");
    private static readonly ECDomainParameters s_domain = new(s_curve.Curve, s_curve.G, s_curve.N, s_curve.H);

    public static BigInteger HalfOrder { get; } = s_curve.N.ShiftRight(1);

    /// <summary>The compressed public key of a private one.</summary>
    public static byte[] PublicKeyOf(byte[] privateKey) => s_curve.G.Multiply(Scalar(privateKey)).GetEncoded(compressed: true);

    /// <summary>A private key that many follow.</summary>
    public static byte[] PrivateKeyAt(byte[] first, long offset) => Bytes(Scalar(first).Add(BigInteger.ValueOf(offset)).Mod(s_curve.N));

    /// <summary>The public keys of a private key and of those after it: one addition each, brought to their printed form together.</summary>
    public static IReadOnlyList<byte[]> PublicKeysFrom(byte[] first, int count)
    {
        const int batch = 4096;
        var keys = new List<byte[]>(count);
        var point = s_curve.G.Multiply(Scalar(first));
        while (keys.Count < count)
        {
            var points = new ECPoint[Math.Min(batch, count - keys.Count)];
            for (var i = 0; i < points.Length; i++, point = point.Add(s_curve.G)) points[i] = point;
            s_curve.Curve.NormalizeAll(points);
            foreach (var one in points) keys.Add(one.GetEncoded(compressed: true));
        }
        return keys;
    }

    /// <summary>Deterministic (RFC 6979), with the lower S.</summary>
    public static Signature Sign(byte[] hash, byte[] privateKey)
    {
        var signer = new ECDsaSigner(new HMacDsaKCalculator(new Sha256Digest()));
        signer.Init(true, new ECPrivateKeyParameters(Scalar(privateKey), s_domain));
        var parts = signer.GenerateSignature(hash);
        return new Signature(parts[0], parts[1].CompareTo(HalfOrder) > 0 ? s_curve.N.Subtract(parts[1]) : parts[1]);
    }

    /// <summary>False also when the key is no point of the curve.</summary>
    public static bool Verify(byte[] hash, Signature signature, byte[] publicKey)
    {
        if (PointOf(publicKey) is not { } point) return false;
        var verifier = new ECDsaSigner();
        verifier.Init(false, new ECPublicKeyParameters(point, s_domain));
        return verifier.VerifySignature(hash, signature.R, signature.S);
    }

    public static bool IsOnCurve(byte[] publicKey) => PointOf(publicKey) is not null;

    /// <summary>The key that made a signature, given which of the possible ones it is (0 to 3); null when there is none.</summary>
    public static byte[]? Recover(byte[] hash, Signature signature, int which)
    {
        var (order, field) = (s_curve.N, s_curve.Curve.Field.Characteristic);
        if (signature.R.SignValue <= 0 || signature.S.SignValue <= 0) return null;
        var x = which >= 2 ? signature.R.Add(order) : signature.R;
        if (x.CompareTo(field) >= 0 || signature.R.CompareTo(order) >= 0) return null;
        byte[] encoded = [(byte)(2 + (which & 1)), .. Bytes(x)];
        if (PointOf(encoded) is not { } point) return null;
        var inverse = signature.R.ModInverse(order);
        var first = inverse.Multiply(order.Subtract(new BigInteger(1, hash).Mod(order))).Mod(order);
        var second = inverse.Multiply(signature.S).Mod(order);
        var key = ECAlgorithms.SumOfTwoMultiplies(s_curve.G, first, point, second);
        return key.IsInfinity ? null : key.GetEncoded(compressed: true);
    }

    /// <summary>The two numbers as DER, which begins with 0x30.</summary>
    public static byte[] ToDer(Signature signature)
    {
        byte[] r = signature.R.ToByteArray(), s = signature.S.ToByteArray();
        return [0x30, (byte)(r.Length + s.Length + 4), 0x02, (byte)r.Length, .. r, 0x02, (byte)s.Length, .. s];
    }

    /// <summary>Null when it is no DER of two positive numbers below the curve's order.</summary>
    public static Signature? FromDer(ReadOnlySpan<byte> der)
    {
        if (der.Length < 8 || der[0] != 0x30 || der[1] != der.Length - 2) return null;
        var rest = der[2..];
        if (Number(ref rest) is not { } r || Number(ref rest) is not { } s || !rest.IsEmpty) return null;
        return new Signature(r, s);
    }

    private static BigInteger? Number(ref ReadOnlySpan<byte> from)
    {
        if (from.Length < 3 || from[0] != 0x02 || from[1] == 0 || from[1] > from.Length - 2) return null;
        var bytes = from.Slice(2, from[1]);
        from = from[(2 + bytes.Length)..];
        if (bytes[0] >= 0x80 || (bytes[0] == 0 && bytes.Length > 1 && bytes[1] < 0x80)) return null;
        var number = new BigInteger(1, bytes.ToArray());
        return number.SignValue > 0 && number.CompareTo(s_curve.N) < 0 ? number : null;
    }

    private static ECPoint? PointOf(byte[] publicKey)
    {
        if (publicKey.Length != ScalarSize + 1 || publicKey[0] is not (2 or 3)) return null;
        var x = new BigInteger(1, publicKey, 1, ScalarSize);
        if (x.CompareTo(s_curve.Curve.Field.Characteristic) >= 0) return null;
        var element = s_curve.Curve.FromBigInteger(x);
        if (element.Square().Multiply(element).Add(s_curve.Curve.B).Sqrt() is not { } y) return null;
        var odd = publicKey[0] == 3;
        return s_curve.Curve.CreatePoint(x, (y.TestBitZero() == odd ? y : y.Negate()).ToBigInteger());
    }

    private static BigInteger Scalar(byte[] bytes)
    {
        var scalar = new BigInteger(1, bytes);
        return scalar.SignValue > 0 && scalar.CompareTo(s_curve.N) < 0
            ? scalar
            : throw new InvalidOperationException("A private key is a number from 1 to the curve's order.");
    }

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArrayUnsigned();
        var padded = new byte[ScalarSize];
        bytes.CopyTo(padded, ScalarSize - bytes.Length);
        return padded;
    }
}
