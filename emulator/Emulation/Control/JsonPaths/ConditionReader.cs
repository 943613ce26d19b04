using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.JsonPaths;

/// <summary>Reads what stands in <c>[?(…)]</c>.</summary>
static class ConditionReader
{
    private const int MostNested = 50;

    // Longer spellings before those that they begin with; === and the like are no part of the subset.
    private static readonly (string Sign, Relation Relation)[] s_relations =
    [
        ("==",        Relation.Equal),
        ("!=",        Relation.NotEqual),
        ("<=",        Relation.LessOrEqual),
        (">=",        Relation.GreaterOrEqual),
        ("<",         Relation.Less),
        (">",         Relation.Greater),
        ("nin ",      Relation.NotIn),
        ("in ",       Relation.In),
        ("contains ", Relation.Contains),
    ];

    public static ICondition Read(Signs signs) => Or(signs, 0);

    private static ICondition Or(Signs signs, int depth)
    {
        if (depth > MostNested) signs.Fail($"more than {MostNested} parentheses in each other");
        var left = And(signs, depth);
        while (signs.Find("||")) left = new Either(left, And(signs, depth));
        return left;
    }

    private static ICondition And(Signs signs, int depth)
    {
        var left = One(signs, depth);
        while (signs.Find("&&")) left = new Both(left, One(signs, depth));
        return left;
    }

    private static ICondition One(Signs signs, int depth)
    {
        var negated = false;
        while (signs.Find("!")) negated = !negated;
        var condition = signs.Find("(") ? Nested(signs, depth) : Compared(signs);
        return negated ? new Opposite(condition) : condition;
    }

    private static ICondition Nested(Signs signs, int depth)
    {
        var condition = Or(signs, depth + 1);
        signs.Need(")");
        return condition;
    }

    private static ICondition Compared(Signs signs)
    {
        var left = ReadOperand(signs);
        if (signs.Find("=~")) return Resembling(signs, left);
        foreach (var (sign, relation) in s_relations)
        {
            if (!signs.Find(sign)) continue;
            if (signs.Next == '=') signs.Fail($"the operator {sign}= is not supported");
            return new Comparison(left, relation, ReadOperand(signs));
        }
        signs.SkipBlanks();
        if (signs.Next is not (')' or '&' or '|')) signs.Fail($"'{signs.While(sign => sign is not (' ' or ')'))}' is no operator of the supported ==, !=, <, <=, >, >=, =~, in, nin, contains");
        if (left.Path is null) signs.Fail("a value that is compared with nothing");
        return new Exists(left);
    }

    private static Resembles Resembling(Signs signs, Operand left)
    {
        signs.Need("/");
        var text = signs.UpTo('/').Replace("\\/", "/", StringComparison.Ordinal);
        var flags = signs.While(char.IsAsciiLetter);
        if (flags is not ("" or "i")) signs.Fail($"the flags {flags} are not supported");
        var pattern = Pattern.OfFilter(text, ignoreCase: flags == "i", out var fault);
        if (pattern is null) signs.Fail($"the pattern cannot be read: {fault}");
        return new Resembles(left, pattern!);
    }

    private static Operand ReadOperand(Signs signs)
    {
        signs.SkipBlanks();
        if (signs.Next is ('@' or '$') and var start)
        {
            signs.Take(start.ToString());
            var path = new JsonPath(signs.Text, JsonPathReader.Steps(signs, inFilter: true));
            if (!path.IsDefinite) signs.Fail("a path with several results inside a filter is not supported");
            return new Operand(null, path, FromRoot: start == '$');
        }
        if (signs.Next is ('\'' or '"') and var quote)
        {
            signs.Take(quote.ToString());
            return Literal(signs, $"\"{JsonEncodedText.Encode(signs.Quoted(quote))}\"");
        }
        if (signs.Take("[")) return Literal(signs, $"[{signs.UpTo(']').Replace('\'', '"')}]");
        return Literal(signs, signs.While(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '+' or '.'));
    }

    private static Operand Literal(Signs signs, string json)
    {
        var value = Members.Parse(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)), new Defects());
        if (value is null) signs.Fail(json.Length == 0 ? "a value is missing" : $"{json} is no value");
        return new Operand(value, null, FromRoot: false);
    }
}
