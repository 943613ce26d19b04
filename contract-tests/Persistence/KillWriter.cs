using System.Globalization;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Tests.Persistence;

/// <summary>One connection that writes until the program is killed. Names are its own, so that it knows what each write changes.</summary>
sealed class KillWriter(KilledProgram program, ExpectedItems expected, int round, int number)
{
    public const int Count = 8;

    private const int HostsOfABatch = 20;
    private const int FirstWithWorlds = 6;
    private const int WithResets = 7;
    private const string WorldWithResets = "w4";
    private const string WorldWithClock = "w1";

    private static readonly DateTimeOffset s_clock = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_worlds = [Worlds.Default, WorldWithClock, "w2", "w3"];

    private readonly Random _chance = new((round * Count) + number);
    private readonly List<Item> _own = [];
    private int _writes;

    public List<Write> Answered { get; } = [];

    /// <summary>The write that was not answered; null: the last one was.</summary>
    public Write? Pending { get; private set; }

    public List<(string World, long Id)> Ids { get; } = [];

    public static IEnumerable<KillWriter> All(KilledProgram program, ExpectedItems expected, int round) =>
        Enumerable.Range(0, Count).Select(number => new KillWriter(program, expected, round, number));

    public async Task Run()
    {
        try
        {
            while (true) await Next();
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }

    private Task Next()
    {
        var world = number == WithResets ? WorldWithResets : s_worlds[_chance.Next(s_worlds.Length)];
        return _chance.Next(12) switch
        {
            0 or 1 => Incident(world),
            2 or 3 => Batch(world),
            4 => Fault(world),
            5 => Snapshot(world),
            6 when number == 0 => Clock(),
            6 or 7 when number == FirstWithWorlds => World(),
            6 when number == WithResets => Reset(),
            8 or 9 when _own.Count > 0 => Delete(),
            _ => Tag(world),
        };
    }

    private string Name(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{round}-{number}-{_writes++}");

    private Task Tag(string world)
    {
        var tag = new Item(world, ItemKind.Tag, Name("tag"));
        return Put(tag, 201, "POST", "/v2/tags", $$"""{"name":"{{tag.Name}}"}""");
    }

    private async Task Incident(string world)
    {
        var incident = new Item(world, ItemKind.Incident, Name("incident"));
        var body = $$"""{"name":"{{incident.Name}}","eventDate":"2024-01-01"}""";
        var answer = await Send(new Write([incident], []), 201, "POST", "/v2/groups/incidents", world, body);
        // A reset gives the same ids again.
        if (number != WithResets) Ids.Add((world, answer.GetProperty("data").GetProperty("incident").GetProperty("id").GetInt64()));
    }

    private async Task Batch(string world)
    {
        var made = await Send(new Write([], []), 201, "POST", "/v2/batch", world,
            """{"version":"V2","owner":"Example Org","haltOnError":"false","action":"Create","attributeWriteType":"Append"}""");
        var (id, name) = (made.GetProperty("data").GetProperty("batchId").GetInt64(), Name("host"));
        Item[] hosts = [.. Enumerable.Range(0, HostsOfABatch).Select(host => new Item(world, ItemKind.Host, $"h{host}.{name}.example"))];
        var rows = string.Join(',', hosts.Select(host => $$"""{"type":"Host","summary":"{{host.Name}}"}"""));
        await Send(new Write(hosts, []), 202, "POST", $"/v2/batch/{id}", world, $$"""{"indicator":[{{rows}}]}""");
        await Send(new Write([], []), 200, "GET", $"/v2/batch/{id}", world);
    }

    private Task Fault(string world)
    {
        // A few, because every request is compared with all of them.
        var fault = new Item(world, ItemKind.Fault, $"fault-{number}-{_chance.Next(3)}");
        var body = $$"""{"name":"{{fault.Name}}","match":{"path":"/v2/never"},"effect":{"status":503} }""";
        return Put(fault, 201, "PUT", $"/_emulator/faults/{fault.Name}", body);
    }

    private Task Snapshot(string world)
    {
        var snapshot = new Item(world, ItemKind.Snapshot, $"snapshot-{number}");
        return Put(snapshot, 201, "POST", $"/_emulator/snapshots/{snapshot.Name}", null);
    }

    /// <summary>Something that this writer put there before.</summary>
    private Task Delete()
    {
        var item = _own[_chance.Next(_own.Count)];
        _own.RemoveAll(other => other == item);
        var (target, status) = item.Kind switch
        {
            ItemKind.Tag => ($"/v2/tags/{item.Name}", 200),
            ItemKind.Fault => ($"/_emulator/faults/{item.Name}", 204),
            _ => ($"/_emulator/snapshots/{item.Name}", 204),
        };
        return Send(new Write([], [item]), status, "DELETE", target, item.World);
    }

    private Task Clock()
    {
        var before = expected.In(WorldWithClock).Concat(Answered.SelectMany(write => write.Put)).Where(item => item.Kind == ItemKind.Clock);
        var moment = s_clock.AddDays(round).AddSeconds(_writes++).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var write = new Write([new Item(WorldWithClock, ItemKind.Clock, moment)], [.. before.TakeLast(1)]);
        return Send(write, 200, "PUT", "/_emulator/clock", WorldWithClock, $$"""{"mode":"frozen","now":"{{moment}}"}""");
    }

    private async Task World()
    {
        var world = new Item(Name("x"), ItemKind.World, "");
        var tag = new Item(world.World, ItemKind.Tag, "tag");
        await Send(new Write([world], []), 201, "PUT", $"/_emulator/worlds/{world.World}", Worlds.Default);
        await Send(new Write([tag], []), 201, "POST", "/v2/tags", world.World, """{"name":"tag"}""");
        if (_chance.Next(10) > 0)
            await Send(new Write([], [world, tag]), 204, "DELETE", $"/_emulator/worlds/{world.World}", Worlds.Default);
    }

    /// <summary>Only this writer uses the world, so it knows what the reset removes. Snapshots stay.</summary>
    private Task Reset()
    {
        var there = expected.In(WorldWithResets).ToHashSet();
        foreach (var write in Answered)
        {
            there.UnionWith(write.Put);
            there.ExceptWith(write.Removed);
        }
        there.RemoveWhere(item => item.Kind is ItemKind.Snapshot or ItemKind.World);
        _own.RemoveAll(item => item.Kind != ItemKind.Snapshot);
        return Send(new Write([], [.. there]), 200, "POST", "/_emulator/reset", WorldWithResets);
    }

    private async Task Put(Item item, int status, string method, string target, string? body)
    {
        await Send(new Write([item], []), status, method, target, item.World, body);
        _own.Add(item);
    }

    private async Task<JsonElement> Send(Write write, int status, string method, string target, string world, string? body = null)
    {
        if (write.Put.Count + write.Removed.Count > 0) Pending = write;
        var answer = await program.Write(method, target, world, body);
        // Setting what is there already is answered 200.
        var found = method == "PUT" && answer.Status == 200 ? status : answer.Status;
        found.Should().Be(status, "{0} {1} of {2}: {3}", method, target, world, answer.Body);
        if (Pending is not null) Answered.Add(write);
        Pending = null;
        return answer.Body;
    }
}
