using System.Text.Json;

namespace Emulation.Control.JsonPaths;

/// <summary>A path into a JSON document, of the common subset that stubs and fault rules use.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Steps">From the root on.</param>
sealed record JsonPath(string Text, IReadOnlyList<IStep> Steps)
{
    /// <summary>It leads to one place. Otherwise what it finds is a list, however many there are.</summary>
    public bool IsDefinite => Steps.All(step => step.IsDefinite);

    /// <summary>Null when it cannot be read; then <paramref name="fault"/> says why.</summary>
    public static JsonPath? Read(string text, out string fault)
    {
        if (MatchLimits.Fault(text) is { } tooLong)
        {
            fault = tooLong;
            return null;
        }
        var cursor = new TextCursor(text);
        var path = JsonPathReader.Whole(cursor);
        fault = cursor.Fault ?? "";
        return cursor.Fault is null ? path : null;
    }

    /// <summary>The values that it leads to, in the order of the document; fewer when the budget is spent.</summary>
    public IReadOnlyList<JsonElement> Find(JsonElement root, WorkBudget budget) => Find(root, new Search(root, budget));

    internal IReadOnlyList<JsonElement> Find(JsonElement start, Search search)
    {
        IEnumerable<JsonElement> found = [start];
        foreach (var step in Steps) found = found.TakeWhile(_ => search.Budget.Spend()).SelectMany(value => step.From(value, search));
        return [.. found.TakeWhile(_ => search.Budget.Spend())];
    }
}

/// <summary>One step of a path: from a value to what it leads to.</summary>
interface IStep
{
    bool IsDefinite { get; }

    IEnumerable<JsonElement> From(JsonElement value, Search search);
}

/// <summary>One evaluation of a path: the document, and what it may still cost.</summary>
sealed record Search(JsonElement Root, WorkBudget Budget);
