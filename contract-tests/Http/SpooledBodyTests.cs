using System.Net;
using System.Text;
using System.Text.Json;
using Emulation.Tests.Persistence;
using Emulation.Tests.StartUp;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>A body that is too long for memory is read from a temporary file, with the same result.</summary>
class SpooledBodyTests
{
    private const int Megabyte = 1024 * 1024;

    [Test]
    public async Task A_dataset_of_more_than_64_MB_is_imported()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var imported = await Import(
            emulator, """{"format":1,"name":"large","start":"2024-01-01T00:00:00Z","tags":[{"name":"first"}""",
            """,{"name":"last"}]}""");

        imported.StatusCode.Should().Be(HttpStatusCode.OK, await imported.Content.ReadAsStringAsync());
        using var export = await emulator.Send("GET", "/_emulator/export");
        (await export.Content.ReadAsStringAsync()).Should().Contain("\"first\"").And.Contain("\"last\"");
    }

    [Test]
    public async Task A_fault_behind_64_MB_is_named_with_its_place()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var refused = await Import(
            emulator, """{"format":1,"start":"2024-01-01T00:00:00Z","tags":[{"name":"first"}""", "\n,{\"nam\":\"last\"}]}");

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("import(2): $.tags[1]");
    }

    [TestCase(66, TestName = "A_disk_that_is_full_at_the_beginning_of_a_large_body_is_named")]
    [TestCase(140, TestName = "A_disk_that_is_full_in_the_middle_of_a_large_body_is_named")]
    [CancelAfter(120_000)]
    public async Task A_disk_that_is_full_is_named(int megabytes)
    {
        using var disk = SmallDisk.Mount(megabytes < 100 ? 16 : 80);
        using var program = EmulatorProcess.Start(["--port", "0", "--dataset", "docs", "--auth", "off"], ("TMPDIR", disk.Folder));
        using var client = new HttpClient { BaseAddress = await program.ReadyAddress() };
        var before = await client.GetStringAsync("/_emulator/export");
        var (files, room) = (Directory.GetFileSystemEntries(disk.Folder), new DriveInfo(disk.Folder).AvailableFreeSpace);
        using var body = Spaced(megabytes, """{"format":1,"name":"large","start":"2024-01-01T00:00:00Z","tags":[]""", "}");

        using var refused = await client.PostAsync("/_emulator/import", body);

        refused.StatusCode.Should().Be(HttpStatusCode.InsufficientStorage);
        refused.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsByteArrayAsync());
        problem.RootElement.GetProperty("code").GetString().Should().Be("insufficient-storage");
        problem.RootElement.GetProperty("detail").GetString().Should().Contain($"{disk.Folder}/ has no room for it").And.Contain("TMPDIR");
        (await client.GetStringAsync("/_emulator/export")).Should().Be(before);
        Directory.GetFileSystemEntries(disk.Folder).Should().Equal(files);
        new DriveInfo(disk.Folder).AvailableFreeSpace.Should().Be(room, "the temporary file is gone");
        program.Kill();
    }

    [Test]
    public async Task Memory_is_returned_once_after_large_imports_and_not_after_small_ones()
    {
        var (count, returned) = (0, new TaskCompletionSource());
        var options = new EmulatorOptions
        {
            Dataset = "docs",
            ReturnMemory = () =>
            {
                Interlocked.Increment(ref count);
                returned.TrySetResult();
            },
        };
        await using var emulator = await Running.InProcess(options);
        const string Begin = """{"format":1,"name":"large","start":"2024-01-01T00:00:00Z","tags":[]""";

        foreach (var megabytes in (int[])[1, 1, 33, 33])
        {
            using var imported = await emulator.Send("POST", "/_emulator/import", Spaced(megabytes, Begin, "}"));
            imported.StatusCode.Should().Be(HttpStatusCode.OK);
        }
        await returned.Task.WaitAsync(TimeSpan.FromSeconds(30));

        count.Should().Be(1);
    }

    /// <summary>Between the two parts are more spaces than stay in memory.</summary>
    private static Task<HttpResponseMessage> Import(Running emulator, string begin, string end) =>
        emulator.Send("POST", "/_emulator/import", Spaced(66, begin, end));

    private static ByteArrayContent Spaced(int megabytes, string begin, string end)
    {
        var body = new byte[(megabytes * Megabyte) + begin.Length + end.Length];
        body.AsSpan().Fill((byte)' ');
        Encoding.ASCII.GetBytes(begin).CopyTo(body, 0);
        Encoding.ASCII.GetBytes(end).CopyTo(body, body.Length - end.Length);
        return new ByteArrayContent(body);
    }
}
