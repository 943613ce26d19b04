using Generated.Control.Models;

namespace GeneratedClients;

/// <summary>Worlds, the clock, faults and recorded requests: list, page, create, get, delete.</summary>
static class ControlRun
{
    public static async Task Drive(World world)
    {
        var emulator = world.Control.Emulator;

        var made = await emulator.Worlds["generated-fork"].PostAsync(new ForkWorld { From = new WorldOrigin { World = world.WorldName } });
        Check.That(made is { Name: "generated-fork", Nodes: > 0 }, "the world is created");
        var worlds = await emulator.Worlds.GetAsync();
        Check.That(worlds?.WorldsProp?.Any(one => one.Name == "generated-fork") == true, "the world is listed");
        await emulator.Worlds["generated-fork"].DeleteAsync();
        await Check.Refused<Problem>(() => emulator.Worlds["generated-fork"].GetAsync(), 404);

        var clock = await emulator.Clock.PutAsync(new SetClock { Mode = SetClock_mode.Frozen, Now = "2024-05-01T12:00:00Z" });
        Check.That(clock?.Now == new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero), "the clock stands still");
        await emulator.Clock.PutAsync(new SetClock { Mode = SetClock_mode.Real });

        var rule = new FaultRule { Effect = new FaultEffect { Status = 503 }, When = new FaultSchedule { Nth = 1_000_000 } };
        var put = await emulator.Faults["generated"].PutAsync(rule);
        Check.That(put?.Rule?.Effect?.Status == 503 && put.Strikes == 0, "the fault rule is created");
        await emulator.Faults["generated"].DeleteAsync();
        var faults = await emulator.Faults.GetAsync();
        Check.That(faults?.FaultsProp?.Count == 0, "the fault rule is deleted");

        var requests = await emulator.Requests.GetAsync(request => request.QueryParameters.Limit = 1);
        Check.That(requests?.Total is not null && requests.Requests?.Count <= 1, "the requests are listed");
    }
}
