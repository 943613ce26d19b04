using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Resources;
using Emulation.Apis.Deso.Responses;
using Emulation.Apis.Deso.Transactions;
using Emulation.Graphs.Deso;
using Emulation.Http;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>Transactions that make or remove an association, for the client to sign and submit. Nothing is kept of them but their nonce.</summary>
static class Constructions
{
    public const string CreateUserUnreadable = "CreateUserAssociation: " + Texts.BodyUnreadable;
    public const string CreatePostUnreadable = "CreatePostAssociation: " + Texts.BodyUnreadable;
    public const string DeleteUserUnreadable = "DeleteUserAssociation: " + Texts.BodyUnreadable;
    public const string DeletePostUnreadable = "DeletePostAssociation: " + Texts.BodyUnreadable;

    public static Change CreateUser(Call call) =>
        RequestBody.Read(call, "routes.CreateUserAssociationRequest", CreateRequest.User, CreateUserUnreadable, out var asked) is { } refusal
            ? new(call.Graph, refusal)
            : Create(call, asked, TransactionType.CreateUserAssociation);

    public static Change CreatePost(Call call) =>
        RequestBody.Read(call, "routes.CreatePostAssociationRequest", CreateRequest.Post, CreatePostUnreadable, out var asked) is { } refusal
            ? new(call.Graph, refusal)
            : Create(call, asked, TransactionType.CreatePostAssociation);

    public static Change DeleteUser(Call call) => Delete(call, TransactionType.DeleteUserAssociation, DeleteUserUnreadable);

    public static Change DeletePost(Call call) => Delete(call, TransactionType.DeletePostAssociation, DeletePostUnreadable);

    private static Change Create(Call call, CreateRequest asked, TransactionType type)
    {
        var about = type == TransactionType.CreateUserAssociation;
        if (ReadTransactor(asked.Terms, out var transactor) is { } refused) return Refuse(call, type, refused);
        if (asked.About.Length == 0) return Refuse(call, type, (400, about ? Texts.MustHaveTarget : Texts.MustHavePost));
        var aboutBytes = (about ? Subject.User : Subject.Post).About(asked.About);
        if (aboutBytes is null) return Refuse(call, type, about ? (500, Texts.BadTargetKey) : (400, Texts.BadPostHash));
        var app = PublicKey.Zero;
        if (asked.App.Length > 0 && !PublicKey.TryRead(asked.App, out app)) return Refuse(call, type, (500, Texts.BadAppKey));
        if (asked.Type.Length == 0) return Refuse(call, type, (400, Texts.MustHaveType));
        if (asked.Value.Length == 0) return Refuse(call, type, (400, Texts.MustHaveValue));
        var metadata = new Metadata
        {
            About = aboutBytes, App = app!.Bytes, AssociationType = Encoding.UTF8.GetBytes(asked.Type), AssociationValue = Encoding.UTF8.GetBytes(asked.Value),
        };
        return Make(call, asked.Terms, type, transactor, metadata);
    }

    private static Change Delete(Call call, TransactionType type, string unreadable)
    {
        if (RequestBody.Read(call, "routes.DeleteAssociationRequest", DeleteRequest.Read, unreadable, out var asked) is { } refusal) return new(call.Graph, refusal);
        if (ReadTransactor(asked.Terms, out var transactor) is { } refused) return Refuse(call, type, refused);
        if (asked.Id.Length == 0) return Refuse(call, type, (400, Texts.MustHaveId));
        if (Hex.Hash(asked.Id) is not { } id) return Refuse(call, type, (400, Texts.InvalidId));
        return Make(call, asked.Terms, type, transactor, new Metadata { AssociationId = id });
    }

    private static Change Make(Call call, TransactionTerms terms, TransactionType type, PublicKey transactor, Metadata metadata)
    {
        if (terms.ReadExtraData(out var extra)) return Refuse(call, type, (400, Texts.BadExtraData));
        if (terms.ReadOutputs(out var outputs)) return Refuse(call, type, (400, Texts.BadFees));
        var wanted = new Transaction { Type = type, Metadata = metadata, PublicKey = transactor.Bytes, ExtraData = extra, Outputs = outputs };
        if (Rules.Broken(call.Graph, wanted) is { } broken) return Refuse(call, type, (500, $"problem creating txn: Blockchain.Create{type}Txn: {broken}"));
        var (graph, made) = Construction.Make(call.Graph, wanted, terms.FeeRate, call.Now);
        return new(graph, Envelope.Success(to => Write(to, made)));
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

    private static void Write(System.Buffers.IBufferWriter<byte> to, Transaction made)
    {
        var spent = made.Outputs.Aggregate(0UL, (sum, output) => unchecked(sum + output.AmountNanos));
        var json = new GoWriter(to);
        json.Open('{');
        json.Name("SpendAmountNanos"u8);
        json.Number(spent);
        json.Name("TotalInputNanos"u8);
        json.Number(unchecked(spent + made.FeeNanos));
        json.Name("ChangeAmountNanos"u8);
        json.Number(0);
        json.Name("FeeNanos"u8);
        json.Number(made.FeeNanos);
        json.Name("Transaction"u8);
        TransactionJson.Write(ref json, made, read: false);
        json.Name("TransactionHex"u8);
        json.Hex(made.ToBytes());
        json.Name("TxnHashHex"u8);
        json.Hex(made.Hash());
        json.Close('}');
        json.End();
    }
}
