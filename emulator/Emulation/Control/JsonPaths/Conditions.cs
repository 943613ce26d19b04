using System.Text.Json;
using Emulation.Control.Stubs.Matching;

namespace Emulation.Control.JsonPaths;

/// <summary>A condition in a filter, evaluated on an element.</summary>
interface ICondition
{
    bool Holds(JsonElement element, PathEvaluation evaluation);
}

sealed record AllOf(IReadOnlyList<ICondition> Parts) : ICondition
{
    public bool Holds(JsonElement element, PathEvaluation evaluation)
    {
        foreach (var part in Parts)
            if (!part.Holds(element, evaluation)) return false;
        return true;
    }
}

sealed record AnyOf(IReadOnlyList<ICondition> Parts) : ICondition
{
    public bool Holds(JsonElement element, PathEvaluation evaluation)
    {
        foreach (var part in Parts)
            if (part.Holds(element, evaluation)) return true;
        return false;
    }
}

sealed record Negation(ICondition Inner) : ICondition
{
    public bool Holds(JsonElement element, PathEvaluation evaluation) => !Inner.Holds(element, evaluation);
}

/// <summary>The path selects a value, which may be null.</summary>
sealed record Exists(Operand Operand) : ICondition
{
    public bool Holds(JsonElement element, PathEvaluation evaluation) => Operand.Value(element, evaluation) is not null;
}

sealed record RegexCondition(Operand Operand, Pattern Pattern) : ICondition
{
    public bool Holds(JsonElement element, PathEvaluation evaluation) => Operand.Value(element, evaluation) switch
    {
        { ValueKind: JsonValueKind.String } text => evaluation.Budget.Match(Pattern, text.GetString()!),
        { ValueKind: JsonValueKind.Number } number => evaluation.Budget.Match(Pattern, number.GetRawText()),
        _ => false,
    };
}

/// <summary>A comparison of two operands.</summary>
sealed record Comparison(Operand Left, Relation Relation, Operand Right) : ICondition
{
    public bool Holds(JsonElement element, PathEvaluation evaluation)
    {
        var (left, right) = (Left.Value(element, evaluation), Right.Value(element, evaluation));
        return Relation switch
        {
            Relation.Equal => ValueComparison.AreEqual(left, right, evaluation.Budget),
            Relation.NotEqual => !ValueComparison.AreEqual(left, right, evaluation.Budget),
            Relation.Less => ValueComparison.Order(left, right) < 0,
            Relation.LessOrEqual => ValueComparison.Order(left, right) <= 0,
            Relation.Greater => ValueComparison.Order(left, right) > 0,
            Relation.GreaterOrEqual => ValueComparison.Order(left, right) >= 0,
            Relation.In => ValueComparison.Contains(right, left, evaluation.Budget),
            Relation.NotIn => !ValueComparison.Contains(right, left, evaluation.Budget),
            Relation.Contains => ValueComparison.Contains(left, right, evaluation.Budget),
            _ => throw new InvalidOperationException($"Unknown relation {Relation}."),
        };
    }
}

enum Relation
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
    Contains,
}

/// <summary>One side of a comparison: a literal, or the value that a path selects from the element or from the root.</summary>
sealed record Operand(JsonElement? Literal, JsonPath? Path, bool FromRoot)
{
    /// <summary>Null when the path selects nothing.</summary>
    public JsonElement? Value(JsonElement element, PathEvaluation evaluation) =>
        Path is null ? Literal : Path.Find(FromRoot ? evaluation.Root : element, evaluation) is [var first, ..] ? first : null;
}
