using System.Globalization;

namespace Emulation.Control.JsonPaths;

/// <summary>Parses JSONPath expressions. A feature outside the subset is a fault that names it.</summary>
static class JsonPathReader
{
    // More than any document is deep, and few enough that no expression can exhaust the stack.
    private const int MaxSteps = 200;

    public static JsonPath Read(TextCursor cursor)
    {
        // Jayway's parser accepts a path without its root.
        if (cursor.Next is not ('$' or '@'))
            return new JsonPath(cursor.Text, [.. Name(cursor, inFilter: false), .. Steps(cursor, inFilter: false)]);
        cursor.While(character => character is '$' or '@');
        var steps = Steps(cursor, inFilter: false);
        if (!cursor.IsAtEnd) cursor.Fail($"'{cursor.Next}' is not expected");
        return new JsonPath(cursor.Text, steps);
    }

    public static IReadOnlyList<IStep> Steps(TextCursor cursor, bool inFilter)
    {
        var steps = new List<IStep>();
        if (!cursor.Enter()) return steps;
        while (!cursor.IsAtEnd && cursor.Next is '.' or '[')
        {
            steps.AddRange(Step(cursor, inFilter));
            if (steps.Count > MaxSteps) cursor.Fail($"more than {MaxSteps} steps");
        }
        cursor.Leave();
        return steps;
    }

    private static IStep[] Step(TextCursor cursor, bool inFilter)
    {
        var deep = cursor.Take("..");
        if (!deep) cursor.Take(".");
        if (cursor.IsAtEnd) cursor.Fail("a name is missing");
        IStep[] step = cursor.Next == '[' ? [Bracket(cursor)] : cursor.Take("*") ? [new WildcardStep()] : Name(cursor, inFilter);
        return deep && step.Length == 1 ? [new DescendantStep(step[0])] : step;
    }

    private static IStep[] Name(TextCursor cursor, bool inFilter)
    {
        var name = cursor.While(character =>
            character is not ('.' or '[' or '(' or ' ' or '*')
            && !(inFilter && ")]=!<>~&|,".Contains(character, StringComparison.Ordinal)));
        if (cursor.Take("("))
        {
            cursor.Need(")");
            if (name is "length" or "size") return [new LengthStep()];
            cursor.Fail($"the function {name}() is not supported");
        }
        if (name.Length == 0) cursor.Fail("a name is missing");
        if (!inFilter && cursor.Next is ' ' or '*') cursor.Fail($"'{cursor.Next}' in a name; write ['…']");
        return [new MemberStep(name)];
    }

    private static IStep Bracket(TextCursor cursor)
    {
        cursor.Need("[");
        cursor.SkipBlanks();
        var step = Inside(cursor);
        cursor.Need("]");
        return step;
    }

    private static IStep Inside(TextCursor cursor)
    {
        if (cursor.Take("*")) return new WildcardStep();
        if (cursor.Take("?"))
        {
            cursor.Need("(");
            var condition = ConditionReader.Read(cursor);
            cursor.Need(")");
            return new FilterStep(condition);
        }
        if (cursor.Next is ('\'' or '"') and var quote)
        {
            cursor.Take(quote.ToString());
            var name = cursor.Quoted(quote);
            cursor.SkipBlanks();
            if (cursor.Next == ',') cursor.Fail("several names in one bracket are not supported");
            return new MemberStep(name);
        }
        return Indexes(cursor);
    }

    private static IStep Indexes(TextCursor cursor)
    {
        var first = Number(cursor);
        if (cursor.Find(":"))
        {
            cursor.SkipBlanks();
            var end = Number(cursor);
            if (cursor.Next == ':') cursor.Fail("a slice with a step is not supported");
            return new SliceStep(first, end);
        }
        var indexes = new List<int?> { first };
        while (cursor.Find(","))
        {
            cursor.SkipBlanks();
            indexes.Add(Number(cursor));
        }
        if (indexes.Contains(null)) cursor.Fail("a place, a name in quotes, * or ?(…) is missing");
        return new IndexStep([.. indexes.Select(place => place ?? 0)]);
    }

    private static int? Number(TextCursor cursor)
    {
        var digits = cursor.While(character => character == '-' || char.IsAsciiDigit(character));
        if (digits.Length == 0) return null;
        if (int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        cursor.Fail($"{digits} is no place");
        return null;
    }
}
