using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>Whether the node knows a transaction: one submitted, or one that made something that was there from the start.</summary>
static class TransactionLookup
{
    public const string Unreadable = "GetTxn: Problem parsing request body: {0}";

    private const string NoHash = "GetTxn: Must provide a TxnHashHex.";
    private const string BadHash = "GetTxn: Error parsing post hash {0}: {1}";
    private const string BadStatus = "GetTxn: Invalid TxnStatus: {0}. Options are {InMempool, Committed}";

    private sealed record Request(string Hash, string Status);

    public static Reply Show(Call call)
    {
        if (RequestBody.Read(call, "routes.GetTxnRequest", body => new Request(body.Text("TxnHashHex"), body.Text("TxnStatus")), Unreadable, out var asked) is { } refusal) return refusal;
        if (asked.Hash.Length == 0) return Envelope.Error(400, NoHash);
        var hash = Hex.Bytes(asked.Hash);
        if (hash is not { Length: Hex.HashSize })
            return Envelope.Error(400, BadHash.Replace("{0}", asked.Hash, StringComparison.Ordinal).Replace("{1}", hash is null ? Hex.Fault(asked.Hash) : "<nil>", StringComparison.Ordinal));
        if (asked.Status is not ("" or "InMempool" or "Committed")) return Envelope.Error(400, BadStatus.Replace("{0}", asked.Status, StringComparison.Ordinal));
        var height = HeightOf(call.Graph, new BytesKey(hash));
        var found = height is not null && (asked.Status != "Committed" || height <= Chain.CommittedHeightOf(call.Graph, call.Now));
        return Envelope.Success(to =>
        {
            var json = new GoWriter(to);
            json.Open('{');
            json.Name("TxnFound"u8);
            json.Flag(found);
            json.Close('}');
            json.End();
        });
    }

    /// <summary>The block that a transaction is in, or goes into.</summary>
    private static uint? HeightOf(Graph graph, BytesKey hash) =>
        graph.Find<Submitted, BytesKey>(Submitted.ByHash, hash)?.Height
        ?? graph.Find<UserAssociation, BytesKey>(UserAssociation.ById, hash)?.BlockHeight
        ?? graph.Find<PostAssociation, BytesKey>(PostAssociation.ById, hash)?.BlockHeight
        ?? graph.Find<Post, BytesKey>(Post.ByHash, hash)?.ConfirmationBlockHeight;
}
