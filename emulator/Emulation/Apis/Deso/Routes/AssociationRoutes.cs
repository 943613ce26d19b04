using Emulation.Apis.Deso.Handlers;
using Emulation.Http;

namespace Emulation.Apis.Deso.Routes;

/// <summary>The routes of document 003, and the routes that construct transactions to create and delete associations.</summary>
static class AssociationRoutes
{
    private const string Reads = "deso-protocol/backend routes/associations.go, routes/server.go; core lib/block_view_association.go, lib/db_utils.go";
    private const string Writes = "deso-protocol/backend routes/associations.go; core lib/blockchain.go, lib/block_view_association.go; docs construct-transactions/associations-transactions-api.md";

    public static IReadOnlyList<Route> All(DesoContext context) =>
    [
        new("GET",  "/api/v0/user-associations/{associationID}", "user-association",         Provenance.Documented, Reads) { Query = call => AssociationById.User(context, call) },
        new("POST", "/api/v0/user-associations/count",           "user-association-count",   Provenance.Documented, Reads) { Query = call => AssociationCounts.User(context, call), Policy = new DesoPolicy(AssociationCounts.UserUnreadable) },
        new("POST", "/api/v0/user-associations/counts",          "user-association-counts",  Provenance.Documented, Reads) { Query = call => AssociationCounts.UserByValue(context, call), Policy = new DesoPolicy(AssociationCounts.UserByValueUnreadable) },
        new("POST", "/api/v0/user-associations/query",           "user-association-query",   Provenance.Documented, Reads) { Query = call => AssociationQueries.User(context, call), Policy = new DesoPolicy(AssociationQueries.UserUnreadable) },
        new("GET",  "/api/v0/post-associations/{associationID}", "post-association",         Provenance.Documented, Reads) { Query = call => AssociationById.Post(context, call) },
        new("POST", "/api/v0/post-associations/count",           "post-association-count",   Provenance.Documented, Reads) { Query = call => AssociationCounts.Post(context, call), Policy = new DesoPolicy(AssociationCounts.PostUnreadable) },
        new("POST", "/api/v0/post-associations/counts",          "post-association-counts",  Provenance.Documented, Reads) { Query = call => AssociationCounts.PostByValue(context, call), Policy = new DesoPolicy(AssociationCounts.PostByValueUnreadable) },
        new("POST", "/api/v0/post-associations/query",           "post-association-query",   Provenance.Documented, Reads) { Query = call => AssociationQueries.Post(context, call), Policy = new DesoPolicy(AssociationQueries.PostUnreadable) },
        new("POST", "/api/v0/user-associations/create",          "user-association-create",  Provenance.Reference,  Writes) { Change = Constructions.CreateUser, Policy = new DesoPolicy(Constructions.CreateUserUnreadable) },
        new("POST", "/api/v0/user-associations/delete",          "user-association-delete",  Provenance.Reference,  Writes) { Change = Constructions.DeleteUser, Policy = new DesoPolicy(Constructions.DeleteUserUnreadable) },
        new("POST", "/api/v0/post-associations/create",          "post-association-create",  Provenance.Reference,  Writes) { Change = Constructions.CreatePost, Policy = new DesoPolicy(Constructions.CreatePostUnreadable) },
        new("POST", "/api/v0/post-associations/delete",          "post-association-delete",  Provenance.Reference,  Writes) { Change = Constructions.DeletePost, Policy = new DesoPolicy(Constructions.DeletePostUnreadable) },
    ];
}
