using System.Text.Json.Nodes;

namespace Compare.Sections;

/// <summary>An entity's neighbours and the graph around it: one with few neighbours at either size, and one with many.</summary>
static class ThreatWinds
{
    private const int Looked = 1000;

    public static async Task Run(Lab lab)
    {
        var (small, large) = (await lab.Small(), await lab.Large());
        var found = await Find(small, large);
        var (few, hub) = (found.Where(one => one.Small == one.Large).MaxBy(one => one.Small)!, found.MaxBy(one => one.Large)!);
        var micros = await BesideBare.Measure(lab, "ThreatWinds, relations (page of 100) and graph",
            $"Few: an entity with {few.Small} neighbours at either size. Hub: {Report.Whole(hub.Small)} neighbours, and {Report.Whole(hub.Large)} at the large size.",
        [
            Same(Relations("relations, few", few.Id)),
            Same(Graph("graph, levels=3, few", few.Id)),
            Same(Relations("relations, hub", hub.Id)),
            Same(Graph("graph, levels=3, hub", hub.Id)),
        ]);
        lab.Report.Measured(Figure.Hub, "relations", micros[2] / micros[0]);
        lab.Report.Measured(Figure.Hub, "graph", micros[3] / micros[1]);
    }

    private static Pair Same(Request request) => new(request, request);

    private static Request Relations(string name, string id) => Request.Tw(name, $"/api/search/v1/entity/{id}/relations?limit=100");

    private static Request Graph(string name, string id) => Request.Tw(name, $"/api/analytics/v1/entity/{id}/relations?levels=3");

    private static async Task<IReadOnlyList<Connected>> Find(Contender small, Contender large)
    {
        var page = await Asked.Json(small, Request.Tw("entities", $"/api/search/v1/entities?limit={Looked}") with { Method = "POST", Body = """{"query":{"match_all":{}}}""" });
        var found = new List<Connected>();
        foreach (var entity in page["results"]!.AsArray())
        {
            var id = entity!["id"]!.GetValue<string>();
            found.Add(new(id, await Count(small, id), await Count(large, id)));
        }
        return found;
    }

    private static async Task<int> Count(Contender emulator, string id) => (await Asked.Json(emulator, Relations("relations", id)))["items"]!.GetValue<int>();

    private sealed record Connected(string Id, int Small, int Large);
}
