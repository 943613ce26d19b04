using System.Net.Http.Headers;
using System.Text.Json;
using Emulation.Apis.Deso;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Tests.Apis.Deso;
using Emulation.Tests.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Exports;

/// <summary>
/// Whatever was done through the APIs, the exported world that is imported elsewhere is the same: it holds the same, exports to the same
/// bytes, answers every list and item alike, and answers whatever is done next alike.
/// </summary>
class ExportLaws
{
    private const string Copy = "copy";

    [Test]
    public async Task A_world_that_was_written_to_comes_back_and_goes_on(
        [Values("docs", "docs-9", "demo")] string dataset, [Range(1, 3)] int seed)
    {
        var clock = new HandClock(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));
        var options = new EmulatorOptions { Dataset = dataset, Size = DemoSize.Default with { Nodes = 300 }, Auth = AuthMode.Off, Deso = new DesoOptions { Signatures = Signatures.Trust } };
        await using var emulator = await Running.OnKestrel(options, clock);
        var chance = new Random(seed);
        var writes = new RandomWrites(emulator.Apis, chance);
        for (var i = 0; i < 400; i++)
        {
            if (i % 20 == 0) clock.Advance(TimeSpan.FromHours(7));
            if (writes.Next(emulator.World.Store.Current) is { } wish) await RandomRequests.Send(emulator, wish, Worlds.Default);
        }

        var (graph, bytes) = (emulator.World.Store.Current, await Export(emulator, Worlds.Default));
        // A copy of everything else too, such as the counter of error ids.
        await RandomRequests.Sent(emulator, "POST", $"/_emulator/worlds/{Copy}", """{"from":{"world":"default"}}"""u8.ToArray(), Worlds.Default);
        (await RandomRequests.Sent(emulator, "POST", "/_emulator/import", bytes, Copy)).Should().StartWith("200");
        var copy = emulator.Emulator.Worlds.Find(Copy)!;

        copy.Store.Current.Should().NotBeSameAs(graph);
        GraphContent.Of(copy.Store.Current).Should().Equal(GraphContent.Of(graph));
        (await Export(emulator, Copy)).Should().Equal(bytes);
        await AnswersAlike(emulator, graph, chance);

        for (var i = 0; i < 150; i++)
        {
            if (writes.Next(emulator.World.Store.Current) is { } wish)
                (await RandomRequests.Send(emulator, wish, Copy)).Should().Be(await RandomRequests.Send(emulator, wish, Worlds.Default), "{0} {1}", wish.Method, wish.Target);
        }
        GraphContent.Of(copy.Store.Current).Should().Equal(GraphContent.Of(emulator.World.Store.Current));
    }

    private static async Task AnswersAlike(Running emulator, Graph graph, Random chance)
    {
        var fill = new PathFiller(graph, chance);
        foreach (var route in emulator.Apis.Where(api => !api.IsControl).SelectMany(api => api.Routes).Where(
            route => route is { Method: "GET", Handler: RouteHandler.Query }))
        {
            for (var i = 0; i < (route.Path.Contains('{', StringComparison.Ordinal) ? 6 : 1); i++)
            {
                if (fill.Fill(route.Path) is not { } target) break;
                var more = (target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "resultLimit=500&includes=additional&includeAttributes=true&includeTags=true&limit=100&sort=";
                var url = route.Path.StartsWith("/v2/", StringComparison.Ordinal) && i % 2 == 0 ? target + more : target;
                (await RandomRequests.Sent(emulator, "GET", url, null, Copy)).Should().Be(await RandomRequests.Sent(emulator, "GET", url, null, Worlds.Default), url);
            }
        }
        foreach (var (route, body) in Questions(graph))
            (await RandomRequests.Sent(emulator, "POST", route, body, Copy)).Should().Be(await RandomRequests.Sent(emulator, "POST", route, body, Worlds.Default), route);
    }

    private static IEnumerable<(string Route, byte[] Body)> Questions(Graph graph)
    {
        for (var user = 0; user < 3; user++)
        {
            var key = Wallet.Key(user);
            yield return ("/api/v0/user-associations/query", JsonBytes($$"""{"TransactorPublicKeyBase58Check":"{{key}}","Limit":100,"IncludeTransactorProfile":true}"""));
            yield return ("/api/v0/user-associations/query", JsonBytes($$"""{"TargetUserPublicKeyBase58Check":"{{key}}","Limit":100}"""));
            yield return ("/api/v0/post-associations/query", JsonBytes($$"""{"TransactorPublicKeyBase58Check":"{{key}}","Limit":100}"""));
            yield return ("/api/v0/get-single-profile", JsonBytes($$"""{"PublicKeyBase58Check":"{{key}}"}"""));
        }
        foreach (var post in graph.Nodes<Emulation.Graphs.Deso.Post>())
            yield return ("/api/v0/get-single-post", JsonBytes($$"""{"PostHashHex":"{{Convert.ToHexStringLower(post.Hash)}}","CommentLimit":20}"""));
        foreach (var search in new[] { "entities", "entities/history", "relations", "relations/history" })
            yield return ($"/api/search/v1/{search}?limit=100", "{}"u8.ToArray());
        foreach (var entity in graph.Nodes<Emulation.Graphs.ThreatWinds.Entity>())
            yield return ("/api/search/v1/entity", JsonBytes($$"""{"type":"{{entity.Type}}","value":"{{JsonEncodedText.Encode(entity.Value.Text)}}"}"""));
    }

    private static byte[] JsonBytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static async Task<byte[]> Export(Running emulator, string world)
    {
        using var response = await emulator.Send("GET", "/_emulator/export", null, (Worlds.Header, world));
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
