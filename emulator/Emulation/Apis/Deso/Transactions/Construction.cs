using System.Buffers.Binary;
using System.Security.Cryptography;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>What a node adds to a transaction that it makes for a client to sign: the fee and the nonce.</summary>
static class Construction
{
    // A node reckons with a signature of the greatest size before there is one.
    private const int RoomForSignature = 74;
    private const uint BlocksLessThanLongest = 10;

    /// <summary>A graph in which the nonce is taken, and the transaction, unsigned.</summary>
    public static (Graph Graph, Transaction Made) Make(Graph graph, Transaction wanted, ulong rate, DateTimeOffset now)
    {
        var next = graph.TakeId(Chain.NodeKind, out var number);
        var nonce = new Nonce((ulong)Chain.HeightOf(graph, now) + Acceptance.LongestValidity - BlocksLessThanLongest, PartialId(wanted.PublicKey, number));
        return (next, WithFee(wanted with { Nonce = nonce }, rate));
    }

    /// <summary>The fee is a part of the bytes it is reckoned from.</summary>
    private static Transaction WithFee(Transaction transaction, ulong rate)
    {
        while (true)
        {
            var fee = ((UInt128)(transaction.ToBytes(signed: false).Length + RoomForSignature) * rate + 999) / 1000;
            var capped = fee > ulong.MaxValue ? ulong.MaxValue : (ulong)fee;
            if (capped <= transaction.FeeNanos) return transaction;
            transaction = transaction with { FeeNanos = capped };
        }
    }

    /// <summary>Looks random and is the same in every run: from the graph's own counter.</summary>
    private static ulong PartialId(byte[] transactor, long number)
    {
        Span<byte> input = stackalloc byte[sizeof(long) + Base58Check.PublicKeySize];
        BinaryPrimitives.WriteInt64BigEndian(input, number);
        transactor.CopyTo(input[sizeof(long)..]);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(input));
    }
}
