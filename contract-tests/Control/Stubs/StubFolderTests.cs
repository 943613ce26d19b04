using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Stubs;

/// <summary>A folder of mapping files is what every world begins with and goes back to.</summary>
class StubFolderTests
{
    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("stubs").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Every_world_begins_with_the_files_and_goes_back_to_them()
    {
        Write("mappings/a.json", """{"request":{"url":"/a"},"response":{"bodyFileName":"sub/a.txt"}}""");
        Write(
            "mappings/deep/b.json",
            """{"mappings":[{"request":{"url":"/b"},"response":{"body":"1"}},{"request":{"url":"/b"},"response":{"body":"2"}}]}""");
        Write("mappings/notes.txt", "not a mapping");
        Write("__files/sub/a.txt", "from a file");
        await using var emulator = await Running.OnTestServer(Options());

        var before = (await emulator.Ask("/a"), await emulator.Ask("/worlds/w/b"));
        var ids = (await emulator.Mappings()).Select(mapping => mapping.GetProperty("id").GetString()).ToList();
        using var cleared = await emulator.Admin("DELETE", "/mappings");
        var empty = await emulator.Ask("/a");
        using var reset = await emulator.Admin("POST", "/reset");
        var after = await emulator.Ask("/a");
        using var clearedAgain = await emulator.Admin("DELETE", "/mappings");
        using var world = await emulator.Send("POST", "/_emulator/reset");

        before.Should().Be(("200 from a file", "200 2"));
        empty.Should().StartWith("404 ");
        after.Should().Be("200 from a file");
        (await emulator.Mappings()).Select(mapping => mapping.GetProperty("id").GetString()).Should().Equal(ids);
    }

    [Test]
    public async Task Without_a_folder_mappings_the_files_of_the_folder_itself_are_read()
    {
        Write("a.json", """{"request":{"url":"/a"},"response":{"body":"a"}}""");
        await using var emulator = await Running.OnTestServer(Options());

        (await emulator.Ask("/a")).Should().Be("200 a");
    }

    [TestCase("../mappings/a.json")]
    [TestCase("/etc/hostname")]
    [TestCase("nothing.txt")]
    [TestCase("sub")]
    [TestCase("")]
    [TestCase("a\\u0000b")]
    public async Task A_body_file_lies_in_its_folder_and_nowhere_else(string name)
    {
        Write("mappings/a.json", """{"request":{"url":"/a"}}""");
        Write("__files/sub/a.txt", "a");
        await using var emulator = await Running.OnTestServer(Options());

        using var refused = await emulator.Admin("POST", "/mappings", $$$"""{"response":{"bodyFileName":"{{{name}}}"}}""");

        ((int)refused.StatusCode).Should().Be(422);
        (await refused.Json()).GetProperty("pointer").GetString().Should().Be("/response/bodyFileName");
    }

    [TestCase("""{"request":{"urlx":"/a"}}""", "wrong.json: /request/urlx: \"/request/urlx\" is not known")]
    [TestCase("""{"mappings":[{"request":{"url":"/a"}},{"response":{"status":1}}]}""", "wrong.json: /mappings/1/response/status: ")]
    [TestCase("""{"requ""", "wrong.json: The body is not JSON")]
    [TestCase("[]", "wrong.json: ")]
    [TestCase("""{"id":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11"}""", "wrong.json: /id: Another mapping has the id")]
    public async Task A_wrong_file_stops_the_start_with_one_line(string content, string line)
    {
        Write("mappings/first.json", """{"id":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11"}""");
        Write("mappings/wrong.json", content);

        var start = async () => await Running.OnTestServer(Options());

        (await start.Should().ThrowAsync<OptionError>()).Which.Message
            .Should().StartWith("--stubs: ").And.Contain(line).And.NotContain("\n");
    }

    private EmulatorOptions Options() => new() { Dataset = "docs", Stubs = _folder };

    private void Write(string file, string content)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
