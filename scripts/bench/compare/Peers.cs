using System.Text;
using System.Text.Json.Nodes;

namespace Compare;

/// <summary>A body that every contender serves: where, and its bytes.</summary>
sealed record Body(string Path, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}

/// <summary>Another mock server; null when it cannot be had.</summary>
sealed record Peer(string Name, Func<Task<Contender?>> Start);

/// <summary>The other mock servers, each told in its own words to serve the same bodies.</summary>
static class Peers
{
    public const string WireMockThousand = "WireMock, 1,000 stubs";
    public const string WireMockNet = "WireMock.Net, ";
    public const string WireMockNetThousand = WireMockNet + "1,000 mappings";

    public static IReadOnlyList<Peer> All(string folder, string modules, string published, IReadOnlyList<Body> bodies)
    {
        var (openApi, mockoon, database, compact) = (Path.Combine(folder, "openapi.json"), Path.Combine(folder, "mockoon.json"), Path.Combine(folder, "db.json"), Path.Combine(folder, "compact.js"));
        File.WriteAllText(openApi, OpenApi(bodies));
        File.WriteAllText(mockoon, Mockoon(bodies));
        File.WriteAllText(database, $"{{{string.Join(',', bodies.Select(body => $"\"{body.Path[1..]}\":{body.Text}"))}}}");
        // json-server indents what it serves; the others do not.
        File.WriteAllText(compact, "module.exports = (req, res, next) => { req.app.set('json spaces', 0); next() }");
        string Module(string path) => Path.Combine(modules, path);
        return
        [
            Java("WireMock, 10 stubs", 10),
            Java(WireMockThousand, 1000),
            .. WireMockNetPeers(folder, published, bodies),
            Node("Prism",       Module("@stoplight/prism-cli/dist/index.js"), "mock", openApi, "-p", "{port}", "-h", "127.0.0.1"),
            Node("Mockoon",     Module("@mockoon/cli/bin/run.js"), "start", "--data", mockoon, "--port", "{port}", "--hostname", "127.0.0.1", "--disable-log-to-file"),
            Node("json-server", Module("json-server/lib/cli/bin.js"), database, "--quiet", "--middlewares", compact, "--port", "{port}", "--host", "127.0.0.1"),
        ];

        Peer Node(string name, params string[] arguments) => new(name, () => Contender.Start(name, "node", arguments, bodies[0].Path));
        Peer Java(string name, int stubs)
        {
            var jar = Directory.Exists(Module("wiremock/build")) ? Directory.GetFiles(Module("wiremock/build"), "*.jar").FirstOrDefault() : null;
            var root = Path.Combine(folder, $"wiremock-{stubs}");
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "mappings")).FullName, "all.json"), Mappings.Around(stubs, bodies).ToJsonString());
            return new(name, () => Contender.Start(name, "java", ["-jar", jar ?? "none.jar", "--port", "{port}", "--bind-address", "127.0.0.1", "--no-request-journal", "--root-dir", root], bodies[0].Path));
        }
    }

    /// <summary>WireMock.Net keeps every request in its log by default; that can be bounded or switched off.</summary>
    private static IEnumerable<Peer> WireMockNetPeers(string folder, string published, IReadOnlyList<Body> bodies)
    {
        foreach (var (mappings, count) in new[] { (WireMockNet + "10 mappings", 10), (WireMockNetThousand, 1000) })
        {
            var file = Path.Combine(folder, $"wiremock-net-{count}.txt");
            var others = Enumerable.Range(0, count).Select(i => $"/other/{i}\t{{}}").ToList();
            others.InsertRange(count / 2, bodies.Select(body => $"{body.Path}\t{body.Text}"));
            File.WriteAllLines(file, others);
            foreach (var (log, entries) in new[] { ("log unbounded", "default"), ("log of 1,000", "1000"), ("no log", "0") })
            {
                var name = $"{mappings}, {log}";
                var program = Path.Combine(published, "wiremock-net", "wiremock-net.dll");
                yield return new(name, () => Contender.Start(name, "dotnet", [program, "{port}", file, entries], "/ready"));
            }
        }
    }

    private static string OpenApi(IReadOnlyList<Body> bodies) => new JsonObject
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject { ["title"] = "same bodies", ["version"] = "1" },
        ["paths"] = new JsonObject(bodies.Select(body => KeyValuePair.Create(body.Path, JsonNode.Parse(
            """{"get":{"responses":{"200":{"description":"the body","content":{"application/json":{"schema":{"type":"object"},"example":""" + body.Text + "}}}}}}")))),
    }.ToJsonString();

    private static string Mockoon(IReadOnlyList<Body> bodies) => new JsonObject
    {
        ["uuid"] = "b0d1e500-0000-4000-8000-000000000000",
        ["lastMigration"] = 33,
        ["name"] = "same bodies",
        ["port"] = 3000,
        ["routes"] = new JsonArray([.. bodies.Select((body, at) => new JsonObject
        {
            ["uuid"] = $"b0d1e500-0000-4000-8000-00000000001{at}",
            ["type"] = "http",
            ["method"] = "get",
            ["endpoint"] = body.Path[1..],
            ["responses"] = new JsonArray(new JsonObject
            {
                ["uuid"] = $"b0d1e500-0000-4000-8000-00000000002{at}",
                ["statusCode"] = 200,
                ["default"] = true,
                ["bodyType"] = "INLINE",
                ["body"] = body.Text,
                ["disableTemplating"] = true,
                ["headers"] = new JsonArray(new JsonObject { ["key"] = "Content-Type", ["value"] = "application/json" }),
            }),
        })]),
        ["rootChildren"] = new JsonArray([.. bodies.Select((_, at) => new JsonObject { ["type"] = "route", ["uuid"] = $"b0d1e500-0000-4000-8000-00000000001{at}" })]),
    }.ToJsonString();
}
