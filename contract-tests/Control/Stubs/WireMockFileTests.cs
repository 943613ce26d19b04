using System.Diagnostics;
using System.Text;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Stubs;

/// <summary>Mapping files as WireMock and its recorder write them, and files that must not be followed.</summary>
[CancelAfter(60_000)]
public class WireMockFileTests
{
    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("stubs").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCase("""{"id":"8a5a2b5e-57a0-4ea5-9f51-8c0f0f9d0001","uuid":"8a5a2b5e-57a0-4ea5-9f51-8c0f0f9d0001","request":{"url":"/a","method":"GET"},"response":{"status":200},"persistent":true,"insertionIndex":7}""", TestName = "ids and insertion index")]
    [TestCase("""{"request":{"url":"/a"},"response":{"status":"200","fromConfiguredStub":true},"metadata":{"a":1}}""", TestName = "status as text")]
    [TestCase("// a comment\n{\"request\":{\"url\":\"/a\"}, /* another */ \"response\":{\"status\":200}}", TestName = "comments")]
    [TestCase("{'request':{'url':'/a'},'response':{'status':200,'body':'it\\'s \"fine\"'}}", TestName = "single quotes")]
    [TestCase("\uFEFF{\"request\":{\"url\":\"/a\"},\"response\":{\"status\":200}}", TestName = "byte order mark")]
    [TestCase("""{"request":{"url":"/a"},"response":{"status":200,"headers":{"Content-Length":"99999","Transfer-Encoding":"chunked","X":"y"},"body":"short"}}""", TestName = "recorded framing")]
    [TestCase("""{"request":{"url":"/a"},"response":{"status":304,"headers":{"Content-Length":"5"}}}""", TestName = "length of 304")]
    public async Task A_file_that_WireMock_writes_or_reads_is_read(string mapping)
    {
        Write("mappings/a.json", mapping);
        await using var emulator = await Running.OnKestrel(Options());

        using var answer = await emulator.Send("GET", "/a");

        ((int)answer.StatusCode).Should().BeOneOf(200, 304);
    }

    [TestCase("POST", "/__admin/mappings", """{"request":{"url":"/a"},"response":{"status":200}}""", 201)]
    [TestCase("POST", "/_emulator/faults", """{"name":"a","effect":{"status":500}}""", 201)]
    [TestCase("PUT", "/_emulator/clock", """{"mode":"frozen","now":"2030-01-01T00:00:00Z"}""", 200)]
    [TestCase("POST", "/_emulator/worlds", """{"name":"a"}""", 201)]
    [TestCase("PUT", "/_emulator/deso/chain", """{"height":50}""", 200)]
    [TestCase("POST", "/v2/tasks", """{"name":"a"}""", 201)]
    public async Task A_byte_order_mark_is_skipped_in_every_body_of_ours(string method, string target, string body, int status)
    {
        await using var emulator = await Running.InProcess("docs");
        using var content = new ByteArrayContent([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)]);
        content.Headers.ContentType = new("application/json");

        using var answer = await emulator.Send(
            method, target, content, ("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I="));

        ((int)answer.StatusCode).Should().Be(status, await answer.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Deleting_all_mappings_with_a_body_is_refused_and_deletes_nothing()
    {
        await using var emulator = await Running.InProcess("docs");
        await emulator.Stub("""{"request":{"url":"/a"}}""");

        using var refused = await emulator.Admin("DELETE", "/mappings", """{"mappings":[]}""");

        ((int)refused.StatusCode).Should().Be(400);
        (await emulator.Mappings()).Should().HaveCount(1);
    }

    [Test]
    public async Task A_link_that_leads_out_of_the_folder_is_not_served()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("links need a privilege there");
        var secret = Path.Combine(Path.GetTempPath(), $"secret-{Path.GetFileName(_folder)}.txt");
        await File.WriteAllTextAsync(secret, "outside");
        Write("mappings/a.json", """{"request":{"url":"/a"}}""");
        Write("__files/inside.txt", "inside");
        File.CreateSymbolicLink(Path.Combine(_folder, "__files", "out.txt"), secret);
        File.CreateSymbolicLink(Path.Combine(_folder, "__files", "zero"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_folder, "__files", "in.txt"), Path.Combine(_folder, "__files", "inside.txt"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "__files", "up"), Path.GetTempPath());
        await using var emulator = await Running.InProcess(Options());

        foreach (var name in new[] { "out.txt", "zero", $"up/{Path.GetFileName(secret)}" })
        {
            using var refused = await emulator.Admin("POST", "/mappings", $$$"""{"response":{"bodyFileName":"{{{name}}}"}}""");
            ((int)refused.StatusCode).Should().Be(422, name);
        }
        await emulator.Stub("""{"request":{"url":"/in"},"response":{"bodyFileName":"in.txt"}}""");
        (await emulator.Ask("/in")).Should().Be("200 inside");
        File.Delete(secret);
    }

    [Test]
    public async Task A_mapping_that_is_a_link_to_a_device_is_one_line_at_the_start()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("links need a privilege there");
        Directory.CreateDirectory(Path.Combine(_folder, "mappings"));
        File.CreateSymbolicLink(Path.Combine(_folder, "mappings", "zero.json"), "/dev/zero");

        var refused = await FluentActions.Awaiting(() => Emulator.StartAsync(Options())).Should().ThrowAsync<OptionError>();

        refused.Which.Message.Should().StartWith("--stubs: ").And.Contain("zero.json").And.NotContain("\n");
    }

    [Test]
    public async Task A_pipe_among_the_body_files_is_refused_and_the_request_does_not_wait()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("there are no named pipes in folders");
        Directory.CreateDirectory(Path.Combine(_folder, "__files"));
        Write("__files/empty.txt", "");
        using (var made = Process.Start("mkfifo", [Path.Combine(_folder, "__files", "pipe")])) await made.WaitForExitAsync();
        await using var emulator = await Running.InProcess(Options());

        using var refused = await emulator.Admin("POST", "/mappings", """{"response":{"bodyFileName":"pipe"}}""");

        ((int)refused.StatusCode).Should().Be(422);
        await emulator.Stub("""{"request":{"url":"/empty"},"response":{"bodyFileName":"empty.txt"}}""");
        (await emulator.Ask("/empty")).Should().Be("200 ");
    }

    [Test]
    public async Task A_folder_that_links_lead_to_again_is_read_once()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("links need a privilege there");
        Write("mappings/below/a.json", """{"id":"8a5a2b5e-57a0-4ea5-9f51-8c0f0f9d0001","request":{"url":"/a"}}""");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "mappings", "below", "up"), Path.Combine(_folder, "mappings"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "mappings", "again"), Path.Combine(_folder, "mappings", "below"));

        await using var emulator = await Running.InProcess(Options());

        (await emulator.Mappings()).Should().HaveCount(1);
    }

    [Test]
    public async Task Recorded_headers_that_are_not_sent_are_one_line_in_the_log()
    {
        const string Framing = """{"request":{"url":"/a"},"response":{"body":"short","headers":{"Content-Length":"99999","Transfer-Encoding":"chunked","X":"y"}}}""";
        Write("mappings/a.json", Framing);
        Write("mappings/b.json", """{"request":{"url":"/b"},"response":{"body":"short","headers":{"Content-Length":"5"}}}""");
        await using var emulator = await Running.InProcess(Options());

        using var answer = await emulator.Send("GET", "/a");

        var line = emulator.Log.ToString().Split('\n').Single(one => one.Contains("--stubs", StringComparison.Ordinal));
        line.Should().Contain("a.json: /response/headers/Content-Length (Content-Length: 99999) and 1 more recorded headers are not sent");
        answer.Content.Headers.ContentLength.Should().Be(5);
        answer.Headers.TransferEncodingChunked.Should().NotBe(true);
    }

    [TestCase("HEAD", 200, 99999)]
    [TestCase("GET", 304, 99999)]
    [TestCase("GET", 200, 5)]
    public async Task A_recorded_length_is_sent_where_an_answer_has_no_body(string method, int status, int expected)
    {
        Write(
            "mappings/a.json",
            $$$"""{"request":{"url":"/a"},"response":{"body":"short","headers":{"Content-Length":"99999"},"status":{{{status}}} } }""");
        await using var emulator = await Running.OnKestrel(Options());

        using var answer = await emulator.Send(method, "/a");

        ((int)answer.StatusCode).Should().Be(status);
        answer.Content.Headers.ContentLength.Should().Be(expected);
    }

    private EmulatorOptions Options() => new() { Dataset = "docs", Urls = [], Stubs = _folder };

    private void Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
