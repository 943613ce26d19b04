using Emulation.Apis.ThreatConnect;

namespace Emulation.Tests.Apis.ThreatConnect.Platform;

/// <summary>bulk_download.rst, and the responses before a report was generated.</summary>
public class BulkTests
{
    [Test]
    public async Task A_report_holds_all_active_indicators_of_its_owner_and_no_envelope()
    {
        await using var client = await Client.Of("docs-9");
        var listed = (
            await client.Get("/v2/indicators?resultLimit=10000")).Items.Select(item => item.GetProperty("id").GetInt64()).ToArray();

        var report = (await client.Get("/v2/indicators/bulk/json")).ShouldBe(200);

        report.ContentType.Should().Be("application/json");
        report.Json.EnumerateObject().Select(member => member.Name).Should().Equal("indicator");
        report.Json.GetProperty("indicator").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()).Should().Equal(listed);
        (await client.Get("/v2/indicators/bulk/JSON/?runNow=true")).Text.Should().Be(report.Text, "it is the same each time");
    }

    [Test]
    public async Task A_report_longer_than_a_chunk_is_complete()
    {
        await using var client = await Client.Of("docs-9");
        await Job.Run(
            client, $"[{string.Join(',', Enumerable.Range(0, 1203).Select(i => $$"""{"type":"Host","summary":"h{{i}}.example.com"}"""))}]");
        var count = (await client.Get("/v2/indicators?resultLimit=1")).Count;

        (await client.Get("/v2/indicators/bulk/json")).Json.GetProperty("indicator").GetArrayLength().Should().Be(count);
        (await client.Get("/v2/indicators/bulk/csv")).Text.Split('\n').Should().HaveCount(count!.Value + 2);
    }

    [Test]
    public async Task Values_with_commas_and_quotes_are_quoted_in_CSV()
    {
        await using var client = await Client.Of("docs-9");
        await Job.Run(client, """[{"type":"Mutex","summary":"a,b"},{"type":"Mutex","summary":"say \"x\""}]""");

        var lines = (await client.Get("/v2/indicators/bulk/csv")).Text.Split('\n');

        lines[0].Should().Be("Type,Value,Rating,Confidence");
        lines.Should().Contain("Mutex,\"a,b\",null,null").And.Contain("Mutex,\"say \"\"x\"\"\",null,null");
    }

    [Test]
    public async Task Unknown_formats_and_owners_are_refused()
    {
        await using var client = await Client.Of("docs-13");

        (await client.Get("/v2/indicators/bulk/xml")).ShouldFail(404, "The requested resource was not found");
        (await client.Get("/v2/indicators/bulk/csv?owner=Silent+Source&runNow=true")).ShouldFail(
            404, "The requested resource was not found");
        (await client.Get("/v2/indicators/bulk/csv?owner=Nobody")).ShouldFail(403, "The requested owner was not found");
        (await client.Get("/v2/indicators/bulk?owner=Nobody")).ShouldFail(403, "The requested owner was not found");
        (await client.Get("/v2/indicators/bulk?owner=Silent+Source")).Value.GetProperty("csvEnabled").GetBoolean().Should().BeFalse();
    }

    [Test]
    public async Task A_report_that_was_not_generated_is_generated_on_request()
    {
        await using var client = await Client.Of(Options(BulkAnswer.NotFound));

        (await client.Get("/v2/indicators/bulk")).Value.GetProperty("status").GetString().Should().Be("Pending");
        (await client.Get("/v2/indicators/bulk/json")).ShouldFail(404, "The requested resource was not found");
        (await client.Get("/v2/indicators/bulk/json?runNow=true")).ShouldBe(200).Json.TryGetProperty("indicator", out _).Should().BeTrue();
        (await client.Get("/v2/indicators/bulk/json")).ShouldBe(200);
        (await client.Get("/v2/indicators/bulk")).Value.GetProperty("lastRun").GetString().Should().Be("2017-07-20T12:00:00Z");
    }

    [TestCase("")]
    [TestCase("?runNow=true")]
    public async Task An_accepted_report_is_ready_at_the_next_request(string query)
    {
        await using var client = await Client.Of(Options(BulkAnswer.Accepted));

        (await client.Get($"/v2/indicators/bulk/json{query}")).ShouldBe(202).Value.GetProperty("status").GetString().Should().Be("Running");
        (await client.Get($"/v2/indicators/bulk/json{query}")).ShouldBe(200).Json.TryGetProperty("indicator", out _).Should().BeTrue();
    }

    [Test]
    public async Task A_client_that_polls_the_status_sees_it_complete()
    {
        await using var client = await Client.Of(Options(BulkAnswer.Accepted));
        await client.Get("/v2/indicators/bulk/json?runNow=true");

        (await client.Get("/v2/indicators/bulk")).Value.GetProperty("status").GetString().Should().Be("Running");
        (await client.Get("/v2/indicators/bulk")).Value.GetProperty("status").GetString().Should().Be("Complete");
        (await client.Get("/v2/indicators/bulk/json")).ShouldBe(200);
    }

    private static EmulatorOptions Options(BulkAnswer bulk) => new() { Dataset = "docs-9", ThreatConnect = new() { Bulk = bulk } };
}
