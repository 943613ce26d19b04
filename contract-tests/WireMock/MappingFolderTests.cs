using Emulation.Tests.Control;

namespace Emulation.Tests.WireMocks;

/// <summary>The folder of --wiremock.</summary>
class MappingFolderTests
{
    private const string Mapping =
        """{ "Title": "one", "Request": { "Path": "/one", "Methods": [ "GET" ] }, "Response": { "StatusCode": 202, "Body": "first" } }""";

    [TestCase("one.json")]
    [TestCase("mappings/one.json")]
    [TestCase("__admin/mappings/one.json")]
    public async Task Every_world_begins_with_the_mappings_of_the_folder(string file)
    {
        using var folder = new TemporaryFolder().With(file, Mapping);
        await using var plane = await WireMockPlane.Over(folder.Path);

        (await plane.Ask("GET", "/one")).Text.Should().Be("first");
        (await plane.Ask("GET", "/worlds/other/one")).Text.Should().Be("first");
    }

    [Test]
    public async Task A_reset_brings_them_back()
    {
        using var folder = new TemporaryFolder().With("one.json", Mapping);
        await using var plane = await WireMockPlane.Over(folder.Path);
        await plane.Do("DELETE", WireMockPlane.Admin + "/mappings");
        (await plane.Ask("GET", "/one")).Status.Should().Be(404);

        await plane.Do("POST", "/_emulator/reset");

        (await plane.Ask("GET", "/one")).Text.Should().Be("first");
    }

    [Test]
    public async Task A_file_may_be_a_list_and_a_body_may_be_a_file_beside_it()
    {
        using var folder = new TemporaryFolder()
            .With("mappings/list.json", """
                [
                  { "Request": { "Path": "/a" }, "Response": { "BodyAsFile": "body.json" } },
                  { "Request": { "Path": "/b" }, "Response": { "BodyAsFile": "text.txt" } }
                ]
                """)
            .With("mappings/body.json", """{ "kept": true }""")
            .With("__files/text.txt", "text");
        await using var plane = await WireMockPlane.Over(folder.Path);

        (await plane.Ask("GET", "/a")).Text.Should().Be("""{ "kept": true }""");
        (await plane.Ask("GET", "/b")).Text.Should().Be("text");
    }

    [Test]
    public async Task A_mapping_cannot_read_outside_the_folder()
    {
        using var outside = new TemporaryFolder().With("secret.txt", "secret");
        var secret = Path.Combine(outside.Path, "secret.txt");
        var relative = $"../{Path.GetFileName(outside.Path)}/secret.txt";
        using var folder = new TemporaryFolder()
            .With("one.json", $$"""{ "Request": { "Path": "/absolute" }, "Response": { "BodyAsFile": "{{secret}}" } }""")
            .With("two.json", $$"""{ "Request": { "Path": "/relative" }, "Response": { "BodyAsFile": "{{relative}}" } }""");
        await using var plane = await WireMockPlane.Over(folder.Path);

        (await plane.Ask("GET", "/absolute")).Status.Should().Be(500);
        (await plane.Ask("GET", "/relative")).Status.Should().Be(500);
    }

    [TestCase("{ not JSON", "not JSON")]
    [TestCase("""{ "request": { "url": "/a" }, "response": { "status": 200 } }""", "--stubs")]
    [TestCase("""{ "Request": { "Path": "/a" } }""", "no Response")]
    [TestCase("""{ "Response": { "StatusCode": 200 } }""", "no Request")]
    [TestCase("""[ { "Request": { "Path": "/a" }, "Response": { } }, 5 ]""", "a mapping of WireMock.Net is")]
    [TestCase("""{ "Request": { "Path": { "Matchers": [ { "Name": "NoSuch", "Pattern": "a" } ] } }, "Response": { } }""", "NoSuch")]
    [TestCase("""{ "Request": { "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "(" } ] } }, "Response": { } }""", "(")]
    public void A_file_that_is_not_a_mapping_is_one_line_at_the_start(string text, string cause)
    {
        using var folder = new TemporaryFolder().With("wrong.json", text);

        var start = () => WireMockSupport.Prepare(WireMockSupport.Over(new EmulatorOptions(), folder.Path));

        var message = start.Should().Throw<OptionError>().Which.Message;
        message.Should().StartWith("--wiremock: ").And.Contain("wrong.json").And.Contain(cause).And.NotContain("\n");
    }

    [Test]
    public void A_folder_that_does_not_exist_is_refused()
    {
        var start = () => WireMockSupport.Over(new EmulatorOptions(), "/no/such/folder");

        start.Should().Throw<OptionError>().WithMessage("give a folder that exists");
    }

    [Test]
    public async Task Stubs_of_the_other_dialect_say_where_a_mapping_of_WireMock_Net_belongs()
    {
        await using var plane = await Plane.With();

        var told = await plane.Ask("POST", "/__admin/mappings", Mapping);

        told.Status.Should().Be(422);
        told.Text.Should().Contain("/_wiremock/__admin/mappings").And.Contain("--wiremock");
    }

    [TestCase("")]
    [TestCase("[")]
    public async Task The_folder_of_stubs_says_where_a_file_of_WireMock_Net_belongs(string bracket)
    {
        using var folder = new TemporaryFolder().With("net.json", bracket.Length == 0 ? Mapping : $"[{Mapping}]");

        var start = () => Plane.With(options => options with { Stubs = folder.Path });

        (await start.Should().ThrowAsync<OptionError>()).Which.Message.Should().Contain("net.json").And.Contain("--wiremock");
    }
}
