using System.Buffers.Binary;
using System.Security.Cryptography;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>Adds the fee and the nonce to a transaction that a client will sign.</summary>
static class Construction
{
    // A node computes the fee with the largest possible signature, because there is none yet.
    private const int MaxSignatureSize = 74;
    private const uint SafetyMargin = 10;

    /// <summary>The graph with the nonce counter advanced, and the unsigned transaction.</summary>
    public static (Graph Graph, Transaction Transaction) Make(Graph graph, Transaction unsigned, ulong rate, DateTimeOffset now)
    {
        var next = graph.TakeId(Chain.NodeKind, out var number);
        var expiration = (ulong)Chain.HeightOf(graph, now) + Acceptance.MaxValidity - SafetyMargin;
        var nonce = new Nonce(expiration, PartialId(unsigned.PublicKey, number));
        return (next, WithFee(unsigned with { Nonce = nonce }, rate));
    }

    /// <summary>Repeats the computation until the fee is stable, because its own bytes are part of the size.</summary>
    private static Transaction WithFee(Transaction transaction, ulong rate)
    {
        while (true)
        {
            var fee = ((UInt128)(transaction.ToBytes(signed: false).Length + MaxSignatureSize) * rate + 999) / 1000;
            var capped = fee > ulong.MaxValue ? ulong.MaxValue : (ulong)fee;
            if (capped <= transaction.FeeNanos) return transaction;
            transaction = transaction with { FeeNanos = capped };
        }
    }

    /// <summary>A pseudo-random number from the graph's counter, the same in every run.</summary>
    private static ulong PartialId(byte[] transactor, long number)
    {
        Span<byte> input = stackalloc byte[sizeof(long) + Base58Check.PublicKeySize];
        BinaryPrimitives.WriteInt64BigEndian(input, number);
        transactor.CopyTo(input[sizeof(long)..]);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(input));
    }
}
