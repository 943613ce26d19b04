using System.Text.Json;
using Emulation.Apis.ThreatConnect;

namespace Emulation.Tests.Apis.ThreatConnect.Platform;

/// <summary>v1_batch_api.rst and v2_batch_api.rst, and what tcex and threatconnect-java need of them.</summary>
class BatchTests
{
    private const string Host = """{"indicator":[{"type":"Host","summary":"new.example.com","rating":"5.0","confidence":60}]}""";
    private const string Xid = "00000000-0000-0000-0000-000000000000:0001";

    [Test]
    public async Task A_job_goes_from_created_through_queued_to_completed()
    {
        await using var client = await Client.Of("docs-9");
        var job = await Job.Create(client);

        (await job.Status()).Text
            .Should().Be($$$$"""{"status":"Success","data":{"batchStatus":{"id":{{{{job.Id}}}},"status":"Created"}}}""");
        (await job.Upload(Host)).ShouldBe(202).Text
            .Should().Be($$$$"""{"status":"Success","data":{"batchStatus":{"id":{{{{job.Id}}}},"status":"Queued"}}}""");
        (await job.Status()).Text
            .Should().Be($$$$"""{"status":"Success","data":{"batchStatus":{"id":{{{{job.Id}}}},"status":"Completed","errorCount":0,"successCount":1,"unprocessCount":0}}}""");
        (await job.Errors()).ShouldFail(404, "The requested resource was not found");
        (await client.Get("/v2/indicators/hosts/new.example.com")).ShouldBe(200).Value.GetProperty("rating").GetDecimal().Should().Be(5);
    }

    [Test]
    public async Task With_the_clock_a_job_is_running_between_queued_and_completed()
    {
        await using var client = await Client.Of(
            new EmulatorOptions { Dataset = "docs-9", ThreatConnect = new() { BatchSteps = BatchSteps.Clock } });
        var job = await Job.Create(client);
        await job.Upload(Host);

        State(await job.Status()).Should().Be("Queued");
        State(await job.Status()).Should().Be("Queued", "questions move nothing");
        client.Wait(TimeSpan.FromSeconds(1));
        State(await job.Status()).Should().Be("Running");
        (await job.Errors()).ShouldBe(400).Text.Should().Be("""{"status":"Invalid","description":"Batch still in Running state"}""");
        (await job.Finish()).GetProperty("successCount").GetInt32().Should().Be(1);
    }

    [Test]
    public async Task A_request_for_errors_before_completion_is_refused_once()
    {
        await using var client = await Client.Of("docs-9");
        var job = await Job.Create(client);

        (await job.Errors()).ShouldBe(400).Text.Should().Be("""{"status":"Invalid","description":"Batch still in Created state"}""");
        await job.Upload("""{"indicator":[{"type":"Host","summary":"nodot"}]}""");

        (await job.Errors()).ShouldBe(400).Text.Should().Be("""{"status":"Invalid","description":"Batch still in Queued state"}""");
        (await job.Errors()).ContentType.Should().Be("application/octet-stream");
        (await job.Reasons()).Should().ContainSingle().Which
            .Should().Be("Error (0x1005): nodot is not valid. The indicator 'nodot' could not be processed as a valid Host due to missing or invalid data (summary is invalid for the given type).");
    }

    [Test]
    public async Task A_job_takes_one_file_and_unknown_jobs_none()
    {
        await using var client = await Client.Of("docs-9");
        var job = await Job.Create(client);
        await job.Upload(Host);

        (await job.Upload(Host)).ShouldFail(400, "The request was not properly formed");
        (await client.Put($"/v2/batch/{job.Id}", Host)).ShouldBe(400);
        foreach (var id in new[] { "999", "x", "-1", "99999999999999999999" })
        {
            (await client.Get($"/v2/batch/{id}")).ShouldFail(404, "The requested resource was not found");
            (await client.Post($"/v2/batch/{id}", Host)).ShouldFail(404, "The requested resource was not found");
        }
    }

    [Test]
    public async Task Failures_are_counted_and_explained_and_the_rest_is_saved()
    {
        await using var client = await Client.Of("docs-9");
        var job = await Job.Create(client);
        await job.Upload("""
            {"indicator":[{"type":"Host","summary":"good.example.com"},{"type":"Nope","summary":"x"},{"summary":"y"},{"type":"Address","ip":"999.1.1.1"},{"type":"Host","summary":"r.example.com","rating":6},
              {"type":"Host","summary":"part.example.com","attribute":[{"type":"No Such","value":"v"},{"type":"Description","value":"kept"}],"tag":[{"name":""}]}],
             "group":[{"type":"Incident","name":"I","xid":"incident-001","status":"Unheard of"},{"type":"Threat","name":"T"},{"type":"Threat","name":"T","xid":"t-1"}]}
            """);

        var status = await job.Finish();

        Counts(status).Should().Be((7, 2, 0));
        status.GetProperty("successIndicatorCount").GetInt32().Should().Be(1);
        status.GetProperty("errorIndicatorCount").GetInt32().Should().Be(5);
        status.GetProperty("successGroupCount").GetInt32().Should().Be(1);
        status.GetProperty("errorGroupCount").GetInt32().Should().Be(2);
        (await job.Reasons()).Should().HaveCount(7).And.Contain("Incident incident-001 has an invalid status. (0x1006)");
        (await client.Get("/v2/indicators/hosts/part.example.com/attributes")).Items
            .Should().ContainSingle("the item is saved without what was wrong");
        (await client.Get("/v2/groups/threats/t-1")).ShouldBe(200);
    }

    [Test]
    public async Task Results_are_filtered_by_code_text_and_severity()
    {
        await using var client = await Client.Of("docs-9");
        var job = await Job.Create(client);
        await job.Upload("""{"indicator":[{"type":"Host","summary":"nodot"},{"type":"Host","summary":"a.example.com","tag":[{"name":""}]}],"group":[{"type":"Threat","name":"T"}]}""");
        await job.Finish();
        async Task<int> Of(string query) => (await client.Get($"/v2/batch/{job.Id}/results{query}")).ShouldBe(200).Json.GetArrayLength();

        (await Of("")).Should().Be(3);
        (await Of("?code=0x1005")).Should().Be(1);
        (await Of("?severity=warn")).Should().Be(1);
        (await Of("?severity=error")).Should().Be(2);
        (await Of("?contains=nodot")).Should().Be(1);
        (await client.Get($"/v2/batch/{job.Id}/results?code=1005")).ShouldBe(400);
        (await client.Get($"/v2/batch/{job.Id}/results?severity=loud")).ShouldBe(400);
    }

    [Test]
    public async Task Halting_keeps_saved_items_and_counts_unprocessed_ones()
    {
        await using var client = await Client.Of("docs-9");

        var status = await Job.Run(client, """{"indicator":[{"type":"Host","summary":"one.example.com"},{"type":"Host","summary":"bad"},{"type":"Host","summary":"two.example.com"},{"type":"Host","summary":"three.example.com"}]}""", Job.Config(halt: true));

        Counts(status).Should().Be((1, 1, 2));
        (await client.Get("/v2/indicators/hosts/one.example.com")).ShouldBe(200);
        (await client.Get("/v2/indicators/hosts/two.example.com")).ShouldBe(404);
    }

    [TestCase("""{"indicator":[{"type":"Host","summary":"one.example.com"},{"ty""", "MalformedJsonException")]
    [TestCase("not JSON at all", "MalformedJsonException")]
    [TestCase("""{"indicator":[{"type":"Host","summary":"one.example.com"}],"group":[{"type":"Threat","name":"T","xid":"t"},"name"]}""", "Not a JSON Object: \"name\"")]
    [TestCase("""{"indicator":{"type":"Host"}}""", "Not a JSON Array")]
    [TestCase("5", "Not a JSON Object: 5")]
    public async Task An_unreadable_file_changes_nothing(string file, string why)
    {
        await using var client = await Client.Of("docs-9");
        var before = client.Dump(Emulation.Graphs.ThreatConnect.BatchJob.NodeKind);
        var job = await Job.Create(client, Job.Config(halt: true));
        await job.Upload(file);

        Counts(await job.Finish()).Should().Be((1, 0, 0), "even when halting, nothing is unprocessed");
        (await job.Reasons()).Should().ContainSingle().Which
            .Should().Contain("Encountered an unexpected Exception while processing batch job").And.Contain(why).And.EndWith("(0x1003)");
        client.Dump(Emulation.Graphs.ThreatConnect.BatchJob.NodeKind).Should().Equal(before);
    }

    [Test]
    public async Task More_indicators_than_allowed_change_nothing()
    {
        await using var client = await Client.Of(new EmulatorOptions { Dataset = "docs-9", ThreatConnect = new() { BatchLimit = 2 } });
        var job = await Job.Create(client);
        await job.Upload("""[{"type":"Host","summary":"1.example.com"},{"type":"Host","summary":"2.example.com"},{"type":"Host","summary":"3.example.com"}]""");
        await job.Finish();

        (await job.Reasons()).Should().ContainSingle().Which
            .Should().Contain("would exceed the number of allowed indicators").And.Contain("0x1008");
        (await client.Get("/v2/indicators/hosts/1.example.com")).ShouldBe(404);
        Counts(await Job.Run(client, """[{"type":"Host","summary":"1.example.com"},{"type":"Host","summary":"2.example.com"}]"""))
            .Should().Be((0, 2, 0));
    }

    [TestCase("""{"owner":"Nobody","action":"Create","attributeWriteType":"Append"}""", 403, "The requested owner was not found")]
    [TestCase("""{"action":"Create","attributeWriteType":"Append"}""", 400, "The owner for this Batch is invalid, please enter an owner between 1-255 characters in length")]
    [TestCase("""{"owner":"Example Organization","attributeWriteType":"Append"}""", 400, "The action for this Batch is invalid , please enter one of the following values: Create, Delete")]
    [TestCase("""{"owner":"Example Organization","action":"Create","attributeWriteType":"Prepend"}""", 400, "The attributeWriteType for this Batch is invalid , please enter one of the following values: Append, Replace, Singleton, Static")]
    [TestCase("""{"owner":"Example Organization","action":"Create","attributeWriteType":"Append","hashCollisionMode":"Fight"}""", 400, "The hashCollisionMode for this Batch is invalid , please enter one of the following values: FavorExisting, FavorIncoming, IgnoreExisting, IgnoreIncoming, Split")]
    [TestCase("[]", 400, "The request was not properly formed")]
    [TestCase("", 400, "The request was not properly formed")]
    public async Task An_invalid_job_configuration_is_refused(string config, int status, string message)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Post("/v2/batch", config)).ShouldFail(status, message);
    }

    [Test]
    public async Task A_read_only_user_uploads_nothing_and_jobs_of_invisible_owners_are_not_found()
    {
        await using var client = await Client.Of("docs-12");
        var theirs = await Job.Create(client, Job.Config("Common Community"));
        var before = client.Dump();
        client.Authorization = "TC-Token APIV2:2:reader:4102444800000:cmVhZGVy";

        (await client.Get("/v2/batch/12344")).ShouldBe(200);
        (await new Job(client, 12344).Upload(Host)).ShouldFail(401, "Unable to perform the requested operation due to the following error(s): You do not have permission to create Indicators; Groups; Attributes; Tags; Security Labels;");
        (await Job.Send(client, "/v2/batch/createAndUpload", Job.Multipart(Job.Config("Common Community"), Host, true), ("Content-Type", "multipart/form-data; boundary=limit"))).ShouldFail(403, "Access Denied");
        (await theirs.Upload(Host)).ShouldFail(404, "The requested resource was not found");
        (await theirs.Status()).ShouldFail(404, "The requested resource was not found");
        client.Dump().Should().Equal(before);
    }

    [Test]
    public async Task Items_are_associated_by_xid_by_value_and_by_association()
    {
        await using var client = await Client.Of("docs-9");
        var file = $$"""
            {"association":[{"ref_1":"http://bad.example.com/","type_1":"URL","ref_2":"bad.example.com","type_2":"Host","associationType":"URL Host"},{"ref_1":"192.168.0.1","type_1":"Address","ref_2":"{{Xid}}"}],
             "indicator":[{"type":"Host","summary":"bad.example.com","associatedGroups":[{"groupXid":"{{Xid}}"}]},{"type":"URL","text":"http://bad.example.com/"},{"type":"Host","hostName":"third.example.com"}],
             "group":[{"type":"Incident","name":"I","xid":"{{Xid}}","associatedIndicators":[{"summary":"third.example.com","indicatorType":"Host"}]},{"type":"Threat","name":"T","xid":"t-1","associatedGroupXid":["{{Xid}}"]}]}
            """;

        Counts(await Job.Run(client, file)).Should().Be((0, 5, 0));
        Counts(await Job.Run(client, file)).Should().Be((0, 5, 0), "once more is the same");

        (await client.Get($"/v2/groups/incidents/{Xid}/indicators")).Items.Select(item => item.GetProperty("summary").GetString())
            .Should().BeEquivalentTo("bad.example.com", "third.example.com", "192.168.0.1");
        (await client.Get($"/v2/groups/incidents/{Xid}/groups")).Names.Should().Equal("T");
        (await client.Get("/v2/indicators/hosts/bad.example.com/associations/urlHost/indicators/urls")).Items.Should().ContainSingle();
    }

    [TestCase("""{"ref_1":"no.example.com","type_1":"Host","ref_2":"192.168.0.1","type_2":"Address","associationType":"DNS PTR Record"}""", "The requested resource was not found")]
    [TestCase("""{"ref_1":"a.example.com","type_1":"Host","ref_2":"192.168.0.1","type_2":"Address"}""", "Invalid association")]
    [TestCase("""{"ref_1":"a.example.com","type_1":"Host","ref_2":"192.168.0.1","type_2":"Address","associationType":"URL Host"}""", "cannot be associated")]
    [TestCase("""{"ref_1":"a.example.com","type_1":"Host","ref_2":"192.168.0.1","type_2":"Address","associationType":"Friends"}""", "Friends is no associationType")]
    [TestCase("{}", "The requested resource was not found")]
    public async Task An_impossible_association_is_an_error(string association, string why)
    {
        await using var client = await Client.Of("docs-9");
        var job = await Job.Create(client);
        await job.Upload($$"""{"indicator":[{"type":"Host","summary":"a.example.com"}],"association":[{{association}}]}""");

        Counts(await job.Finish()).Should().Be((1, 1, 0));
        (await job.Reasons()).Should().ContainSingle().Which.Should().Contain(why).And.EndWith("(0x1009)");
    }

    [Test]
    public async Task A_delete_job_removes_what_matches()
    {
        await using var client = await Client.Of("docs-9");
        await Job.Run(
            client,
            $$"""{"indicator":[{"type":"Host","summary":"new.example.com"}],"group":[{"type":"Threat","name":"T","xid":"{{Xid}}"}]}""");

        var status = await Job.Run(client, $$"""{"indicator":[{"type":"Host","summary":"NEW.example.com"},{"type":"Host","summary":"never.example.com"}],"group":[{"type":"Threat","name":"T","xid":"{{Xid}}"}]}""", Job.Config(action: "Delete"));

        Counts(status).Should().Be((0, 3, 0));
        (await client.Get("/v2/indicators/hosts/new.example.com")).ShouldBe(404);
        (await client.Get($"/v2/groups/threats/{Xid}")).ShouldBe(404);
        (await client.Get("/v2/indicators/deleted")).Items.Select(item => item.GetProperty("summary").GetString())
            .Should().Contain("new.example.com");
    }

    [Test]
    public async Task A_bulk_report_is_a_batch_file_for_either_version([Values("V1", "V2")] string version)
    {
        await using var client = await Client.Of("docs-9");
        var report = (await client.Get("/v2/indicators/bulk/json")).ShouldBe(200);
        var count = report.Json.GetProperty("indicator").GetArrayLength();

        var status = await Job.Run(client, report.Text, Job.Config(version: version, attributes: "Replace", tags: "Replace"));

        Counts(status).Should().Be((0, count, 0));
        (await client.Get("/v2/indicators/bulk/json")).Json.GetProperty("indicator").EnumerateArray().Select(
            item => item.GetProperty("summary").GetString())
            .Should().Equal(report.Json.GetProperty("indicator").EnumerateArray().Select(item => item.GetProperty("summary").GetString()));
    }

    private static string? State(Answer answer) => answer.ShouldBe(200).Value.GetProperty("status").GetString();

    private static (int Errors, int Successes, int Left) Counts(JsonElement status) =>
        (
            status.GetProperty("errorCount").GetInt32(),
            status.GetProperty("successCount").GetInt32(),
            status.GetProperty("unprocessCount").GetInt32());
}
