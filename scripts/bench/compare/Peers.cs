using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Compare;

/// <summary>The other mock servers, each given the same bodies at <c>/item</c> and <c>/page</c>.</summary>
sealed class Peers(string folder, string modules, byte[] item, byte[] page)
{
    public IEnumerable<(string Name, Func<Task<Contender?>> Start)> All()
    {
        var openApi = Write("openapi.json", OpenApi());
        var database = Write("db.json", $"{{\"item\":{Encoding.UTF8.GetString(item)},\"page\":{Encoding.UTF8.GetString(page)}}}");
        yield return ("WireMock, 10 stubs", () => WireMock(10));
        yield return ("WireMock, 1,000 stubs", () => WireMock(1000));
        yield return ("Prism", () => Contender.Start("Prism", "node", [Bin("@stoplight/prism-cli/dist/index.js"), "mock", openApi, "-p", "{port}", "-h", "127.0.0.1"], "/item"));
        yield return ("Mockoon", () => Contender.Start("Mockoon", "node", [Bin("@mockoon/cli/bin/run.js"), "start", "--data", openApi, "--port", "{port}", "--hostname", "127.0.0.1", "--disable-log-to-file"], "/item"));
        yield return ("json-server", () => Contender.Start("json-server", "node", [Bin("json-server/lib/cli/bin.js"), database, "--port", "{port}", "--host", "127.0.0.1"], "/item"));
    }

    private Task<Contender?> WireMock(int stubs)
    {
        var root = Directory.CreateDirectory(Path.Combine(folder, $"wiremock-{stubs}", "mappings")).Parent!.FullName;
        var jar = Directory.GetFiles(Path.Combine(modules, "wiremock", "build"), "*.jar").FirstOrDefault() ?? "no.jar";
        var mappings = new JsonArray();
        for (var i = 0; i < stubs; i++)
        {
            if (i == stubs / 2)
            {
                mappings.Add(Stub("/item", item));
                mappings.Add(Stub("/page", page));
            }
            mappings.Add(Stub($"/other/{i}", "{}"u8.ToArray()));
        }
        File.WriteAllText(Path.Combine(root, "mappings", "all.json"), new JsonObject { ["mappings"] = mappings }.ToJsonString());
        return Contender.Start($"WireMock, {stubs} stubs", "java", ["-jar", jar, "--port", "{port}", "--bind-address", "127.0.0.1", "--no-request-journal", "--root-dir", root], "/item");
    }

    private static JsonObject Stub(string path, byte[] body) => new()
    {
        ["request"] = new JsonObject { ["method"] = "GET", ["urlPath"] = path },
        ["response"] = new JsonObject
        {
            ["status"] = 200,
            ["body"] = Encoding.UTF8.GetString(body),
            ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
        },
    };

    private string OpenApi() => new JsonObject
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject { ["title"] = "same bodies", ["version"] = "1" },
        ["paths"] = new JsonObject { ["/item"] = Operation(item), ["/page"] = Operation(page) },
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = false });

    private static JsonObject Operation(byte[] body) => new()
    {
        ["get"] = new JsonObject
        {
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject
                {
                    ["description"] = "the body",
                    ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" }, ["example"] = JsonNode.Parse(body) } },
                },
            },
        },
    };

    private string Bin(string path) => Path.Combine(modules, path);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
