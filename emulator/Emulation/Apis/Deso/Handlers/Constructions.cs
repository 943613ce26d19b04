using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Resources;
using Emulation.Apis.Deso.Responses;
using Emulation.Apis.Deso.Transactions;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>
/// Constructs transactions that create or delete an association, for the client to sign and submit. Only their nonce is stored.
/// </summary>
static class Constructions
{
    public const string CreateUserUnreadable = "CreateUserAssociation: " + Texts.BodyUnreadable;
    public const string CreatePostUnreadable = "CreatePostAssociation: " + Texts.BodyUnreadable;
    public const string DeleteUserUnreadable = "DeleteUserAssociation: " + Texts.BodyUnreadable;
    public const string DeletePostUnreadable = "DeletePostAssociation: " + Texts.BodyUnreadable;

    public static Change CreateUser(Call call) =>
        RequestBody.Read(
            call, "routes.CreateUserAssociationRequest", CreateRequest.User, CreateUserUnreadable, out var request) is { } refusal
            ? new(call.Graph, refusal)
            : Create(call, request, TransactionType.CreateUserAssociation);

    public static Change CreatePost(Call call) =>
        RequestBody.Read(
            call, "routes.CreatePostAssociationRequest", CreateRequest.Post, CreatePostUnreadable, out var request) is { } refusal
            ? new(call.Graph, refusal)
            : Create(call, request, TransactionType.CreatePostAssociation);

    public static Change DeleteUser(Call call) => Delete(call, TransactionType.DeleteUserAssociation, DeleteUserUnreadable);

    public static Change DeletePost(Call call) => Delete(call, TransactionType.DeletePostAssociation, DeletePostUnreadable);

    private static Change Create(Call call, CreateRequest request, TransactionType type)
    {
        var isUser = type == TransactionType.CreateUserAssociation;
        if (ReadTransactor(request.Terms, out var transactor) is { } refused) return Refuse(call, type, refused);
        if (request.Target.Length == 0) return Refuse(call, type, (400, isUser ? Texts.MustHaveTarget : Texts.MustHavePost));
        var targetBytes = (isUser ? AssociationKind.User : AssociationKind.Post).Target(request.Target);
        if (targetBytes is null) return Refuse(call, type, isUser ? (500, Texts.BadTargetKey) : (400, Texts.BadPostHash));
        var app = PublicKey.Zero;
        if (request.App.Length > 0 && !PublicKey.TryRead(request.App, out app)) return Refuse(call, type, (500, Texts.BadAppKey));
        if (request.Type.Length == 0) return Refuse(call, type, (400, Texts.MustHaveType));
        if (request.Value.Length == 0) return Refuse(call, type, (400, Texts.MustHaveValue));
        var metadata = new Metadata
        {
            Target = targetBytes, App = app!.Bytes, AssociationType = Encoding.UTF8.GetBytes(
                request.Type), AssociationValue = Encoding.UTF8.GetBytes(
                request.Value),
        };
        return Construct(call, request.Terms, type, transactor, metadata);
    }

    private static Change Delete(Call call, TransactionType type, string unreadable)
    {
        if (RequestBody.Read(call, "routes.DeleteAssociationRequest", DeleteRequest.Read, unreadable, out var request) is { } refusal)
            return new(call.Graph, refusal);
        if (ReadTransactor(request.Terms, out var transactor) is { } refused) return Refuse(call, type, refused);
        if (request.Id.Length == 0) return Refuse(call, type, (400, Texts.MustHaveId));
        if (Hex.Hash(request.Id) is not { } id) return Refuse(call, type, (400, Texts.InvalidId));
        return Construct(call, request.Terms, type, transactor, new Metadata { AssociationId = id });
    }

    private static Change Construct(Call call, TransactionTerms terms, TransactionType type, PublicKey transactor, Metadata metadata)
    {
        if (terms.ReadExtraData(out var extra)) return Refuse(call, type, (400, Texts.BadExtraData));
        if (terms.ReadOutputs(out var outputs)) return Refuse(call, type, (400, Texts.BadFees));
        var unsigned = new Transaction
        {
            Type = type, Metadata = metadata, PublicKey = transactor.Bytes, ExtraData = extra, Outputs = outputs,
        };
        if (TransactionRules.Broken(call.Graph, unsigned) is { } broken)
            return Refuse(call, type, (500, $"problem creating txn: Blockchain.Create{type}Txn: {broken}"));
        var (graph, transaction) = Construction.Make(call.Graph, unsigned, terms.FeeRate, call.Now);
        return new(graph, Envelope.Success((ref json) => Write(ref json, transaction)));
    }

    private static (int Status, string Text)? ReadTransactor(TransactionTerms terms, out PublicKey transactor)
    {
        transactor = PublicKey.Zero;
        if (terms.Transactor.Length == 0) return (400, Texts.MustHaveTransactor);
        if (!PublicKey.TryRead(terms.Transactor, out var read)) return (500, Texts.BadTransactorKey);
        transactor = read;
        return null;
    }

    private static Change Refuse(Call call, TransactionType type, (int Status, string Text) refusal) =>
        new(call.Graph, Envelope.Error(refusal.Status, $"{type}: {refusal.Text}"));

    private static void Write(ref JsonWriter json, Transaction transaction)
    {
        var spent = transaction.Outputs.Aggregate(0UL, (sum, output) => unchecked(sum + output.AmountNanos));
        json.Unsigned("SpendAmountNanos"u8, spent);
        json.Unsigned("TotalInputNanos"u8, unchecked(spent + transaction.FeeNanos));
        json.Number("ChangeAmountNanos"u8, 0);
        json.Unsigned("FeeNanos"u8, transaction.FeeNanos);
        json.Name("Transaction"u8);
        TransactionJson.Write(ref json, transaction, read: false);
        json.Hex("TransactionHex"u8, transaction.ToBytes());
        json.Hex("TxnHashHex"u8, transaction.Hash());
    }
}
