using Emulation.Apis.Deso.Handlers;
using Emulation.Http;

namespace Emulation.Apis.Deso;

/// <summary>Every route, below /api/v0; each is also served without that prefix. </summary>
static class Routes
{
    private const string Reads = "deso-protocol/backend routes/associations.go, routes/server.go; core lib/block_view_association.go, lib/db_utils.go";
    private const string Writes = "deso-protocol/backend routes/associations.go; core lib/blockchain.go, lib/block_view_association.go; docs construct-transactions/associations-transactions-api.md";
    private const string Submits = "deso-protocol/backend routes/transaction.go; core lib/server.go, lib/network.go, lib/block_view.go";
    private const string Base = "deso-protocol/backend routes/base.go";
    private const string User = "deso-protocol/backend routes/user.go, routes/server.go";
    private const string Post = "deso-protocol/backend routes/post.go";

    public static IReadOnlyList<Route> All { get; } =
    [
        new("GET",  "/api/v0/user-associations/{associationID}", "user-association",         Provenance.Documented, Reads) { Query = AssociationById.User },
        new("POST", "/api/v0/user-associations/count",           "user-association-count",   Provenance.Documented, Reads) { Query = AssociationCounts.User, Policy = new DesoPolicy(AssociationCounts.UserUnreadable) },
        new("POST", "/api/v0/user-associations/counts",          "user-association-counts",  Provenance.Documented, Reads) { Query = AssociationCounts.UserByValue, Policy = new DesoPolicy(AssociationCounts.UserByValueUnreadable) },
        new("POST", "/api/v0/user-associations/query",           "user-association-query",   Provenance.Documented, Reads) { Query = AssociationQueries.User, Policy = new DesoPolicy(AssociationQueries.UserUnreadable) },
        new("GET",  "/api/v0/post-associations/{associationID}", "post-association",         Provenance.Documented, Reads) { Query = AssociationById.Post },
        new("POST", "/api/v0/post-associations/count",           "post-association-count",   Provenance.Documented, Reads) { Query = AssociationCounts.Post, Policy = new DesoPolicy(AssociationCounts.PostUnreadable) },
        new("POST", "/api/v0/post-associations/counts",          "post-association-counts",  Provenance.Documented, Reads) { Query = AssociationCounts.PostByValue, Policy = new DesoPolicy(AssociationCounts.PostByValueUnreadable) },
        new("POST", "/api/v0/post-associations/query",           "post-association-query",   Provenance.Documented, Reads) { Query = AssociationQueries.Post, Policy = new DesoPolicy(AssociationQueries.PostUnreadable) },
        new("POST", "/api/v0/user-associations/create",          "user-association-create",  Provenance.Reference,  Writes) { Change = Constructions.CreateUser, Policy = new DesoPolicy(Constructions.CreateUserUnreadable) },
        new("POST", "/api/v0/user-associations/delete",          "user-association-delete",  Provenance.Reference,  Writes) { Change = Constructions.DeleteUser, Policy = new DesoPolicy(Constructions.DeleteUserUnreadable) },
        new("POST", "/api/v0/post-associations/create",          "post-association-create",  Provenance.Reference,  Writes) { Change = Constructions.CreatePost, Policy = new DesoPolicy(Constructions.CreatePostUnreadable) },
        new("POST", "/api/v0/post-associations/delete",          "post-association-delete",  Provenance.Reference,  Writes) { Change = Constructions.DeletePost, Policy = new DesoPolicy(Constructions.DeletePostUnreadable) },
        new("POST", "/api/v0/submit-transaction",                "submit-transaction",       Provenance.Reference,  Submits) { Change = Submission.Submit, Policy = new DesoPolicy(Submission.Unreadable) },
        new("POST", "/api/v0/get-app-state",                     "app-state",                Provenance.Reference,  Base) { Query = NodeState.AppState, Policy = new DesoPolicy(NodeState.AppStateUnreadable) },
        new("POST", "/api/v0/txn-construction-params",           "txn-construction-params",  Provenance.Reference,  Submits) { Query = NodeState.ConstructionParams, Policy = new DesoPolicy(NodeState.ConstructionUnreadable) },
        new("POST", "/api/v0/get-txn",                           "transaction",              Provenance.Reference,  Submits) { Query = TransactionLookup.Show, Policy = new DesoPolicy(TransactionLookup.Unreadable) },
        new("POST", "/api/v0/get-single-profile",                "single-profile",           Provenance.Reference,  User) { Query = SingleProfile.Show, Policy = new DesoPolicy(SingleProfile.Unreadable) },
        new("POST", "/api/v0/get-single-post",                   "single-post",              Provenance.Reference,  Post) { Query = SinglePost.Show, Policy = new DesoPolicy(SinglePost.Unreadable) },
        new("GET",  "/api/v0/get-single-derived-key/{ownerPublicKeyBase58Check}/{derivedPublicKeyBase58Check}", "single-derived-key", Provenance.Reference, User) { Query = SingleDerivedKey.Show },
        new("GET",  "/api/v0/health-check",                      "health-check",             Provenance.Reference,  Base) { Query = NodeState.Health },
        new("GET",  "/",                                         "index",                    Provenance.Reference,  Base) { Query = NodeState.Index },
    ];
}
