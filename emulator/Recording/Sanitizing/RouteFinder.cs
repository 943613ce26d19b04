using Emulation.Graphs;
using Emulation.Http;
using Microsoft.AspNetCore.Http;

namespace Emulation.Recordings.Sanitizing;

/// <summary>Finds the API and the route of a request in the emulator's own tables.</summary>
/// <param name="apis">The APIs, without the control plane.</param>
/// <param name="only">The name of the API that all requests belong to; null: their paths say it.</param>
sealed class RouteFinder(IReadOnlyList<IApi> apis, string? only = null)
{
    public const string Outside = "outside";

    public IReadOnlyList<IApi> Apis => apis;

    /// <summary>The APIs that the emulator has.</summary>
    public static IReadOnlyList<IApi> AllApis() =>
        [.. ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds()).Where(api => !api.IsControl && api.Name != Outside)];

    public (string Api, Match Match) Find(string method, string rawTarget)
    {
        var target = Target.Parse(rawTarget);
        foreach (var api in apis)
        {
            if (only is not null && api.Name != only) continue;
            if (!api.Owns(CallOf(api, method, target))) continue;
            return (api.Name, target.Malformed ? Match.None : api.Find(method, target));
        }
        return (only ?? Outside, Match.None);
    }

    private static Call CallOf(IApi api, string method, Target target) => new()
    {
        Api = api,
        Graph = Graph.Empty(Model.Schema),
        Method = method,
        Target = target,
        Headers = new HeaderDictionary(),
        Now = default,
        MachineNow = default,
    };
}
