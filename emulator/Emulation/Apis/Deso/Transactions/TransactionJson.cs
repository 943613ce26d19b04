using Emulation.Apis.Deso.Responses;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>A transaction as a node prints it: hashes and keys of fixed size as arrays of numbers, other bytes as base64.</summary>
static class TransactionJson
{
    /// <param name="json">Where to.</param>
    /// <param name="transaction">What.</param>
    /// <param name="read">It was read from bytes, which leaves empty extra data null and not empty.</param>
    public static void Write(ref GoWriter json, Transaction transaction, bool read)
    {
        json.Open('{');
        json.Name("TxnVersion"u8);
        json.Number(transaction.Version);
        json.Name("TxInputs"u8);
        WriteInputs(ref json, transaction.Inputs);
        json.Name("TxOutputs"u8);
        WriteOutputs(ref json, transaction.Outputs);
        json.Name("TxnFeeNanos"u8);
        json.Number(transaction.FeeNanos);
        json.Name("TxnNonce"u8);
        WriteNonce(ref json, transaction);
        json.Name("TxnMeta"u8);
        WriteMetadata(ref json, transaction);
        json.Name("PublicKey"u8);
        json.Base64(transaction.PublicKey);
        json.Name("ExtraData"u8);
        WriteExtraData(ref json, transaction, read);
        json.Name("Signature"u8);
        if (transaction.Signature.Length == 0) json.Null();
        else json.Base64(transaction.Signature);
        json.Name("TxnTypeJSON"u8);
        json.Number((ulong)transaction.Type);
        json.Close('}');
    }

    private static void WriteInputs(ref GoWriter json, IReadOnlyList<Input> inputs)
    {
        if (inputs.Count == 0)
        {
            json.Null();
            return;
        }
        json.Open('[');
        foreach (var input in inputs)
        {
            json.Open('{');
            json.Name("TxID"u8);
            WriteNumbers(ref json, input.Transaction);
            json.Name("Index"u8);
            json.Number(input.Index);
            json.Close('}');
        }
        json.Close(']');
    }

    private static void WriteOutputs(ref GoWriter json, IReadOnlyList<Output> outputs)
    {
        if (outputs.Count == 0)
        {
            json.Null();
            return;
        }
        json.Open('[');
        foreach (var output in outputs)
        {
            json.Open('{');
            json.Name("PublicKey"u8);
            json.Base64(output.PublicKey);
            json.Name("AmountNanos"u8);
            json.Number(output.AmountNanos);
            json.Close('}');
        }
        json.Close(']');
    }

    private static void WriteNonce(ref GoWriter json, Transaction transaction)
    {
        if (transaction.Version == 0)
        {
            json.Null();
            return;
        }
        json.Open('{');
        json.Name("ExpirationBlockHeight"u8);
        json.Number(transaction.Nonce.ExpirationBlockHeight);
        json.Name("PartialID"u8);
        json.Number(transaction.Nonce.PartialId);
        json.Close('}');
    }

    private static void WriteMetadata(ref GoWriter json, Transaction transaction)
    {
        var metadata = transaction.Metadata;
        json.Open('{');
        if (transaction.IsCreate)
        {
            json.Name(transaction.IsAboutUser ? "TargetUserPublicKey"u8 : "PostHash"u8);
            WriteNumbers(ref json, metadata.About);
            json.Name("AppPublicKey"u8);
            WriteNumbers(ref json, metadata.App);
            json.Name("AssociationType"u8);
            json.Base64(metadata.AssociationType);
            json.Name("AssociationValue"u8);
            json.Base64(metadata.AssociationValue);
        }
        else
        {
            json.Name("AssociationID"u8);
            WriteNumbers(ref json, metadata.AssociationId);
        }
        json.Close('}');
    }

    private static void WriteExtraData(ref GoWriter json, Transaction transaction, bool read)
    {
        if (transaction.ExtraData is null && read)
        {
            json.Null();
            return;
        }
        json.Open('{');
        foreach (var (key, value) in transaction.ExtraData?.Entries ?? [])
        {
            json.AnyName(key);
            json.Base64(value);
        }
        json.Close('}');
    }

    private static void WriteNumbers(ref GoWriter json, byte[]? bytes)
    {
        if (bytes is null)
        {
            json.Null();
            return;
        }
        json.Open('[');
        foreach (var one in bytes) json.Number(one);
        json.Close(']');
    }
}
