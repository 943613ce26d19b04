using System.Text.Json;

namespace Emulation.Tests.Recordings;

/// <summary>What a client's tests do with the three APIs: create, read, list, change, link, delete, and make mistakes.</summary>
static class Session
{
    private const string Domain = "domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396";
    private const string Sender = "tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX";

    /// <summary>Lists what is there, by which its names are learnt.</summary>
    public static async Task Begin(Recorded client)
    {
        await client.Send("POST", "/api/search/v1/entities", "{}");
        await client.Send("POST", "/api/v0/get-single-profile", $$"""{"PublicKeyBase58Check":"{{Sender}}"}""");
    }

    public static async Task Run(Recorded client, int round)
    {
        var incident = await Create(client, "/v2/groups/incidents", $$"""{"name":"Incident {{round}} of Vossberg","eventDate":"2024-02-03T04:05:06Z"}""", "incident");
        var threat = await Create(client, "/v2/groups/threats?owner=Example%20Org", $$"""{"name":"Threat {{round}}"}""", "threat");
        var path = $"/v2/groups/incidents/{incident}";
        await client.Send("GET", path);
        await client.Send("GET", "/v2/groups?resultLimit=5");
        await client.Send("GET", $"/v2/groups/incidents?resultStart={round % 7}&resultLimit=3&filters=name%5EIncident");
        await client.Send("PUT", path, """{"status":"Open"}""");
        await client.Send("POST", $"{path}/tags/Round%20{round}");
        await client.Send("GET", $"{path}/tags");
        await client.Send("POST", $"{path}/attributes", """{"type":"Description","value":"Seen at the gate","displayed":true}""");
        await client.Send("GET", $"{path}/attributes");
        await client.Send("GET", $"{path}?includeTags=true&includeAttributes=true");
        await client.Send("POST", $"{path}/groups/threats/{threat}");
        await client.Send("GET", $"{path}/groups");
        await client.Send("POST", "/v2/indicators/hosts", $$"""{"hostName":"h{{round}}.vossberg.net","rating":3,"confidence":50}""");
        await client.Send("POST", $"{path}/indicators/hosts/h{round}.vossberg.net");
        await client.Send("GET", $"{path}/indicators");
        await client.Send("GET", $"/v2/indicators/hosts/h{round}.vossberg.net?includeTags=true");
        await client.Send("GET", "/v2/owners");
        await client.Send("GET", "/v2/groups/incidents/1");
        await client.Send("GET", "/v2/groups?resultLimit=x");
        await client.Send("POST", "/v2/groups/incidents", """{"name":""}""");
        await client.Send("DELETE", $"/v2/groups/threats/{threat}");
        await client.Send("GET", $"/v2/groups/threats/{threat}");
        await client.Send("GET", $"/api/search/v1/associations/{Domain}");
        await client.Send("GET", "/api/search/v1/associations/%20");
        await client.Send("POST", "/api/v0/user-associations/query", $$"""{"TransactorPublicKeyBase58Check":"{{Sender}}","Limit":5}""");
        await client.Send("POST", "/api/v0/get-single-profile", """{"Username":"sender"}""");
        await client.Send("POST", "/api/v0/get-single-profile", """{"Username":"unknown-one"}""");
    }

    private static async Task<long> Create(Recorded client, string target, string body, string member)
    {
        using var answer = JsonDocument.Parse(await client.Send("POST", target, body));
        return answer.RootElement.GetProperty("data").GetProperty(member).GetProperty("id").GetInt64();
    }
}
