using System.Text.Json;
using Emulation.Graphs.ThreatConnect;
using Emulation.Tests.Support;

namespace Emulation.Tests.Seeding;

/// <summary>
/// Finds, for a documented GET path, values of its parameters for which the answer has at least one item: each value is taken from what the
/// emulator answers to the path before it.
/// </summary>
/// <param name="emulator">The emulator to search.</param>
/// <param name="isOld">The data ended long before the world's clock: observations are requested by their day.</param>
sealed class DocumentedPaths(Straight emulator, bool isOld = false)
{
    private const int MostTries = 1000;

    private static readonly string[] s_groupTypes = [.. GroupType.All.Select(type => type.Branch)];
    private static readonly string[] s_indicatorTypes = [.. IndicatorTypes.BuiltIn.All.Select(type => type.Branch)];
    private static readonly string[] s_assetTypes = [.. AssetType.All.Select(type => type.Branch)];
    private static readonly string[] s_associationTypes =
        [.. AssociationTypes.BuiltIn.All.Where(type => !type.FileAction).Select(type => type.Branch)];

    /// <summary>Members that name an item in a path, the first that an item has.</summary>
    private static readonly string[] s_values =
        ["ip", "address", "hostName", "text", "md5", "sha1", "sha256", "summary", "AS Number", "Block", "Mutex",
        "Key Name", "User Agent String", "Hashtag", "Subject"];

    private readonly Dictionary<string, string[]> _listed = new(StringComparer.Ordinal);

    /// <summary>Null when there is none.</summary>
    public string? Find(string path)
    {
        var tries = 0;
        return Find("/api", path.Trim('/').Split('/'), 0, path.EndsWith('/') ? "/" : "", ref tries);
    }

    /// <summary>
    /// Whether an answer has an item: an element of an array, an object that is no array's envelope, or bytes that are no JSON.
    /// </summary>
    public static bool HasItem(int status, string body)
    {
        if (status is not (200 or 202)) return false;
        if (body.Length == 0 || body[0] is not ('{' or '[')) return body.Length > 0;
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array) return root.GetArrayLength() > 0;
        var data = root.TryGetProperty("data", out var inner) ? inner : root;
        var arrays = data.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array).ToList();
        return arrays.Count > 0
            ? arrays.Exists(member => member.Value.GetArrayLength() > 0)
            : data.EnumerateObject().Any(member => member.Value.ValueKind == JsonValueKind.Object);
    }

    private string? Find(string prefix, string[] segments, int at, string end, ref int tries)
    {
        if (at == segments.Length)
        {
            var target = prefix + end;
            tries++;
            var (status, body) = emulator.Ask("GET", target + Query(target));
            return HasItem(status, body) ? target : null;
        }
        if (segments[at][0] != '{') return Find($"{prefix}/{segments[at]}", segments, at + 1, end, ref tries);
        foreach (var value in Values(segments[at].Trim('{', '}'), prefix))
        {
            if (Find($"{prefix}/{Uri.EscapeDataString(value)}", segments, at + 1, end, ref tries) is { } found) return found;
            if (tries > MostTries * segments.Length) return null;
        }
        return null;
    }

    private string[] Values(string parameter, string prefix) => parameter switch
    {
        "type" or "indicatorType" or "associatedIndicatorType" or "targetType" when prefix.EndsWith("/indicators", StringComparison.Ordinal) => s_indicatorTypes,
        "type" or "groupType" or "associatedGroupType" => s_groupTypes,
        "victimAssetType" => s_assetTypes,
        "associationType" when prefix.EndsWith("/associations", StringComparison.Ordinal) => s_associationTypes,
        "indicatorType" => ["Host", "Address"],
        "associationType" => ["DNS PTR Record"],
        "format" => ["json", "csv"],
        // The lists of people have no ids.
        "assigneeId" or "escalateeId" => [.. emulator.World.Store.Current.Nodes<User>().Select(user => $"{user.Id}")],
        "userName" => Listed(prefix, "userName"),
        "tagName" or "securityLabelName" => Listed(prefix, "name"),
        "indicator" or "associatedIndicator" or "targetId" => Listed(prefix, s_values),
        "id" when prefix.EndsWith("/batch", StringComparison.Ordinal) => [.. emulator.World.Store.Current.Nodes<BatchJob>().Select(job => $"{job.Id}")],
        _ => Listed(prefix, "id"),
    };

    private string[] Listed(string list, params string[] members)
    {
        if (_listed.TryGetValue(list, out var known)) return known;
        var (status, body) = emulator.Ask("GET", list + "?resultLimit=200");
        return _listed[list] = status == 200 ? [.. Items(body).Select(item => NameOf(item, members)).OfType<string>()] : [];
    }

    private static List<JsonElement> Items(string body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement.Clone();
        var data = root.TryGetProperty("data", out var inner) ? inner : root;
        return [.. data.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array).SelectMany(member => member.Value.EnumerateArray())];
    }

    private static string? NameOf(JsonElement item, string[] members)
    {
        foreach (var member in members)
            if (item.TryGetProperty(member, out var value)) return value.ToString();
        return null;
    }

    private string Query(string target)
    {
        if (!isOld || !target.EndsWith("/indicators/observed", StringComparison.Ordinal)) return "";
        var newest = emulator.World.Store.Current.Nodes<Observation>()
            .Where(one => emulator.World.Store.Current[one.Indicator] is Indicator { Owner: 2, IsActive: true }).Max(one => one.At);
        return $"?dateObserved={DateTimeOffset.FromUnixTimeSeconds(newest):yyyy-MM-dd}";
    }
}
