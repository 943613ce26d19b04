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

    private static readonly string[] s_organizations = ["Example Org", "Limited Org"];

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
        NameOrganizations(connect);
        return new JsonObject
        {
            ["format"] = 1,
            ["name"] = Path.GetFileNameWithoutExtension(name),
            ["start"] = recording.Header.Started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["openAttributeTypes"] = true,
            ["owners"] = connect.Owners.ToArray(),
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

    /// <summary>The built-in users have organizations of these names: the recorded ones get them, or they are added.</summary>
    private static void NameOrganizations(ImpliedThreatConnect connect)
    {
        var recorded = connect.Organizations.Take(s_organizations.Length).ToArray();
        for (var i = 0; i < s_organizations.Length; i++)
        {
            var name = s_organizations[i];
            if (connect.Owners.Has(name)) continue;
            var isNamed = i < recorded.Length && !s_organizations.Contains(recorded[i], StringComparer.Ordinal);
            var owner = connect.Owners.Of(isNamed ? recorded[i] : name);
            (owner["name"], owner["type"]) = (name, "Organization");
            foreach (var row in new[] { connect.Groups, connect.Indicators, connect.Tasks, connect.Victims }.SelectMany(rows => rows.All))
                if (i < recorded.Length && row["owner"]?.GetValue<string>() == recorded[i]) row["owner"] = name;
        }
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
