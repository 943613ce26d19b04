using System.Text.Json;
using Emulation.Control.Stubs.Matching;

namespace Emulation.Control.JsonPaths;

/// <summary>A condition of a filter on an element.</summary>
interface ICondition
{
    bool Holds(JsonElement element, Search search);
}

sealed record AllOf(IReadOnlyList<ICondition> Parts) : ICondition
{
    public bool Holds(JsonElement element, Search search)
    {
        foreach (var part in Parts)
            if (!part.Holds(element, search)) return false;
        return true;
    }
}

sealed record AnyOf(IReadOnlyList<ICondition> Parts) : ICondition
{
    public bool Holds(JsonElement element, Search search)
    {
        foreach (var part in Parts)
            if (part.Holds(element, search)) return true;
        return false;
    }
}

sealed record Opposite(ICondition Inner) : ICondition
{
    public bool Holds(JsonElement element, Search search) => !Inner.Holds(element, search);
}

/// <summary>The path leads to a value, which may be null.</summary>
sealed record Exists(Operand Operand) : ICondition
{
    public bool Holds(JsonElement element, Search search) => Operand.Value(element, search) is not null;
}

sealed record Resembles(Operand Operand, Pattern Pattern) : ICondition
{
    public bool Holds(JsonElement element, Search search) => Operand.Value(element, search) switch
    {
        { ValueKind: JsonValueKind.String } text => search.Budget.Match(Pattern, text.GetString()!),
        { ValueKind: JsonValueKind.Number } number => search.Budget.Match(Pattern, number.GetRawText()),
        _ => false,
    };
}

/// <summary>A relation between two values.</summary>
sealed record Comparison(Operand Left, Relation Relation, Operand Right) : ICondition
{
    public bool Holds(JsonElement element, Search search)
    {
        var (left, right) = (Left.Value(element, search), Right.Value(element, search));
        return Relation switch
        {
            Relation.Equal => Values.Same(left, right, search.Budget),
            Relation.NotEqual => !Values.Same(left, right, search.Budget),
            Relation.Less => Values.Order(left, right) < 0,
            Relation.LessOrEqual => Values.Order(left, right) <= 0,
            Relation.Greater => Values.Order(left, right) > 0,
            Relation.GreaterOrEqual => Values.Order(left, right) >= 0,
            Relation.In => Values.Holds(right, left, search.Budget),
            Relation.NotIn => !Values.Holds(right, left, search.Budget),
            Relation.Contains => Values.Holds(left, right, search.Budget),
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

/// <summary>One side of a comparison: a literal, or what a path finds from the element or from the root.</summary>
sealed record Operand(JsonElement? Literal, JsonPath? Path, bool FromRoot)
{
    /// <summary>Null: the path leads nowhere.</summary>
    public JsonElement? Value(JsonElement element, Search search) =>
        Path is null ? Literal : Path.Find(FromRoot ? search.Root : element, search) is [var first, ..] ? first : null;
}
