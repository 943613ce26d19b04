using Emulation.Apis.Deso.Responses;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>Writes a transaction as JSON: hashes and keys of fixed size as arrays of numbers, other bytes as base64.</summary>
static class TransactionJson
{
    /// <param name="json">The writer.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="read">The transaction was read from bytes, so that absent extra data is null instead of empty.</param>
    public static void Write(ref JsonWriter json, Transaction transaction, bool read)
    {
        json.StartObject();
        json.Unsigned("TxnVersion"u8, transaction.Version);
        json.Name("TxInputs"u8);
        WriteInputs(ref json, transaction.Inputs);
        json.Name("TxOutputs"u8);
        WriteOutputs(ref json, transaction.Outputs);
        json.Unsigned("TxnFeeNanos"u8, transaction.FeeNanos);
        json.Name("TxnNonce"u8);
        WriteNonce(ref json, transaction);
        json.Name("TxnMeta"u8);
        WriteMetadata(ref json, transaction);
        json.Base64("PublicKey"u8, transaction.PublicKey);
        json.Name("ExtraData"u8);
        WriteExtraData(ref json, transaction, read);
        json.Name("Signature"u8);
        if (transaction.Signature.Length == 0) json.Null();
        else json.Base64(transaction.Signature);
        json.Unsigned("TxnTypeJSON"u8, (ulong)transaction.Type);
        json.EndObject();
    }

    private static void WriteInputs(ref JsonWriter json, IReadOnlyList<Input> inputs)
    {
        if (inputs.Count == 0)
        {
            json.Null();
            return;
        }
        json.StartArray();
        foreach (var input in inputs)
        {
            json.StartObject();
            json.Name("TxID"u8);
            WriteNumbers(ref json, input.Transaction);
            json.Unsigned("Index"u8, input.Index);
            json.EndObject();
        }
        json.EndArray();
    }

    private static void WriteOutputs(ref JsonWriter json, IReadOnlyList<Output> outputs)
    {
        if (outputs.Count == 0)
        {
            json.Null();
            return;
        }
        json.StartArray();
        foreach (var output in outputs)
        {
            json.StartObject();
            json.Base64("PublicKey"u8, output.PublicKey);
            json.Unsigned("AmountNanos"u8, output.AmountNanos);
            json.EndObject();
        }
        json.EndArray();
    }

    private static void WriteNonce(ref JsonWriter json, Transaction transaction)
    {
        if (transaction.Version == 0)
        {
            json.Null();
            return;
        }
        json.StartObject();
        json.Unsigned("ExpirationBlockHeight"u8, transaction.Nonce.ExpirationBlockHeight);
        json.Unsigned("PartialID"u8, transaction.Nonce.PartialId);
        json.EndObject();
    }

    private static void WriteMetadata(ref JsonWriter json, Transaction transaction)
    {
        var metadata = transaction.Metadata;
        json.StartObject();
        if (transaction.IsCreate)
        {
            json.Name(transaction.IsAboutUser ? "TargetUserPublicKey"u8 : "PostHash"u8);
            WriteNumbers(ref json, metadata.Target);
            json.Name("AppPublicKey"u8);
            WriteNumbers(ref json, metadata.App);
            json.Base64("AssociationType"u8, metadata.AssociationType);
            json.Base64("AssociationValue"u8, metadata.AssociationValue);
        }
        else
        {
            json.Name("AssociationID"u8);
            WriteNumbers(ref json, metadata.AssociationId);
        }
        json.EndObject();
    }

    private static void WriteExtraData(ref JsonWriter json, Transaction transaction, bool read)
    {
        if (transaction.ExtraData is null && read)
        {
            json.Null();
            return;
        }
        json.StartObject();
        foreach (var (key, value) in transaction.ExtraData?.Entries ?? [])
        {
            json.EscapedName(key);
            json.Base64(value);
        }
        json.EndObject();
    }

    private static void WriteNumbers(ref JsonWriter json, byte[]? bytes)
    {
        if (bytes is null)
        {
            json.Null();
            return;
        }
        json.StartArray();
        foreach (var number in bytes) json.Number((ulong)number);
        json.EndArray();
    }
}
