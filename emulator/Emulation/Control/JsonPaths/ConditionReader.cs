using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.JsonPaths;

/// <summary>Reads the condition of a filter, <c>[?(…)]</c>.</summary>
static class ConditionReader
{
    // Longer operators precede their prefixes; === and similar operators are not supported.
    private static readonly (string Text, Relation Relation)[] s_relations =
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

    public static ICondition Read(TextCursor cursor) => Or(cursor);

    // Alternatives are a list and not nested pairs, so that a long condition is not deeply nested.
    private static ICondition Or(TextCursor cursor)
    {
        if (!cursor.Enter()) return new AnyOf([]);
        var parts = new List<ICondition> { And(cursor) };
        while (cursor.Find("||")) parts.Add(And(cursor));
        cursor.Leave();
        return parts.Count == 1 ? parts[0] : new AnyOf(parts);
    }

    private static ICondition And(TextCursor cursor)
    {
        var parts = new List<ICondition> { Not(cursor) };
        while (cursor.Find("&&")) parts.Add(Not(cursor));
        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    private static ICondition Not(TextCursor cursor)
    {
        var negated = false;
        while (cursor.Find("!")) negated = !negated;
        var condition = cursor.Find("(") ? Nested(cursor) : ReadComparison(cursor);
        return negated ? new Negation(condition) : condition;
    }

    private static ICondition Nested(TextCursor cursor)
    {
        var condition = Or(cursor);
        cursor.Need(")");
        return condition;
    }

    private static ICondition ReadComparison(TextCursor cursor)
    {
        var left = ReadOperand(cursor);
        if (cursor.Find("=~")) return ReadRegexCondition(cursor, left);
        foreach (var (written, relation) in s_relations)
        {
            if (!cursor.Find(written)) continue;
            if (cursor.Next == '=') cursor.Fail($"the operator {written}= is not supported");
            return new Comparison(left, relation, ReadOperand(cursor));
        }
        cursor.SkipBlanks();
        if (cursor.Next is not (')' or '&' or '|'))
        {
            var unknown = cursor.While(character => character is not (' ' or ')'));
            cursor.Fail($"'{unknown}' is no operator of the supported ==, !=, <, <=, >, >=, =~, in, nin, contains");
        }
        if (left.Path is null) cursor.Fail("a value that is compared with nothing");
        return new Exists(left);
    }

    private static RegexCondition ReadRegexCondition(TextCursor cursor, Operand left)
    {
        cursor.Need("/");
        var text = cursor.UpTo('/').Replace("\\/", "/", StringComparison.Ordinal);
        var flags = cursor.While(char.IsAsciiLetter);
        if (flags is not ("" or "i")) cursor.Fail($"the flags {flags} are not supported");
        var pattern = Pattern.OfFilter(text, ignoreCase: flags == "i", out var fault);
        if (pattern is null) cursor.Fail($"the pattern cannot be read: {fault}");
        return new RegexCondition(left, pattern!);
    }

    private static Operand ReadOperand(TextCursor cursor)
    {
        cursor.SkipBlanks();
        if (cursor.Next is ('@' or '$') and var start)
        {
            cursor.Take(start.ToString());
            var path = new JsonPath(cursor.Text, JsonPathReader.Steps(cursor, inFilter: true));
            if (!path.IsDefinite) cursor.Fail("a path with several results inside a filter is not supported");
            return new Operand(null, path, FromRoot: start == '$');
        }
        if (cursor.Next is ('\'' or '"') and var quote)
        {
            cursor.Take(quote.ToString());
            return Literal(cursor, $"\"{JsonEncodedText.Encode(cursor.Quoted(quote))}\"");
        }
        if (cursor.Take("[")) return Literal(cursor, $"[{cursor.UpTo(']').Replace('\'', '"')}]");
        return Literal(cursor, cursor.While(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '+' or '.'));
    }

    private static Operand Literal(TextCursor cursor, string json)
    {
        var value = Members.Parse(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)), new Defects());
        if (value is null) cursor.Fail(json.Length == 0 ? "a value is missing" : $"{json} is no value");
        return new Operand(value, null, FromRoot: false);
    }
}
