using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>A term of a string query.</summary>
/// <param name="Field">The field; null: the fields of the query.</param>
/// <param name="Text">A word, several words, or a pattern.</param>
/// <param name="IsPhrase">The text was in quotes.</param>
/// <param name="Slop">The allowed number of other words in the phrase.</param>
/// <param name="Edits">The allowed edit distance.</param>
/// <param name="Range">A range clause, as JSON.</param>
sealed record StringQueryTerm(string? Field, string Text, bool IsPhrase = false, int? Slop = null, int? Edits = null, string? Range = null);

/// <summary>
/// The language of query_string (AND, OR, NOT, + - ! &amp;&amp; ||, brackets, field:value, ranges) and of simple_query_string
/// (+ | -, brackets, quotes, *), which has no syntax errors.
/// </summary>
sealed class StringQuery(string text, bool simple, bool all, Func<StringQueryTerm, Clause> make)
{
    private const int MaxDepth = 20;
    private const string Ends = " \t\r\n()\"";

    private int _at;
    private bool _hasError;

    /// <summary>Null when the string has a syntax error.</summary>
    public Clause? Read()
    {
        var clause = Group(null, 0);
        if (_at < text.Length && !simple) _hasError = true;
        return _hasError && !simple ? null : clause;
    }

    public static bool HasLeadingWildcard(string text) =>
        text.Split([' ', ':', '('], StringSplitOptions.RemoveEmptyEntries).Any(word => word[0] is '*' or '?' && word.Length > 1);

    private Clause Group(string? field, int depth)
    {
        var (must, should, not) = (new List<Clause>(), new List<Clause>(), new List<Clause>());
        var (joinedByAnd, joinedByOr) = (false, false);
        if (depth > MaxDepth) _hasError = true;
        while (!_hasError && !AtEnd())
        {
            if (Operator("AND", "&&"))
            {
                // AND makes the clause before it required too.
                if (should.Count > 0) Move(should, must);
                (joinedByAnd, joinedByOr) = (true, false);
                continue;
            }
            if (Operator("OR", "||") || (simple && Take('|')))
            {
                (joinedByAnd, joinedByOr) = (false, true);
                // In the simple language, a bar between two words makes either sufficient.
                if (simple && must.Count > 0) Move(must, should);
                continue;
            }
            var required = Take('+');
            var negated = Take('-') || (!simple && (Take('!') || Operator("NOT", "NOT")));
            if (AtEnd()) break;
            var clause = Operand(field, depth);
            if (negated) not.Add(clause);
            else if (required || joinedByAnd || (all && !joinedByOr && !BarFollows())) must.Add(clause);
            else should.Add(clause);
            (joinedByAnd, joinedByOr) = (false, false);
        }
        var needsOne = must.Count == 0 && should.Count > 0;
        return document => must.TrueForAll(clause => clause(document))
            && !not.Exists(clause => clause(document))
            && (!needsOne || should.Exists(clause => clause(document)));
    }

    private Clause Operand(string? field, int depth)
    {
        if (Take('('))
        {
            var inner = Group(field, depth + 1);
            if (!Take(')')) _hasError = true;
            return inner;
        }
        if (Take('"')) return make(Phrase(field));
        var word = Word(out var colon);
        if (colon && word.Length > 0) return Named(word, depth);
        if (word.Length == 0)
        {
            _hasError = true;
            _at++;
            return _ => false;
        }
        return make(WithModifiers(field, word));
    }

    private Clause Named(string field, int depth)
    {
        if (_at < text.Length && text[_at] is '[' or '{') return make(Range(field));
        if (_at < text.Length && text[_at] == '(') return Operand(field, depth);
        if (_at < text.Length && text[_at] is '>' or '<') return make(Compared(field));
        if (Take('"')) return make(Phrase(field));
        var word = Word(out _, alsoColons: true);
        if (word.Length == 0) _hasError = true;
        return make(WithModifiers(field, word));
    }

    private StringQueryTerm Phrase(string? field)
    {
        var phrase = new StringBuilder();
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] == '\\' && _at + 1 < text.Length) _at++;
            phrase.Append(text[_at++]);
        }
        if (_at == text.Length) _hasError = true;
        _at++;
        return new StringQueryTerm(field, phrase.ToString(), IsPhrase: true, Slop: ReadSlop());
    }

    private static StringQueryTerm WithModifiers(string? field, string word)
    {
        var tilde = word.LastIndexOf('~');
        if (tilde > 0 && tilde == word.Length - 1) return new StringQueryTerm(field, word[..tilde], Edits: 2);
        if (tilde > 0 && int.TryParse(word.AsSpan(tilde + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var edits) && edits <= 2)
            return new StringQueryTerm(field, word[..tilde], Edits: word[tilde + 1] - '0');
        var caret = word.LastIndexOf('^');
        return new StringQueryTerm(field, caret > 0 ? word[..caret] : word);
    }

    private StringQueryTerm Range(string field)
    {
        var open = text[_at++] == '[';
        var end = text.AsSpan(_at).IndexOfAny(']', '}');
        if (end < 0 || text.Substring(_at, end).Split(" TO ") is not [var from, var to])
        {
            _hasError = true;
            return new StringQueryTerm(field, "");
        }
        var close = text[_at + end] == ']';
        _at += end + 1;
        return Between(field, (open ? "gte" : "gt", from.Trim()), (close ? "lte" : "lt", to.Trim()));
    }

    private StringQueryTerm Compared(string field)
    {
        var character = text[_at++];
        var equal = Take('=');
        var comparison = character == '>' ? (equal ? "gte" : "gt") : equal ? "lte" : "lt";
        return Between(field, (comparison, Word(out _, alsoColons: true)), ("", "*"));
    }

    private static StringQueryTerm Between(string field, params ReadOnlySpan<(string Comparison, string Bound)> bounds)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(field);
            foreach (var (comparison, bound) in bounds)
                if (bound != "*") json.WriteString(comparison, bound.Trim('"'));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return new StringQueryTerm(field, "", Range: Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private string Word(out bool colon, bool alsoColons = false)
    {
        var word = new StringBuilder();
        colon = false;
        while (_at < text.Length && !Ends.Contains(text[_at], StringComparison.Ordinal) && !(simple && text[_at] == '|'))
        {
            if (text[_at] == ':' && !simple && !alsoColons)
            {
                _at++;
                colon = true;
                break;
            }
            if (text[_at] == '\\' && _at + 1 < text.Length) _at++;
            word.Append(text[_at++]);
        }
        return word.ToString();
    }

    private int? ReadSlop()
    {
        if (!Take('~')) return null;
        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]) && _at - start < 4) _at++;
        return _at == start ? null : int.Parse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
    }

    private bool AtEnd()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        return _at >= text.Length || text[_at] == ')';
    }

    private bool BarFollows()
    {
        var at = _at;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at < text.Length && (simple ? text[at] == '|' : text.AsSpan(at).StartsWith("OR ") || text.AsSpan(at).StartsWith("||"));
    }

    private bool Take(char character)
    {
        if (_at >= text.Length || text[_at] != character) return false;
        _at++;
        return true;
    }

    private bool Operator(string word, string characters)
    {
        if (simple) return false;
        foreach (var name in new[] { word, characters })
        {
            if (!text.AsSpan(_at).StartsWith(name, StringComparison.Ordinal)) continue;
            var end = _at + name.Length;
            var isPartOfWord = char.IsLetter(name[0]) && end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '(';
            if (isPartOfWord) continue;
            _at += name.Length;
            return true;
        }
        return false;
    }

    private static void Move(List<Clause> from, List<Clause> to)
    {
        to.Add(from[^1]);
        from.RemoveAt(from.Count - 1);
    }
}
