using System.Text;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence;

/// <summary>Disks that are full or read-only.</summary>
[CancelAfter(120_000)]
class DiskTests
{
    [Test]
    public async Task A_disk_without_room_for_a_new_folder_is_named()
    {
        using var disk = SmallDisk.Mount(megabytes: 2);
        using var data = new DataDirectory(Path.Combine(disk.Folder, "data"));
        disk.Fill();

        var start = async () => await data.Start();

        (await start.Should().ThrowAsync<OptionError>()).Which.Message.Should().Be(
            $"--data: the disk of {data.File} is full; make room, or give a folder on another disk");
    }

    [Test]
    public async Task Changes_are_refused_while_the_disk_is_full_and_kept_when_there_is_room_again()
    {
        using var disk = SmallDisk.Mount(megabytes: 8);
        using var data = new DataDirectory(Path.Combine(disk.Folder, "data"));
        await using (var emulator = await data.Start())
        {
            (await Tag(emulator, "before")).Should().Be(201);
            var filler = disk.Fill();
            var written = await Until(503, emulator, "full");

            (await Get(emulator, "/v2/tags/before")).Should().Be(200);
            using (var refused = await Sent(emulator, "POST", "/v2/tags", """{"name":"refused"}"""))
            {
                (await refused.Content.ReadAsStringAsync()).Should().Be(
                    """{"status":"Failure","message":"The emulator cannot keep changes now"}""");
                refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
            }
            File.Delete(filler);
            (await Until(201, emulator, "again")).Should().BePositive();
            emulator.Log.ToString().Should().Contain($"--data: the disk of {data.File} is full; make room").And.Contain("are kept in");
            written.Should().BePositive();
        }

        await using var restarted = await data.Start();
        (await Get(restarted, "/v2/tags/before")).Should().Be(200);
        (await Get(restarted, "/v2/tags/again-1")).Should().BeOneOf(200, 404);
    }

    [Test]
    public async Task A_read_only_folder_is_refused_by_a_start_and_by_the_commands()
    {
        using var disk = SmallDisk.Mount(megabytes: 8);
        using var data = new DataDirectory(Path.Combine(disk.Folder, "data"));
        await using (await data.Start())
        {
            // Only makes the folder.
        }
        disk.MakeReadOnly();

        var start = async () => await data.Start();

        var line = (await start.Should().ThrowAsync<OptionError>()).Which.Message;
        line.Should().Contain($"--data: {data.Name} cannot be written (").And.EndWith("give a folder that can be written to");
        string[] commands = ["check", "compact", "export"];
        foreach (var command in commands) (await DataShell.Refused(command, data.Name)).Should().Contain(line);
    }

    /// <summary>Writes tags until one is answered with a status; how many were sent.</summary>
    private static async Task<int> Until(int status, Running emulator, string name)
    {
        for (var sent = 1; ; sent++)
        {
            if (await Tag(emulator, $"{name}-{sent}") == status) return sent;
            TestContext.CurrentContext.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task<int> Tag(Running emulator, string name)
    {
        using var answer = await Sent(emulator, "POST", "/v2/tags", $$"""{"name":"{{name}}","description":"{{new string('x', 2000)}}"}""");
        return (int)answer.StatusCode;
    }

    private static async Task<int> Get(Running emulator, string target)
    {
        using var answer = await emulator.Send("GET", target);
        return (int)answer.StatusCode;
    }

    private static Task<HttpResponseMessage> Sent(Running emulator, string method, string target, string body) =>
        emulator.Send(method, target, new StringContent(body, Encoding.UTF8, "application/json"));
}
