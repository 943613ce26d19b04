using System.Globalization;
using Emulation.Http;

namespace Emulation.Commands;

/// <summary>What <c>data check</c> prints of each world.</summary>
static class StoredWorldLines
{
    public static IEnumerable<string> Of(StoredWorlds stored)
    {
        var sizes = stored.Store?.Sizes();
        foreach (var world in stored.Worlds.All)
        {
            var graph = world.Store.Current;
            var links = graph.Schema.Relations.Sum(relation => (long)graph.Count(relation));
            var counts = $"{Count(graph.NodeCount, "node")}, {Count(links, "link")}, {Count(world.Snapshots.All.Count, "snapshot")}";
            if (sizes is null)
            {
                yield return $"world {world.Name}: {counts}";
                continue;
            }
            var size = sizes.GetValueOrDefault(world.Name);
            yield return $"world {world.Name}: {Count(size.Records, "record")}, {counts}, {Count(size.Bytes, "byte")}";
        }
    }

    private static string Count(long count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
}
