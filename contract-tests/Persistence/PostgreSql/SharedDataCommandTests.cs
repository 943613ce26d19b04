using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary><c>data</c> with the address of a database, also while emulators use it.</summary>
[CancelAfter(120_000)]
class SharedDataCommandTests
{
    private const string Dataset = """{"format":1,"name":"mine","start":"2024-01-01T00:00:00Z","tags":[{"name":"imported"}]}""";

    [Test]
    public async Task Check_and_export_read_what_a_running_emulator_has_answered()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var emulator = await Instances.Start(address);
        (await emulator.Tag("only here", "one")).Should().StartWith("201");
        using var data = new DataDirectory();
        var file = Path.Combine(data.Name, "one.json");

        var check = await DataShell.Run("check", address);
        var export = await DataShell.Run("export", address, "--world", "one", "--out", file);

        check.Error.Should().BeEmpty();
        check.Output.Should().MatchRegex("^world default: [0-9]+ nodes, [0-9]+ links, 0 snapshots\nworld one: [0-9]+ nodes, .*\nok\n$");
        export.Code.Should().Be(0, export.Error);
        (await emulator.Export("one")).Should().Be($"200 {await File.ReadAllTextAsync(file)}");
    }

    [Test]
    public async Task An_import_is_shown_by_a_running_emulator_and_prints_no_password()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var emulator = await Instances.Start(address);
        using var data = new DataDirectory();
        var file = Path.Combine(data.Name, "mine.json");
        await File.WriteAllTextAsync(file, Dataset);

        var (code, output, error) = await DataShell.Run("import", address, file, "--world", "new");

        code.Should().Be(0, error);
        output.Should().Be($"world new of {SharedServer.Server.Shown(address)} has the data of {file}\n");
        (await emulator.TagStatus("imported", "new")).Should().Be(200);
        (await emulator.TagStatus("imported", Worlds.Default)).Should().Be(404);
    }

    [Test]
    public async Task A_database_without_data_is_refused_and_left_empty([Values("check", "export")] string command)
    {
        var address = SharedServer.Server.NewDatabase();

        (await DataShell.Refused(command, address)).Should().Be(
            $"emulator: {SharedServer.Server.Shown(address)} has no data; give a database that --data has begun");
        (await DataShell.Refused(command, address)).Should().EndWith("give a database that --data has begun");
    }

    [Test]
    public async Task Compact_is_for_folders()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var emulator = await Instances.Start(address);

        (await DataShell.Refused("compact", address)).Should().Be(
            "emulator: compact: give a folder; emulators shorten the logs of a database themselves");
    }
}
