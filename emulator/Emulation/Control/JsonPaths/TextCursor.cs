namespace Emulation.Control.JsonPaths;

/// <summary>Reads a text from left to right; the first fault ends it.</summary>
sealed class TextCursor(string text)
{
    private int _at;
    private int _depth;

    public string? Fault { get; private set; }

    public bool IsAtEnd => _at >= text.Length;

    /// <summary>The next character; a null character at the end.</summary>
    public char Next => IsAtEnd ? '\0' : text[_at];

    public string Text => text;

    public bool Take(string expected)
    {
        if (!text.AsSpan(_at).StartsWith(expected)) return false;
        _at += expected.Length;
        return true;
    }

    /// <summary>The same after blanks.</summary>
    public bool Find(string expected)
    {
        SkipBlanks();
        return Take(expected);
    }

    public void Need(string expected)
    {
        if (!Find(expected)) Fail($"'{expected}' is missing");
    }

    public string While(Func<char, bool> belongs)
    {
        var start = _at;
        while (!IsAtEnd && belongs(text[_at])) _at++;
        return text[start.._at];
    }

    public void SkipBlanks() => While(character => character == ' ');

    /// <summary>The text up to a closing quote, with backslashes undone; the opening one was read already.</summary>
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

    /// <summary>The text up to a character, as it is.</summary>
    public string UpTo(char end)
    {
        var start = _at;
        while (!IsAtEnd && Next != end) _at += Next == '\\' ? 2 : 1;
        _at = Math.Min(_at, text.Length);
        var value = text[start.._at];
        Need(end.ToString());
        return value;
    }

    /// <summary>Enters a nested part; false, with a fault, when it is nested too deeply.</summary>
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
