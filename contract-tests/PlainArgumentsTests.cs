namespace Emulation.Tests;

/// <summary>What is read without the parser reads as the parser reads it.</summary>
public class PlainArgumentsTests
{
    [TestCase]
    [TestCase("--urls", "http://127.0.0.1:0")]
    [TestCase("--size", "10", "--seed", "7", "--dataset", "docs", "--auth", "any", "--world-idle", "0s", "--mix", "deso=1")]
    public async Task Options_with_their_values_read_as_the_parser_reads_them(params string[] arguments)
    {
        var joined = arguments.Chunk(2).Select(pair => $"{pair[0]}={pair[1]}").ToArray();

        PlainArguments.Of(arguments).Should().NotBeNull();
        (await Read(arguments)).Should().BeEquivalentTo(await Read(arguments.Length == 0 ? ["--seed=1"] : joined));
    }

    [TestCase("routes")]
    [TestCase("--help")]
    [TestCase("--size")]
    [TestCase("--size=1")]
    [TestCase("--size", "-1")]
    [TestCase("--size", "")]
    [TestCase("--size", "@file")]
    [TestCase("--Size", "1")]
    [TestCase("--bogus", "1")]
    [TestCase("--size", "1", "--size", "2")]
    [TestCase("--deso-quirk-repeated-posts", "on")]
    [TestCase("routes", "x")]
    public void Anything_else_is_left_to_the_parser(params string[] arguments) => PlainArguments.Of(arguments).Should().BeNull();

    private static async Task<EmulatorOptions> Read(string[] arguments)
    {
        EmulatorOptions? read = null;
        var code = await CommandLine.Run(arguments, Serve, _ => { }, _ => { }, _ => Task.FromResult(0));
        code.Should().Be(0);
        return read!;

        Task<int> Serve(EmulatorOptions options)
        {
            read = options;
            return Task.FromResult(0);
        }
    }
}
