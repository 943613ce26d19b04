using System.Text.Json;

namespace Emulation.Control.JsonPaths;

/// <summary>A JSONPath expression of the subset that stubs and fault rules support.</summary>
/// <param name="Text">The expression as written.</param>
/// <param name="Steps">The steps from the root.</param>
sealed record JsonPath(string Text, IReadOnlyList<IStep> Steps)
{
    /// <summary>The path selects at most one value; an indefinite path selects a list.</summary>
    public bool IsDefinite => Steps.All(step => step.IsDefinite);

    /// <summary>Null when the text is not a supported expression; <paramref name="fault"/> then says why.</summary>
    public static JsonPath? Read(string text, out string fault)
    {
        if (MatchLimits.Fault(text) is { } tooLong)
        {
            fault = tooLong;
            return null;
        }
        var cursor = new TextCursor(text);
        var path = JsonPathReader.Read(cursor);
        fault = cursor.Fault ?? "";
        return cursor.Fault is null ? path : null;
    }

    /// <summary>The selected values in document order; fewer when the budget is spent.</summary>
    public IReadOnlyList<JsonElement> Find(JsonElement root, WorkBudget budget) => Find(root, new PathEvaluation(root, budget));

    internal IReadOnlyList<JsonElement> Find(JsonElement start, PathEvaluation evaluation)
    {
        IEnumerable<JsonElement> found = [start];
        foreach (var step in Steps)
            found = found.TakeWhile(_ => evaluation.Budget.Spend()).SelectMany(value => step.From(value, evaluation));
        return [.. found.TakeWhile(_ => evaluation.Budget.Spend())];
    }
}

/// <summary>One step of a path: selects values from a value.</summary>
interface IStep
{
    bool IsDefinite { get; }

    IEnumerable<JsonElement> From(JsonElement value, PathEvaluation evaluation);
}

/// <summary>One evaluation of a path: the document and the remaining work.</summary>
sealed record PathEvaluation(JsonElement Root, WorkBudget Budget);
