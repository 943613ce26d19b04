using System.Security.Cryptography;
using Emulation.Apis.Deso.Requests;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>
/// The binary format of transactions: numbers as LEB128, byte strings with a length prefix. Source: deso-protocol/core lib/network.go.
/// </summary>
static class TransactionBytes
{
    public static byte[] ToBytes(this Transaction transaction, bool signed = true)
    {
        var to = new ByteWriter();
        to.Number((ulong)transaction.Inputs.Count);
        foreach (var input in transaction.Inputs)
        {
            to.Raw(input.Transaction);
            to.Number(input.Index);
        }
        to.Number((ulong)transaction.Outputs.Count);
        foreach (var output in transaction.Outputs)
        {
            to.Raw(output.PublicKey);
            to.Number(output.AmountNanos);
        }
        to.Number((ulong)transaction.Type);
        to.Bytes(MetadataBytes(transaction));
        to.Bytes(transaction.PublicKey);
        var extra = transaction.ExtraData?.Entries ?? [];
        to.Number((ulong)extra.Count);
        foreach (var (key, value) in extra)
        {
            to.Bytes(key);
            to.Bytes(value);
        }
        to.Bytes(signed ? transaction.Signature : []);
        if (transaction.Version == 0) return to.ToArray();
        to.Number(transaction.Version);
        to.Number(transaction.FeeNanos);
        to.Number(transaction.Nonce.ExpirationBlockHeight);
        to.Number(transaction.Nonce.PartialId);
        return to.ToArray();
    }

    /// <summary>SHA-256 twice, in natural byte order.</summary>
    public static byte[] Hash(this Transaction transaction, bool signed = true) =>
        SHA256.HashData(SHA256.HashData(transaction.ToBytes(signed)));

    /// <summary>
    /// Null, with the fault, when the bytes are not a transaction for associations. Bytes after the transaction are ignored.
    /// </summary>
    public static Transaction? Read(byte[] bytes, out string fault)
    {
        var from = new ByteReader(bytes);
        var transaction = Read(ref from);
        fault = from.Fault ?? "";
        return from.Fault is null ? transaction : null;
    }

    private static Transaction? Read(ref ByteReader from)
    {
        var inputs = new List<Input>();
        for (var left = from.Number(); left > 0 && from.Fault is null; left--) inputs.Add(new Input(from.Raw(32), from.Number()));
        var outputs = new List<Output>();
        for (var left = from.Number(); left > 0 && from.Fault is null; left--)
            outputs.Add(new Output(from.Raw(Base58Check.PublicKeySize), from.Number()));
        var number = from.Number();
        var metadata = from.Bytes();
        if (from.Fault is not null) return null;
        if (number > int.MaxValue || !Enum.IsDefined((TransactionType)number))
        {
            var served = string.Join(", ", Enum.GetValues<TransactionType>().Select(type => (int)type));
            from.Fail($"transactions of type {number} are not served by this emulator, only those about associations ({served})");
            return null;
        }
        var type = (TransactionType)number;
        var publicKey = from.Bytes();
        if (publicKey.Length is not (0 or Base58Check.PublicKeySize))
            from.Fail($"_readTransaction: Public key length {publicKey.Length} is not {Base58Check.PublicKeySize}");
        var extra = new List<(byte[], byte[])>();
        for (var left = from.Number(); left > 0 && from.Fault is null; left--) extra.Add((from.Bytes(), from.Bytes()));
        var signature = from.Bytes();
        if (from.Fault is not null) return null;
        if (signature.Length > 0 && TransactionSignature.Read(signature) is null)
            from.Fail("_readTransaction: Problem parsing DeSoSignature from bytes: malformed signature");
        var content = ReadMetadata(metadata, type, ref from);
        var version = from.IsAtEnd ? 0 : from.Number();
        return new Transaction
        {
            Inputs = inputs, Outputs = outputs, Type = type, Metadata = content, PublicKey = publicKey, ExtraData = ExtraData.Of(extra),
            Signature = signature, Version = version, FeeNanos = version == 0 ? 0 : from.Number(),
            Nonce = version == 0 ? default : new Nonce(from.Number(), from.Number()),
        };
    }

    private static byte[] MetadataBytes(Transaction transaction)
    {
        var metadata = transaction.Metadata;
        var to = new ByteWriter();
        if (!transaction.IsCreate)
        {
            to.Bytes(metadata.AssociationId);
            return to.ToArray();
        }
        to.Bytes(metadata.Target ?? []);
        to.Bytes(metadata.App ?? []);
        to.Bytes(metadata.AssociationType);
        to.Bytes(metadata.AssociationValue);
        return to.ToArray();
    }

    private static Metadata ReadMetadata(byte[] bytes, TransactionType type, ref ByteReader outer)
    {
        var from = new ByteReader(bytes);
        Metadata metadata;
        if (type is TransactionType.DeleteUserAssociation or TransactionType.DeletePostAssociation)
        {
            metadata = new Metadata { AssociationId = Hash(from.Bytes()) };
        }
        else
        {
            var target = from.Bytes();
            metadata = new Metadata
            {
                Target = type == TransactionType.CreatePostAssociation ? Hash(target) : Key(target),
                App = Key(from.Bytes()), AssociationType = from.Bytes(), AssociationValue = from.Bytes(),
            };
        }
        if (from.Fault is { } fault) outer.Fail("_readTransaction: Problem reading txn metadata: " + fault);
        return metadata;
    }

    private static byte[]? Key(byte[] bytes) => bytes.Length == Base58Check.PublicKeySize ? bytes : null;

    private static byte[] Hash(byte[] bytes)
    {
        Array.Resize(ref bytes, Hex.HashSize);
        return bytes;
    }
}
