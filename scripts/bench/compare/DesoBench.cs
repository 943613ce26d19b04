using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Compare;

/// <summary>Pages of 100 associations by each accepted kind of filter, first and last, at 1,000,000 nodes beside 1,000.</summary>
sealed class DesoBench(Func<string[], Task<Contender>> start, string folder)
{
    private const string User = "/api/v0/user-associations/query";
    private const string Post = "/api/v0/post-associations/query";

    /// <summary>Name, requests a second at 1,000 and at 1,000,000.</summary>
    public async Task<IReadOnlyList<(string Name, double Small, double Large)>> Run(int nodes)
    {
        using var small = await start(["--mix", "deso=1", "--size", "1000"]);
        using var large = await start(["--mix", "deso=1", "--size", nodes.ToString(CultureInfo.InvariantCulture)]);
        var rows = new List<(string, double, double)>();
        foreach (var (name, path, filter) in await Filters(small))
        {
            var there = (await Filters(large)).Single(one => one.Name == name).Filter;
            foreach (var last in new[] { false, true })
            {
                var few = await Script(small, path, filter, last, "small.lua");
                var many = await Script(large, path, there, last, "large.lua");
                var figures = await Wrk.Interleaved(3, () => Wrk.Run(small.Url, 8, [], few, 1), () => Wrk.Run(large.Url, 8, [], many, 1));
                rows.Add(($"{name}, {(last ? "last" : "first")} page", figures[0], figures[1]));
            }
        }
        return rows;
    }

    private static async Task<IReadOnlyList<(string Name, string Path, JsonObject Filter)>> Filters(Contender emulator)
    {
        var user = (await Ask(emulator, Post, new JsonObject { ["AssociationType"] = "REACTION", ["Limit"] = 1 }))["Associations"]![0]!;
        var transactor = user["TransactorPublicKeyBase58Check"]!.GetValue<string>();
        var post = user["PostHashHex"]!.GetValue<string>();
        return
        [
            ("post: type", Post, new JsonObject { ["AssociationType"] = "REACTION" }),
            ("post: type prefix", Post, new JsonObject { ["AssociationTypePrefix"] = "REACT" }),
            ("post: type and value", Post, new JsonObject { ["AssociationType"] = "REACTION", ["AssociationValue"] = "LIKE" }),
            ("post: post", Post, new JsonObject { ["PostHashHex"] = post }),
            ("post: transactor", Post, new JsonObject { ["TransactorPublicKeyBase58Check"] = transactor }),
            ("user: transactor", User, new JsonObject { ["TransactorPublicKeyBase58Check"] = transactor }),
            ("user: target", User, new JsonObject { ["TargetUserPublicKeyBase58Check"] = transactor }),
        ];
    }

    private async Task<string> Script(Contender emulator, string path, JsonObject filter, bool last, string name)
    {
        var body = (JsonObject)filter.DeepClone();
        if (last)
        {
            var backwards = (JsonObject)filter.DeepClone();
            backwards["SortDescending"] = true;
            var page = (await Ask(emulator, path, backwards))["Associations"]!.AsArray();
            if (page.Count > 0) body["LastSeenAssociationID"] = page[^1]!["AssociationID"]!.GetValue<string>();
        }
        var file = Path.Combine(folder, name);
        var json = body.ToJsonString(new JsonSerializerOptions()).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, $"wrk.method = 'POST'\nwrk.path = '{path}'\nwrk.body = '{json}'\nwrk.headers['Content-Type'] = 'application/json'\n");
        return file;
    }

    private static async Task<JsonNode> Ask(Contender emulator, string path, JsonObject body)
    {
        using var client = new HttpClient();
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(emulator.Url + path), content);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
