using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence;

/// <summary>While changes cannot be kept they are refused in the shape of each API, and reads go on.</summary>
class StoreFailureTests
{
    private const string Association = """{"Transactor":1}""";

    [TestCase("POST", "/v2/tags", """{"name":"new"}""", """{"status":"Failure","message":"The emulator cannot keep changes now"}""")]
    [TestCase("POST", "/api/v0/submit-transaction", Association, """{"error":"The emulator cannot keep changes now"}""")]
    [TestCase("POST", "/api/auth/v2/session", "{}", null)]
    [TestCase("POST", "/_emulator/snapshots/new", null, null)]
    public async Task A_change_is_refused_with_503_in_the_shape_of_its_api(string method, string target, string? body, string? expected)
    {
        var store = new FailingStore();
        await using var emulator = await Running.OnKestrel(store.Options);
        store.IsFailing = true;

        using var refused = await Send(emulator, method, target, body);

        ((int)refused.StatusCode).Should().Be(503, await refused.Content.ReadAsStringAsync());
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        if (expected is not null) (await refused.Content.ReadAsStringAsync()).TrimEnd().Should().Be(expected);
    }

    [Test]
    public async Task Reads_go_on_and_changes_are_accepted_again_when_they_can_be_kept()
    {
        var store = new FailingStore();
        await using var emulator = await Running.OnKestrel(store.Options);
        store.IsFailing = true;
        (await Status(emulator, "POST", "/v2/tags", """{"name":"refused"}""")).Should().Be(503);

        (await Status(emulator, "GET", "/v2/tags", null)).Should().Be(200);
        (await Status(emulator, "GET", "/v2/tags/refused", null)).Should().Be(404, "a refused change changes nothing");
        (await Status(emulator, "GET", "/_emulator/info", null)).Should().Be(200);
        store.IsFailing = false;

        (await Status(emulator, "POST", "/v2/tags", """{"name":"accepted"}""")).Should().Be(201);
        (await Status(emulator, "GET", "/v2/tags/accepted", null)).Should().Be(200);
    }

    private static async Task<int> Status(Running emulator, string method, string target, string? body)
    {
        using var answer = await Send(emulator, method, target, body);
        return (int)answer.StatusCode;
    }

    private static Task<HttpResponseMessage> Send(Running emulator, string method, string target, string? body) =>
        emulator.Send(method, target, body is null ? null : new StringContent(body, null, "application/json"));

    /// <summary>Keeps nothing, and fails when a test says so.</summary>
    private sealed class FailingStore : IKeptWorlds, IWorldLog
    {
        public EmulatorOptions Options => new() { Dataset = "docs", Auth = AuthMode.Off, Keep = _ => this };

        public string? Notice => null;

        public bool IsFailing { get; set; }

        public Task<Dataset> Load(Func<Task<Dataset>> dataset) => dataset();

        public ValueTask<IWorldLog> Restore(Worlds worlds, Action<string> notice) => new(this);

        public ValueTask<bool> Change(World world, Func<Graph, Graph> change)
        {
            if (!IsFailing) world.Store.Write(graph => (change(graph), true));
            return new(!IsFailing);
        }

        public async ValueTask<bool> ChangeAll(Func<ValueTask> change)
        {
            if (!IsFailing) await change();
            return !IsFailing;
        }

        public ValueTask<bool> Follow(string world) => new(true);

        public ValueTask<bool> FollowAll() => new(true);

        public void Write(Utf8JsonWriter json)
        {
            json.WriteString("file", "none");
            json.WriteNumber("sequence", 0);
            json.WriteNumber("recordsSinceCheckpoint", 0);
            json.WriteNumber("bytes", 0);
            json.WriteBoolean("failing", IsFailing);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
