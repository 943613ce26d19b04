using System.Buffers.Binary;
using Emulation.Persistence;
using Emulation.Tests.StartUp;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence;

/// <summary>A folder that cannot be used is refused with one line that names it; nothing begins empty in its place.</summary>
class DamageTests
{
    private const int FormatAt = 60;
    private const int ApplicationAt = 68;

    [Test]
    public async Task A_file_without_content_is_refused() =>
        await IsRefused(path => File.WriteAllBytes(path, []), "is damaged: it has 0 bytes");

    [Test]
    public async Task A_truncated_file_is_refused() =>
        await IsRefused(path => Truncate(path, new FileInfo(path).Length / 2), "is damaged");

    [Test]
    public async Task A_file_of_another_program_is_refused() =>
        await IsRefused(path => File.WriteAllText(path, new string('x', 5000)), "is not a file of this emulator");

    [Test]
    public async Task A_database_of_another_program_is_refused() =>
        await IsRefused(path => Change(path, ApplicationAt, 7), "is not a file of this emulator");

    [Test]
    public async Task A_file_of_a_later_format_is_refused() =>
        await IsRefused(path => Change(path, FormatAt, 2), "has the format 2, and this version reads 1");

    [Test]
    public async Task A_log_whose_database_is_missing_is_refused() =>
        await IsRefused(path => File.Move(path, path + "-wal", overwrite: true), "is damaged: it is missing, and its log is there");

    [Test]
    public async Task A_flipped_bit_in_a_kept_value_is_found()
    {
        await IsRefused(
            FlipInAValue,
            "is damaged: the checksum of a value is wrong");
    }

    [Test]
    public async Task A_folder_is_used_by_one_emulator_at_a_time()
    {
        using var data = new DataDirectory();
        await using var emulator = await data.Start();

        var second = async () => await data.Start();

        (await second.Should().ThrowAsync<OptionError>()).Which.Message.Should().Be(
            $"--data {data.Name}: is in use by another emulator; stop that one, or give another folder");
    }

    [Test]
    public async Task A_log_that_lost_its_end_is_refused_unless_a_power_failure_may_have_lost_it()
    {
        using var data = new DataDirectory();
        using var killed = await BitFlipTests.Killed(data, recordsOfACheckpoint: 1000);
        using (var log = new FileStream(killed.File + "-wal", FileMode.Open)) log.SetLength(log.Length / 2);

        var line = await DataShell.Refused("check", killed.Name);
        await using var relaxed = await Running.OnKestrel(killed.Options() with { DataSync = DataSync.Relaxed });

        line.Should().MatchRegex($"^emulator: --data: {killed.File} is damaged: it ends with change [0-9]+, and 60 were kept; ")
            .And.EndWith("or go on without the others with --data-sync relaxed");
        relaxed.Log.ToString().Should().MatchRegex("ends with change [0-9]+, and 60 were kept; the others are lost");
        await relaxed.DisposeAsync();
        (await DataShell.Run("check", killed.Name)).Code.Should().Be(0, "what is there now is all that is expected");
    }

    [Test]
    public async Task A_folder_without_its_database_is_refused()
    {
        using var data = new DataDirectory();
        await using (var emulator = await data.Start())
        {
            using var _ = await emulator.Send("POST", "/v2/tags", new StringContent("""{"name":"kept"}"""));
        }
        File.Delete(data.File);

        (await DataShell.Refused("check", data.Name)).Should().Be(
            $"emulator: --data: {data.File} is missing, and 1 changes were kept in it; put a backup in its place, or delete the folder");
    }

    [Test]
    public async Task A_process_says_what_is_wrong_in_one_line_before_anything_listens()
    {
        using var data = new DataDirectory();
        using var program = EmulatorProcess.Start("--port", "0", "--dataset", "docs", "--data", data.Name);
        await program.ReadyAddress();

        using (var second = EmulatorProcess.Start("--port", "0", "--data", data.Name))
            await second.Refused("is in use by another emulator; stop that one, or give another folder");
        using (var check = EmulatorProcess.Start("data", "check", data.Name))
            await check.Refused("is in use by another emulator; stop that one, or give another folder");
        program.Kill();
        await program.WaitForExitAsync();
        FlipInAValue(data.File);

        using (var damaged = EmulatorProcess.Start("--port", "0", "--data", data.Name)) await damaged.Refused($"{data.File} is damaged");
        using (var check = EmulatorProcess.Start("data", "check", data.Name)) await check.Refused($"{data.File} is damaged");
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        using var data = new DataDirectory();
        var file = Path.Combine(data.Name, "file");
        File.WriteAllText(file, "");

        var open = () => DataFolder.Open(data.Options() with { Data = Path.Combine(file, "below") });

        open.Should().Throw<OptionError>().Which.Message
            .Should().Contain("cannot be written").And.EndWith("give a folder that can be written to");
    }

    [Test]
    public async Task What_is_kept_comes_before_the_options()
    {
        using var data = new DataDirectory();
        await using (await data.Start("docs"))
        {
            // Only makes the folder.
        }

        await using var again = await data.Start("docs-2");

        again.Log.ToString().Should().Contain(
            $"--data {data.Name}: goes on with the dataset docs, seed 1; for another one give another folder");
    }

    private static async Task IsRefused(Action<string> damage, string message)
    {
        using var data = new DataDirectory();
        await using (var emulator = await data.Start())
        {
            using var _ = await emulator.Send("POST", "/v2/tags", new StringContent("""{"name":"kept"}"""));
        }
        damage(data.File);

        var start = async () => await Running.OnKestrel(data.Options());

        var line = (await start.Should().ThrowAsync<OptionError>()).Which.Message;
        line.Should().Contain(data.File).And.Contain(message).And.NotContain("\n");
        (await DataShell.Refused("check", data.Name)).Should().Be($"emulator: {line}");
    }

    private static void FlipInAValue(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf("\"put\":[{\"key\":"u8);
        bytes[at + "\"put\":[{\"key\":".Length] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private static void Truncate(string path, long length)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(length);
    }

    private static void Change(string path, int at, int value)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.Position = at;
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        file.Write(bytes);
    }
}
