using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Recordings.Replays;

/// <summary>Assets of victims and adversaries: lists show their value as a name, a single one the members of its type.</summary>
static class ImpliedAssets
{
    public static bool IsOfVictim(string member) => member == "victimAsset" || AssetType.All.Any(type => type.Entity == member);

    public static bool IsOfAdversary(string member) =>
        member == "bucketAsset" || AdversaryAssetType.All.Any(type => type.Entity == member);

    /// <summary>The address of its page names the victim; the item in the path is linked to the asset.</summary>
    public static void AddOfVictim(ImpliedRows victims, JsonElement item, ImpliedPlace place)
    {
        if (ImpliedRows.Text(item, "id") is not { } id || ImpliedRows.Text(item, "webLink") is not { } link) return;
        if (AssetType.All.FirstOrDefault(known => known.Name == ImpliedRows.Text(item, "type")) is not { } type) return;
        if (ImpliedPlace.InQuery(link, "victim") is not { } victim || victims.Find(victim) is not { } owner) return;
        var asset = Asset(owner, id, type.Branch);
        ImpliedRows.Copy(item, asset, "name=value", $"{type.Main}=value");
        if (type.Detail is { } detail) ImpliedRows.Copy(item, asset, $"{detail}=detail");
        if (place.Row is { } row && row != owner) ImpliedRows.AddTo(row, "victimAssets", JsonNode.Parse(id)!);
    }

    public static void AddOfAdversary(JsonElement item, ImpliedPlace place)
    {
        if (place is not { Array: "groups", Row: { } adversary } || ImpliedRows.Text(item, "id") is not { } id) return;
        if (AdversaryAssetType.All.FirstOrDefault(known => known.Name == ImpliedRows.Text(item, "type")) is not { } type) return;
        ImpliedRows.Copy(item, Asset(adversary, id, type.Branch), "name=value", $"{type.Member}=value");
    }

    private static JsonObject Asset(JsonObject row, string id, string type)
    {
        var known = (row["assets"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(one => one["id"]!.ToJsonString() == id);
        if (known is not null) return known;
        var asset = new JsonObject { ["id"] = JsonNode.Parse(id), ["type"] = type };
        ImpliedRows.AddTo(row, "assets", asset);
        return asset;
    }
}
