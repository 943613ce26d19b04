using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulation.Recordings.Drifts;
using Emulation.Recordings.Format;
using Emulation.Recordings.Sanitizing;
using Emulation.Seeding;

namespace Emulation.Recordings.Replays;

/// <summary>The data that a recording's answers imply, as a dataset of format 1.</summary>
/// <param name="Json">The document.</param>
/// <param name="Dataset">The same, loaded.</param>
/// <param name="LeftOut">Rows that contradict the format or each other, and why.</param>
sealed partial record ImpliedDataset(string Json, Dataset Dataset, IReadOnlyList<string> LeftOut)
{
    /// <summary>The ending of a file name that makes <c>--dataset</c> read a recording.</summary>
    public const string Extension = ".recording";

    private const string OwnOrganization = "Example Org";

    /// <summary>The organization of the second built-in user.</summary>
    private const string OtherOrganization = "Limited Org";

    /// <param name="name">The name of the dataset.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="before">The data before the recording: without what it creates.</param>
    /// <exception cref="OptionError">Nothing can be made of it.</exception>
    public static ImpliedDataset Of(string name, Recording recording, bool before)
    {
        var root = Collect(name, recording, before);
        var leftOut = new List<string>();
        while (true)
        {
            var json = root.ToJsonString();
            if (Datasets.Read(name, new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)), out var error) is { } dataset)
                return new ImpliedDataset(json, dataset, leftOut);
            if (!RemoveRow(root, error!.Path))
                throw new OptionError($"{name}: implies no dataset ({error.Message}); give another --dataset");
            leftOut.Add(error.Message);
        }
    }

    private static JsonObject Collect(string name, Recording recording, bool before)
    {
        var (connect, winds, deso) = (new ImpliedThreatConnect(), new ImpliedEntities(), new ImpliedDeso());
        var routes = new RouteFinder(RouteFinder.AllApis());
        var created = new List<(string Array, string Id)>();
        foreach (var exchange in recording.Exchanges)
        {
            if (exchange.Response is not { Status: < 300, Body.Text: { } text } || ParsedBody.Of(text).Values is not { Count: > 0 } values)
                continue;
            var (api, match) = routes.Find(exchange.Request.Method, exchange.Request.Target);
            foreach (var value in values.Where(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            {
                if (api == "threatconnect" && value.ValueKind == JsonValueKind.Object) connect.Add(match, value);
                else if (api == "threatwinds") winds.Add(match, value);
                else if (api == "deso") deso.Add(value);
            }
            if (exchange.Request.Method == "POST" && api == "threatconnect" && ImpliedThreatConnect.CreatedBy(values[0]) is { } item)
                created.Add(item);
        }
        if (before) foreach (var (array, id) in created) RowsOf(connect, array).Remove(id);
        return Write(name, recording, connect, winds, deso);
    }

    private static ImpliedRows RowsOf(ImpliedThreatConnect connect, string array) => array switch
    {
        "groups" => connect.Groups,
        "indicators" => connect.Indicators,
        "tasks" => connect.Tasks,
        _ => connect.Victims,
    };

    private static JsonObject Write(
        string name, Recording recording, ImpliedThreatConnect connect, ImpliedEntities winds, ImpliedDeso deso)
    {
        var own = connect.OwnOrganization;
        foreach (var row in new[] { connect.Groups, connect.Indicators, connect.Tasks, connect.Victims }.SelectMany(rows => rows.All))
            if (row["owner"]?.GetValue<string>() is { } owner && owner == own) row["owner"] = OwnOrganization;
        var owners = connect.Owners.Where(owner => owner.Key != own && owner.Key is not (OwnOrganization or OtherOrganization)).Select(
            owner => (JsonNode)new JsonObject { ["name"] = owner.Key, ["type"] = owner.Value });
        return new JsonObject
        {
            ["format"] = 1,
            ["name"] = Path.GetFileNameWithoutExtension(name),
            ["start"] = recording.Header.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["openAttributeTypes"] = true,
            ["owners"] = new JsonArray([
                new JsonObject { ["id"] = 2, ["name"] = OwnOrganization, ["type"] = "Organization" },
                new JsonObject { ["name"] = OtherOrganization, ["type"] = "Organization" },
                .. owners,
            ]),
            ["groups"] = connect.Groups.ToArray(),
            ["indicators"] = connect.Indicators.ToArray(),
            ["tasks"] = connect.Tasks.ToArray(),
            ["victims"] = connect.Victims.ToArray(),
            ["profiles"] = deso.Profiles.ToArray(),
            ["posts"] = deso.Posts.ToArray(),
            ["userAssociations"] = deso.UserAssociations.ToArray(),
            ["postAssociations"] = deso.PostAssociations.ToArray(),
            ["entities"] = winds.Entities.ToArray(),
            ["entityRelations"] = winds.Relations,
        };
    }

    /// <summary>Removes the row that an error names, or the list in it that the error is about: a link to what was never shown.</summary>
    private static bool RemoveRow(JsonObject root, string? path)
    {
        var place = RowPath().Match(path ?? "");
        if (!place.Success || root[place.Groups["array"].Value] is not JsonArray rows) return false;
        var at = int.Parse(place.Groups["row"].Value, CultureInfo.InvariantCulture);
        if (at >= rows.Count) return false;
        var member = place.Groups["member"].Value;
        if (rows[at] is JsonObject row && row[member] is JsonArray) row.Remove(member);
        else rows.RemoveAt(at);
        return true;
    }

    [GeneratedRegex(
        @"^\$\.(?<array>\w+)\[(?<row>\d+)\](\.(?<member>\w+))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowPath();
}
