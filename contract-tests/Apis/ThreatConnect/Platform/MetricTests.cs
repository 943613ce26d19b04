namespace Emulation.Tests.Apis.ThreatConnect.Platform;

/// <summary>custom_metrics.rst.</summary>
class MetricTests
{
    [TestCase("Sum", 7.5)]
    [TestCase("Count", 3.0)]
    [TestCase("Min", 0.5)]
    [TestCase("Max", 4.0)]
    [TestCase("First", 3.0)]
    [TestCase("Last", 0.5)]
    [TestCase("Average", 2.5)]
    public async Task Values_are_aggregated(string type, double expected)
    {
        await using var client = await Client.Of("docs-12");
        await Create(client, type, "Daily");

        (await Add(client, """{"value":3,"weight":1}""")).ShouldHaveNoBody();
        (await Add(client, """{"value":"4","weight":"1.0"}""")).ShouldHaveNoBody();
        var answer = (await Add(client, """{"value":0.5,"weight":1}""", "?returnValue=true")).ShouldBe(200);

        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("value", "date");
        answer.Json.GetProperty("value").GetDouble().Should().Be(expected);
        answer.Text.Should().MatchRegex("\"value\":[0-9]+\\.[0-9]+,", "a value has decimals");
    }

    [TestCase("Hourly", "2008-12-12T12:00:00Z")]
    [TestCase("Daily", "2008-12-12T00:00:00Z")]
    [TestCase("Weekly", "2008-12-08T00:00:00Z")]
    [TestCase("Monthly", "2008-12-01T00:00:00Z")]
    [TestCase("Yearly", "2008-01-01T00:00:00Z")]
    public async Task A_value_belongs_to_the_interval_of_its_date(string interval, string from)
    {
        await using var client = await Client.Of("docs-12");
        await Create(client, "Sum", interval);
        await Add(client, """{"value":1}""");

        var answer = await Add(client, """{"value":2,"date":"2008-12-12T12:12:12"}""", "?returnValue=True");

        answer.Text.Should().Be($$"""{"value":2.0,"date":"{{from}}"}""", "the other value is of another interval");
    }

    [Test]
    public async Task Keys_are_counted_separately()
    {
        await using var client = await Client.Of("docs-12");
        await client.Post("/v2/customMetrics/playbookRuns/data", """{"name":"app1","value":1}""");

        var other = await client.Post("/v2/customMetrics/1/data?returnValue=true", """{"name":"app2","value":5}""");
        var same = await client.Post("/v2/customMetrics/PlaybookRuns/data?returnValue=true", """{"name":"app1","value":5}""");

        (other.Json.GetProperty("value").GetDouble(), same.Json.GetProperty("value").GetDouble()).Should().Be((5.0, 6.0));
        (await client.Post("/v2/customMetrics/playbookRuns/data", """{"value":1}""")).ShouldFail(
            400, "The name for this Custom Metric is invalid, please enter a name between 1-255 characters in length");
    }

    [TestCase("""{"dataType":"Sum","interval":"Daily"}""", "The name for this Custom Metric is invalid, please enter a name between 1-45 characters in length")]
    [TestCase("""{"name":"0123456789012345678901234567890123456789012345","dataType":"Sum","interval":"Daily"}""", "The name for this Custom Metric is invalid, please enter a name between 1-45 characters in length")]
    [TestCase("""{"name":"n","dataType":"Median","interval":"Daily"}""", "The dataType for this Custom Metric is invalid , please enter one of the following values: Average, Count, First, Last, Max, Min, Sum")]
    [TestCase("""{"name":"n","dataType":"Sum"}""", "The interval for this Custom Metric is invalid , please enter one of the following values: Hourly, Daily, Weekly, Monthly, Yearly")]
    [TestCase("""{"name":"TASKSCOMPLETED","dataType":"Sum","interval":"Daily"}""", "The name for this Custom Metric is invalid, a Custom Metric with this name already exists")]
    [TestCase("{", "The request was not properly formed")]
    public async Task An_invalid_metric_is_refused(string body, string message)
    {
        await using var client = await Client.Of("docs-12");

        (await client.Post("/v2/customMetrics", body)).ShouldFail(400, message);
    }

    [TestCase("{}")]
    [TestCase("""{"value":"many"}""")]
    [TestCase("""{"value":1e300}""")]
    [TestCase("""{"value":1,"weight":0}""")]
    [TestCase("""{"value":1,"weight":-1}""")]
    public async Task An_invalid_value_changes_nothing(string body)
    {
        await using var client = await Client.Of("docs-12");
        var before = client.Dump();

        (await client.Post("/v2/customMetrics/tasksCompleted/data", body)).ShouldFail(400, "The request was not properly formed");

        client.Dump().Should().Equal(before);
    }

    [Test]
    public async Task Deleting_a_metric_deletes_its_values()
    {
        await using var client = await Client.Of("docs-12");
        await client.Post("/v2/customMetrics/2/data", """{"value":1}""");

        (await client.Delete("/v2/customMetrics/tasksCompleted")).ShouldBe(200).Text.Should().Be("""{"status":"Success"}""");

        (await client.Get("/v2/customMetrics/2")).ShouldFail(404, "The requested resource was not found");
        (await client.Post("/v2/customMetrics/2/data", """{"value":1}""")).ShouldBe(404);
        client.Graph.Count(Emulation.Graphs.ThreatConnect.MetricPoint.NodeKind).Should().Be(0);
        (await client.Get("/v2/customMetrics/1/data")).ShouldFail(405, "The request was not properly formed");
    }

    private static async Task Create(Client client, string type, string interval) =>
        (await client.Post("/v2/customMetrics", $$"""{"name":"m","dataType":"{{type}}","interval":"{{interval}}"}""")).ShouldBe(201);

    private static Task<Answer> Add(Client client, string body, string query = "") => client.Post($"/v2/customMetrics/m/data{query}", body);
}

static class Bodies
{
    public static void ShouldHaveNoBody(this Answer answer)
    {
        answer.Status.Should().Be(204, answer.Text);
        answer.Bytes.Should().BeEmpty();
    }
}
