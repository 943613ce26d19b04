using Emulation.Http;
using Emulation.Persistence;
using Emulation.Persistence.PostgreSql;
using Emulation.Seeding.Records;
using Emulation.Tests.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>States replace the oldest records; what follows from them is the same.</summary>
[CancelAfter(120_000)]
class CheckpointTests
{
    private const int RecordsOfACheckpoint = 5;

    [Test]
    public async Task A_world_that_is_behind_a_checkpoint_goes_on_from_its_state()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Start(address);
        await using var second = await Follower.Begin(address);
        await first.Tag("early", "one");
        await second.Log.FollowNow("one");
        second.Sequence("one").Should().Be(1);

        await WriteUntilShortened(first, address);
        await first.Tag("late", "one");
        await second.Log.FollowNow("one");

        second.Export("one").Should().Equal(ExportTests.Export(first.Emulator.World("one").Store.Current));
        second.LastKey("one").Should().Be(first.Emulator.World("one").Store.Current.LastKey);
    }

    [Test]
    public async Task A_start_goes_on_from_states_and_the_records_after_them_with_snapshots()
    {
        var address = SharedServer.Server.NewDatabase();
        string export;
        await using (var first = await Start(address))
        {
            await first.Tag("before the snapshot", "one");
            await first.Sent("POST", "/_emulator/snapshots/first", "one");
            await WriteUntilShortened(first, address);
            await first.Tag("late", "one");
            export = await first.Export("one");
        }

        await using var again = await Start(address);

        (await again.Export("one")).Should().Be(export);
        (await again.Sent("POST", "/_emulator/snapshots/first/restore", "one")).Should().StartWith("200");
        (await again.TagStatus("before the snapshot", "one")).Should().Be(200);
        (await again.TagStatus("late", "one")).Should().Be(404);
    }

    [Test]
    public async Task A_whole_graph_to_which_nothing_refers_any_more_is_removed()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Start(address);
        await first.Sent("POST", "/_emulator/import", "gone", """{"format":1,"name":"a","start":"2024-01-01T00:00:00Z"}""");
        await first.Sent("POST", "/_emulator/import", "kept",
            """{"format":1,"name":"b","start":"2024-01-01T00:00:00Z","tags":[{"name":"imported"}]}""");
        Count(address, "graph WHERE last").Should().Be(3);
        await first.Sent("DELETE", "/_emulator/worlds/gone");

        await WriteUntilShortened(first, address);
        while (Count(address, "graph WHERE last") > 2) await WriteUntilShortened(first, address);

        await using var again = await Start(address);
        (await again.TagStatus("imported", "kept")).Should().Be(200);
    }

    [Test]
    public async Task Nothing_of_a_deleted_world_is_kept_but_its_number()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Start(address);
        await WriteUntilShortened(first, address);

        await first.Sent("DELETE", "/_emulator/worlds/one");

        Count(address, "state WHERE world = 'one'").Should().Be(0);
        Count(address, "record WHERE world = 'one'").Should().Be(1);
    }

    private static Task<Running> Start(string address) =>
        Running.OnKestrel(Instances.Options(address) with { Keep = options => SharedData.Open(options, RecordsOfACheckpoint) });

    /// <summary>Checkpoints are made while writes go on, so they go on until one has been made.</summary>
    private static async Task WriteUntilShortened(Running emulator, string address)
    {
        var before = Count(address, "state", "coalesce(max(seq), 0)");
        for (var i = 0; Count(address, "state", "coalesce(max(seq), 0)") == before; i++)
        {
            TestContext.CurrentContext.CancellationToken.ThrowIfCancellationRequested();
            (await emulator.Tag($"tag {before} {i}", "one")).Should().StartWith("201");
        }
    }

    private static long Count(string address, string from, string what = "count(*)") =>
        long.Parse(SharedServer.Server.Scalar(address, $"SELECT {what} FROM api_emulator.{from}")!);

    /// <summary>An instance that follows only when the test says so.</summary>
    private sealed class Follower(Running emulator, Database database, LogContext context) : IAsyncDisposable
    {
        public SharedLog Log { get; } = new(context, readsNewest: true);

        public static async Task<Follower> Begin(string address)
        {
            var emulator = await Running.InProcess("docs");
            var database = new Database(DatabaseUrl.Parse(address));
            await using var connection = await database.Connect();
            var dataset = new GraphRecords().Build(Schema.GraphParts(connection, database.Name, 0));
            var availability = new Availability(database, line => throw new AssertionException(line));
            var bases = new Bases(dataset, () => 1);
            return new Follower(
                emulator, database, new LogContext(database, emulator.Emulator.Worlds, bases, new PartTexts(), availability));
        }

        public long Sequence(string world) => context.Shared.Of(world).Sequence;

        public byte[] Export(string world) => ExportTests.Export(context.Worlds.Find(world)!.Store.Current);

        public int LastKey(string world) => context.Worlds.Find(world)!.Store.Current.LastKey;

        public async ValueTask DisposeAsync()
        {
            await emulator.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
