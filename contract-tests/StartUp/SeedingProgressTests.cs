using Emulation.Tests.Support;

namespace Emulation.Tests.StartUp;

[CancelAfter(120_000)]
class SeedingProgressTests
{
    [Test]
    public async Task A_large_dataset_shows_each_step_on_standard_error_and_its_end()
    {
        using var program = EmulatorProcess.Start("--urls", "http://127.0.0.1:0", "--size", "400000");
        await program.ReadyAddress();
        program.Signal();

        var error = await program.StandardError.ReadToEndAsync();

        error.Should().MatchRegex("seeding: \\d+ %, ").And.Contain("seeding: ready");
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Should().OnlyContain(line => line.StartsWith("seeding: ", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_small_dataset_shows_none()
    {
        using var program = EmulatorProcess.Start("--urls", "http://127.0.0.1:0", "--dataset", "docs");
        await program.ReadyAddress();
        program.Signal();

        (await program.StandardError.ReadToEndAsync()).Should().BeEmpty();
    }
}
