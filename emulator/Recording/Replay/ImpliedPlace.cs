using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Http;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Replays;

/// <summary>What the path of a request says of the items in its answer: whose parts or links they are.</summary>
/// <param name="Route">The name of the route.</param>
/// <param name="Array">The array of the item, tag or label in the path; empty: there is none.</param>
/// <param name="Row">The item's row.</param>
/// <param name="Name">The name of the tag or label.</param>
/// <param name="Attribute">The id of the item's attribute in the path.</param>
/// <param name="Association">The type of association between indicators.</param>
/// <param name="IsFileAction">The association is what a file does.</param>
/// <param name="Owner">The owner that the request or its item names.</param>
sealed record ImpliedPlace(
    string Route, string Array, JsonObject? Row, string? Name, string? Attribute, string? Association, bool IsFileAction, string? Owner)
{
    private const int FirstWord = 2;

    public static ImpliedPlace Of(ImpliedThreatConnect data, Match match, string target)
    {
        var owner = InQuery(target, "owner");
        if (match.Route is not { } route) return new("", "", null, null, null, null, false, owner);
        var none = new ImpliedPlace(route.Name, "", null, null, null, null, false, owner);
        var words = route.Path.Split('/');
        if (words.Length <= FirstWord) return none;
        var array = words[FirstWord];
        // Groups and indicators have their type before their id.
        var at = array is "groups" or "indicators" ? FirstWord + 2 : FirstWord + 1;
        if (words.Length <= at + 1 || !words[at].StartsWith('{') || ValueOf(match, words[at].Trim('{', '}')) is not { } value) return none;
        var row = array switch
        {
            "groups" => data.Groups.Find(value),
            "tasks" => data.Tasks.Find(value),
            "victims" => data.Victims.Find(value),
            "indicators" => FindIndicator(data.Indicators, value, owner),
            _ => null,
        };
        if (row is null && array is not ("tags" or "securityLabels")) return none;
        return none with
        {
            Array = array,
            Row = row,
            Name = row is null ? value : null,
            Attribute = ValueOf(match, "attributeId"),
            Association = ValueOf(match, "associationType") ?? ValueOf(match, "fileAction"),
            IsFileAction = ValueOf(match, "fileAction") is not null,
            Owner = row?["owner"]?.GetValue<string>() ?? owner,
        };
    }

    /// <summary>The owner in the address of a tag's page.</summary>
    public static string? OwnerInLink(JsonElement item) =>
        ImpliedRows.Text(item, "webLink") is { } link ? InQuery(link, "owner") : null;

    /// <summary>The value of a parameter of a request target or an address.</summary>
    public static string? InQuery(string target, string parameter)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        string? found = null;
        if (mark < 0) return found;
        TargetText.Query(target[(mark + 1)..], (name, value) =>
        {
            if (name == parameter && value.Length > 0) found ??= value;
            return value;
        });
        return found;
    }

    /// <summary>The indicator of a value, of the owner that was asked for: several may have one.</summary>
    private static JsonObject? FindIndicator(ImpliedRows indicators, string value, string? owner) => indicators.All.FirstOrDefault(
        row => HasValue(row, value) && (owner is null || row["owner"]?.GetValue<string>() == owner));

    private static bool HasValue(JsonObject row, string value) =>
        row["summary"]?.GetValue<string>() is { } summary
        && (Same(summary, value) || summary.Split(" : ").Any(part => Same(part, value)));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string? ValueOf(Match match, string parameter)
    {
        for (var i = 0; i < match.Values.Length; i++)
            if (match.Route!.Parameters[i] == parameter) return match.Values[i];
        return null;
    }
}
