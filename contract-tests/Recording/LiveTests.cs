using System.Text;
using Emulation.Apis.Deso;
using Emulation.Tests.StartUp;
using Emulation.Tests.Support;

namespace Emulation.Tests.Recordings;

/// <summary>A service is compared while requests pass.</summary>
[CancelAfter(120_000)]
class LiveTests
{
    private const string Profile = """{"PublicKeyBase58Check":"tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX"}""";

    [Test]
    public async Task A_service_that_is_the_same_is_exit_code_0()
    {
        await using var service = await Running.OnKestrel("docs");

        var (code, output) = await Compare(service.Address);

        code.Should().Be(0, output);
        output.Should().Contain("2 of 2 answers are the same");
    }

    [Test]
    public async Task A_service_with_a_difference_is_exit_code_1_and_the_difference_is_named()
    {
        var options = new EmulatorOptions { Dataset = "docs" };
        await using var service = await Running.OnKestrel(options with { Deso = options.Deso with { Fields = FieldList.Current } });

        var (code, output) = await Compare(service.Address);

        code.Should().Be(1, output);
        output.Should().Contain("member-missing at $.Profile.DAOCoinEntry.LockupTransferRestrictionStatus")
            .And.Contain("1 of 2 answers are the same; 1 difference of 1 kind");
    }

    [Test]
    public async Task A_service_that_is_away_is_exit_code_2()
    {
        Uri away;
        await using (var service = await Running.OnKestrel("docs")) away = service.Address;

        var (code, output) = await Compare(away);

        code.Should().Be(2, output);
        output.Should().Contain("no exchange could be compared");
    }

    private static async Task<(int Code, string Output)> Compare(Uri upstream)
    {
        using var program = EmulatorProcess.Start(
            "drift", "--upstream", upstream.ToString(), "--dataset", "docs", "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = await program.Address() };
            var output = Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
            using var health = await client.GetAsync("/api/v0/health-check");
            using var body = new StringContent(Profile, Encoding.UTF8, "application/json");
            using var profile = await client.PostAsync("/api/v0/get-single-profile", body);
            program.Signal();
            await program.WaitForExitAsync();
            return (program.ExitCode, string.Join('\n', await output));
        }
        finally
        {
            if (!program.HasExited) program.Kill();
        }
    }
}
