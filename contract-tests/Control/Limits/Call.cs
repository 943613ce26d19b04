using Emulation.Graphs;
using Emulation.Http;
using Emulation.Tests.Graphs;
using Emulation.Tests.Http;
using Emulation.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Control.Limits;

/// <summary>Requests of callers that are told apart by name alone.</summary>
static class Call
{
    private static readonly DateTimeOffset s_noon = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Emulation.Http.Call Of(int caller, int minutes)
    {
        var machine = new HandClock(s_noon);
        var worlds = new Worlds(new WorldParts(1, machine, () => new WorldClock(machine, () => null)), Graph.Empty(Small.Schema), 1);
        return new Emulation.Http.Call
        {
            Api = new FakeApi(),
            Graph = worlds.Dataset,
            Method = "GET",
            Target = Target.Parse("/any"),
            Headers = new HeaderDictionary(),
            Now = s_noon.AddMinutes(minutes),
            MachineNow = s_noon,
            Caller = new Caller($"caller {caller}", null),
        };
    }
}
