using System.Text.Json.Nodes;

namespace Compare;

/// <summary>Stubs in WireMock's dialect.</summary>
static class Mappings
{
    /// <summary>So many on other paths, with those that match in their middle.</summary>
    public static JsonObject Around(int others, IReadOnlyList<Body> bodies)
    {
        var mappings = new JsonArray();
        for (var i = 0; i < others; i++)
        {
            if (i == others / 2)
                foreach (var body in bodies) mappings.Add(Stub(body.Path, body.Text));
            mappings.Add(Stub($"/other/{i}", "{}"));
        }
        return new JsonObject { ["mappings"] = mappings };
    }

    private static JsonObject Stub(string path, string body) => new()
    {
        ["request"] = new JsonObject { ["method"] = "GET", ["urlPath"] = path },
        ["response"] = new JsonObject { ["status"] = 200, ["body"] = body, ["headers"] = new JsonObject { ["Content-Type"] = "application/json" } },
    };
}
