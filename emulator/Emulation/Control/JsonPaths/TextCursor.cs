namespace Emulation.Control.JsonPaths;

/// <summary>Reads a text from left to right until its end or the first fault.</summary>
sealed class TextCursor(string text)
{
    private int _at;
    private int _depth;

    public string? Fault { get; private set; }

    public bool IsAtEnd => _at >= text.Length;

    /// <summary>The next character; <c>\0</c> at the end.</summary>
    public char Next => IsAtEnd ? '\0' : text[_at];

    public string Text => text;

    public bool Take(string expected)
    {
        if (!text.AsSpan(_at).StartsWith(expected)) return false;
        _at += expected.Length;
        return true;
    }

    /// <summary>Like <see cref="Take"/>, after skipping blanks.</summary>
    public bool Find(string expected)
    {
        SkipBlanks();
        return Take(expected);
    }

    public void Need(string expected)
    {
        if (!Find(expected)) Fail($"'{expected}' is missing");
    }

    public string While(Func<char, bool> predicate)
    {
        var start = _at;
        while (!IsAtEnd && predicate(text[_at])) _at++;
        return text[start.._at];
    }

    public void SkipBlanks() => While(character => character == ' ');

    /// <summary>The text up to a closing quote, unescaped; the opening quote was already read.</summary>
    public string Quoted(char quote)
    {
        var value = new System.Text.StringBuilder();
        while (!IsAtEnd && Next != quote)
        {
            if (Next == '\\' && _at + 1 < text.Length) _at++;
            value.Append(text[_at++]);
        }
        Need(quote.ToString());
        return value.ToString();
    }

    /// <summary>The text up to a character, with its escapes.</summary>
    public string UpTo(char end)
    {
        var start = _at;
        while (!IsAtEnd && Next != end) _at += Next == '\\' ? 2 : 1;
        _at = Math.Min(_at, text.Length);
        var value = text[start.._at];
        Need(end.ToString());
        return value;
    }

    /// <summary>Enters a nested part; false, with a fault, when the nesting is too deep.</summary>
    public bool Enter()
    {
        if (++_depth <= MatchLimits.ExpressionDepth) return true;
        Fail($"more than {MatchLimits.ExpressionDepth} brackets, parentheses and filters inside each other");
        return false;
    }

    public void Leave() => _depth--;

    public void Fail(string what)
    {
        Fault ??= $"{what} at position {_at}";
        _at = text.Length;
    }
}
