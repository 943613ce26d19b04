using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Recordings.Replays;

/// <summary>What was seen of an indicator: observations, reports of false positives, occurrences of a file.</summary>
static class ImpliedSightings
{
    /// <summary>Whether the members are of this kind.</summary>
    public static bool Add(string name, JsonObject indicator, IReadOnlyList<JsonElement> items)
    {
        switch (name)
        {
            case "observation":
                ImpliedRows.AddAll(indicator, "observations", [.. items.Select(item => Row(item, "count", "dateObserved=date"))]);
                return true;
            case "observationCount":
                // It counts those of all owners; the item's own count is a member of the item.
                return true;
            case "falsePositive":
                foreach (var item in items)
                    ImpliedRows.Copy(item, indicator, "count=falsePositiveCount", "lastReported=falsePositiveLastReported");
                return true;
            case "fileOccurrence":
                foreach (var item in items) AddOccurrence(indicator, item);
                return true;
            default:
                return false;
        }
    }

    private static JsonObject Row(JsonElement item, params ReadOnlySpan<string> members)
    {
        // Answers do not say whose they are.
        var row = new JsonObject { ["user"] = ImpliedUsers.BuiltIn };
        ImpliedRows.Copy(item, row, members);
        return row;
    }

    private static void AddOccurrence(JsonObject indicator, JsonElement item)
    {
        var row = new JsonObject();
        ImpliedRows.Copy(item, row, "id", "fileName", "path", "date");
        ImpliedRows.AddTo(indicator, "fileOccurrences", row);
    }
}
