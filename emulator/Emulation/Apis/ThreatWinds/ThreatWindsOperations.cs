namespace Emulation.Apis.ThreatWinds;

/// <summary>What a row reads and writes, for its description: the schemas of its body and answer, its paging, and a 204.</summary>
/// <param name="Body">The schema of the request body; null: none is read.</param>
/// <param name="Answer">The schema of the answer; null: no JSON.</param>
sealed record ThreatWindsOperation(string? Body, string? Answer)
{
    /// <summary>The largest page; 0: the answer has no pages.</summary>
    public int MaxPerPage { get; init; }

    /// <summary>The number of the first page.</summary>
    public int FirstPage { get; init; }

    /// <summary>Nothing found is a 204, in this edition of the pages or with an option.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>A success that the evidence of the route does not name; 0: none.</summary>
    public int OtherStatus { get; init; }
}

/// <summary>The operations by the names of their rows.</summary>
static class ThreatWindsOperations
{
    private const int List = 10_000;
    private const int Search = 1000;

    public static IReadOnlyDictionary<string, ThreatWindsOperation> All { get; } =
        new Dictionary<string, ThreatWindsOperation>(StringComparer.Ordinal)
        {
            ["search.associations.get"]               = new(null, "AssociatedEntities") { MaxPerPage = List },
            ["search.entity.relations.get"]           = new(null, "RelatedEntities") { MaxPerPage = List, MayBeEmpty = true },
            ["search.associations.advanced.post"]     = new("AdvancedSearch", "AssociationHits") { MaxPerPage = Search },
            ["search.entity.post"]                    = new("EntityLookup", "Entity") { MayBeEmpty = true },
            ["search.entity.get"]                     = new(null, "Entity") { MayBeEmpty = true },
            ["search.entities.post"]                  = new("AdvancedSearch", "EntityHits") { MaxPerPage = Search },
            ["search.entities.history.post"]          = new("AdvancedSearch", "EntityReportHits") { MaxPerPage = Search },
            ["search.relations.post"]                 = new("AdvancedSearch", "RelationHits") { MaxPerPage = Search },
            ["search.relations.history.post"]         = new("AdvancedSearch", "RelationHits") { MaxPerPage = Search },
            ["search.relation.history.get"]           = new(null, "RelationHistory") { MaxPerPage = Search },
            ["search.comments.get"]                   = new(null, "Comments")
                { MaxPerPage = Search, FirstPage = 1, MayBeEmpty = true, OtherStatus = 200 },
            ["search.entities.simple.post"]           = Found("SimpleSearch", "FoundEntities"),
            ["search.entities.simple.get"]            = Found("SimpleSearch", "FoundEntities"),
            ["search.entities.advanced.post"]         = Found("AdvancedSearch", "FoundEntities"),
            ["search.entities.history.simple.post"]   = Found("SimpleSearch", "FoundEntityReports"),
            ["search.entities.history.advanced.post"] = Found("AdvancedSearch", "FoundEntityReports"),
            ["analytics.entity.relations.get"]        = new(null, "Graph") { MayBeEmpty = true },
            ["analytics.entity.details.get"]          = new(null, "EntityDetails") { MayBeEmpty = true },
            ["ingest.entity.post"]                    = new("ReportedEntity", "Acknowledged"),
            ["ingest.well-known.post"]                = new("WellKnownEntity", "Acknowledged"),
            ["ingest.association.post"]               = new("ReportedAssociation", "Acknowledged"),
            ["ingest.comment.post"]                   = new("ReportedComment", "Acknowledged"),
            ["ingest.scan.post"]                      = new("ScanRequest", "Scan") { OtherStatus = 200 },
            ["ingest.definitions.get"]                = new(null, "TypeDefinitions"),
            ["feeds.list.get"]                        = new(null, "Feeds"),
            ["feeds.download.list.get"]               = new(null, null) { MayBeEmpty = true },
            ["feeds.download.checksum.get"]           = new(null, null) { MayBeEmpty = true },
            ["auth.session.post"]                     = new("CreateSession", "NewSession"),
            ["auth.session.get"]                      = new(null, "Session"),
            ["auth.session.delete"]                   = new(null, "Acknowledged"),
            ["auth.session.extend.put"]               = new(null, "Acknowledged"),
            ["auth.session.verification.put"]         = new("Verification", "Acknowledged"),
            ["auth.sessions.get"]                     = new(null, "Sessions"),
            ["auth.keypair.post"]                     = new("CreateKeyPair", "NewKeyPair"),
            ["auth.keypair.get"]                      = new(null, "KeyPair"),
            ["auth.keypair.delete"]                   = new(null, "Acknowledged"),
            ["auth.keypairs.get"]                     = new(null, "KeyPairs"),
            ["auth.keypair.verification.put"]         = new("Verification", "Acknowledged"),
            ["auth.keypair.verification.post"]        = new("ResendKeyPairCode", "SentCode"),
            ["auth.user.post"]                        = new("CreateUser", "NewSession"),
            ["auth.user.id.get"]                      = new(null, "User"),
            ["auth.email.post"]                       = new("EmailAddress", "SentCode"),
            ["auth.email.delete"]                     = new(null, "Acknowledged"),
            ["auth.emails.get"]                       = new(null, "Emails"),
            ["auth.email.verification.put"]           = new("Verification", "Acknowledged"),
            ["auth.email.verification.post"]          = new("EmailAddress", "SentCode"),
            ["auth.email.preferred.put"]              = new("PreferEmail", "Acknowledged"),
        };

    // The edition of 2025: pages from 1, and 204 when nothing is found.
    private static ThreatWindsOperation Found(string body, string answer) =>
        new(body, answer) { MaxPerPage = Search, FirstPage = 1, MayBeEmpty = true };
}
