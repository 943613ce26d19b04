using System.Globalization;
using System.Text.Json;

namespace Emulation.Control.Stubs.Matching;

/// <summary>
/// Compares JSON values as WireMock does: numbers by value, members in any order, with placeholders in the expected value.
/// </summary>
sealed class JsonComparison(bool ignoreArrayOrder, bool ignoreExtraElements)
{
    /// <summary>How many values differ, are missing or are extra; 0 when the two are equal.</summary>
    public int Differences(JsonElement expected, JsonElement actual, WorkBudget budget)
    {
        if (!budget.Spend()) return 1;
        if (Placeholder.Read(expected, out _) is { } placeholder) return placeholder.Accepts(actual) ? 0 : 1;
        if (expected.ValueKind != actual.ValueKind) return Math.Max(Size(expected, budget), Size(actual, budget));
        return expected.ValueKind switch
        {
            JsonValueKind.Object => CompareObjects(expected, actual, budget),
            JsonValueKind.Array => ignoreArrayOrder ? CompareUnordered(expected, actual, budget) : CompareOrdered(expected, actual, budget),
            JsonValueKind.Number => SameNumber(expected, actual) ? 0 : 1,
            JsonValueKind.String => string.Equals(expected.GetString(), actual.GetString(), StringComparison.Ordinal) ? 0 : 1,
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => 0,
            _ => throw new InvalidOperationException($"A JSON value has the kind {expected.ValueKind}."),
        };
    }

    /// <summary>
    /// The number of values: containers and, recursively, their contents. 1 when there is no budget to count them.
    /// </summary>
    public static int Size(JsonElement value, WorkBudget budget)
    {
        if (!budget.Spend()) return 1;
        return value.ValueKind switch
        {
            JsonValueKind.Object => 1 + value.EnumerateObject().Sum(member => Size(member.Value, budget)),
            JsonValueKind.Array => 1 + value.EnumerateArray().Sum(item => Size(item, budget)),
            _ => 1,
        };
    }

    private static bool SameNumber(JsonElement expected, JsonElement actual)
    {
        const NumberStyles Style = NumberStyles.Float;
        if (decimal.TryParse(expected.GetRawText(), Style, CultureInfo.InvariantCulture, out var left)
            && decimal.TryParse(actual.GetRawText(), Style, CultureInfo.InvariantCulture, out var right))
            return left == right;
        return expected.GetDouble().Equals(actual.GetDouble());
    }

    private int CompareObjects(JsonElement expected, JsonElement actual, WorkBudget budget)
    {
        var (wanted, given) = (new MemberLookup(expected, budget), new MemberLookup(actual, budget));
        var differences = 0;
        foreach (var member in expected.EnumerateObject())
        {
            if (given.Find(member.Name) is { } other)
                differences += Differences(member.Value, other, budget);
            else if (Placeholder.Read(member.Value, out _) is not { Name: Placeholder.IgnoreElement })
                differences += Size(member.Value, budget);
        }
        if (ignoreExtraElements) return differences;
        foreach (var member in actual.EnumerateObject())
            if (wanted.Find(member.Name) is null) differences += Size(member.Value, budget);
        return differences;
    }

    private int CompareOrdered(JsonElement expected, JsonElement actual, WorkBudget budget)
    {
        var differences = 0;
        using var wanted = expected.EnumerateArray().GetEnumerator();
        using var given = actual.EnumerateArray().GetEnumerator();
        while (true)
        {
            var (isWanted, isGiven) = (wanted.MoveNext(), given.MoveNext());
            if (isWanted && isGiven) differences += Differences(wanted.Current, given.Current, budget);
            else if (isWanted) differences += Size(wanted.Current, budget);
            else if (!isGiven) return differences;
            else if (!ignoreExtraElements) differences += Size(given.Current, budget);
        }
    }

    /// <summary>
    /// A maximum bipartite matching of expected and actual elements by augmenting paths. Equal scalars are paired first, so that the work
    /// for lists of scalars is linear.
    /// </summary>
    private int CompareUnordered(JsonElement expected, JsonElement actual, WorkBudget budget)
    {
        JsonElement[] wanted = [.. expected.EnumerateArray()], given = [.. actual.EnumerateArray()];
        if (!budget.Spend(wanted.Length + given.Length)) return Math.Max(1, wanted.Length);
        var matchOf = new int[given.Length];
        Array.Fill(matchOf, -1);
        var matched = 0;
        var paired = PairScalars(wanted, given, matchOf);
        matched += paired.Count;
        for (var i = 0; i < wanted.Length; i++)
            if (!paired.Contains(i) && budget.Spend(given.Length) && Augment(i, new bool[given.Length])) matched++;
        var surplus = ignoreExtraElements ? 0 : Math.Max(0, given.Length - wanted.Length);
        return wanted.Length - matched + surplus;

        bool Augment(int one, bool[] tried)
        {
            for (var k = 0; k < given.Length; k++)
            {
                if (tried[k] || Differences(wanted[one], given[k], budget) > 0) continue;
                tried[k] = true;
                if (matchOf[k] >= 0 && !Augment(matchOf[k], tried)) continue;
                matchOf[k] = one;
                return true;
            }
            return false;
        }
    }

    /// <summary>Pairs strings and numbers with identical text. Placeholders are matched with the remaining elements later.</summary>
    private static HashSet<int> PairScalars(JsonElement[] wanted, JsonElement[] given, int[] matchOf)
    {
        var free = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var k = 0; k < given.Length; k++)
        {
            if (given[k].ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) continue;
            var text = given[k].GetRawText();
            if (!free.TryGetValue(text, out var places)) free[text] = places = new();
            places.Enqueue(k);
        }
        var paired = new HashSet<int>();
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i].ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) continue;
            if (Placeholder.Read(wanted[i], out _) is not null) continue;
            if (!free.TryGetValue(wanted[i].GetRawText(), out var places) || !places.TryDequeue(out var k)) continue;
            matchOf[k] = i;
            paired.Add(i);
        }
        return paired;
    }
}
