using System.Text.Json.Nodes;

namespace Compare;

/// <summary>What several sections ask, and how they find what to ask for.</summary>
static class Asked
{
    public const int Connections = 32;

    public static Request Host { get; } = Request.Tc("GET by id", "/api/v2/indicators/hosts/example.org");

    public static Request Page10 { get; } = Request.Tc("page of 10", "/api/v2/groups?resultLimit=10");

    public static Request Page100 { get; } = Request.Tc("page of 100", "/api/v2/groups?resultLimit=100");

    /// <summary>A group's item has no number such as 4.00, which peers that parse JSON would serve as 4.</summary>
    public static async Task<Request> Group(Contender emulator)
    {
        var page = await Json(emulator, Request.Tc("incidents", "/api/v2/groups/incidents?resultLimit=1"));
        return Request.Tc("GET by id", $"/api/v2/groups/incidents/{page["data"]!["incident"]![0]!["id"]}");
    }

    /// <summary>The page that ends with the last item.</summary>
    public static async Task<Request> LastPage(Contender emulator, string list)
    {
        var page = await Json(emulator, Request.Tc("count", $"{list}?resultLimit=1"));
        var count = page["data"]!["resultCount"]!.GetValue<int>();
        return Request.Tc("last page of 100", $"{list}?resultStart={Math.Max(0, count - 100)}&resultLimit=100");
    }

    public static async Task<JsonNode> Json(Contender emulator, Request request) => JsonNode.Parse(await emulator.Fetch(request))!;
}
