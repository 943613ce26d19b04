using System.Globalization;
using System.Text.Json;

namespace Emulation.Recordings.Drifts;

/// <summary>Finds the differences between two JSON values.</summary>
/// <param name="rules">What is compared.</param>
/// <param name="ids">The ids that correspond to each other; new pairs are added.</param>
/// <param name="sent">The texts and numbers that the request sent, which come back unchanged.</param>
sealed class JsonDifferences(ComparisonRules rules, IdMap ids, IReadOnlySet<string> sent)
{
    private readonly List<Difference> _found = [];

    public IReadOnlyList<Difference> Of(JsonElement recorded, JsonElement found)
    {
        IdPairs.Learn(recorded, found, rules, ids, sent);
        Compare("$", "", recorded, found);
        return _found;
    }

    private void Compare(string path, string member, JsonElement recorded, JsonElement found)
    {
        if (rules.IsIgnored(member)) return;
        if (recorded.ValueKind != found.ValueKind && !(IsBoolean(recorded) && IsBoolean(found)))
        {
            Add(KindOf(recorded, found), path, Text(recorded), Text(found));
            return;
        }
        switch (recorded.ValueKind)
        {
            case JsonValueKind.Object:
                CompareMembers(path, recorded, found);
                break;
            case JsonValueKind.Array:
                CompareItems(path, member, [.. recorded.EnumerateArray()], [.. found.EnumerateArray()]);
                break;
            case JsonValueKind.String:
                CompareTexts(path, member, recorded.GetString()!, found.GetString()!);
                break;
            case JsonValueKind.Number:
                CompareNumbers(path, member, recorded.GetRawText(), found.GetRawText());
                break;
            default:
                if (recorded.ValueKind != found.ValueKind) Add(DifferenceKind.Boolean, path, Text(recorded), Text(found));
                break;
        }
    }

    private void CompareMembers(string path, JsonElement recorded, JsonElement found)
    {
        var (ours, theirs) = (Members(recorded), Members(found));
        string? InOtherCase(string name) => theirs.Keys.FirstOrDefault(key => Same(key, name) && !ours.ContainsKey(key));
        foreach (var (name, (value, count)) in ours)
        {
            var at = $"{path}.{name}";
            if (rules.IsIgnored(name)) continue;
            if (!TryFind(theirs, name, out var other))
            {
                if (InOtherCase(name) is { } key) Add(DifferenceKind.MemberCasing, at, name, key);
                else if (value.ValueKind == JsonValueKind.Null) Add(DifferenceKind.AbsentForNull, at, "null", null);
                else Add(DifferenceKind.MemberMissing, at, Text(value), null);
                continue;
            }
            if (count != other.Count) Add(DifferenceKind.MemberRepeated, at, $"{count} times", $"{other.Count} times");
            Compare(at, name, value, other.Value);
        }
        foreach (var (name, (value, _)) in theirs)
        {
            if (rules.IsIgnored(name) || TryFind(ours, name, out _) || ours.Keys.Any(key => Same(key, name) && !theirs.ContainsKey(key)))
                continue;
            var kind = value.ValueKind == JsonValueKind.Null ? DifferenceKind.NullForAbsent : DifferenceKind.MemberExtra;
            Add(kind, $"{path}.{name}", null, Text(value));
        }
    }

    // A name may be an id or a value that was translated.
    private bool TryFind(
        Dictionary<string, (JsonElement Value, int Count)> members, string name, out (JsonElement Value, int Count) found) =>
        members.TryGetValue(name, out found) || members.TryGetValue(ids.Translate("", name), out found);

    private static Dictionary<string, (JsonElement Value, int Count)> Members(JsonElement value)
    {
        var members = new Dictionary<string, (JsonElement, int)>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            members[member.Name] = (member.Value, members.TryGetValue(member.Name, out var before) ? before.Item2 + 1 : 1);
        return members;
    }

    private void CompareItems(string path, string list, JsonElement[] recorded, JsonElement[] found)
    {
        var pairs = ItemPairs.Of(recorded, found, rules, ids, list);
        if (pairs.IsRepeated)
            Add(DifferenceKind.ItemRepeated, path, $"{recorded.Length} items", $"{found.Length} items, one more than once");
        else if (found.Length < recorded.Length)
            Add(DifferenceKind.ItemsMissing, path, $"{recorded.Length} items", $"{found.Length} items");
        else if (found.Length > recorded.Length) Add(DifferenceKind.ItemsExtra, path, $"{recorded.Length} items", $"{found.Length} items");
        if (!pairs.IsInOrder && rules.IsOrdered(list)) Add(DifferenceKind.Order, path, pairs.RecordedOrder, pairs.FoundOrder);
        foreach (var (one, other) in pairs.Pairs) Compare($"{path}[]", list, one, other);
    }

    private void CompareTexts(string path, string member, string recorded, string found)
    {
        if (recorded == found || (rules.IsSecret(member) && found.Length > 0)) return;
        var translated = ids.TranslateAll(recorded);
        if (translated == found) return;
        if (rules.IsText(member))
        {
            if (TextDifferences.WithoutIds(translated) != TextDifferences.WithoutIds(found))
                Add(TextDifferences.Nearly(translated, found) ?? DifferenceKind.ErrorText, path, recorded, found);
            return;
        }
        if (TextDifferences.Nearly(translated, found) is { } kind) Add(kind, path, recorded, found);
        else if (rules.IsFixed(member)) Add(DifferenceKind.FixedValue, path, recorded, found);
        else if (TextDifferences.InForm(translated, found) is { } form) Add(form, path, recorded, found);
        else if (rules.IsLink(member) && UrlDifferences.Of(translated, found) is { } part) Add(part, path, recorded, found);
        else if (IsEchoed(member, recorded, found)) Add(DifferenceKind.EchoedValue, path, recorded, found);
    }

    /// <summary>One of the two returned what the request sent, and the other did not.</summary>
    private bool IsEchoed(string member, string recorded, string found) =>
        !IdMap.IsIdName(member) && (sent.Contains(recorded) || sent.Contains(found)) && ids.TranslateInRequest(member, recorded) != found;

    private void CompareNumbers(string path, string member, string recorded, string found)
    {
        if (recorded == found || rules.IsSecret(member)) return;
        if (rules.IsCount(member)) Add(DifferenceKind.Count, path, recorded, found);
        else if (IsWhole(recorded) != IsWhole(found) || IsSameNumber(recorded, found))
            Add(DifferenceKind.NumberFormat, path, recorded, found);
        else if (TextDifferences.InForm(recorded, found) is DifferenceKind.DateFormat)
            Add(DifferenceKind.DatePrecision, path, recorded, found);
        else if (IsEchoed(member, recorded, found)) Add(DifferenceKind.EchoedValue, path, recorded, found);
    }

    private static DifferenceKind KindOf(JsonElement recorded, JsonElement found)
    {
        if (recorded.ValueKind == JsonValueKind.Null)
            return IsEmptyList(found) ? DifferenceKind.EmptyListForNull : DifferenceKind.ValueForNull;
        if (found.ValueKind == JsonValueKind.Null)
            return IsEmptyList(recorded) ? DifferenceKind.NullForEmptyList : DifferenceKind.NullForValue;
        return DifferenceKind.Type;
    }

    private static bool IsEmptyList(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;

    private static bool IsBoolean(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False;

    private static bool IsWhole(string number) => !number.AsSpan().ContainsAny('.', 'e', 'E');

    private static bool IsSameNumber(string one, string other) =>
        decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var first)
        && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var second) && first == second;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"a list of {value.GetArrayLength()}",
        _ => value.GetRawText(),
    };

    private void Add(DifferenceKind kind, string path, string? recorded, string? found) => _found.Add(new(kind, path, recorded, found));
}
