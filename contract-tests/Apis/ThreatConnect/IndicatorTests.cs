using System.Text.Json;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Indicators: created twice, found in any spelling, deactivated, filtered.</summary>
public class IndicatorTests
{
    private const string Md5 = "422AD421127685E3EF4A44B546258107";

    [Test]
    public async Task Creating_a_value_again_updates_it_and_keeps_its_id()
    {
        await using var client = await Client.Of("docs-9");
        var made = (await client.Post(
            "/v2/indicators/hosts", """{"hostName":"twice.example.com","rating":3,"confidence":50,"dnsActive":true}""")).ShouldBe(201);
        client.Wait(TimeSpan.FromHours(1));

        var again = (await client.Post("/v2/indicators/hosts", """{"hostName":"TWICE.example.com","confidence":"10"}""")).ShouldBe(200);

        again.Id.Should().Be(made.Id);
        again.Value.GetProperty("rating").GetDecimal().Should().Be(3, "what is not sent stays");
        again.Value.GetProperty("confidence").GetRawText().Should().Be("10");
        again.Value.GetProperty("dnsActive").GetString().Should().Be("true");
        again.Value.GetProperty("dateAdded").GetString().Should().Be("2017-07-20T12:00:00Z");
        again.Value.GetProperty("lastModified").GetString().Should().Be("2017-07-20T13:00:00Z");
    }

    [Test]
    public async Task Files_gain_the_hashes_they_lack()
    {
        await using var client = await Client.Of("docs-9");
        const string One = "00000000000000000000000000000001", Two = "0000000000000000000000000000000000000002";
        var made = (await client.Post("/v2/indicators/files", $$"""{"md5":"{{One}}","sha1":null,"sha256":null,"size":0}""")).ShouldBe(201);

        (await client.Post("/v2/indicators/files", $$"""{"md5":"{{One}}","sha1":"{{Two}}"}""")).ShouldBe(200).Id.Should().Be(made.Id);

        (await client.Get($"/v2/indicators/files/{Two}")).ShouldBe(200).Value.GetProperty("md5").GetString().Should().Be(One);
        (await client.Get("/v2/indicators?filters=summary%3D" + One + "%20%3A%20" + Two)).ShouldBe(200).Items.Should().ContainSingle();
        (await client.Put($"/v2/indicators/files/{One}", $$"""{"md5":"{{One}}","sha1":"6EE03D201FE358139858956383F3C280ACADEB8E"}"""))
            .ShouldFail(400, "The SHA-1 for this File is invalid, a File with this SHA-1 already exists");
    }

    [TestCase("/v2/indicators/files/422ad421127685e3ef4a44b546258107")]
    [TestCase("/v2/indicators/files/" + Md5 + "%20:%206EE03D201FE358139858956383F3C280ACADEB8E")]
    [TestCase("/V2/INDICATORS/FILES/dfb94e30e5764527501b3232e237199be33756612a0d1284eab191eb6ce405d6/")]
    [TestCase("/v2/indicators/hosts/Example.COM")]
    [TestCase("/v2/indicators/asns/asn12345")]
    [TestCase("/v2/indicators/cidrBlocks/192.168.0.0%2f24")]
    [TestCase("/v2/indicators/emailAddresses/BAD@example.com")]
    [TestCase("/v2/indicators/userAgents/Mozilla%2F5.0")]
    [TestCase("/v2/indicators/registryKeys/HKEY_LOCAL_MACHINE%5CSoftware%5CX%20%3A%20Example%20Value%20%3A%20REG_NONE")]
    [TestCase("/v2/indicators/registrykeys/HKEY_LOCAL_MACHINE%5CSoftware%5CX")]
    [TestCase("/v2/indicators/hashtags/%23badday")]
    public async Task A_value_is_found_as_clients_write_it(string target)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Get(target)).ShouldBe(200);
    }

    [TestCase("/v2/indicators/mutexes/8f6f00c4-b901-45fd-08cf-72fdeff")]
    [TestCase("/v2/indicators/urls/http%3A%2F%2Fexample.com%2FBAD.php")]
    [TestCase("/v2/indicators/urls/http%253A%252F%252Fexample.com%252Fbad.php")]
    public async Task Case_sensitive_values_differ_by_case(string target)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Get(target)).ShouldFail(404, "The requested resource was not found");
    }

    [TestCase("2001:DB8:1234::")]
    [TestCase("2001:0db8:1234:0000:0000:0000:0000:0000")]
    [TestCase("2001:db8:1234:0:0:0:0:0")]
    public async Task IPv6_addresses_have_one_canonical_form(string written)
    {
        await using var client = await Client.Of("docs-9");

        var made = (await client.Post("/v2/indicators/addresses", $$"""{"ip":"{{written}}"}""")).ShouldBe(201);

        made.Value.GetProperty("ip").GetString().Should().Be("2001:db8:1234:0:0:0:0:0");
        (await client.Get("/v2/indicators/addresses/2001%3Adb8%3A1234%3A%3A")).ShouldBe(200).Id.Should().Be(made.Id);
    }

    [Test]
    public async Task A_plus_is_read_as_a_space_when_no_value_has_the_plus()
    {
        await using var client = await Client.Of("docs-9");
        (await client.Post("/v2/indicators/urls", """{"text":"http://example.com/a b"}""")).ShouldBe(201);
        (await client.Get("/v2/indicators/urls/http%3A%2F%2Fexample.com%2Fa+b")).ShouldBe(200).Value.GetProperty("text").GetString()
            .Should().Be("http://example.com/a b");

        (await client.Post("/v2/indicators/urls", """{"text":"http://example.com/a+b"}""")).ShouldBe(201);
        (await client.Get("/v2/indicators/urls/http%3A%2F%2Fexample.com%2Fa+b")).ShouldBe(200).Value.GetProperty("text").GetString()
            .Should().Be("http://example.com/a+b");
    }

    [Test]
    public async Task An_inactive_indicator_is_read_and_updated_but_not_listed()
    {
        await using var client = await Client.Of("docs-9");
        var lists = new[] { "/v2/indicators", "/v2/indicators/hosts", "/v2/groups/incidents/12350/indicators", "/v2/groups/incidents/12350/indicators/hosts", "/v2/tags/Phishing/indicators", "/v2/tags/Phishing/indicators/hosts" };
        (await client.Get("/v2/indicators/hosts/gone.example.com?includes=additional")).ShouldBe(200).Value.GetProperty("active").GetBoolean().Should().BeFalse();
        foreach (var list in lists)
        {
            (await client.Get(list)).Text.Should().NotContain("gone.example.com", list);
            var both = (await client.Get($"{list}?filters=active%3Dtrue%2Cactive%3Dfalse&orParams=true")).ShouldBe(200);
            both.Text.Should().Contain("gone.example.com", list);
            both.Count.Should().Be((await client.Get(list)).Count + 1);
            (await client.Get($"{list}?filters=active%3Dfalse")).Items.Should().ContainSingle(list);
            (await client.Get($"{list}?filters=active%3Dtrue")).Count.Should().Be((await client.Get(list)).Count);
        }

        (await client.Put("/v2/indicators/hosts/gone.example.com", """{"hostName":"gone.example.com","active":1}""")).ShouldBe(200);

        foreach (var list in lists) (await client.Get(list)).Text.Should().Contain("gone.example.com", list);
        (await client.Put("/v2/indicators/hosts/gone.example.com", """{"active":0}""")).ShouldBe(200);
        foreach (var list in lists) (await client.Get(list)).Text.Should().NotContain("gone.example.com", list);
    }

    [Test]
    public async Task A_list_of_active_and_inactive_indicators_is_in_order_on_every_page()
    {
        await using var client = await Client.Of("docs-9");
        var chance = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            (await client.Post("/v2/indicators/hosts", $$"""{"hostName":"m{{i}}.example.com","active":{{(chance.Next(3) > 0 ? "true" : "false")}}}""")).ShouldBe(201);
            if (chance.Next(2) == 0) client.Wait(TimeSpan.FromSeconds(1));
        }
        const string Both = "/v2/indicators/hosts?filters=active%3Dtrue%2Cactive%3Dfalse&orParams=true";
        var whole = (await client.Get(Both)).Items;

        whole.Should().HaveCount(62);
        whole.Select(Order).Should().BeInAscendingOrder(StringComparer.Ordinal);
        for (var start = 0; start < whole.Length; start += 7)
            (await client.Get($"{Both}&resultStart={start}&resultLimit=7")).Items.Select(item => item.GetRawText())
                .Should().Equal(whole.Skip(start).Take(7).Select(item => item.GetRawText()));
    }

    [TestCase("summary%3DEXAMPLE.com", "example.com")]
    [TestCase("summary%5Eexam", "example.com")]
    [TestCase("summary%5Eexam%2Cconfidence%3E90", "")]
    [TestCase("summary%3Dnothing%2Csummary%3Dexample.com&orParams=True", "example.com")]
    [TestCase("indicator.summary%5Eex", "example.com")]
    [TestCase("host.whoisActive%3Dtrue", "example.com")]
    [TestCase("dnsActive%3Dtrue", "")]
    [TestCase("confidence%3D74", "example.com")]
    [TestCase("confidence%3C74", "")]
    [TestCase("confidence%3E73&filters=confidence%3C75", "example.com")]
    [TestCase("rating%3C5", "")]
    [TestCase("falsePositive%3D0", "example.com")]
    [TestCase("dateAdded%3E2017-07-13", "example.com")]
    [TestCase("dateAdded%3E20170713%2CdateAdded%3C2017-07-14", "example.com")]
    [TestCase("dateAdded%3E2017-07-13T17:50:17Z", "")]
    [TestCase("dateAdded%3C2017-07-13T17:50", "")]
    [TestCase("dateAdded%3C2017-07-13T17:51:00%2B00:00", "example.com")]
    public async Task Hosts_are_filtered(string filters, string expected)
    {
        await using var client = await Client.Of("docs-9");

        var found = (await client.Get($"/v2/indicators/hosts?filters={filters}")).ShouldBe(200);

        string.Join(' ', found.Items.Select(item => item.GetProperty("hostName").GetString())).Should().Be(expected);
        found.Count.Should().Be(found.Items.Length);
    }

    [TestCase("countryCode%3DUS")]
    [TestCase("city%3DParis%2C%20Texas")]
    [TestCase("address.asn%3D5")]
    public async Task Location_filters_are_accepted_and_match_nothing(string filters)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Get($"/v2/indicators/addresses?filters={filters}")).ShouldBe(200).Count.Should().Be(0);
    }

    [Test]
    public async Task A_comma_belongs_to_the_value_unless_a_filter_follows()
    {
        await using var client = await Client.Of("docs-9");
        (await client.Post("/v2/indicators/urls", """{"text":"http://example.com/a,b,summary"}""")).ShouldBe(201);

        (await client.Get("/v2/indicators/urls?filters=summary%3Dhttp%3A%2F%2Fexample.com%2Fa%2Cb%2Csummary%2Cactive%3Dtrue")).Items
            .Should().ContainSingle();
    }

    [TestCase("2017-07-13T17:51:17Z", 13)]
    [TestCase("2017-07-13T17:51:18Z", 1)]
    [TestCase("2017-07-13T17:51:18+00:00", 1)]
    [TestCase("2017-07-13T17:51:18.500000", 1)]
    [TestCase("2017-07-20", 1)]
    [TestCase("2017-07-21", 0)]
    public async Task modifiedSince_is_a_moment_inclusive(string since, int expected)
    {
        await using var client = await Client.Of("docs-9");
        (await client.Put("/v2/indicators/hosts/example.com", """{"rating":1}""")).ShouldBe(200);
        (await client.Put("/v2/indicators/mutexes/8F6F00C4-B901-45fd-08CF-72FDEFF", """{"active":true,"rating":4}""")).ShouldBe(200);

        (await client.Get($"/v2/indicators?modifiedSince={since}")).ShouldBe(200).Count.Should().Be(expected);
    }

    [Test]
    public async Task A_null_clears_a_rating()
    {
        await using var client = await Client.Of("docs-9");

        (await client.Put("/v2/indicators/addresses/192.168.0.1", """{"rating":null,"confidence":null}""")).ShouldBe(200).Members
            .Should().NotContain(["rating", "confidence"]);
    }

    [Test]
    public async Task One_report_a_day_and_user_counts_as_a_false_positive()
    {
        await using var client = await Client.Of("docs-9");

        (await client.Post("/v2/indicators/hosts/example.com/falsePositive")).ShouldBe(200).Value.GetProperty("count").GetInt32()
            .Should().Be(1);
        (await client.Post("/v2/indicators/hosts/example.com/falsePositive")).ShouldBe(200).Value.GetProperty("count").GetInt32()
            .Should().Be(1);
        client.Wait(TimeSpan.FromHours(12));
        (await client.Put("/v2/indicators/hosts/example.com", """{"falsePositive":true}""")).ShouldBe(200);

        var count = (await client.Get("/v2/indicators/hosts/example.com/falsePositive")).ShouldBe(200).Value;
        count.GetProperty("count").GetInt32().Should().Be(2);
        count.GetProperty("lastReported").GetString().Should().Be("2017-07-21T00:00:00Z");
    }

    [Test]
    public async Task Observations_of_a_day_add_up()
    {
        await using var client = await Client.Of("docs-9");

        (await client.Post("/v2/indicators/hosts/example.com/observations", """{"count":2}""")).ShouldBe(200).Text
            .Should().Be("""{"status":"Success"}""");
        (await client.Post(
            "/v2/indicators/hosts/example.com/observations", """{"count":3,"dateObserved":"2017-07-20T01:00:00+00:00"}""")).ShouldBe(200);
        (await client.Post(
            "/v2/indicators/hosts/example.com/observations", """{"count":1,"dateObserved":"2015-12-20T14:26:45-06:00"}""")).ShouldBe(200);
        (await client.Post("/v2/indicators/addresses/192.168.0.1/observations", """{"count":9}""")).ShouldBe(200);

        (await client.Get("/v2/indicators/hosts/example.com/observations")).Text.Should()
            .Contain("""[{"count":5,"dateObserved":"2017-07-20T12:00:00Z"},{"count":1,"dateObserved":"2015-12-20T20:26:45Z"}]""");
        (await client.Get("/v2/indicators/hosts/example.com/observationCount")).Text.Should()
            .Contain("""{"count":6,"lastObserved":"2017-07-20T12:00:00Z","yourCount":6,"yourLastObserved":"2017-07-20T12:00:00Z"}""");
        (await client.Get("/v2/indicators/observed")).Items.Select(item => item.GetProperty("summary").GetString())
            .Should().Equal("192.168.0.1", "example.com");
        (await client.Get("/v2/indicators/observed?dateObserved=2015-12-20")).Items.Should().ContainSingle();
        (await client.Get("/v2/indicators/hosts/example.com?includeAdditional=true")).Value.GetProperty("observationCount").GetInt32()
            .Should().Be(6);
        foreach (var body in new[] { "{}", """{"count":0}""", """{"count":-1}""", """{"count":"many"}""" })
            (await client.Post("/v2/indicators/hosts/example.com/observations", body)).ShouldFail(
                400, "The request was not properly formed");
    }

    [Test]
    public async Task A_displayed_attribute_is_the_description()
    {
        await using var client = await Client.Of("docs-9");
        const string Host = "/v2/indicators/hosts/example.com";
        var first = (await client.Post($"{Host}/attributes", """{"type":"description","value":"First","displayed":true}""")).ShouldBe(201);
        var second = (
            await client.Post($"{Host}/attributes", """{"type":"Description","value":"Second","displayed":"true"}""")).ShouldBe(201);

        first.Value.GetProperty("type").GetString().Should().Be("Description");
        (await client.Get($"{Host}/attributes/{first.Id}")).Value.GetProperty("displayed").GetBoolean()
            .Should().BeFalse("only one is displayed");
        (await client.Get(Host)).Value.GetProperty("description").GetString().Should().Be("Second");
        (await client.Get("/v2/indicators/hosts")).Items[0].GetProperty("description").GetString().Should().Be("Second");
        (await client.Post($"{Host}/attributes", """{"type":"Impact Description","value":"x","displayed":true}""")).Value.GetProperty("displayed").GetBoolean().Should().BeFalse();

        (await client.Delete($"{Host}/attributes/{second.Id}")).ShouldBe(200);
        (await client.Get(Host)).Members.Should().NotContain("description");
    }

    private static string Order(JsonElement item) =>
        $"{99_999_999_999_999 - long.Parse(new string([.. item.GetProperty("dateAdded").GetString()!.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture):D14} {item.GetProperty("id").GetInt64():D9}";
}
