using System.Text.Json.Nodes;

namespace Compare.Sections;

/// <summary>Association queries that fill a page of 100 at either size.</summary>
static class Deso
{
    private const string Posts = "/api/v0/post-associations/query";
    private const string Reactions = """{"AssociationType":"REACTION"}""";

    public static async Task Run(Lab lab)
    {
        var (small, large) = (await lab.Small(), await lab.Large());
        var (type, prefix, value) = (Query("by type, first page", Reactions), Query("by prefix, first page", """{"AssociationTypePrefix":"REACT"}"""), Query("by type and value, first page", """{"AssociationType":"REACTION","AssociationValue":"LIKE"}"""));
        await BesideBare.Measure(lab, "DeSo, POST post-associations/query, pages of 100", null,
        [
            new(type, type),
            new(await LastPage(small), await LastPage(large)),
            new(prefix, prefix),
            new(value, value),
        ]);
    }

    private static Request Query(string name, string json) => Request.Post(name, Posts, json);

    /// <summary>What follows the hundredth from the end: the last one of the same page read backwards.</summary>
    private static async Task<Request> LastPage(Contender emulator)
    {
        var body = JsonNode.Parse(Reactions)!.AsObject();
        var backwards = body.DeepClone().AsObject();
        backwards["SortDescending"] = true;
        backwards["Limit"] = 100;
        var page = (await Asked.Json(emulator, Query("backwards", backwards.ToJsonString())))["Associations"]!.AsArray();
        body["LastSeenAssociationID"] = page[^1]!["AssociationID"]!.GetValue<string>();
        return Query("by type, last page", body.ToJsonString());
    }
}
