using Emulation.Apis.Deso.Handlers;
using Emulation.Http;

namespace Emulation.Apis.Deso;

/// <summary>Every route, below /api/v0; each is also served without that prefix. Terms: what a body that cannot be read is answered with.</summary>
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
        new("GET",  "/api/v0/user-associations/{associationID}", "user-association",         Provenance.Documented, Reads) { Read = AssociationById.User },
        new("POST", "/api/v0/user-associations/count",           "user-association-count",   Provenance.Documented, Reads) { Read = AssociationCounts.User, Terms = AssociationCounts.UserUnreadable },
        new("POST", "/api/v0/user-associations/counts",          "user-association-counts",  Provenance.Documented, Reads) { Read = AssociationCounts.UserByValue, Terms = AssociationCounts.UserByValueUnreadable },
        new("POST", "/api/v0/user-associations/query",           "user-association-query",   Provenance.Documented, Reads) { Read = AssociationQueries.User, Terms = AssociationQueries.UserUnreadable },
        new("GET",  "/api/v0/post-associations/{associationID}", "post-association",         Provenance.Documented, Reads) { Read = AssociationById.Post },
        new("POST", "/api/v0/post-associations/count",           "post-association-count",   Provenance.Documented, Reads) { Read = AssociationCounts.Post, Terms = AssociationCounts.PostUnreadable },
        new("POST", "/api/v0/post-associations/counts",          "post-association-counts",  Provenance.Documented, Reads) { Read = AssociationCounts.PostByValue, Terms = AssociationCounts.PostByValueUnreadable },
        new("POST", "/api/v0/post-associations/query",           "post-association-query",   Provenance.Documented, Reads) { Read = AssociationQueries.Post, Terms = AssociationQueries.PostUnreadable },
        new("POST", "/api/v0/user-associations/create",          "user-association-create",  Provenance.Reference,  Writes) { Write = Constructions.CreateUser, Terms = Constructions.CreateUserUnreadable },
        new("POST", "/api/v0/user-associations/delete",          "user-association-delete",  Provenance.Reference,  Writes) { Write = Constructions.DeleteUser, Terms = Constructions.DeleteUserUnreadable },
        new("POST", "/api/v0/post-associations/create",          "post-association-create",  Provenance.Reference,  Writes) { Write = Constructions.CreatePost, Terms = Constructions.CreatePostUnreadable },
        new("POST", "/api/v0/post-associations/delete",          "post-association-delete",  Provenance.Reference,  Writes) { Write = Constructions.DeletePost, Terms = Constructions.DeletePostUnreadable },
        new("POST", "/api/v0/submit-transaction",                "submit-transaction",       Provenance.Reference,  Submits) { Write = Submission.Submit, Terms = Submission.Unreadable },
        new("POST", "/api/v0/get-app-state",                     "app-state",                Provenance.Reference,  Base) { Read = NodeState.AppState, Terms = NodeState.AppStateUnreadable },
        new("POST", "/api/v0/txn-construction-params",           "txn-construction-params",  Provenance.Reference,  Submits) { Read = NodeState.ConstructionParams, Terms = NodeState.ConstructionUnreadable },
        new("POST", "/api/v0/get-txn",                           "transaction",              Provenance.Reference,  Submits) { Read = TransactionLookup.Show, Terms = TransactionLookup.Unreadable },
        new("POST", "/api/v0/get-single-profile",                "single-profile",           Provenance.Reference,  User) { Read = SingleProfile.Show, Terms = SingleProfile.Unreadable },
        new("POST", "/api/v0/get-single-post",                   "single-post",              Provenance.Reference,  Post) { Read = SinglePost.Show, Terms = SinglePost.Unreadable },
        new("GET",  "/api/v0/get-single-derived-key/{ownerPublicKeyBase58Check}/{derivedPublicKeyBase58Check}", "single-derived-key", Provenance.Reference, User) { Read = SingleDerivedKey.Show },
        new("GET",  "/api/v0/health-check",                      "health-check",             Provenance.Reference,  Base) { Read = NodeState.Health },
        new("GET",  "/",                                         "index",                    Provenance.Reference,  Base) { Read = NodeState.Index },
    ];
}
