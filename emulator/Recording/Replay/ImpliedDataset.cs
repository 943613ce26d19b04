using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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
        var answers = ImpliedAnswer.Of(recording, routes);
        // The second time, every item is known whose parts or links an answer shows.
        foreach (var answer in answers.Concat(answers))
        {
            if (answer.Api == "threatconnect" && answer.Value.ValueKind == JsonValueKind.Object)
            {
                if (before && answer.IsCreation) connect.AddOwners(answer.Value);
                else connect.Add(answer.Match, answer.Target, answer.Value);
            }
            else if (answer.Api == "threatwinds") winds.Add(answer.Match, answer.Value);
            else if (answer.Api == "deso") deso.Add(answer.Value);
        }
        foreach (var exchange in recording.Exchanges) ImpliedFiles.Add(connect, routes, exchange);
        if (before) foreach (var answer in answers.Where(answer => answer.IsCreation)) ImpliedCreations.Remove(connect, answer);
        return Write(name, recording, connect, winds, deso);
    }

    private static JsonObject Write(
        string name, Recording recording, ImpliedThreatConnect connect, ImpliedEntities winds, ImpliedDeso deso)
    {
        var root = new JsonObject
        {
            ["format"] = 1,
            ["name"] = Path.GetFileNameWithoutExtension(name),
            ["start"] = connect.StartBefore(recording.Header.Started).UtcDateTime
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["openAttributeTypes"] = true,
        };
        connect.WriteTo(root);
        root["profiles"] = deso.Profiles.ToArray();
        root["posts"] = deso.Posts.ToArray();
        root["userAssociations"] = deso.UserAssociations.ToArray();
        root["postAssociations"] = deso.PostAssociations.ToArray();
        winds.WriteTo(root);
        return root;
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
