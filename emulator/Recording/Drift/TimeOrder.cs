using System.Text.Json;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Drifts;

/// <summary>
/// Lists that are ordered by time. Items of the same second are in an order of their own, and which ones share a second differs from run
/// to run, so each list is compared with its own times.
/// </summary>
static class TimeOrder
{
    /// <summary>Both lists fall, or both rise, by the same member with times.</summary>
    public static bool IsSame(JsonElement[] recorded, JsonElement[] found)
    {
        if (recorded.Length < 2 || found.Length < 2 || recorded[0].ValueKind != JsonValueKind.Object) return false;
        foreach (var member in recorded[0].EnumerateObject())
        {
            if (Times(recorded, member.Name) is not { } ours || Times(found, member.Name) is not { } theirs) continue;
            if (ours.Distinct(StringComparer.Ordinal).Count() < 2) continue;
            if ((Falls(ours) && Falls(theirs)) || (Rises(ours) && Rises(theirs))) return true;
        }
        return false;
    }

    // Times of one form sort as texts.
    private static string[]? Times(JsonElement[] items, string member)
    {
        var times = new string[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].ValueKind != JsonValueKind.Object || !items[i].TryGetProperty(member, out var value)) return null;
            if (value.ValueKind != JsonValueKind.String || TextForms.Of(value.GetString()!) != TextForm.Moment) return null;
            times[i] = value.GetString()!;
        }
        return times;
    }

    private static bool Falls(string[] times) => times.Zip(times.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) >= 0);

    private static bool Rises(string[] times) => times.Zip(times.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) <= 0);
}
