using Emulation.Persistence;
using Emulation.Tests.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence;

/// <summary>A bit that is another one is found, or changes nothing: a start never shows other data without a word.</summary>
class BitFlipTests
{
    private static readonly string[] s_worlds = ["default", "one", "two"];

    [TestCase("worlds.db", 60)]
    [TestCase("worlds.db-wal", 25)]
    [TestCase("worlds.db-last", 15)]
    public async Task A_flipped_bit_is_found_or_changes_nothing(string name, int flips)
    {
        using var data = new DataDirectory();
        using var killed = await Killed(data, recordsOfACheckpoint: 20);
        var expected = await Exports(killed);
        var (chance, found) = (new Random(1), 0);
        for (var flip = 0; flip < flips; flip++)
        {
            using var damaged = killed.Copy();
            Flip(Path.Combine(damaged.Name, name), chance);
            try
            {
                (await Exports(damaged)).Should().Equal(expected, "nothing was said");
            }
            catch (OptionError fault)
            {
                found++;
                fault.Message.Should().Contain(damaged.Name).And.NotContain("\n");
                (await DataShell.Refused("check", damaged.Name)).Should().Be($"emulator: {fault.Message}");
            }
        }
        found.Should().BePositive();
        TestContext.Out.WriteLine($"{name}: {found} of {flips} flips were found, the others change nothing");
    }

    /// <summary>The files of an emulator that was killed: some of what it kept is in the database, some in the write-ahead log.</summary>
    internal static async Task<DataDirectory> Killed(DataDirectory data, int recordsOfACheckpoint)
    {
        await using var emulator = await Running.OnKestrel(
            data.Options() with { Keep = given => DataFolder.Open(given, recordsOfACheckpoint) });
        for (var i = 0; i < 60; i++)
        {
            using var content = new StringContent($$"""{"name":"tag {{i}}"}""");
            using var _ = await emulator.Send("POST", "/v2/tags", content, ("X-Emulator-World", s_worlds[i % s_worlds.Length]));
        }
        return data.Copy();
    }

    private static async Task<string[]> Exports(DataDirectory data)
    {
        // A start changes files.
        using var copy = data.Copy();
        try
        {
            await using var emulator = await Running.InProcess(copy.Options());
            return [.. s_worlds.Select(world => Convert.ToHexString(ExportTests.Export(emulator.Emulator.World(world).Store.Current)))];
        }
        catch (OptionError fault)
        {
            throw new OptionError(fault.Message.Replace(copy.Name, data.Name, StringComparison.Ordinal));
        }
    }

    private static void Flip(string path, Random chance)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
        File.WriteAllBytes(path, bytes);
    }
}
