using System.Text.Json;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Tests.Recordings;

/// <summary>A client that reads everything that an emulator shows: lists, items, and what is below each item.</summary>
sealed class Crawl(Recorded client)
{
    private const string All = "resultLimit=500";
    private const string Includes = "includeTags=true&includeAttributes=true&includeLabels=true&includeAdditional=true";

    private static readonly string[] s_below =
        ["groups", "indicators", "tags", "securityLabels", "victims", "victimAssets", "tasks", "attributes"];

    private readonly List<string> _associations = [];
    private readonly List<string> _fileActions = [];
    private readonly Dictionary<string, string> _branches = new(StringComparer.OrdinalIgnoreCase);

    public async Task Everything()
    {
        await ThreatConnect();
        await ThreatWinds();
        await Deso();
    }

    private async Task ThreatConnect()
    {
        string[] lists =
        [
            "owners/mine", "owners/mine/members", "whoami",
            "types/associationTypes", "types/attributeTypes", "types/indicatorTypes?includeAdditional=true",
        ];
        foreach (var list in lists) await Data($"/v2/{list}");
        foreach (var type in await Items("/v2/types/associationTypes", "associationType"))
            (Text(type, "fileAction") == "true" ? _fileActions : _associations).Add(Text(type, "apiBranch"));
        foreach (var type in await Items("/v2/types/indicatorTypes", "indicatorType"))
            _branches[Text(type, "name")] = Text(type, "apiBranch");
        foreach (var owner in await Items("/v2/owners", "owner"))
        {
            await Data($"/v2/owners/{Text(owner, "id")}");
            await OfOwner($"owner={Uri.EscapeDataString(Text(owner, "name"))}");
        }
    }

    private async Task OfOwner(string owner)
    {
        foreach (var list in new[] { "groups", "indicators", "tasks", "victims" }) await Data($"/v2/{list}?{owner}&{All}&{Includes}");
        await Data($"/v2/indicators/observed?{owner}&{All}");
        await Data($"/v2/indicators/deleted?{owner}&{All}");
        foreach (var type in GroupType.All) await Data($"/v2/groups/{type.Branch}?{owner}&{All}");
        foreach (var branch in _branches.Values) await Data($"/v2/indicators/{branch}?{owner}&{All}");
        foreach (var group in await Items($"/v2/groups?{owner}&{All}", "group"))
            await Group(GroupType.Find(Text(group, "type"))!.Branch, Text(group, "id"));
        foreach (var indicator in await Items($"/v2/indicators?{owner}&{All}", "indicator"))
            await Indicator(_branches[Text(indicator, "type")], Text(indicator, "summary").Split(" : ")[0], owner);
        foreach (var task in await Items($"/v2/tasks?{owner}&{All}", "task"))
        {
            await Item($"/v2/tasks/{Text(task, "id")}", "");
            await Data($"/v2/tasks/{Text(task, "id")}/assignees");
            await Data($"/v2/tasks/{Text(task, "id")}/escalatees");
        }
        foreach (var victim in await Items($"/v2/victims?{owner}&{All}", "victim")) await Item($"/v2/victims/{Text(victim, "id")}", "");
        foreach (var list in new[] { ("tags", "tag"), ("securityLabels", "securityLabel") })
        {
            foreach (var label in await Items($"/v2/{list.Item1}?{owner}&{All}&detailed=true", list.Item2))
            {
                var path = $"/v2/{list.Item1}/{Uri.EscapeDataString(Text(label, "name"))}";
                await Data($"{path}?{owner}");
                foreach (var below in new[] { "groups", "indicators", "tasks", "victims" }) await Data($"{path}/{below}?{owner}&{All}");
            }
        }
    }

    private async Task Group(string type, string id)
    {
        await Item($"/v2/groups/{type}/{id}", "");
        if (type is "documents" or "reports" or "signatures") await client.Send("GET", $"/v2/groups/{type}/{id}/download");
        if (type is "reports") await client.Send("GET", $"/v2/groups/{type}/{id}/pdf");
        if (type is not "adversaries") return;
        await Data($"/v2/groups/adversaries/{id}/adversaryAssets");
        foreach (var kind in AdversaryAssetType.All)
        {
            var path = $"/v2/groups/adversaries/{id}/adversaryAssets/{kind.Branch}";
            foreach (var asset in await Items(path, kind.Entity)) await Data($"{path}/{Text(asset, "id")}");
        }
    }

    private async Task Indicator(string branch, string value, string owner)
    {
        var path = $"/v2/indicators/{branch}/{Uri.EscapeDataString(value)}";
        await Item(path, $"{owner}&");
        await Data($"{path}/owners?{owner}");
        foreach (var association in _associations) await Data($"{path}/associations/{association}/indicators/?{owner}");
        if (branch is "files") foreach (var action in _fileActions) await Data($"{path}/actions/{action}/indicators?{owner}");
        await Data($"{path}/observations?{owner}");
        await Data($"{path}/observationCount?{owner}");
        await Data($"{path}/falsePositive?{owner}");
        if (branch is "addresses") await Data($"{path}/dnsResolutions?{owner}");
        if (branch is "hosts") await Resolutions(path, owner);
        if (branch is "files")
            foreach (var seen in await Items($"{path}/fileOccurrences?{owner}", "fileOccurrence"))
                await Data($"{path}/fileOccurrences/{Text(seen, "id")}?{owner}");
    }

    /// <summary>An inactive address is in no list, but here.</summary>
    private async Task Resolutions(string host, string owner)
    {
        foreach (var resolution in await Items($"{host}/dnsResolutions?{owner}", "dnsResolution"))
            foreach (var address in resolution.GetProperty("addresses").EnumerateArray())
                await Data($"/v2/indicators/addresses/{Uri.EscapeDataString(Text(address, "ip"))}?{owner}&{Includes}");
    }

    /// <summary>An item with everything included, and everything below it.</summary>
    private async Task Item(string path, string query)
    {
        await Data($"{path}?{query}");
        await Data($"{path}?{query}{Includes}");
        foreach (var below in s_below) await Data($"{path}/{below}?{query}{All}");
        foreach (var attribute in await Items($"{path}/attributes?{query}{All}", "attribute"))
        {
            await Data($"{path}/attributes/{Text(attribute, "id")}?{query}includeAdditional=true");
            await Data($"{path}/attributes/{Text(attribute, "id")}/securityLabels?{query}");
        }
        if (!path.StartsWith("/v2/victims", StringComparison.Ordinal)) return;
        foreach (var kind in AssetType.All)
            foreach (var asset in (await Data($"{path}/victimAssets/{kind.Branch}")).SelectMany(Array))
                await Data($"{path}/victimAssets/{kind.Branch}/{Text(asset, "id")}");
    }

    private async Task ThreatWinds()
    {
        var ids = await Pages("/api/search/v1/entities");
        await Pages("/api/search/v1/relations");
        foreach (var id in ids)
        {
            await client.Send("GET", $"/api/search/v1/entity/{id}");
            await client.Send("GET", $"/api/search/v1/associations/{id}?limit=100");
            await client.Send("GET", $"/api/search/v1/entity/{id}/relations?limit=100");
            await client.Send("GET", $"/api/analytics/v1/entity/{id}/details");
            await client.Send("GET", $"/api/analytics/v1/entity/{id}/relations?levels=1");
            await client.Send("GET", $"/api/search/v1/comments/{id}");
        }
    }

    private async Task<IReadOnlyList<string>> Pages(string path)
    {
        var ids = new List<string>();
        for (var page = 0; ; page++)
        {
            using var list = JsonDocument.Parse(await client.Send("POST", $"{path}?limit=100&page={page}", "{}"));
            ids.AddRange(list.RootElement.GetProperty("results").EnumerateArray().Select(item => Text(item, "id")));
            if (page + 1 >= list.RootElement.GetProperty("pages").GetInt32()) return ids;
        }
    }

    private async Task Deso()
    {
        string[] keys =
        [
            .. client.Service.World.Store.Current.All(Profile.ByKey).All().Cast<Profile>()
                .Select(profile => profile.PublicKey.Text(Network.Testnet)),
        ];
        foreach (var key in keys)
        {
            await client.Send("POST", "/api/v0/get-single-profile", $$"""{"PublicKeyBase58Check":"{{key}}"}""");
            await Associations("user", $$"""{"TransactorPublicKeyBase58Check":"{{key}}","Limit":100}""");
            await Associations("post", $$"""{"TransactorPublicKeyBase58Check":"{{key}}","Limit":100}""");
        }
    }

    private async Task Associations(string kind, string query)
    {
        using var answer = JsonDocument.Parse(await client.Send("POST", $"/api/v0/{kind}-associations/query", query));
        if (!answer.RootElement.TryGetProperty("Associations", out var associations))
            throw new InvalidOperationException($"{query}: {answer.RootElement}");
        foreach (var one in associations.EnumerateArray())
        {
            await client.Send("GET", $"/api/v0/{kind}-associations/{Text(one, "AssociationID")}");
            if (!one.TryGetProperty("PostHashHex", out var hash)) continue;
            var post = $$"""{"PostHashHex":"{{hash.GetString()}}","FetchParents":true,"CommentLimit":10}""";
            await client.Send("POST", "/api/v0/get-single-post", post);
        }
    }

    private async Task<JsonElement[]> Items(string target, string key) =>
        [.. (await Data(target)).Where(member => member.Name == key).SelectMany(Array)];

    private async Task<JsonProperty[]> Data(string target)
    {
        using var answer = JsonDocument.Parse(await client.Send("GET", target));
        return answer.RootElement.Clone().TryGetProperty("data", out var data) ? [.. data.EnumerateObject()] : [];
    }

    private static IEnumerable<JsonElement> Array(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray() : [];

    private static string Text(JsonElement item, string member) => item.GetProperty(member).ToString();
}
