using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Writes can be undone, and a refusal leaves no trace: the graph is compared as a value.</summary>
public class UndoTests
{
    public static IEnumerable<TestCaseData> Links() => Paths.All
        // Victims and indicators are never linked: each method of that path is refused.
        .Where(route => route.Method == "DELETE" && route.Served
            && !route.Path.StartsWith("/v2/victims/{id}/indicators/", StringComparison.Ordinal)
                && Paths.All.Any(post => post.Method == "POST" && post.Path == route.Path && post.Served))
        .Select(route => new TestCaseData(Paths.Fill(route), route.Path.Contains("{assigneeId}", StringComparison.Ordinal) || route.Path.Contains("{escalateeId}", StringComparison.Ordinal) || route.Path.Contains("{userName}", StringComparison.Ordinal))
            .SetName($"Undo({route.Path})"));

    public static IEnumerable<TestCaseData> Creations()
    {
        yield return Case("/v2/groups/adversaries", """{"name":"A"}""");
        yield return Case("/v2/groups/attackPatterns", """{"name":"A"}""");
        yield return Case("/v2/groups/campaigns", """{"name":"A","firstSeen":"2017-07-01"}""");
        yield return Case("/v2/groups/coursesOfAction", """{"name":"A"}""");
        yield return Case("/v2/groups/documents", """{"name":"A","fileName":"a.txt"}""");
        yield return Case("/v2/groups/emails", """{"name":"A","subject":"s","header":"h","body":"b"}""");
        yield return Case("/v2/groups/events", """{"name":"A","status":"Escalated"}""");
        yield return Case("/v2/groups/incidents", """{"name":"A"}""");
        yield return Case("/v2/groups/intrusionSets", """{"name":"A"}""");
        yield return Case("/v2/groups/malware", """{"name":"A"}""");
        yield return Case("/v2/groups/reports", """{"name":"A","fileName":"a.pdf","publishDate":"2017-07-01T00:00:00Z"}""");
        yield return Case("/v2/groups/signatures", """{"name":"A","fileName":"a.yar","fileType":"YARA","fileText":"x"}""");
        yield return Case("/v2/groups/tactics", """{"name":"A"}""");
        yield return Case("/v2/groups/threats", """{"name":"A"}""");
        yield return Case("/v2/groups/tools", """{"name":"A"}""");
        yield return Case("/v2/groups/vulnerabilities", """{"name":"A","xid":"x-1"}""");
        yield return Case("/v2/indicators/addresses", """{"ip":"10.0.0.1","falsePositive":true}""", "10.0.0.1");
        yield return Case("/v2/indicators/emailAddresses", """{"address":"A@example.org"}""", "a%40example.org");
        yield return Case("/v2/indicators/files", """{"sha1":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        yield return Case("/v2/indicators/hosts", """{"hostName":"New.example.org","description":"d","source":"s"}""", "new.example.org");
        yield return Case("/v2/indicators/urls", """{"text":"https://example.org/A?b=c&d"}""", "https%3A%2F%2Fexample.org%2FA%3Fb%3Dc%26d");
        yield return Case("/v2/indicators/asns", """{"AS Number":"asn99"}""", "ASN99");
        yield return Case("/v2/indicators/cidrBlocks", """{"Block":"1.1.1.7/8"}""", "1.1.1.7%2F8");
        yield return Case("/v2/indicators/mutexes", """{"Mutex":"Global\\x"}""", "Global%5Cx");
        yield return Case("/v2/indicators/registryKeys", """{"Key Name":"HKEY_USERS\\x","Value Name":" ","Value Type":"REG_SZ"}""", "HKEY_USERS%5Cx%20%3A%20%20%20%3A%20REG_SZ");
        yield return Case("/v2/indicators/userAgents", """{"User Agent String":"curl/8"}""", "curl%2F8");
        yield return Case("/v2/indicators/hashtags", """{"Hashtag":"#new"}""", "%23new");
        yield return Case("/v2/indicators/emailSubjects", """{"Subject":"New"}""", "New");
        yield return Case("/v2/indicators/wallets", """{"Account":"a","Chain":"ether"}""", "a%20:%20ether");
        yield return Case("/v2/tasks", """{"name":"A","assignee":[{"userName":"johndoe@example.com"}],"description":"d"}""");
        yield return Case("/v2/victims", """{"name":"A","org":"o"}""");
        yield return Case("/v2/victims/2001/victimAssets/emailAddresses", """{"address":"x@example.org"}""");
        yield return Case("/v2/groups/adversaries/12345/adversaryAssets/urls", """{"url":"http://x"}""");
        yield return Case("/v2/groups/incidents/12350/attributes", """{"type":"Impact Description","value":"v"}""");
        yield return Case("/v2/indicators/urls/http%3A%2F%2Fexample.com%2Fbad.php/attributes", """{"type":"Description","value":"v","displayed":true}""");
        yield return Case("/v2/tasks/1001/attributes", """{"type":"Source","value":"v"}""");
        yield return Case("/v2/victims/2001/attributes", """{"type":"Source","value":"v"}""");
        yield return Case("/v2/indicators/files/422AD421127685E3EF4A44B546258107/fileOccurrences", """{"path":"/x"}""");
        yield return Case("/v2/tags", """{"name":"Brand new"}""", "brand%20NEW");
        yield return Case("/v2/securityLabels", """{"name":"Internal","color":"00ff00"}""", "internal");
    }

    [TestCaseSource(nameof(Links))]
    public async Task A_link_made_and_removed_leaves_the_graph_as_it_was(string target, bool people)
    {
        await using var client = await Client.Of("docs-9");
        if ((await client.Get(target)).Status != 404) (await client.Delete(target)).ShouldBe(200);
        if ((await client.Get(target)).Status == 200) (await client.Delete(target)).ShouldBe(200);
        var before = client.Dump();
        (await client.Delete(target)).ShouldFail(404, "The requested resource was not found");
        client.Dump().Should().Equal(before, "a refusal leaves no trace");

        (await client.Post(target)).ShouldBe(people ? 200 : 201);
        client.Dump().Should().NotEqual(before);
        (await client.Get(target)).Status.Should().BeOneOf(200, 405);
        var linked = client.Dump();
        (await client.Post(target)).ShouldBe(200);
        client.Dump().Should().Equal(linked, "linking again changes nothing");

        (await client.Delete(target)).ShouldBe(200).Text.Should().Be("""{"status":"Success"}""");
        client.Dump().Should().Equal(before);
    }

    [TestCaseSource(nameof(Creations))]
    public async Task Something_made_and_deleted_leaves_the_graph_as_it_was(string target, string body, string? name)
    {
        await using var client = await Client.Of("docs-9");
        var before = client.Dump(DeletedIndicator.NodeKind);

        var made = (await client.Post(target, body)).ShouldBe(201);
        var one = $"{target}/{name ?? made.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        (await client.Get(one)).ShouldBe(200);
        client.Dump(DeletedIndicator.NodeKind).Should().NotEqual(before);

        (await client.Delete(one)).ShouldBe(200).Text.Should().Be("""{"status":"Success"}""");
        client.Dump(DeletedIndicator.NodeKind).Should().Equal(before);
        (await client.Get(one)).ShouldFail(404, "The requested resource was not found");
        (await client.Delete(one)).ShouldBe(404);
    }

    [Test]
    public async Task Random_writes_undone_in_reverse_leave_the_graph_as_it_was([Range(1, 6)] int seed)
    {
        await using var client = await Client.Of("docs-9");
        var targets = Links().Select(test => (string)test.Arguments[0]!).ToArray();
        var chance = new Random(seed);
        foreach (var target in targets) while ((await client.Delete(target)).Status == 200) { }
        var before = client.Dump();

        var done = new Stack<string>();
        for (var i = 0; i < 60; i++)
        {
            var target = targets[chance.Next(targets.Length)];
            if ((await client.Get(target)).Status == 404 && (await client.Post(target)).Status is 200 or 201) done.Push(target);
        }
        while (done.TryPop(out var target)) (await client.Delete(target)).Status.Should().BeOneOf(200, 404);
        foreach (var target in targets) while ((await client.Delete(target)).Status == 200) { }

        client.Dump().Should().Equal(before);
    }

    private static TestCaseData Case(string target, string body, string? name = null) =>
        new TestCaseData(target, body, name).SetName($"Make({target})");
}
