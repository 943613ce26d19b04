using Emulation.Tests.Control;

namespace Emulation.Tests.WireMocks;

/// <summary>WireMock.Net's admin API over HTTP. Paths, methods and meanings are those of its page "Admin API Reference".</summary>
class AdminApiTests
{
    private const string Id = "5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11";
    private const string Admin = WireMockPlane.Admin;
    private const string Mapping =
        $$"""{ "Guid": "{{Id}}", "Title": "one", "Request": { "Path": "/one" }, "Response": { "StatusCode": 202, "Body": "first" } }""";

    [Test]
    public async Task Settings_are_shown_and_changed()
    {
        await using var plane = await WireMockPlane.OnDemand();

        await plane.Do("PUT", Admin + "/settings", """{ "MaxRequestLogCount": 7, "AllowPartialMapping": false }""");

        (await plane.Do("GET", Admin + "/settings")).GetProperty("MaxRequestLogCount").GetInt32().Should().Be(7);
    }

    [Test]
    public async Task A_mapping_is_added_and_answers()
    {
        await using var plane = await WireMockPlane.OnDemand();

        var told = await plane.Ask("POST", Admin + "/mappings", Mapping);

        told.Status.Should().Be(201);
        told.Json.GetProperty("Guid").GetString().Should().Be(Id);
        (await plane.Ask("GET", "/one")).Text.Should().Be("first");
        (await plane.Ask("GET", "/worlds/other/one")).Status.Should().Be(404);
    }

    [Test]
    public async Task Several_mappings_are_added_as_an_array()
    {
        await using var plane = await WireMockPlane.OnDemand();

        const string Array = """[ { "Request": { "Path": "/a" }, "Response": { } }, { "Request": { "Path": "/b" }, "Response": { } } ]""";
        await plane.Do("POST", Admin + "/mappings", Array);

        (await plane.Do("GET", Admin + "/mappings")).GetArrayLength().Should().Be(2);
    }

    [Test]
    public async Task A_mapping_is_read_updated_and_deleted_by_its_id()
    {
        await using var plane = await With(Mapping);

        (await plane.Do("GET", $"{Admin}/mappings/{Id}")).GetProperty("Title").GetString().Should().Be("one");
        await plane.Do("PUT", $"{Admin}/mappings/{Id}", """{ "Request": { "Path": "/one" }, "Response": { "Body": "second" } }""");
        (await plane.Ask("GET", "/one")).Text.Should().Be("second");
        await plane.Do("DELETE", $"{Admin}/mappings/{Id}");
        (await plane.Ask("GET", $"{Admin}/mappings/{Id}")).Status.Should().Be(404);
        (await plane.Ask("GET", "/one")).Status.Should().Be(404);
    }

    [Test]
    public async Task A_mapping_is_disabled_and_enabled()
    {
        await using var plane = await With(Mapping);

        await plane.Do("PUT", $"{Admin}/mappings/{Id}/disable");
        var disabled = (await plane.Ask("GET", "/one")).Status;
        await plane.Do("PUT", $"{Admin}/mappings/{Id}/enable");

        disabled.Should().Be(404);
        (await plane.Ask("GET", "/one")).Status.Should().Be(202);
    }

    [TestCase("DELETE", "/mappings")]
    [TestCase("POST", "/mappings/reset")]
    public async Task All_mappings_are_deleted(string method, string path)
    {
        await using var plane = await With(Mapping);

        await plane.Do(method, Admin + path);

        (await plane.Do("GET", Admin + "/mappings")).GetArrayLength().Should().Be(0);
        (await plane.Ask("GET", Admin + "/health")).Status.Should().Be(200, "the admin API is still there");
    }

    [Test]
    public async Task Saved_mappings_are_read_again_by_a_reload_and_stay_in_their_world()
    {
        await using var plane = await With(Mapping);

        await plane.Do("POST", Admin + "/mappings/save");
        await plane.Do("POST", Admin + "/mappings/reset?reloadStaticMappings=true");

        (await plane.Ask("GET", "/one")).Text.Should().Be("first");
        await plane.Do("POST", "/worlds/other" + Admin + "/mappings/reloadStaticMappings");
        (await plane.Do("GET", "/worlds/other" + Admin + "/mappings")).GetArrayLength().Should().Be(0);
        Directory.Exists("__admin").Should().BeFalse("nothing is written to the disk");
    }

    [Test]
    public async Task The_code_of_a_mapping_is_shown()
    {
        await using var plane = await With(Mapping);

        (await plane.Ask("GET", $"{Admin}/mappings/code/{Id}")).Text.Should().Contain("WithPath").And.Contain("/one");
    }

    [Test]
    public async Task A_mapping_of_the_other_dialect_is_added_by_its_own_route()
    {
        await using var plane = await WireMockPlane.OnDemand();

        const string Java = """{ "request": { "method": "GET", "urlPath": "/java" }, "response": { "status": 203 } }""";
        await plane.Do("POST", Admin + "/mappings/wiremock.org", Java);

        (await plane.Ask("GET", "/java")).Status.Should().Be(203);
    }

    [Test]
    public async Task Requests_are_listed_read_and_deleted()
    {
        await using var plane = await With(Mapping);
        await plane.Ask("GET", "/one");
        await plane.Ask("GET", "/v2/whoami");

        var all = await plane.Do("GET", Admin + "/requests");
        var first = all[0].GetProperty("Guid").GetString();

        all.GetArrayLength().Should().Be(2);
        (await plane.Do("GET", $"{Admin}/requests/{first}")).GetProperty("Request").GetProperty("Path").GetString().Should().Be("/one");
        await plane.Do("DELETE", $"{Admin}/requests/{first}");
        (await plane.Do("GET", Admin + "/requests")).GetArrayLength().Should().Be(1);
        await plane.Do("DELETE", Admin + "/requests");
        (await plane.Do("GET", Admin + "/requests")).GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task Requests_are_found_by_a_pattern_and_by_their_mapping()
    {
        await using var plane = await With(Mapping);
        await plane.Ask("GET", "/one");
        await plane.Ask("GET", "/v2/whoami");

        var found = await plane.Do("POST", Admin + "/requests/find", """{ "Path": "/v2/whoami" }""");
        var answered = await plane.Do("GET", $"{Admin}/requests/find?mappingGuid={Id}");

        found.GetArrayLength().Should().Be(1);
        answered.GetArrayLength().Should().Be(1);
        answered[0].GetProperty("MappingGuid").GetString().Should().Be(Id);
    }

    [Test]
    public async Task Requests_are_reset()
    {
        await using var plane = await With(Mapping);
        await plane.Ask("GET", "/one");

        await plane.Do("POST", Admin + "/requests/reset");

        (await plane.Do("GET", Admin + "/requests")).GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task Scenarios_are_listed_set_and_reset()
    {
        await using var plane = await With(
            """{ "Scenario": "s", "SetStateTo": "second", "Request": { "Path": "/one" }, "Response": { "StatusCode": 202 } }""");
        await plane.Ask("GET", "/one");

        var scenario = (await plane.Do("GET", Admin + "/scenarios"))[0];
        scenario.GetProperty("Name").GetString().Should().Be("s");
        scenario.GetProperty("NextState").GetString().Should().Be("second");
        await plane.Do("POST", Admin + "/scenarios/s/reset");
        (await plane.Ask("GET", "/one")).Status.Should().Be(202, "the scenario begins again");
        await plane.Do("PUT", Admin + "/scenarios/s/state", """{ "State": "elsewhere" }""");
        (await plane.Ask("GET", "/one")).Status.Should().Be(404);
        await plane.Do("POST", Admin + "/scenarios/reset");
        (await plane.Ask("GET", "/one")).Status.Should().Be(202);
        await plane.Do("DELETE", Admin + "/scenarios");
        (await plane.Do("GET", Admin + "/scenarios"))[0].GetProperty("Started").GetBoolean().Should().BeFalse();
    }

    [Test]
    public async Task Files_are_written_read_changed_and_deleted_and_a_mapping_answers_with_one()
    {
        await using var plane = await With("""{ "Request": { "Path": "/one" }, "Response": { "BodyAsFile": "greeting.txt" } }""");

        await plane.Do("POST", Admin + "/files/greeting.txt", "hello");
        (await plane.Ask("GET", Admin + "/files/greeting.txt")).Text.Should().Be("hello");
        (await plane.Ask("HEAD", Admin + "/files/greeting.txt")).Status.Should().Be(204);
        (await plane.Ask("GET", "/one")).Text.Should().Be("hello");
        await plane.Do("PUT", Admin + "/files/greeting.txt", "goodbye");
        (await plane.Ask("GET", "/one")).Text.Should().Be("goodbye");
        await plane.Do("DELETE", Admin + "/files/greeting.txt");
        (await plane.Ask("GET", Admin + "/files/greeting.txt")).Status.Should().Be(404);
        (await plane.Ask("GET", "/worlds/other" + Admin + "/files/greeting.txt")).Status.Should().Be(404);
    }

    [TestCase("/etc/hostname")]
    [TestCase("../../../../../../../../etc/hostname")]
    public async Task A_mapping_that_was_posted_reads_no_file_of_the_machine(string file)
    {
        await using var plane = await With($$"""{ "Request": { "Path": "/one" }, "Response": { "BodyAsFile": "{{file}}" } }""");

        (await plane.Ask("GET", "/one")).Status.Should().Be(500);
    }

    [TestCase("/mappings", "{ not JSON", "not JSON")]
    [TestCase("/settings", "{ not JSON", "not JSON")]
    [TestCase("/mappings", """{ "request": { "url": "/a" }, "response": { "status": 200 } }""", "/__admin/mappings")]
    [TestCase("/mappings", """{ "Request": { "Path": "/a" } }""", "Response")]
    public async Task What_is_not_a_mapping_is_refused_in_one_line(string path, string body, string cause)
    {
        await using var plane = await WireMockPlane.OnDemand();

        var told = await plane.Ask("POST", Admin + path, body);

        told.Status.Should().Be(400);
        told.Text.Should().Contain(cause).And.NotContain("   at ");
    }

    private static async Task<Plane> With(string mapping)
    {
        var plane = await WireMockPlane.OnDemand();
        await plane.Do("POST", Admin + "/mappings", mapping);
        return plane;
    }
}
