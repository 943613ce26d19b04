namespace Emulation.Apis.Deso.Requests;

/// <summary>The operations that share one request body.</summary>
enum Operation
{
    Query,
    Count,
    CountByValue,
}

/// <summary>The body of query, count and counts, for both kinds of association. An empty member is not a condition.</summary>
sealed record AssociationQuery
{
    public required string Transactor { get; init; }

    /// <summary>The public key of the target user, or the hash of the post.</summary>
    public required string Target { get; init; }

    public required string App { get; init; }

    public required string Type { get; init; }

    public required string TypePrefix { get; init; }

    public required string Value { get; init; }

    public required string ValuePrefix { get; init; }

    public required IReadOnlyList<string> Values { get; init; }

    public required long Limit { get; init; }

    public required string LastSeen { get; init; }

    public required bool Descending { get; init; }

    public required Include Include { get; init; }

    public static AssociationQuery User(GoBody body) => Read(body, "TargetUserPublicKeyBase58Check",
        Flag(body, "IncludeTransactorProfile", Include.Transactor) | Flag(body, "IncludeTargetUserProfile", Include.TargetUser)
        | Flag(body, "IncludeAppProfile", Include.App));

    public static AssociationQuery Post(GoBody body) => Read(body, "PostHashHex",
        Flag(body, "IncludeTransactorProfile", Include.Transactor) | Flag(body, "IncludePostEntry", Include.Post)
        | Flag(body, "IncludePostAuthorProfile", Include.PostAuthor) | Flag(body, "IncludeAppProfile", Include.App));

    private static AssociationQuery Read(GoBody body, string target, Include include) => new()
    {
        Transactor = body.Text("TransactorPublicKeyBase58Check"),
        Target = body.Text(target),
        App = body.Text("AppPublicKeyBase58Check"),
        Type = body.Text("AssociationType"),
        TypePrefix = body.Text("AssociationTypePrefix"),
        Value = body.Text("AssociationValue"),
        ValuePrefix = body.Text("AssociationValuePrefix"),
        Values = body.Texts("AssociationValues"),
        Limit = body.Whole("Limit"),
        LastSeen = body.Text("LastSeenAssociationID"),
        Descending = body.Flag("SortDescending"),
        Include = include,
    };

    private static Include Flag(GoBody body, string field, Include include) => body.Flag(field) ? include : Include.None;
}

/// <summary>The entries that a response includes with the associations.</summary>
[Flags]
enum Include
{
    None = 0,
    Transactor = 1,
    TargetUser = 2,
    Post = 4,
    PostAuthor = 8,
    App = 16,
}
