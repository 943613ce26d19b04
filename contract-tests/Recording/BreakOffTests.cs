using Emulation.Recordings.Format;
using Emulation.Tests.Persistence;
using Emulation.Tests.StartUp;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>
/// The recording program is killed, or its disk is full, while a client sends: its file is readable up to the last whole exchange.
/// </summary>
[CancelAfter(120_000)]
class BreakOffTests
{
    private const string Token = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=";
    private const int Clients = 4;

    // The queue, and the exchanges that are being put into it and written.
    private const int MostWaiting = 256 + Clients + 1;

    private const int FewestAnswers = 400;
    private const int MostAnswers = 800;

    private readonly string _folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "killed", TestContext.CurrentContext.Test.ID);

    [SetUp]
    public void Make() => Directory.CreateDirectory(_folder);

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task The_file_of_a_killed_recording_is_readable(int round)
    {
        await using var service = await Running.OnKestrel("docs");
        var file = Path.Combine(_folder, "killed.recording");
        using var program = EmulatorProcess.Start(
            "record", "--upstream", service.Address.ToString(), "--out", file, "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await program.Address() };
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Token);
            var answers = 0;
            var last = new Random(round).Next(FewestAnswers, MostAnswers);

            await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Send(client, () =>
            {
                if (Interlocked.Increment(ref answers) == last + 1) program.Kill();
            })));
            await program.WaitForExitAsync();

            var recording = RecordingReader.Read(file);
            recording.Exchanges.Select(exchange => (int)exchange.Number)
                .Should().Equal(Enumerable.Range(1, recording.Exchanges.Count));
            recording.Exchanges.Where(exchange => exchange.Response.Status != 200 || !exchange.Response.Body!.Text!.EndsWith('}'))
                .Should().BeEmpty();
            recording.Exchanges.Count.Should().BeGreaterThanOrEqualTo(answers - MostWaiting);
            recording.Exchanges.Count.Should().BeLessThanOrEqualTo(answers + Clients);
        }
        finally
        {
            if (!program.HasExited) program.Kill();
        }
    }

    [Test]
    public async Task A_full_disk_ends_the_recording_with_the_last_whole_exchange_and_one_line_that_says_so()
    {
        using var disk = SmallDisk.Mount(megabytes: 1);
        await using var service = await Running.OnKestrel("docs");
        var file = Path.Combine(disk.Folder, "full.recording");
        using var program = EmulatorProcess.Start(
            "record", "--upstream", service.Address.ToString(), "--out", file, "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await program.Address() };
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Token);
            var error = program.StandardError.ReadToEndAsync();

            await Send(client, () => { });
            await program.WaitForExitAsync();

            var recording = RecordingReader.Read(file);
            recording.IsCut.Should().BeFalse();
            recording.Exchanges.Should().NotBeEmpty().And.AllSatisfy(exchange => exchange.Response.Body!.Text.Should().EndWith("}"));
            (await error).TrimEnd().Should().StartWith($"emulator: {file}: cannot be written (")
                .And.EndWith($"it ends after {recording.Exchanges.Count} exchanges").And.NotContain("\n");
            program.ExitCode.Should().Be(2);
        }
        finally
        {
            if (!program.HasExited) program.Kill();
        }
    }

    /// <summary>Sends until the connection breaks off.</summary>
    private static async Task Send(HttpClient client, Action answered)
    {
        try
        {
            while (true)
            {
                using var response = await client.GetAsync("/api/v2/groups?resultLimit=20");
                answered();
            }
        }
        catch (HttpRequestException)
        {
            // The program was killed.
        }
    }
}
