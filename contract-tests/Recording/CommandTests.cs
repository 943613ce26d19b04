using System.CommandLine;
using Emulation.Commands;
using Emulation.Recordings.Format;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>The commands as a person runs them: output and exit codes.</summary>
[CancelAfter(60_000)]
class CommandTests
{
    private readonly string _folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "recordings", TestContext.CurrentContext.Test.ID);

    [SetUp]
    public void Make() => Directory.CreateDirectory(_folder);

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_recording_of_the_same_emulator_has_no_drift()
    {
        var file = await Record("GET /v2/owners", "GET /v2/groups?resultLimit=2");

        var (code, output) = await Run("drift", file, "--dataset", "docs");

        code.Should().Be(0);
        output.Should().EndWith("2 of 2 answers are the same");
    }

    [Test]
    public async Task Drift_is_exit_code_1_until_it_is_accepted()
    {
        var file = await Record("GET /v2/groups?resultLimit=2");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(":160", ":170", StringComparison.Ordinal));
        var accepted = Path.Combine(_folder, "accepted.json");

        var (drift, report) = await Run("drift", file, "--dataset", "docs");
        var (accepting, acceptance) = await Run("drift", file, "--dataset", "docs", "--accept", accepted, "--reason", "more groups there");
        var (after, _) = await Run("drift", file, "--dataset", "docs", "--accept", accepted);

        (drift, accepting, after).Should().Be((1, 0, 0));
        acceptance.Should().StartWith($"{accepted}: 1 difference accepted").And.EndWith("1 of 1 answer is the same; 1 accepted");
        acceptance.Should().Contain("(accepted: more groups there)");
        report.Should().Contain("count at $.data.resultCount").And.Contain("recorded 170; found 160");
    }

    [Test]
    public async Task A_running_emulator_is_compared_in_a_world_of_its_own_that_is_deleted()
    {
        await using var emulator = await Running.OnKestrel("docs");
        var file = await Record("GET /v2/owners", """POST /v2/groups/incidents {"name":"a"}""");

        var (code, _) = await Run("drift", file, "--url", emulator.Address.ToString());

        code.Should().Be(0);
        emulator.Emulator.Worlds.All.Select(world => world.Name).Should().Equal("default");
        emulator.World.Store.Current.Version.Should().Be(emulator.Emulator.Worlds.Dataset.Version);
    }

    [Test]
    public async Task A_file_without_comparable_exchanges_is_exit_code_2()
    {
        var file = await Record();

        var (code, output) = await Run("drift", file, "--dataset", "docs");

        code.Should().Be(2);
        output.Should().Contain("0 of 0 answers");
    }

    [TestCase("drift: give a recording", "drift")]
    [TestCase("cannot be read", "drift", "missing.recording")]
    [TestCase("'ftp://x' is not allowed; give https://HOST", "record", "--upstream", "ftp://x", "--out", "a")]
    [TestCase("--out: give the file", "record", "--upstream", "https://x.example")]
    [TestCase("'x' is not an API; give one of threatconnect, deso, threatwinds", "record", "--upstream", "https://x.example", "--out", "a", "--api", "x")]
    [TestCase("cannot be read", "record", "--check", "missing.recording")]
    [TestCase("--rules: missing.json cannot be read", "record", "--rules", "missing.json")]
    [TestCase("--dataset: is for an emulator in this process", "drift", "a", "--url", "http://127.0.0.1:1", "--dataset", "docs")]
    public async Task A_wrong_option_is_one_line_that_says_what_is_allowed(string reason, params string[] args)
    {
        if (args is ["drift", "a", ..]) args[1] = await Record();

        var act = () => Run(args);

        (await act.Should().ThrowAsync<OptionError>()).Which.Message.Should().Contain(reason).And.NotContain("\n");
    }

    [Test]
    public async Task A_check_finds_what_slipped_through_and_shows_only_its_beginning()
    {
        var file = await Record("GET /v2/owners");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("TC-Token ***", "TC-Token marlena-vossberg-key", StringComparison.Ordinal));
        var words = Path.Combine(_folder, "words.txt");
        await File.WriteAllTextAsync(words, "Vossberg\n");

        var (clean, _) = await Run("record", "--check", await Record("GET /v2/owners"));
        var (code, output) = await Run("record", "--check", file, "--words", words);

        (clean, code).Should().Be((0, 1));
        output.Should().Contain("exchange 1, request header Authorization: secret").And.NotContain("marlena-vossberg");
    }

    private async Task<string> Record(params string[] requests)
    {
        var file = Path.Combine(_folder, $"{Directory.GetFiles(_folder).Length}.recording");
        await using var service = await Running.InProcess("docs");
        var recorded = new Recorded(service);
        foreach (var request in requests)
        {
            var parts = request.Split(' ', 3);
            await recorded.Send(parts[0], parts[1], parts.Length > 2 ? parts[2] : null);
        }
        using var writer = new RecordingWriter(File.Create(file), new RecordingHeader { Recording = 1, Started = Captured.Noon });
        foreach (var exchange in recorded.Exchanges) writer.Write(exchange);
        return file;
    }

    private static async Task<(int Code, string Output)> Run(params string[] args)
    {
        var root = new RootCommand { RecordCommand.Record(), DriftCommand.Drift(_ => null) };
        await using var output = new StringWriter();
        var code = await CommandLine.Invoke(root, args, new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString().ReplaceLineEndings("\n").TrimEnd());
    }
}
