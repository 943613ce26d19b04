using System.Globalization;

namespace Emulation.Control.JsonPaths;

/// <summary>Reads paths. What is not of the subset is a fault that names it.</summary>
static class JsonPathReader
{
    // Deeper than any document that is read, so that no text can exhaust the stack.
    private const int MostSteps = 200;

    public static JsonPath Whole(Signs signs)
    {
        // Jayway's reader takes a path without its root.
        if (signs.Next is not ('$' or '@')) return new JsonPath(signs.Text, [.. Name(signs, inFilter: false), .. Steps(signs, inFilter: false)]);
        signs.While(sign => sign is '$' or '@');
        var steps = Steps(signs, inFilter: false);
        if (!signs.IsAtEnd) signs.Fail($"'{signs.Next}' is not expected");
        return new JsonPath(signs.Text, steps);
    }

    public static IReadOnlyList<IStep> Steps(Signs signs, bool inFilter)
    {
        var steps = new List<IStep>();
        while (!signs.IsAtEnd && signs.Next is '.' or '[')
        {
            steps.AddRange(Step(signs, inFilter));
            if (steps.Count > MostSteps) signs.Fail($"more than {MostSteps} steps");
        }
        return steps;
    }

    private static IStep[] Step(Signs signs, bool inFilter)
    {
        var deep = signs.Take("..");
        if (!deep) signs.Take(".");
        if (signs.IsAtEnd) signs.Fail("a name is missing");
        IStep[] step = signs.Next == '[' ? [Bracket(signs)] : signs.Take("*") ? [new Everything()] : Name(signs, inFilter);
        return deep && step.Length == 1 ? [new Deep(step[0])] : step;
    }

    private static IStep[] Name(Signs signs, bool inFilter)
    {
        var name = signs.While(sign => sign is not ('.' or '[' or '(' or ' ' or '*') && !(inFilter && ")]=!<>~&|,".Contains(sign, StringComparison.Ordinal)));
        if (signs.Take("("))
        {
            signs.Need(")");
            if (name is "length" or "size") return [new Length()];
            signs.Fail($"the function {name}() is not supported");
        }
        if (name.Length == 0) signs.Fail("a name is missing");
        if (!inFilter && signs.Next is ' ' or '*') signs.Fail($"'{signs.Next}' in a name; write ['…']");
        return [new Member(name)];
    }

    private static IStep Bracket(Signs signs)
    {
        signs.Need("[");
        signs.SkipBlanks();
        var step = Inside(signs);
        signs.Need("]");
        return step;
    }

    private static IStep Inside(Signs signs)
    {
        if (signs.Take("*")) return new Everything();
        if (signs.Take("?"))
        {
            signs.Need("(");
            var condition = ConditionReader.Read(signs);
            signs.Need(")");
            return new Filter(condition);
        }
        if (signs.Next is ('\'' or '"') and var quote)
        {
            signs.Take(quote.ToString());
            var name = signs.Quoted(quote);
            signs.SkipBlanks();
            if (signs.Next == ',') signs.Fail("several names in one bracket are not supported");
            return new Member(name);
        }
        return Places(signs);
    }

    private static IStep Places(Signs signs)
    {
        var first = Number(signs);
        if (signs.Find(":"))
        {
            signs.SkipBlanks();
            var end = Number(signs);
            if (signs.Next == ':') signs.Fail("a slice with a step is not supported");
            return new Slice(first, end);
        }
        var places = new List<int?> { first };
        while (signs.Find(","))
        {
            signs.SkipBlanks();
            places.Add(Number(signs));
        }
        if (places.Contains(null)) signs.Fail("a place, a name in quotes, * or ?(…) is missing");
        return new Elements([.. places.Select(place => place ?? 0)]);
    }

    private static int? Number(Signs signs)
    {
        var digits = signs.While(sign => sign == '-' || char.IsAsciiDigit(sign));
        if (digits.Length == 0) return null;
        if (int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        signs.Fail($"{digits} is no place");
        return null;
    }
}
