using System.Text;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>
/// Expands a template: <c>[a|b]</c> is one of the alternatives, <c>{name}</c> a value of the story, <c>{^name}</c> the same with a capital
/// letter. Alternatives nest and may be empty.
/// </summary>
static class Template
{
    public static string Expand(string template, StoryFacts story, ref RandomStream random)
    {
        var text = new StringBuilder(template.Length * 2);
        Append(template, story, ref random, text);
        return text.ToString();
    }

    /// <summary>One of several templates, expanded.</summary>
    public static string Pick(string[] templates, StoryFacts story, ref RandomStream random) =>
        Expand(random.Pick(templates), story, ref random);

    private static void Append(ReadOnlySpan<char> template, StoryFacts story, ref RandomStream random, StringBuilder text)
    {
        while (!template.IsEmpty)
        {
            var at = template.IndexOfAny('[', '{');
            if (at < 0)
            {
                text.Append(template);
                return;
            }
            text.Append(template[..at]);
            var rest = template[at..];
            var end = EndOf(rest);
            var inner = rest[1..end];
            if (rest[0] == '[') Append(Alternative(inner, ref random), story, ref random, text);
            else AppendValue(inner, story, ref random, text);
            template = rest[(end + 1)..];
        }
    }

    private static void AppendValue(ReadOnlySpan<char> name, StoryFacts story, ref RandomStream random, StringBuilder text)
    {
        var capital = name[0] == '^';
        var value = Slots.Value(capital ? name[1..] : name, story, ref random);
        if (!capital || value.Length == 0) text.Append(value);
        else text.Append(char.ToUpperInvariant(value[0])).Append(value, 1, value.Length - 1);
    }

    private static ReadOnlySpan<char> Alternative(ReadOnlySpan<char> inner, ref RandomStream random)
    {
        var left = random.Below(1 + Bars(inner));
        while (true)
        {
            var bar = NextBar(inner);
            if (left-- == 0) return bar < 0 ? inner : inner[..bar];
            inner = inner[(bar + 1)..];
        }
    }

    private static int Bars(ReadOnlySpan<char> inner)
    {
        var count = 0;
        for (var bar = NextBar(inner); bar >= 0; bar = NextBar(inner))
        {
            count++;
            inner = inner[(bar + 1)..];
        }
        return count;
    }

    /// <summary>The first bar outside inner brackets; -1 when there is none.</summary>
    private static int NextBar(ReadOnlySpan<char> inner)
    {
        var depth = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '[') depth++;
            if (inner[i] == ']') depth--;
            if (inner[i] == '|' && depth == 0) return i;
        }
        return -1;
    }

    /// <summary>The position of the character that closes the first one.</summary>
    private static int EndOf(ReadOnlySpan<char> template)
    {
        if (template[0] == '{') return template.IndexOf('}');
        var depth = 0;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '[') depth++;
            if (template[i] == ']' && --depth == 0) return i;
        }
        throw new InvalidOperationException($"The template \"{template}\" has a bracket that is not closed.");
    }
}
