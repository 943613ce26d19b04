namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Numbers and booleans where a text is expected are taken as their JSON text; objects and arrays are refused.</summary>
public class ScalarTextTests
{
    /// <summary>Where a text is expected: target, a body whose <c>%</c> is the value, and the member that shows it.</summary>
    public static IEnumerable<TestCaseData> Members()
    {
        yield return new("POST", "/v2/groups/incidents", """{"name":%}""", "name");
        yield return new("PUT", "/v2/groups/incidents/12350", """{"name":%}""", "name");
        yield return new("POST", "/v2/groups/emails", """{"name":"A","subject":%,"header":"h","body":"b"}""", "subject");
        yield return new("POST", "/v2/indicators/mutexes", """{"Mutex":%}""", "Mutex");
        yield return new("PUT", "/v2/indicators/hosts/example.com", """{"description":%}""", "description");
        yield return new("PUT", "/v2/indicators/hosts/example.com", """{"source":%}""", "source");
        yield return new("POST", "/v2/groups/incidents/12350/attributes", """{"type":"Source","value":%}""", "value");
        yield return new("POST", "/v2/tags", """{"name":%}""", "name");
        yield return new("POST", "/v2/securityLabels", """{"name":%}""", "name");
        yield return new("POST", "/v2/tasks", """{"name":%}""", "name");
        yield return new("POST", "/v2/victims", """{"name":"A","org":%}""", "org");
        yield return new("POST", "/v2/victims/2001/victimAssets/webSites", """{"webSite":%}""", "webSite");
        yield return new("POST", "/v2/groups/adversaries/12345/adversaryAssets/handles", """{"handle":%}""", "handle");
        yield return new("POST", "/v2/indicators/files/422AD421127685E3EF4A44B546258107/fileOccurrences", """{"path":%}""", "path");
        yield return new("POST", "/v2/customMetrics/", """{"name":%,"dataType":"Sum","interval":"Daily"}""", "name");
    }

    [TestCaseSource(nameof(Members))]
    public async Task A_scalar_is_taken_as_its_text(string method, string target, string body, string member)
    {
        foreach (var (written, text) in new[] { ("17", "17"), ("false", "false"), ("1.50", "1.50"), ("\"x\"", "x") })
        {
            await using var client = await Client.Of("docs-9");

            var answer = await client.Send(method, target, body.Replace("%", written, StringComparison.Ordinal));

            answer.Status.Should().BeOneOf([200, 201], answer.Text);
            answer.Value.GetProperty(member).GetString().Should().Be(text);
        }
    }

    [TestCaseSource(nameof(Members))]
    public async Task An_object_or_array_is_refused(string method, string target, string body, string member)
    {
        await using var client = await Client.Of("docs-9");

        foreach (var written in new[] { "{}", "[]", "[\"x\"]", "{\"a\":1}" })
            (await client.Send(method, target, body.Replace("%", written, StringComparison.Ordinal))).Status
                .Should().Be(400, $"{member} is {written}");
    }

    [Test]
    public async Task A_batch_takes_scalars_as_texts_and_refuses_objects()
    {
        await using var client = await Client.Of("docs-9");
        var job = await Platform.Job.Create(client);
        await job.Upload("""
            {"indicator":[{"type":"Mutex","summary":17,"description":false,"attribute":[{"type":"Description","value":5}],"tag":[{"name":2024}]},{"type":"Host","summary":{}},{"type":"Host","summary":"a.example.com","description":[]}],
             "group":[{"type":"Threat","name":42,"xid":7},{"type":"Threat","name":["T"],"xid":"t"},{"type":"Email","name":"E","xid":"e","subject":{},"header":"h","body":"b"}]}
            """);

        var status = await job.Finish();

        (status.GetProperty("successIndicatorCount").GetInt32(), status.GetProperty("errorIndicatorCount").GetInt32()).Should().Be((1, 2));
        (status.GetProperty("successGroupCount").GetInt32(), status.GetProperty("errorGroupCount").GetInt32()).Should().Be((1, 2));
        (await client.Get("/v2/indicators/mutexes/17?includes=tags")).ShouldBe(200).Value.GetProperty("description").GetString()
            .Should().Be("false");
        (await client.Get("/v2/groups/threats/7")).ShouldBe(200).Value.GetProperty("name").GetString().Should().Be("42");
    }
}
