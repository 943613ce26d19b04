namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>What current clients, their live tests and public bug reports need.</summary>
public class ClientReportTests
{
    [Test]
    public async Task A_label_always_shows_a_description()
    {
        await using var client = await Client.Of("docs-9");

        (await client.Post("/v2/securityLabels", """{"name":"Internal","color":"00ff00"}""")).ShouldBe(201).Value.GetProperty("description").GetString().Should().BeEmpty();

        (await client.Get("/v2/securityLabels")).Items
            .Should().AllSatisfy(label => label.TryGetProperty("description", out _).Should().BeTrue());
    }

    [TestCase("m_lena.matroschka.pl")]
    [TestCase("-a.example.com")]
    [TestCase("a-.example.com")]
    [TestCase("a.example-.com")]
    [TestCase("a..example.com")]
    [TestCase("ä.example.com")]
    public async Task A_host_name_follows_the_rules_of_host_names(string name)
    {
        await using var client = await Client.Of("docs-9");
        (await client.Post("/v2/indicators/hosts", $$"""{"hostName":"{{name}}"}""")).ShouldFail(400, "Please enter a valid Host");

        var job = await Platform.Job.Create(client);
        await job.Upload($$"""{"indicator":[{"type":"Host","summary":"{{name}}"}]}""");
        await job.Finish();

        (await job.Reasons())
            .Should().Equal($"Error (0x1005): {name} is not valid. The indicator '{name}' could not be processed as a valid Host due to missing or invalid data (summary is invalid for the given type).");
    }

    [TestCase("a-b.example.com")]
    [TestCase("xn--4ca.example.com")]
    [TestCase("1.2.example.com")]
    public async Task Other_host_names_are_taken(string name)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Post("/v2/indicators/hosts", $$"""{"hostName":"{{name}}"}""")).ShouldBe(201);
    }

    [TestCase("group", """{"type":"Incident","name":"I","xid":"i-2","eventDate":"2020-04-19T16:0n;l0:00Z"}""")]
    [TestCase("group", """{"type":"Campaign","name":"C","xid":"i-2","firstSeen":"2020-04-19T16:0n;l0:00Z"}""")]
    [TestCase("group", """{"type":"Report","name":"R","xid":"i-2","fileName":"r.pdf","publishDate":"2020-04-19T16:0n;l0:00Z"}""")]
    [TestCase("group", """{"type":"Threat","name":"T","xid":"i-2","dateAdded":"2020-04-19T16:0n;l0:00Z"}""")]
    [TestCase("group", """{"type":"Threat","name":"T","xid":"i-2","lastModified":"2020-04-19T16:0n;l0:00Z"}""")]
    [TestCase("indicator", """{"type":"Host","summary":"b.example.com","dateAdded":"2020-04-19T16:0n;l0:00Z"}""")]
    [TestCase("indicator", """{"type":"Host","summary":"b.example.com","lastModified":"2020-04-19T16:0n;l0:00Z"}""")]
    [TestCase("indicator", """{"type":"File","summary":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","fileOccurrence":[{"date":"2020-04-19T16:0n;l0:00Z"}]}""")]
    public async Task A_malformed_date_stops_the_whole_job(string array, string item)
    {
        var first = array == "group"
            ? """{"type":"Threat","name":"First","xid":"i-1"}"""
            : """{"type":"Host","summary":"first.example.com"}""";
        await using var client = await Client.Of("docs-9");
        var job = await Platform.Job.Create(client);
        await job.Upload($$"""{"{{array}}":[{{first}},{{item}}]}""");

        var status = await job.Finish();

        (status.GetProperty("successCount").GetInt32(), status.GetProperty("errorCount").GetInt32()).Should().Be((0, 1));
        (await job.Reasons()).Should().ContainSingle().Which.Should()
            .StartWith($"Encountered an unexpected Exception while processing batch job. Last known JSON path: '$.{array}[1]': Last processed {array}[1] '")
            .And.Contain("com.google.gson.JsonSyntaxException: \"2020-04-19T16:0n;l0:00Z\"").And.EndWith("(0x1003)");
        (await client.Get("/v2/indicators/hosts/first.example.com")).ShouldBe(404);
    }

    [Test]
    public async Task The_status_of_a_job_counts_its_associations()
    {
        await using var client = await Client.Of("docs-9");
        var job = await Platform.Job.Create(client);
        await job.Upload("""
            {"group":[{"type":"Threat","name":"A","xid":"a"},{"type":"Threat","name":"B","xid":"b"},{"type":"Threat","name":"C","xid":"c","associatedGroupXid":["a"]}],
             "association":[{"ref_1":"a","type_1":"Threat","ref_2":"b","type_2":"Threat"},{"ref_1":"b","type_1":"Threat","ref_2":"c","type_2":"Threat"},{"ref_1":"a","type_1":"Threat","ref_2":"none","type_2":"Threat"}]}
            """);

        var status = await job.Finish();

        status.GetProperty("successAssociationCount").GetInt32().Should().Be(2);
        status.GetProperty("errorAssociationCount").GetInt32().Should().Be(1);
        (await job.Status()).Value.TryGetProperty("successAssociationCount", out _).Should().BeFalse("only includeAdditional shows it");
    }

    [TestCase("summary%3D422ad421127685e3ef4a44b546258107")]
    [TestCase("summary%3D6EE03D201FE358139858956383F3C280ACADEB8E")]
    [TestCase("summary%3DDFB94E30E5764527501B3232E237199BE33756612A0D1284EAB191EB6CE405D6")]
    [TestCase("summary%5EDFB94E30")]
    public async Task A_filter_on_the_summary_of_a_file_matches_any_of_its_hashes(string filter)
    {
        await using var client = await Client.Of("docs-9");

        foreach (var list in new[] { "/v2/indicators", "/v2/indicators/files" })
            (await client.Get($"{list}?filters={filter}")).ShouldBe(200).Items.Should().ContainSingle();
        (await client.Get($"/v2/groups/incidents/12350/indicators/files?filters={filter}")).ShouldBe(200);
    }

    [TestCase("2001:DB8:1234::")]
    [TestCase("2001:0db8:1234:0:0:0:0:0")]
    [TestCase("2001:db8:1234:0:0:0:0:0")]
    public async Task A_filter_on_an_address_compares_canonical_forms(string written)
    {
        await using var client = await Client.Of("docs-9");
        (await client.Post("/v2/indicators/addresses", """{"ip":"2001:db8:1234::"}""")).ShouldBe(201);

        foreach (var list in new[] { "/v2/indicators", "/v2/indicators/addresses" })
            (await client.Get($"{list}?filters=summary%3D{Uri.EscapeDataString(written)}")).ShouldBe(200).Items.Should().ContainSingle();
        (await client.Delete("/v2/indicators/addresses/2001%3Adb8%3A1234%3A%3A")).ShouldBe(200);
        (await client.Get($"/v2/indicators/deleted?filters=summary%3D{Uri.EscapeDataString(written)}")).ShouldBe(200).Items
            .Should().ContainSingle();
    }

    [Test]
    public async Task The_incidents_of_a_task_are_its_groups_of_that_type()
    {
        await using var client = await Client.Of("docs-9");
        await client.Post("/v2/tasks/1001/groups/incidents/12350");

        (await client.Get("/v2/tasks/1001/incidents")).ShouldBe(200).Text
            .Should().Be((await client.Get("/v2/tasks/1001/groups/incidents")).Text);
        (await client.Get("/v2/tasks/1001/incidents/12350")).ShouldBe(200).Text
            .Should().Be((await client.Get("/v2/tasks/1001/groups/incidents/12350")).Text);
        (await client.Get("/v2/tasks/1001/incidents/12356")).ShouldFail(404, "The requested resource was not found");
    }

    [TestCase("GET")]
    [TestCase("POST")]
    [TestCase("DELETE")]
    public async Task A_victim_and_an_indicator_are_never_linked(string method)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Send(method, "/v2/victims/2001/indicators/hosts/example.com")).ShouldFail(
            400, "Invalid association, a Victim cannot be associated with an Indicator");
    }

    [Test]
    public async Task Each_page_of_a_pdf_has_its_contents()
    {
        await using var client = await Client.Of("docs-9");

        var pdf = (await client.Get("/v2/groups/incidents/12350/pdf")).ShouldBe(200).Text;

        pdf.Should().StartWith("%PDF-1.4").And.Contain("/Contents 5 0 R >>").And.Contain("5 0 obj\n<< /Length ");
    }

    [Test]
    public async Task The_data_store_of_apps_is_known_and_not_served()
    {
        await using var client = await Client.Of("docs-9");

        (await client.Post("/v2/exchange/db/local/tests/_search", "{}")).ShouldBe(501).Message
            .Should().Contain("does not serve POST /v2/exchange/db/");
    }
}
