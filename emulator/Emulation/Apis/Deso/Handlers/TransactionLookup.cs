using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>Whether the node has a transaction: a submitted one, or one that created a node of the dataset.</summary>
static class TransactionLookup
{
    public const string Unreadable = "GetTxn: Problem parsing request body: {0}";

    private const string NoHash = "GetTxn: Must provide a TxnHashHex.";
    private const string BadHash = "GetTxn: Error parsing post hash {0}: {1}";
    private const string BadStatus = "GetTxn: Invalid TxnStatus: {0}. Options are {InMempool, Committed}";

    private sealed record Request(string Hash, string Status);

    public static Reply Show(Call call)
    {
        if (RequestBody.Read(call, "routes.GetTxnRequest", Read, Unreadable, out var request) is { } refusal) return refusal;
        if (request.Hash.Length == 0) return Envelope.Error(400, NoHash);
        var hash = Hex.Bytes(request.Hash);
        if (hash is not { Length: Hex.HashSize })
            return Envelope.Error(400, Hex.InvalidHash(BadHash, request.Hash));
        if (request.Status is not ("" or "InMempool" or "Committed"))
            return Envelope.Error(400, BadStatus.Replace("{0}", request.Status, StringComparison.Ordinal));
        var height = HeightOf(call.Graph, new BytesKey(hash));
        var found = height is not null
            && (request.Status != "Committed" || height <= Chain.CommittedHeightOf(call.Graph, call.Now));
        return Envelope.Success((ref json) =>
        {
            json.Flag("TxnFound"u8, found);
        });
    }

    private static Request Read(GoBody body) => new(body.Text("TxnHashHex"), body.Text("TxnStatus"));

    /// <summary>The block that contains the transaction, or will contain it.</summary>
    private static uint? HeightOf(Graph graph, BytesKey hash) =>
        graph.Find<Submitted, BytesKey>(Submitted.ByHash, hash)?.Height
        ?? graph.Find<UserAssociation, BytesKey>(UserAssociation.ById, hash)?.BlockHeight
        ?? graph.Find<PostAssociation, BytesKey>(PostAssociation.ById, hash)?.BlockHeight
        ?? graph.Find<Post, BytesKey>(Post.ByHash, hash)?.ConfirmationBlockHeight;
}
