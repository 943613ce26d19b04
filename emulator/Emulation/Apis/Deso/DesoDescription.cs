using Emulation.Http;
using Emulation.Http.Descriptions;

namespace Emulation.Apis.Deso;

/// <summary>How OpenAPI describes this API: no credentials, JSON objects, and one error shape.</summary>
static class DesoDescription
{
    private const string Text = """
        The association routes of a DeSo node, and the other node routes that its JavaScript client calls, emulated. No credentials are
        needed. Every path is also served without `/api/v0`.
        """;

    private const string Hash = """{"type":"string","pattern":"^[0-9A-Fa-f]{64}$"}""";
    private const string PublicKey = """{"type":"string","pattern":"^[0-9A-Za-z]{54,55}$"}""";

    // The objects that each row reads and writes.
    private static readonly Dictionary<string, (string? Body, string? Answer)> s_objects = new(StringComparer.Ordinal)
    {
        ["user-association"]        = (null,                         "UserAssociation"),
        ["user-association-count"]  = ("UserAssociationCountQuery",  "AssociationCount"),
        ["user-association-counts"] = ("UserAssociationCountsQuery", "AssociationCounts"),
        ["user-association-query"]  = ("UserAssociationQuery",       "UserAssociations"),
        ["post-association"]        = (null,                         "PostAssociation"),
        ["post-association-count"]  = ("PostAssociationCountQuery",  "AssociationCount"),
        ["post-association-counts"] = ("PostAssociationCountsQuery", "AssociationCounts"),
        ["post-association-query"]  = ("PostAssociationQuery",       "PostAssociations"),
        ["user-association-create"] = ("CreateUserAssociation",      "ConstructedTransaction"),
        ["user-association-delete"] = ("DeleteAssociation",          "ConstructedTransaction"),
        ["post-association-create"] = ("CreatePostAssociation",      "ConstructedTransaction"),
        ["post-association-delete"] = ("DeleteAssociation",          "ConstructedTransaction"),
        ["submit-transaction"]      = ("SubmitTransaction",          "SubmittedTransaction"),
        ["app-state"]               = ("GetAppState",                "AppState"),
        ["txn-construction-params"] = ("GetConstructionParams",      "ConstructionParams"),
        ["transaction"]             = ("GetTransaction",             "TransactionFound"),
        ["single-profile"]          = ("GetSingleProfile",           "SingleProfile"),
        ["single-post"]             = ("GetSinglePost",              "SinglePost"),
        ["single-derived-key"]      = (null,                         "SingleDerivedKey"),
        ["health-check"]            = (null,                         "Health"),
        // A text, although its media type says JSON.
        ["index"]                   = (null,                         null),
    };

    private static readonly ResponseDescription[] s_failures =
    [
        new("400", "The request is wrong; the error says how.", ContentDescription.Json("Error")),
        new("404", "There is no such item.",                    ContentDescription.Json("Error")),
        new("429", "Too many requests, with a rate limit.", ContentDescription.Json("Error")),
        new("500", "The node could not do it; the error says why.", ContentDescription.Json("Error")),
        new("503", "The data is still being loaded.",           ContentDescription.Json("Error")),
    ];

    public static ApiDescription Make() => new() { Text = Text, Schemas = SchemaFiles.Of("deso"), Operation = Describe };

    private static OperationDescription Describe(Route route, RouteEvidence? evidence)
    {
        var (body, answer) = s_objects[route.Name];
        return new()
        {
            Tag = route.Path.Split('/') is [_, "api", "v0", ("user-associations" or "post-associations") and var tag, ..] ? tag : "node",
            PathSchema = static parameter => parameter == "associationID" ? Hash : PublicKey,
            Body = body is null ? null : ContentDescription.Json(body),
            BodyRequired = body is not null,
            Responses = [new("200", "Success.", ContentOf(answer)), .. s_failures],
        };
    }

    private static ContentDescription ContentOf(string? answer) =>
        answer is null ? ContentDescription.AnyText : ContentDescription.Json(answer);
}
