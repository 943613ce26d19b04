namespace Emulation.Control.JsonPaths;

/// <summary>A text that is read from left to right; the first fault ends it.</summary>
sealed class Signs(string text)
{
    private int _at;

    public string? Fault { get; private set; }

    public bool IsAtEnd => _at >= text.Length;

    /// <summary>The next sign; a null sign at the end.</summary>
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

    public void SkipBlanks() => While(sign => sign == ' ');

    /// <summary>What stands up to a closing quote, with backslashes undone; the opening one is taken already.</summary>
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

    /// <summary>What stands up to a sign, as it is.</summary>
    public string UpTo(char end)
    {
        var start = _at;
        while (!IsAtEnd && Next != end) _at += Next == '\\' ? 2 : 1;
        _at = Math.Min(_at, text.Length);
        var value = text[start.._at];
        Need(end.ToString());
        return value;
    }

    public void Fail(string what)
    {
        Fault ??= $"{what} at position {_at}";
        _at = text.Length;
    }
}
