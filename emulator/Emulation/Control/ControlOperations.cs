namespace Emulation.Control;

/// <summary>What a row reads and writes, for its description.</summary>
/// <param name="Body">The schema of the request body; null: none is read.</param>
/// <param name="Answer">The schema of the answer; null: none.</param>
/// <param name="Statuses">The statuses of success.</param>
sealed record ControlOperation(string? Body, string? Answer, params IReadOnlyList<int> Statuses)
{
    public bool NeedsBody { get; init; }
}

/// <summary>The operations by the names of their rows. A row that is not listed takes and returns any JSON.</summary>
static class ControlOperations
{
    private static ControlOperation Removes => new(null, null, 204);

    public static IReadOnlyDictionary<string, ControlOperation> All { get; } =
        new Dictionary<string, ControlOperation>(StringComparer.Ordinal)
        {
            ["health.live"]                = Reads("HealthStatus"),
            ["health.ready"]               = Reads("HealthStatus"),
            ["info"]                       = Reads("Info"),
            ["coverage"]                   = Reads("Coverage"),
            ["reset"]                      = Reads("WorldState"),
            ["export"]                     = Reads("Dataset"),
            ["import"]                     = Takes("Dataset", "WorldState"),
            ["openapi"]                    = Reads("OpenApiDocument"),
            ["worlds.list"]                = Reads("Worlds"),
            ["worlds.set"]                 = Takes("SetWorlds", "Worlds"),
            ["worlds.create"]              = new("CreateWorld", "World", 201) { NeedsBody = true },
            ["worlds.clear"]               = Removes,
            ["worlds.get"]                 = Reads("World"),
            ["worlds.diff"]                = Reads("WorldComparison"),
            ["worlds.fork"]                = new("ForkWorld", "World", 201),
            ["worlds.ensure"]              = new("ForkWorld", "World", 200, 201),
            ["worlds.delete"]              = Removes,
            ["snapshots.list"]             = Reads("Snapshots"),
            ["snapshots.create"]           = new("CreateSnapshot", "Snapshot", 201) { NeedsBody = true },
            ["snapshots.clear"]            = Removes,
            ["snapshots.get"]              = Reads("Snapshot"),
            ["snapshots.take"]             = new("TakeSnapshot", "Snapshot", 201),
            ["snapshots.put"]              = new("TakeSnapshot", "Snapshot", 201),
            ["snapshots.delete"]           = Removes,
            ["snapshots.restore"]          = Reads("WorldState"),
            ["clock.get"]                  = Reads("Clock"),
            ["clock.set"]                  = Takes("SetClock", "Clock"),
            ["clock.advance"]              = Takes("AdvanceClock", "Clock"),
            ["faults.list"]                = Reads("Faults"),
            ["faults.add"]                 = new("AddFault", "AddedFault", 201) { NeedsBody = true },
            ["faults.clear"]               = Removes,
            ["faults.get"]                 = Reads("Fault"),
            ["faults.put"]                 = new("FaultRule", "Fault", 200, 201) { NeedsBody = true },
            ["faults.delete"]              = Removes,
            ["rate-limits.get"]            = Reads("RateLimits"),
            ["rate-limits.set"]            = Takes("SetRateLimits", "RateLimits"),
            ["rate-limits.delete"]         = Removes,
            ["journal.get"]                = Reads("Journal"),
            ["journal.set"]                = Takes("SetJournal", "Journal"),
            ["journal.clear"]              = Removes,
            ["requests.list"]              = Reads("Exchanges"),
            ["requests.har"]               = Reads("HttpArchive"),
            ["requests.get"]               = Reads("Exchange"),
            ["graph.get"]                  = Reads("GraphNeighbourhood"),
            ["graph.kinds"]                = Reads("GraphKinds"),
            ["graph.search"]               = Reads("GraphSearch"),
            ["graph.node"]                 = Reads("GraphNodeAnswer"),
            ["threatwinds.codes"]          = Reads("VerificationCodes"),
            ["deso.chain"]                 = Reads("Chain"),
            ["deso.set-chain"]             = Takes("Chain", "Chain"),
            ["stubs.root"]                 = Reads("StubMappings"),
            ["stubs.list"]                 = Reads("StubMappings"),
            ["stubs.create"]               = new("StubMapping", "StubMapping", 201) { NeedsBody = true },
            ["stubs.clear"]                = Reads("Empty"),
            ["stubs.unmatched"]            = Reads("StubMappings"),
            ["stubs.delete-unmatched"]     = Reads("Empty"),
            ["stubs.reset"]                = new(null, null, 200),
            ["stubs.save"]                 = new(null, null, 200),
            ["stubs.import"]               = new("ImportStubs", null, 200) { NeedsBody = true },
            ["stubs.find"]                 = Takes("MetadataPattern", "StubMappings"),
            ["stubs.remove-by-metadata"]   = Takes("MetadataPattern", "Empty"),
            ["stubs.remove"]               = new("StubMapping", null, 200) { NeedsBody = true },
            ["stubs.get"]                  = Reads("StubMapping"),
            ["stubs.update"]               = Takes("StubMapping", "StubMapping"),
            ["stubs.delete"]               = Reads("Empty"),
            ["scenarios.list"]             = Reads("Scenarios"),
            ["scenarios.reset"]            = Reads("Empty"),
            ["scenarios.set"]              = new("SetScenario", "Empty", 200),
            ["settings.get"]               = Reads("StubSettingsAnswer"),
            ["settings.set"]               = new("StubSettings", null, 200),
            ["settings.put"]               = new("StubSettings", null, 200),
            ["admin.reset"]                = new(null, null, 200),
            ["admin.health"]               = Reads("AdminHealth"),
            ["admin.version"]              = Reads("AdminVersion"),
            ["requests.admin.list"]        = Reads("ServeEvents"),
            ["requests.admin.clear"]       = Reads("Empty"),
            ["requests.admin.reset"]       = Reads("Empty"),
            ["requests.admin.count"]       = Takes("StubRequest", "RequestCount"),
            ["requests.admin.find"]        = Takes("StubRequest", "LoggedRequests"),
            ["requests.admin.remove"]      = Takes("StubRequest", "RemovedEvents"),
            ["requests.admin.metadata"]    = Takes("MetadataPattern", "RemovedEvents"),
            ["requests.admin.unmatched"]   = Reads("LoggedRequests"),
            ["requests.admin.get"]         = Reads("ServeEvent"),
            ["requests.admin.delete"]      = Reads("Empty"),
            ["near-misses.unmatched"]      = Reads("NearMisses"),
            ["near-misses.request"]        = Takes("DescribedRequest", "NearMisses"),
            ["near-misses.pattern"]        = Takes("StubRequest", "NearMisses"),
        };

    private static ControlOperation Reads(string answer) => new(null, answer, 200);

    private static ControlOperation Takes(string body, string answer) => new(body, answer, 200) { NeedsBody = true };
}
