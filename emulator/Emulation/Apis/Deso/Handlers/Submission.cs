using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Responses;
using Emulation.Apis.Deso.Transactions;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>Accepts a signed transaction, whole or in two parts, and applies it at once. Source: backend routes/transaction.go.</summary>
static class Submission
{
    public const string Unreadable = "SubmitTransactionRequest: Problem parsing request body: {0}";

    private const string Both =
        "SubmitTransactionRequest: Cannot submit both TransactionHex and UnsignedTransactionHex. You must pick one or the other.";
    private const string NoSignature =
        "SubmitTransactionRequest: Must provide TransactionSignatureHex when submitting UnsignedTransactionHex.";
    private const string UnsignedNoHex = "SubmitTransactionRequest: Problem decoding unsigned transaction hex: ";
    private const string UnsignedNoTransaction = "SubmitTransactionRequest: Problem deserializing unsigned transaction from bytes: ";
    private const string SignatureNoHex = "SubmitTransactionRequest: Problem decoding signature hex: ";
    private const string SignatureNoDer = "SubmitTransactionRequest: Problem deserializing signature from bytes: malformed signature";
    private const string NoHex = "SubmitTransactionRequest: Problem deserializing transaction hex: ";
    private const string NoTransaction = "SubmitTransactionRequest: Problem deserializing transaction from bytes: ";
    private const string FeeTooHigh = "SubmitTransactionRequest: Transaction fee rate too high";
    private const string Refused =
        "SubmitTransaction: Problem processing transaction: VerifyAndBroadcastTransaction: Problem broadcasting txn: "
            + "BroadcastTransaction: : ";

    private const ulong MaxFeeRate = 100_000_000;

    private sealed record Request(string Whole, string Unsigned, string Signature);

    public static Change Submit(DesoContext context, Call call)
    {
        if (RequestBody.Read(call, "routes.SubmitTransactionRequest", Read, Unreadable, out var request) is { } refusal)
            return new(call.Graph, refusal);
        if (Compose(request, out var transaction) is { } unfit) return new(call.Graph, Envelope.Error(400, unfit));
        var size = (ulong)transaction.ToBytes().Length;
        if ((UInt128)transaction.FeeNanos * 1000 / size > MaxFeeRate) return new(call.Graph, Envelope.Error(400, FeeTooHigh));
        var options = context.Options;
        if (Acceptance.Refuse(call.Graph, transaction, options, call.Now) is { } broken)
            return new(call.Graph, Envelope.Error(400, Refused + broken));
        var hash = transaction.Hash();
        var applied = Acceptance.Apply(call.Graph, transaction, hash, call.Now);
        var graph = options.Blocks == Blocks.Clock ? Chain.WithPending(applied, call.Now) : applied;
        return new(graph, Envelope.Success((ref json) => Write(ref json, transaction, hash, options.Network)));
    }

    private static Request Read(GoBody body) =>
        new(body.Text("TransactionHex"), body.Text("UnsignedTransactionHex"), body.Text("TransactionSignatureHex"));

    /// <summary>Null, or the error when the request contains no valid transaction.</summary>
    private static string? Compose(Request request, out Transaction transaction)
    {
        transaction = null!;
        if (request.Whole.Length > 0 && request.Unsigned.Length > 0) return Both;
        if (request.Unsigned.Length == 0)
        {
            if (Hex.Bytes(request.Whole) is not { } whole) return NoHex + Hex.Fault(request.Whole);
            if (TransactionBytes.Read(whole, out var wrong) is not { } signed) return NoTransaction + wrong;
            transaction = signed;
            return null;
        }
        if (request.Signature.Length == 0) return NoSignature;
        if (Hex.Bytes(request.Unsigned) is not { } bytes) return UnsignedNoHex + Hex.Fault(request.Unsigned);
        if (TransactionBytes.Read(bytes, out var fault) is not { } unsigned) return UnsignedNoTransaction + fault;
        if (Hex.Bytes(request.Signature) is not { } signature) return SignatureNoHex + Hex.Fault(request.Signature);
        if (TransactionSignature.Read(signature) is null) return SignatureNoDer;
        transaction = unsigned with { Signature = signature };
        return null;
    }

    private static void Write(ref JsonWriter json, Transaction transaction, byte[] hash, Network network)
    {
        json.Name("Transaction"u8);
        TransactionJson.Write(ref json, transaction, read: true);
        json.Hex("TxnHashHex"u8, hash);
        json.Ascii("TransactionIDBase58Check"u8, Base58Check.Print(Base58Check.PublicPrefix(network), hash));
        json.Null("PostEntryResponse"u8);
    }
}
