using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>The database is stopped, or killed, and started again under emulators that use it.</summary>
[CancelAfter(120_000)]
class OutageTests
{
    private static readonly string[] s_lines = ["cannot be reached", "is reached again"];

    [Test]
    public async Task Without_the_database_the_apis_answer_503_in_their_own_shapes_and_recover_by_themselves()
    {
        using var server = PostgresServer.Start();
        var address = server.NewDatabase();
        await using var emulator = await Instances.Start(address);
        await emulator.Tag("before");

        server.Down();

        await Refuses(emulator, "POST", "/v2/tags", "\"status\":\"Failure\"", """{"name":"lost"}""");
        await Refuses(emulator, "GET", "/v2/tags/before", "\"status\":\"Failure\"");
        await Refuses(emulator, "POST", "/api/v0/get-single-profile", "\"error\":", """{"Username":"any"}""");
        await Refuses(emulator, "GET", "/api/search/v1/entities/simple", "{");
        await Refuses(emulator, "PUT", "/_emulator/clock", "\"code\"", """{"mode":"frozen"}""");
        (await emulator.Sent("GET", "/_emulator/health/live")).Should().StartWith("200");
        (await emulator.Sent("GET", "/_emulator/info")).Should().Contain("\"failing\":true").And.NotContain("word");

        server.Up();

        await Until(async () => (await emulator.Tag("after"))[..3] == "201");
        (await emulator.TagStatus("before")).Should().Be(200);
        (await emulator.TagStatus("lost")).Should().Be(404);
        (await emulator.Sent("GET", "/_emulator/clock")).Should().Contain("real");
        Lines(emulator).Should().Equal(s_lines);
        emulator.Log.ToString().Should().Contain(server.Shown(address)).And.NotContain("word");
    }

    [Test]
    public async Task With_local_reads_only_changes_wait_for_the_database()
    {
        using var server = PostgresServer.Start();
        var address = server.NewDatabase();
        await using var emulator = await Running.OnKestrel(Instances.Options(address) with { ReadsNewest = false });
        await emulator.Tag("before");

        server.Down();

        (await emulator.TagStatus("before")).Should().Be(200);
        (await emulator.Tag("lost")).Should().StartWith("503");
        (await emulator.TagStatus("before")).Should().Be(200);

        server.Up();

        await Until(async () => (await emulator.Tag("after"))[..3] == "201");
    }

    [Test]
    public async Task With_local_reads_changes_of_another_instance_arrive_by_notifications()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Running.OnKestrel(Instances.Options(address) with { ReadsNewest = false });

        await first.Tag("told", "one");

        await Until(async () => await second.TagStatus("told", "one") == 200);
    }

    [Test]
    public async Task What_was_answered_before_the_server_was_killed_is_there_afterwards([Range(1, 2)] int seed)
    {
        using var server = PostgresServer.Start();
        var address = server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Instances.Start(address);
        var (chance, answered) = (new Random(seed), new List<(string World, string Name, bool IsMade)>());
        for (var round = 0; round < 3; round++)
        {
            var kill = chance.Next(20, 150);
            var count = 0;
            var writers = Enumerable.Range(0, 8).Select(async writer =>
            {
                List<(string World, string Name, bool IsMade)> mine = [];
                for (var i = 0; ; i++)
                {
                    var (emulator, world, name) = (writer % 2 == 0 ? first : second, $"w{(writer + i) % 3}", $"t-{round}-{writer}-{i}");
                    var status = (await emulator.Tag(name, world))[..3];
                    if (status is "201") mine.Add((world, name, true));
                    // The outcome is unknown; what a reader sees first must stay.
                    else if (status is "503") return (mine, (world, name));
                    else throw new AssertionException($"The status is {status}.");
                    if (Interlocked.Increment(ref count) == kill) server.Kill();
                }
            });
            var unknown = new List<(string World, string Name)>();
            foreach (var (mine, last) in await Task.WhenAll(writers))
            {
                answered.AddRange(mine);
                unknown.Add(last);
            }
            server.Up();
            await Until(async () => await first.TagStatus("none") == 404 && await second.TagStatus("none") == 404);
            foreach (var (world, name) in unknown)
                answered.Add((world, name, await first.TagStatus(name, world) == 200));
        }

        await using var third = await Instances.Start(address);
        foreach (var emulator in (Running[])[first, second, third])
            foreach (var (world, name, isMade) in answered)
                (await emulator.TagStatus(name, world)).Should().Be(isMade ? 200 : 404, "of {0} in {1}", name, world);
    }

    private static IEnumerable<string> Lines(Running emulator) => emulator.Log.ToString().Split('\n')
        .SelectMany(line => s_lines.Where(part => line.Contains(part, StringComparison.Ordinal)));

    private static async Task Refuses(Running emulator, string method, string target, string shape, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await emulator.Send(method, target, content);

        ((int)response.StatusCode).Should().Be(503, "of {0}", target);
        response.Headers.GetValues("Retry-After").Should().Equal("1");
        (await response.Content.ReadAsStringAsync()).Should().Contain(shape);
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        while (!await isSo()) TestContext.CurrentContext.CancellationToken.ThrowIfCancellationRequested();
    }
}
