using System.Text.Json;

namespace Emulation.Recordings.Drifts;

/// <summary>Learns which ids correspond from two answers to the same request.</summary>
static class IdPairs
{
    /// <summary>Members whose values name an account or its owner and may differ between a service and the emulator.</summary>
    private static readonly string[] s_names = ["ownerName", "owner"];

    public static void Learn(JsonElement recorded, JsonElement found, ComparisonRules rules, IdMap ids, IReadOnlySet<string> sent) =>
        new PairReader(rules, ids, sent).Learn("", "", recorded, found);

    /// <summary>Every text and number of an answer.</summary>
    public static IEnumerable<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Values(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Values),
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        _ => [],
    };

    private sealed class PairReader(ComparisonRules rules, IdMap ids, IReadOnlySet<string> sent)
    {
        public void Learn(string scope, string member, JsonElement recorded, JsonElement found)
        {
            if (recorded.ValueKind != found.ValueKind) return;
            switch (recorded.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var one in recorded.EnumerateObject())
                        if (found.TryGetProperty(one.Name, out var other)) Learn(member, one.Name, one.Value, other);
                    break;
                case JsonValueKind.Array:
                    var pairs = ItemPairs.Of([.. recorded.EnumerateArray()], [.. found.EnumerateArray()], rules, ids, member);
                    foreach (var (one, other) in pairs.Pairs) Learn(scope, member, one, other);
                    break;
                case JsonValueKind.String:
                    LearnPair(scope, member, recorded.GetString()!, found.GetString()!);
                    break;
                case JsonValueKind.Number when IdMap.IsIdName(member):
                    ids.Learn(scope, recorded.GetRawText(), found.GetRawText());
                    break;
            }
        }

        private void LearnPair(string scope, string member, string recorded, string found)
        {
            if (recorded == found || TextDifferences.Nearly(recorded, found) is not null) return;
            if (TextDifferences.InForm(recorded, found) is not null) return;
            if (s_names.Contains(member, StringComparer.OrdinalIgnoreCase)) ids.Learn(scope, recorded, found);
            else if (IdMap.IsIdName(member) && IdMap.IsIdForm(recorded)) ids.Learn(scope, recorded, found);
            else if (!rules.IsText(member) && !rules.IsFixed(member) && !sent.Contains(recorded) && !sent.Contains(found))
                ids.LearnValue(recorded, found);
        }
    }
}
