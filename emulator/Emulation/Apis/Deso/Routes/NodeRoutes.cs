using Emulation.Apis.Deso.Handlers;
using Emulation.Http;

namespace Emulation.Apis.Deso.Routes;

/// <summary>The other routes that the vendor's clients call: transactions, node information, profiles, posts and derived keys.</summary>
static class NodeRoutes
{
    private const string Submits = "deso-protocol/backend routes/transaction.go; core lib/server.go, lib/network.go, lib/block_view.go";
    private const string Base = "deso-protocol/backend routes/base.go";
    private const string User = "deso-protocol/backend routes/user.go, routes/server.go";
    private const string Post = "deso-protocol/backend routes/post.go";

    public static IReadOnlyList<Route> All(DesoContext context) =>
    [
        new("POST", "/api/v0/submit-transaction",                "submit-transaction",       Provenance.Reference,  Submits) { Change = call => Submission.Submit(context, call), Policy = new DesoPolicy(Submission.Unreadable) },
        new("POST", "/api/v0/get-app-state",                     "app-state",                Provenance.Reference,  Base) { Query = call => NodeInfo.AppState(context, call), Policy = new DesoPolicy(NodeInfo.AppStateUnreadable) },
        new("POST", "/api/v0/txn-construction-params",           "txn-construction-params",  Provenance.Reference,  Submits) { Query = NodeInfo.ConstructionParams, Policy = new DesoPolicy(NodeInfo.ConstructionUnreadable) },
        new("POST", "/api/v0/get-txn",                           "transaction",              Provenance.Reference,  Submits) { Query = TransactionLookup.Show, Policy = new DesoPolicy(TransactionLookup.Unreadable) },
        new("POST", "/api/v0/get-single-profile",                "single-profile",           Provenance.Reference,  User) { Query = call => SingleProfile.Show(context, call), Policy = new DesoPolicy(SingleProfile.Unreadable) },
        new("POST", "/api/v0/get-single-post",                   "single-post",              Provenance.Reference,  Post) { Query = call => SinglePost.Show(context, call), Policy = new DesoPolicy(SinglePost.Unreadable) },
        new("GET",  "/api/v0/get-single-derived-key/{ownerPublicKeyBase58Check}/{derivedPublicKeyBase58Check}", "single-derived-key", Provenance.Reference, User) { Query = call => SingleDerivedKey.Show(context, call) },
        new("GET",  "/api/v0/health-check",                      "health-check",             Provenance.Reference,  Base) { Query = NodeInfo.Health },
        new("GET",  "/",                                         "index",                    Provenance.Reference,  Base) { Query = NodeInfo.Index },
    ];
}
