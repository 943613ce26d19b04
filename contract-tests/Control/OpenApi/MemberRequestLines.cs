namespace Emulation.Tests.Control.OpenApi;

/// <summary>The lines of <see cref="MemberRequests"/>.</summary>
static class MemberRequestLines
{
    private const string ThreatConnect = """
        POST /v2/indicators/hosts {"hostName":"seen.example.com","xid":"x1"}
        POST /v2/indicators/addresses {"ip":"192.0.2.77","xid":"x2"}
        POST /v2/indicators/emailAddresses {"address":"seen@example.com","xid":"x3"}
        POST /v2/indicators/files {"md5":"00112233445566778899AABBCCDDEEFF","xid":"x4"}
        POST /v2/indicators/urls {"text":"http://seen.example.com/","xid":"x5"}
        POST /v2/indicators/asns {"AS Number":"ASN65000","xid":"x6"}
        GET /v2/indicators/hosts?includeAdditional=true
        GET /v2/indicators/addresses?includeAdditional=true
        GET /v2/indicators/emailAddresses?includeAdditional=true
        GET /v2/indicators/files?includeAdditional=true
        GET /v2/indicators/urls?includeAdditional=true
        GET /v2/indicators/asns?includeAdditional=true
        GET /v2/indicators?includeAdditional=true
        POST /v2/indicators/hosts/seen.example.com/observations {"count":2}
        GET /v2/indicators/observed
        POST /v2/indicators/hosts/seen.example.com/falsePositive
        POST /v2/tasks/1001/assignees/johndoe%40example.com
        POST /v2/tasks/1001/groups/incidents/12350
        GET /v2/tasks/1001/incidents/12350
        GET /v2/types/attributeTypes?includes=validationRule
        GET /appAuth?expiredToken=APIV2:1:emulator:4102444800000:ZW11bGF0b3I=
        """;

    private const string Deso = """
        POST /api/v0/get-app-state {}
        GET /api/v0/user-associations/22b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69
        POST /api/v0/get-single-profile {"Username":"sender"}
        POST /api/v0/get-single-post {"PostHashHex":"7bf79e2fe04f8eadb66b9877ce04d55b64e2663fb34b392c2f215ca9d6fba938"}
        """;

    private const string ThreatWinds = """
        POST /api/ingest/v1/entity {"type":"domain","attributes":{"domain":"seen.example.com"},"associations":[{"type":"ip","attributes":{"ip":"192.0.2.77","latitude":1.5,"longitude":2.5,"city":"A","country":"B","asn":65000,"aso":"C","accuracy-radius":3}}]}
        POST /api/search/v1/entity {"type":"domain","value":"seen.example.com"}
        POST /api/search/v1/associations/@id/advanced {"aggs":{"types":{"terms":{"field":"type"}}}}
        POST /api/search/v1/entities {"aggs":{"types":{"terms":{"field":"type"}}}}
        POST /api/search/v1/entities/history {"aggs":{"types":{"terms":{"field":"type"}}}}
        POST /api/search/v1/relations {"aggs":{"modes":{"terms":{"field":"mode"}}}}
        POST /api/search/v1/relations/history {}
        POST /api/ingest/v1/association {"entityID":"domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396","relatedEntityID":"threat-d8257cec79ed8b20c32decd305c1692391c185ab13d52b3495ea486df5385b27"}
        GET /api/search/v1/relation/domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396/threat-d8257cec79ed8b20c32decd305c1692391c185ab13d52b3495ea486df5385b27/history
        POST /api/search/v1/entities/advanced {"aggs":{"types":{"terms":{"field":"type"}}}}
        POST /api/search/v1/entities/simple {"query":"seen.example.com"}
        POST /api/search/v1/entities/history/simple {"query":"seen.example.com"}
        POST /api/search/v1/entities/history/advanced {}
        POST /api/search/v1/entity {"type":"domain","value":"seen.example.com"}
        POST /api/ingest/v1/comment {"entityID":"@id","comment":"Seen."}
        GET /api/search/v1/comments/@id
        POST /api/search/v1/entity {"type":"ip","value":"192.0.2.77"}
        GET /api/analytics/v1/entity/@id/details
        POST /api/ingest/v1/scan {"target":"192.0.2.77"}
        GET /api/auth/v2/keypair?own
        POST /api/auth/v2/session {"email":"seen@example.com"}
        POST /api/auth/v2/user {"email":"seen@example.com","fullName":"S","alias":"seen"}
        POST /api/auth/v2/keypair {"name":"Seen","days":1}
        POST /api/auth/v2/keypair/verification {"apiKey":"@apiKey","apiSecret":"@apiSecret"}
        """;

    private const string Control = """
        PUT /_emulator/clock {"mode":"offset","offset":"00:05:00"}
        GET /_emulator/info
        PUT /_emulator/clock {"mode":"stepped","step":"00:00:01"}
        GET /_emulator/info
        PUT /_emulator/clock {"mode":"sideways"}
        PUT /_emulator/clock {"mode":"real"}
        POST /_emulator/reset
        POST /_emulator/worlds/seen
        POST /_emulator/snapshots/seen
        GET /_emulator/snapshots
        POST /_emulator/faults {"name":"a","match":{"api":"deso","route":"index","method":"GET","path":"/x/*","header":{"A":"b"},"body":{"path":"$.a","equals":1}},"when":{"nth":1,"probability":0.5,"seed":1,"between":{"from":"2024-01-01T00:00:00Z","to":"2024-01-02T00:00:00Z"},"onHeader":true,"limit":1},"effect":{"status":503,"message":"m","headers":{"A":"b"}}}
        POST /_emulator/faults {"rules":[{"name":"b","match":{"path":"/nowhere","body":{"path":"$.a","exists":false}},"when":{"first":1,"every":1},"effects":[{"delay":{"fixed":"1ms"}},{"delay":{"uniform":{"min":"1ms","max":"2ms"}}},{"delay":{"lognormal":{"median":"1ms","sigma":0.5}}},{"body":"empty"},{"contentType":"text/plain"},{"connection":"reset","handled":true}]}]}
        DELETE /_emulator/faults
        PUT /_emulator/rate-limits {"limits":[{"name":"a","api":"deso","per":"api","requests":1000,"window":"00:01:00","status":429}]}
        DELETE /_emulator/rate-limits
        POST /api/auth/v2/user {"email":"seen@example.com","fullName":"S","alias":"seen"}
        GET /_emulator/codes
        GET /v2/owners?a=b
        POST /api/v0/get-app-state {}
        POST /api/v0/get-app-state @large
        GET /v2/groups?resultLimit=1000&includeAdditional=true
        GET /api/feeds/v1/download/list/level1/accumulative/domain
        GET /_emulator/requests
        GET /v2/ownerz
        GET /_emulator/requests?limit=1
        GET /_emulator/requests/@id
        GET /__admin/requests
        GET /__admin/requests/@id
        POST /__admin/requests/count {}
        POST /__admin/mappings {"name":"n","request":{"method":"GET","url":"/near"},"response":{"status":200},"persistent":true,"priority":1,"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"next","metadata":{"a":1}}
        GET /__admin/scenarios
        POST /__admin/near-misses/request {"url":"/nearer"}
        POST /__admin/near-misses/request-pattern {"url":"/v2/owners"}
        POST /__admin/mappings {"unknown":1}
        GET /__admin/mappings?limit=x
        POST /__admin/settings {"fixedDelay":0,"delayDistribution":{"type":"uniform","lower":0,"upper":0}}
        GET /__admin/settings
        POST /__admin/requests/remove {"method":"GET"}
        GET /_emulator/graph/search?q=example.org
        GET /_emulator/graph?q=example.org&limit=2
        GET /_emulator/graph?q=sender&depth=2
        GET /_emulator/graph/node?api=threatconnect&kind=indicator&id=123456
        POST /worlds/seen/api/ingest/v1/entity {"type":"domain","attributes":{"domain":"seen.example.com"},"associations":[{"type":"ip","attributes":{"ip":"192.0.2.77"}}]}
        GET /_emulator/worlds/seen/diff?with=default
        """;

    public static string Of(string api) => api switch
    {
        "threatconnect" => ThreatConnect,
        "deso" => Deso,
        "threatwinds" => ThreatWinds,
        "control" => Control,
        _ => throw new InvalidOperationException($"There is no API {api}."),
    };
}
