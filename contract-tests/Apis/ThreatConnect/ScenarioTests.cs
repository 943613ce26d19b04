using System.Text.Json;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>A thousand calls of an integration: it creates incidents with their parts, reads them back, updates and deletes them.</summary>
public class ScenarioTests
{
    private const int Incidents = 40;

    [Test]
    public async Task An_integration_creates_pages_updates_and_deletes()
    {
        await using var client = await Client.Of("docs-9");
        var before = client.Dump(DeletedIndicator.NodeKind, Tag.NodeKind);
        var calls = 0;
        async Task<Answer> Call(string method, string target, int status, string? body = null)
        {
            calls++;
            return (await client.Send(method, target, body)).ShouldBe(status);
        }

        var ids = new List<long>();
        for (var i = 0; i < Incidents; i++)
        {
            var incident = (await Call("POST", "/v2/groups/incidents", 201, $$"""{"name":"Incident {{i:D3}}","status":"New","eventDate":"2017-07-{{i % 20 + 1:D2}}T10:00:00Z"}""")).Id;
            ids.Add(incident);
            await Call(
                "POST",
                $"/v2/groups/incidents/{incident}/attributes",
                201,
                """{"type":"Description","value":"What was seen.","displayed":true}""");
            await Call("POST", $"/v2/groups/incidents/{incident}/attributes", 201, """{"type":"Source","value":"The sensor"}""");
            await Call("POST", $"/v2/groups/incidents/{incident}/tags/Sensor", 201);
            await Call("POST", $"/v2/groups/incidents/{incident}/tags/Round%20{i % 4}", 201);
            await Call("POST", $"/v2/groups/incidents/{incident}/securityLabels/TLP%3AGREEN", 201);
            for (var k = 0; k < 3; k++)
            {
                var host = $"h{(i + k) % Incidents}.scenario.example.com";
                calls++;
                var known = (await client.Get($"/v2/indicators/hosts/{host}")).Status == 200;
                await Call(
                    "POST",
                    "/v2/indicators/hosts",
                    known ? 200 : 201,
                    $$"""{"hostName":"{{host}}","rating":{{k + 1}},"confidence":{{10 * k}}}""");
                await Call("POST", $"/v2/groups/incidents/{incident}/indicators/hosts/{host}", 201);
            }
            if (i > 0) await Call("POST", $"/v2/groups/incidents/{incident}/groups/incidents/{ids[i - 1]}", 201);
            await Call("POST", $"/v2/indicators/hosts/h{i}.scenario.example.com/tags/Sensor", 201);
            client.Wait(TimeSpan.FromMinutes(1));
        }

        (await Names(client, "/v2/tags/Sensor/groups"))
            .Should().Equal(Enumerable.Range(0, Incidents).Reverse().Select(i => $"Incident {i:D3}"), "newest first");
        calls += 9;
        (await Call("GET", "/v2/tags/Sensor/indicators/hosts?resultLimit=1", 200)).Count.Should().Be(Incidents);
        (await Call("GET", "/v2/securityLabels/TLP%3AGREEN/groups/incidents?resultLimit=1", 200)).Count.Should().Be(Incidents);
        (await Call("GET", "/v2/tags?filters=weight%3E79", 200)).Names.Should().Equal("Sensor");
        (await Call("GET", "/v2/groups/incidents?filters=name%5EIncident%2000,dateAdded%3E2017-07-20T12:05", 200)).Names
            .Should().Equal("Incident 009", "Incident 008", "Incident 007", "Incident 006");

        for (var i = 0; i < Incidents; i++)
        {
            var target = $"/v2/groups/incidents/{ids[i]}";
            (await Call("GET", $"{target}/indicators", 200)).Count.Should().Be(3);
            (await Call("GET", $"{target}/groups/incidents", 200)).Count.Should().Be(i is 0 or Incidents - 1 ? 1 : 2);
            (await Call("PUT", target, 200, """{"status":"Closed"}""")).Value.GetProperty("name").GetString()
                .Should().Be($"Incident {i:D3}");
            var read = (await Call("GET", $"{target}?includes=additional&includes=attributes&includes=labels&includes=tags", 200)).Value;
            read.GetProperty("status").GetString().Should().Be("Closed");
            read.GetProperty("attribute").GetArrayLength().Should().Be(2);
            read.GetProperty("tag").EnumerateArray().Select(Name).Should().Equal($"Round {i % 4}", "Sensor");
            read.GetProperty("securityLabel").EnumerateArray().Select(Name).Should().Equal("TLP:GREEN");
            (await Call("GET", $"/v2/indicators/hosts/h{i}.scenario.example.com/groups", 200)).Count.Should().Be(3);
        }

        for (var i = 0; i < Incidents; i++)
        {
            if (i % 2 == 0) await Call("DELETE", $"/v2/groups/incidents/{ids[i]}/tags/Sensor", 200);
            if (i % 5 == 0) await Call("DELETE", $"/v2/groups/incidents/{ids[i]}/indicators/hosts/h{i}.scenario.example.com", 200);
            await Call("DELETE", $"/v2/groups/incidents/{ids[i]}", 200);
            await Call("GET", $"/v2/groups/incidents/{ids[i]}", 404);
            await Call("DELETE", $"/v2/indicators/hosts/h{i}.scenario.example.com", 200);
        }

        calls.Should().BeGreaterThan(1000);
        (await client.Get("/v2/indicators/deleted?filters=summary%5Eh1&resultLimit=1")).Count.Should().Be(11, "h1 and h10 to h19");
        client.Dump(DeletedIndicator.NodeKind, Tag.NodeKind).Should().Equal(before);
    }

    private static async Task<List<string>> Names(Client client, string target)
    {
        var names = new List<string>();
        var first = (await client.Get($"{target}?resultStart=0&resultLimit=5")).ShouldBe(200);
        names.AddRange(first.Names);
        while (names.Count < first.Count)
            names.AddRange((await client.Get($"{target}?resultStart={names.Count}&resultLimit=5")).ShouldBe(200).Names);
        return names;
    }

    private static string Name(JsonElement item) => item.GetProperty("name").GetString()!;
}
