using System.Text;
using Emulation.Http;
using Emulation.Persistence;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence;

/// <summary><c>data check</c>, <c>compact</c>, <c>export</c> and <c>import</c>.</summary>
class DataCommandTests
{
    private const string Dataset = """{"format":1,"name":"mine","start":"2024-01-01T00:00:00Z","tags":[{"name":"imported"}]}""";

    [Test]
    public async Task Check_prints_what_there_is_of_each_world()
    {
        using var data = new DataDirectory();
        int nodes;
        await using (var emulator = await data.Start())
        {
            nodes = emulator.World.Store.Current.NodeCount;
            await Post(emulator, "/v2/tags", """{"name":"one more"}""", "one");
            await Post(emulator, "/v2/tags", """{"name":"and another"}""", "one");
            await Post(emulator, "/_emulator/snapshots/here", "{}", "one");
        }

        var (code, output, error) = await DataShell.Run("check", data.Name);

        (code, error).Should().Be((0, ""));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(3);
        lines[0].Should().StartWith($"world default: 0 records, {nodes} nodes, ").And.EndWith(", 0 snapshots, 0 bytes");
        lines[1].Should().StartWith($"world one: 3 records, {nodes + 2} nodes, ").And.Contain(", 1 snapshot, ");
        lines[2].Should().Be("ok");
    }

    [Test]
    public async Task Compact_keeps_states_in_place_of_changes()
    {
        using var data = new DataDirectory();
        byte[] before;
        await using (var emulator = await data.Start())
        {
            for (var i = 0; i < 300; i++)
            {
                await Post(emulator, "/v2/groups/incidents", """{"name":"gone","eventDate":"2024-01-01"}""");
                if (i % 10 == 0) await Post(emulator, "/_emulator/reset", "{}");
            }
            before = await Export(emulator);
        }
        var length = new FileInfo(data.File).Length;

        var (code, output, error) = await DataShell.Run("compact", data.Name);

        (code, error).Should().Be((0, ""));
        var now = new FileInfo(data.File).Length;
        output.Should().Be($"{data.Name}: {length} bytes before, {now} bytes now\n");
        now.Should().BeLessThan(length);
        (await DataShell.Run("check", data.Name)).Output.Should().StartWith("world default: 0 records, ").And.EndWith("ok\n");
        await using var again = await data.Start();
        (await Export(again)).Should().Equal(before);
    }

    [Test]
    public async Task Export_writes_what_the_export_route_answers()
    {
        using var data = new DataDirectory();
        byte[] expected;
        await using (var emulator = await data.Start())
        {
            await Post(emulator, "/v2/tags", """{"name":"only here"}""", "one");
            expected = await Export(emulator, "one");
        }
        var file = Path.Combine(data.Name, "export.json");

        var (code, output, _) = await DataShell.Run("export", data.Name, "--world", "one", "--out", file);

        (code, output).Should().Be((0, $"{file}: {expected.Length} bytes\n"));
        (await File.ReadAllBytesAsync(file)).Should().Equal(expected);
        (await DataShell.Refused("export", data.Name, "--world", "two"))
            .Should().EndWith("there is no world two; give one of default, one");
    }

    [Test]
    public async Task Import_replaces_the_data_of_a_world_that_is_made_if_need_be([Values("default", "new")] string world)
    {
        using var data = new DataDirectory();
        await using (await data.Start())
        {
            // Only makes the folder.
        }
        var file = await DatasetIn(data);

        var (code, output, error) = await DataShell.Run("import", data.Name, file, "--world", world);

        (code, output, error).Should().Be((0, $"world {world} of {data.Name} has the data of {file}\n", ""));
        await using var again = await data.Start();
        (await Status(again, "/v2/tags/imported", world)).Should().Be(200);
        (await Status(again, "/v2/tags/imported", "other")).Should().Be(404, "other worlds begin with the dataset");
    }

    [Test]
    public async Task Import_into_a_new_folder_makes_the_file_its_dataset()
    {
        using var data = new DataDirectory();
        var file = await DatasetIn(data);

        (await DataShell.Run("import", data.Name, file)).Code.Should().Be(0);

        await using var again = await data.Start(file);
        (await Status(again, "/v2/tags/imported", "any")).Should().Be(200);
        again.Log.ToString().Should().BeEmpty("the dataset is the one that was given");
    }

    [Test]
    public async Task A_file_that_is_no_dataset_changes_nothing()
    {
        using var data = new DataDirectory();
        var (file, folder) = (Path.Combine(data.Name, "dataset.json"), Path.Combine(data.Name, "new"));
        await File.WriteAllTextAsync(file, """{"format":2}""");

        (await DataShell.Refused("import", folder, file)).Should().Contain("this emulator reads format 1");

        Directory.Exists(folder).Should().BeFalse();
    }

    [Test]
    public async Task A_folder_without_data_is_refused_and_not_made([Values("check", "compact", "export")] string command)
    {
        using var data = new DataDirectory();
        var folder = Path.Combine(data.Name, "none");

        (await DataShell.Refused(command, folder)).Should().Be($"emulator: {folder} has no worlds.db; give a folder that --data has made");

        Directory.Exists(folder).Should().BeFalse();
    }

    [Test]
    public async Task A_folder_in_use_is_refused([Values("check", "compact", "export", "import")] string command)
    {
        using var data = new DataDirectory();
        var file = await DatasetIn(data);
        await using var emulator = await data.Start();

        string[] args = command == "import" ? [command, data.Name, file] : [command, data.Name];

        (await DataShell.Refused(args)).Should().Contain("is in use by another emulator; stop that one");
    }

    private static async Task<string> DatasetIn(DataDirectory data)
    {
        var file = Path.Combine(data.Name, "mine.json");
        await File.WriteAllTextAsync(file, Dataset);
        return file;
    }

    private static async Task Post(Running emulator, string target, string body, string world = Worlds.Default)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await emulator.Send("POST", target, content, (Worlds.Header, world));
    }

    private static async Task<byte[]> Export(Running emulator, string world = Worlds.Default)
    {
        using var answer = await emulator.Send("GET", "/_emulator/export", null, (Worlds.Header, world));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<int> Status(Running emulator, string target, string world)
    {
        using var answer = await emulator.Send("GET", target, null, (Worlds.Header, world));
        return (int)answer.StatusCode;
    }
}
