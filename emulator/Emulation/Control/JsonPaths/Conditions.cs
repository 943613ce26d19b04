using System.Text.Json;
using Emulation.Control.Stubs.Matching;

namespace Emulation.Control.JsonPaths;

/// <summary>What a filter asks of an element.</summary>
interface ICondition
{
    bool Holds(JsonElement element, JsonElement root);
}

sealed record Both(ICondition Left, ICondition Right) : ICondition
{
    public bool Holds(JsonElement element, JsonElement root) => Left.Holds(element, root) && Right.Holds(element, root);
}

sealed record Either(ICondition Left, ICondition Right) : ICondition
{
    public bool Holds(JsonElement element, JsonElement root) => Left.Holds(element, root) || Right.Holds(element, root);
}

sealed record Opposite(ICondition Inner) : ICondition
{
    public bool Holds(JsonElement element, JsonElement root) => !Inner.Holds(element, root);
}

/// <summary>There is something, and be it null.</summary>
sealed record Exists(Operand Operand) : ICondition
{
    public bool Holds(JsonElement element, JsonElement root) => Operand.Value(element, root) is not null;
}

sealed record Resembles(Operand Operand, Pattern Pattern) : ICondition
{
    public bool Holds(JsonElement element, JsonElement root) => Operand.Value(element, root) switch
    {
        { ValueKind: JsonValueKind.String } text => Pattern.Matches(text.GetString()!),
        { ValueKind: JsonValueKind.Number } number => Pattern.Matches(number.GetRawText()),
        _ => false,
    };
}

/// <summary>Two values, and how they must stand to each other.</summary>
sealed record Comparison(Operand Left, Relation Relation, Operand Right) : ICondition
{
    public bool Holds(JsonElement element, JsonElement root)
    {
        var (left, right) = (Left.Value(element, root), Right.Value(element, root));
        return Relation switch
        {
            Relation.Equal => Values.Same(left, right),
            Relation.NotEqual => !Values.Same(left, right),
            Relation.Less => Values.Order(left, right) < 0,
            Relation.LessOrEqual => Values.Order(left, right) <= 0,
            Relation.Greater => Values.Order(left, right) > 0,
            Relation.GreaterOrEqual => Values.Order(left, right) >= 0,
            Relation.In => Values.Holds(right, left),
            Relation.NotIn => !Values.Holds(right, left),
            Relation.Contains => Values.Holds(left, right),
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

/// <summary>One side of a comparison: a value as written, or what a path finds, from the element or from the root.</summary>
sealed record Operand(JsonElement? Literal, JsonPath? Path, bool FromRoot)
{
    /// <summary>Null: the path leads nowhere.</summary>
    public JsonElement? Value(JsonElement element, JsonElement root) =>
        Path is null ? Literal : Path.Find(FromRoot ? root : element, root) is [var first, ..] ? first : null;
}
