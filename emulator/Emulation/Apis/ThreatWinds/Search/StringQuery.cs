using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>What a string query looks for in one place.</summary>
/// <param name="Field">Where; null: wherever the query looks.</param>
/// <param name="Text">A word, several, or a pattern.</param>
/// <param name="IsPhrase">It stood in quotes.</param>
/// <param name="Slop">How loose the phrase may be.</param>
/// <param name="Edits">How far off the word may be.</param>
/// <param name="Range">A range clause, as JSON.</param>
sealed record Piece(string? Field, string Text, bool IsPhrase = false, int? Slop = null, int? Edits = null, string? Range = null);

/// <summary>
/// The language of query_string (AND, OR, NOT, + - ! &amp;&amp; ||, brackets, field:value, ranges) and of simple_query_string
/// (+ | -, brackets, quotes, *), which forgives everything.
/// </summary>
sealed class StringQuery(string text, bool simple, bool all, Func<Piece, Clause> make)
{
    private const int MostDepth = 20;
    private const string Ends = " \t\r\n()\"";

    private int _at;
    private bool _broken;

    /// <summary>Null: the string cannot be read.</summary>
    public Clause? Read()
    {
        var clause = Group(null, 0);
        if (_at < text.Length && !simple) _broken = true;
        return _broken && !simple ? null : clause;
    }

    public static bool HasLeadingWildcard(string text) =>
        text.Split([' ', ':', '('], StringSplitOptions.RemoveEmptyEntries).Any(word => word[0] is '*' or '?' && word.Length > 1);

    private Clause Group(string? field, int depth)
    {
        var (must, should, not) = (new List<Clause>(), new List<Clause>(), new List<Clause>());
        var (joinedByAnd, joinedByOr) = (false, false);
        if (depth > MostDepth) _broken = true;
        while (!_broken && !AtEnd())
        {
            if (Operator("AND", "&&"))
            {
                // AND takes the clause before it along.
                if (should.Count > 0) Move(should, must);
                (joinedByAnd, joinedByOr) = (true, false);
                continue;
            }
            if (Operator("OR", "||") || (simple && Take('|')))
            {
                (joinedByAnd, joinedByOr) = (false, true);
                // In the simple language a bar between two words makes either enough.
                if (simple && must.Count > 0) Move(must, should);
                continue;
            }
            var required = Take('+');
            var negated = Take('-') || (!simple && (Take('!') || Operator("NOT", "NOT")));
            if (AtEnd()) break;
            var clause = One(field, depth);
            if (negated) not.Add(clause);
            else if (required || joinedByAnd || (all && !joinedByOr && !BarFollows())) must.Add(clause);
            else should.Add(clause);
            (joinedByAnd, joinedByOr) = (false, false);
        }
        var atLeast = must.Count == 0 && should.Count > 0;
        return document => must.TrueForAll(one => one(document)) && !not.Exists(one => one(document)) && (!atLeast || should.Exists(one => one(document)));
    }

    private Clause One(string? field, int depth)
    {
        if (Take('('))
        {
            var inner = Group(field, depth + 1);
            if (!Take(')')) _broken = true;
            return inner;
        }
        if (Take('"')) return make(Phrase(field));
        var word = Word(out var colon);
        if (colon && word.Length > 0) return Named(word, depth);
        if (word.Length == 0)
        {
            _broken = true;
            _at++;
            return _ => false;
        }
        return make(Finished(field, word));
    }

    private Clause Named(string field, int depth)
    {
        if (_at < text.Length && text[_at] is '[' or '{') return make(Range(field));
        if (_at < text.Length && text[_at] == '(') return One(field, depth);
        if (_at < text.Length && text[_at] is '>' or '<') return make(Compared(field));
        if (Take('"')) return make(Phrase(field));
        var word = Word(out _, alsoColons: true);
        if (word.Length == 0) _broken = true;
        return make(Finished(field, word));
    }

    private Piece Phrase(string? field)
    {
        var phrase = new StringBuilder();
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] == '\\' && _at + 1 < text.Length) _at++;
            phrase.Append(text[_at++]);
        }
        if (_at == text.Length) _broken = true;
        _at++;
        return new Piece(field, phrase.ToString(), IsPhrase: true, Slop: Tilde());
    }

    private static Piece Finished(string? field, string word)
    {
        var tilde = word.LastIndexOf('~');
        if (tilde > 0 && (tilde == word.Length - 1 || (int.TryParse(word.AsSpan(tilde + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var edits) && edits <= 2)))
            return new Piece(field, word[..tilde], Edits: tilde == word.Length - 1 ? 2 : word[tilde + 1] - '0');
        var caret = word.LastIndexOf('^');
        return new Piece(field, caret > 0 ? word[..caret] : word);
    }

    private Piece Range(string field)
    {
        var open = text[_at++] == '[';
        var end = text.AsSpan(_at).IndexOfAny(']', '}');
        if (end < 0 || text.Substring(_at, end).Split(" TO ") is not [var from, var to])
        {
            _broken = true;
            return new Piece(field, "");
        }
        var close = text[_at + end] == ']';
        _at += end + 1;
        return Between(field, (open ? "gte" : "gt", from.Trim()), (close ? "lte" : "lt", to.Trim()));
    }

    private Piece Compared(string field)
    {
        var sign = text[_at++];
        var equal = Take('=');
        var comparison = sign == '>' ? (equal ? "gte" : "gt") : equal ? "lte" : "lt";
        return Between(field, (comparison, Word(out _, alsoColons: true)), ("", "*"));
    }

    private static Piece Between(string field, params ReadOnlySpan<(string Comparison, string Bound)> bounds)
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
        return new Piece(field, "", Range: Encoding.UTF8.GetString(buffer.WrittenSpan));
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

    private int? Tilde()
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

    private bool Take(char sign)
    {
        if (_at >= text.Length || text[_at] != sign) return false;
        _at++;
        return true;
    }

    private bool Operator(string word, string signs)
    {
        if (simple) return false;
        foreach (var name in new[] { word, signs })
        {
            if (!text.AsSpan(_at).StartsWith(name, StringComparison.Ordinal)) continue;
            if (char.IsLetter(name[0]) && _at + name.Length < text.Length && !char.IsWhiteSpace(text[_at + name.Length]) && text[_at + name.Length] != '(') continue;
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
