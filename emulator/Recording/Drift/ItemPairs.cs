using System.Text.Json;

namespace Emulation.Recordings.Drifts;

/// <summary>Which items of two lists correspond: those with the same key, or else those in the same place.</summary>
/// <param name="Pairs">Recorded and found.</param>
/// <param name="IsInOrder">The items that both lists have are in the same order.</param>
/// <param name="IsRepeated">An item is in the found list more than once, and in the recorded one once.</param>
/// <param name="RecordedOrder">The first keys of the recorded list.</param>
/// <param name="FoundOrder">The first keys of the found list.</param>
sealed record ItemPairs(
    IReadOnlyList<(JsonElement Recorded, JsonElement Found)> Pairs,
    bool IsInOrder,
    bool IsRepeated,
    string RecordedOrder,
    string FoundOrder)
{
    private const int ShownKeys = 3;

    /// <summary>The ids of the objects within an item, which identify a relation whose own id says nothing to another service.</summary>
    private const string IdsOfParts = "*";

    public static ItemPairs Of(JsonElement[] recorded, JsonElement[] found, ComparisonRules rules, IdMap ids, string list)
    {
        foreach (var key in rules.Keys.Prepend("").Append(IdsOfParts))
        {
            var ours = Keys(recorded, key, value => ids.Translate(list, value)).ToArray();
            var theirs = Keys(found, key, value => value).ToArray();
            if (ours.Length == 0 || ours.Contains(null) || theirs.Contains(null) || HasRepeated(ours)) continue;
            var common = ours.Intersect(theirs, StringComparer.Ordinal).Count();
            // Too few common keys: they are ids that differ, or the lists have other items.
            if (common * 2 < Math.Min(ours.Length, theirs.Length) || common == 0) continue;
            return ByKey(recorded, found, ours!, theirs!);
        }
        return new ItemPairs([.. recorded.Zip(found)], IsInOrder: true, IsRepeated: false, "", "");
    }

    private static ItemPairs ByKey(JsonElement[] recorded, JsonElement[] found, string[] ours, string[] theirs)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = theirs.Length - 1; i >= 0; i--) places[theirs[i]] = i;
        var pairs = new List<(JsonElement, JsonElement)>();
        var (last, inOrder) = (-1, true);
        for (var i = 0; i < ours.Length; i++)
        {
            if (!places.TryGetValue(ours[i], out var place)) continue;
            pairs.Add((recorded[i], found[place]));
            inOrder &= place > last;
            last = place;
        }
        inOrder = inOrder || TimeOrder.IsSame(recorded, found);
        return new ItemPairs(pairs, inOrder, HasRepeated(theirs), Shown(ours), Shown(theirs));
    }

    /// <summary>The keys of items; an empty name means that the items themselves are texts or numbers.</summary>
    private static IEnumerable<string?> Keys(JsonElement[] items, string key, Func<string, string> translate) => items.Select(item =>
    {
        if (key.Length == 0) return Scalar(item) is { } scalar ? translate(scalar) : null;
        if (item.ValueKind != JsonValueKind.Object) return null;
        if (key != IdsOfParts) return item.TryGetProperty(key, out var value) && Scalar(value) is { } id ? translate(id) : null;
        var parts = IdsWithin(item).Select(translate).ToArray();
        return parts.Length > 0 ? string.Join(' ', parts) : null;
    });

    private static IEnumerable<string> IdsWithin(JsonElement item) => item.EnumerateObject()
        .Where(part => part.Value.ValueKind == JsonValueKind.Object).OrderBy(part => part.Name, StringComparer.Ordinal)
        .SelectMany(part => part.Value.EnumerateObject()).Where(member => IdMap.IsIdName(member.Name))
        .Select(member => Scalar(member.Value)).OfType<string>();

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static bool HasRepeated(string?[] keys) => keys.Distinct(StringComparer.Ordinal).Count() < keys.Length;

    private static string Shown(string[] keys) => string.Join(", ", keys.Take(ShownKeys)) + (keys.Length > ShownKeys ? ", …" : "");
}
