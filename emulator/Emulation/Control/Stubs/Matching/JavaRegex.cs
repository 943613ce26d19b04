using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Emulation.Control.Stubs.Matching;

/// <summary>
/// Translates a Java regular expression to an equivalent one of .NET: <c>\d</c>, <c>\w</c> and <c>\s</c> are ASCII, a dot excludes every
/// line terminator (or none, with the flag s), and <c>\Q…\E</c> and <c>\p{Alpha}</c> are expanded. A feature without an equivalent is an
/// error that names it.
/// </summary>
sealed class JavaRegex
{
    private const string LineEnds = @"\n\r\x85\u2028\u2029";

    private static readonly string[] s_groups = ["(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>"];

    private readonly string _java;
    private readonly StringBuilder _net = new();
    private readonly Stack<bool> _outer = new();
    private bool _dotAll;
    private bool _quantified;
    private int _groups;
    private int _at;
    private string? _fault;

    private JavaRegex(string java, bool dotAll) => (_java, _dotAll) = (java, dotAll);

    /// <summary>Null, with the fault, when the expression uses a feature that .NET does not have.</summary>
    /// <param name="java">The expression.</param>
    /// <param name="dotAll">A dot matches any character even without the flag s.</param>
    /// <param name="fault">The feature that is not supported.</param>
    public static string? Translate(string java, bool dotAll, out string fault)
    {
        var reader = new JavaRegex(java, dotAll);
        while (reader._at < java.Length && reader._fault is null) reader.Next();
        fault = reader._fault ?? "";
        return reader._fault is null ? reader._net.ToString() : null;
    }

    private void Next()
    {
        var character = _java[_at++];
        var afterQuantifier = _quantified;
        _quantified = false;
        switch (character)
        {
            case '\\': Escape(); return;
            case '[': _net.Append(JavaCharacterClass.Read(_java, ref _at, out _fault)); return;
            case '(': Group(); return;
            case ')':
                if (!_outer.TryPop(out _dotAll)) Fail("a closing parenthesis that nothing opens");
                break;
            case '.': _net.Append(_dotAll ? "." : $"[^{LineEnds}]"); return;
            case '+' when afterQuantifier: Fail("a possessive quantifier"); return;
            case '?' when afterQuantifier: break;
            case '*' or '+' or '?': _quantified = true; break;
            case '{': Repetition(); return;
        }
        _net.Append(character);
    }

    private void Repetition()
    {
        var end = _java.IndexOf('}', _at);
        var inside = end < 0 ? "" : _java[_at..end];
        if (!Regex.IsMatch(inside, "^[0-9]+(,[0-9]*)?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
        {
            Fail("a brace that is no repetition; write \\{");
            return;
        }
        _net.Append('{').Append(inside).Append('}');
        (_at, _quantified) = (end + 1, true);
    }

    private void Group()
    {
        _outer.Push(_dotAll);
        if (++_groups > MatchLimits.Groups) Fail($"more than {MatchLimits.Groups} groups");
        if (_outer.Count > MatchLimits.ExpressionDepth) Fail($"more than {MatchLimits.ExpressionDepth} groups inside each other");
        var rest = _java.AsSpan(_at - 1);
        if (!rest.StartsWith("(?"))
        {
            _net.Append('(');
            return;
        }
        foreach (var known in s_groups)
        {
            if (!rest.StartsWith(known)) continue;
            Copy(known);
            return;
        }
        if (Match(@"^\(\?<[a-zA-Z][a-zA-Z0-9]*>") is { Length: > 0 } named) Copy(named);
        else if (Match(@"^\(\?[a-zA-Z]*(-[a-zA-Z]+)?[:)]") is { Length: > 0 } flags) Flags(flags);
        else Fail("an unknown kind of group");
    }

    private void Flags(string written)
    {
        // Without the flag u, Java ignores the case of ASCII letters only; the difference is a handful of characters.
        var flags = written[2..^1].Replace("u", "", StringComparison.Ordinal);
        if (flags.FirstOrDefault(flag => flag is not ('i' or 'm' or 's' or '-')) is var unknown and not '\0')
        {
            Fail($"the flag {unknown}");
            return;
        }
        var off = flags.IndexOf('-', StringComparison.Ordinal);
        var dot = flags.IndexOf('s', StringComparison.Ordinal);
        if (dot >= 0) _dotAll = off < 0 || dot < off;
        if (written.EndsWith(')')) _outer.Pop();
        _at += written.Length - 1;
        _net.Append(flags.Length > 0 ? $"(?{flags}{written[^1]}" : written.EndsWith(')') ? "" : "(?:");
    }

    private void Escape()
    {
        if (_at == _java.Length)
        {
            Fail("a backslash at the end");
            return;
        }
        if (_java.AsSpan(_at).StartsWith("Q"))
        {
            var end = _java.IndexOf("\\E", _at, StringComparison.Ordinal);
            _net.Append(Regex.Escape(_java[(_at + 1)..(end < 0 ? _java.Length : end)]));
            _at = end < 0 ? _java.Length : end + 2;
            return;
        }
        var character = _java[_at];
        if (character == 'R') Append(1, $@"(?:\r\n|[{LineEnds}\x0B\f])");
        else if (character is 'b' or 'B' or 'A' or 'Z' or 'z' or 'G' || char.IsBetween(character, '1', '9')) Append(1, $"\\{character}");
        else if (Match(@"^k<[a-zA-Z][a-zA-Z0-9]*>", _at) is { Length: > 0 } back) Append(back.Length, $"\\{back}");
        else if (JavaCharacterClass.Named(_java, _at, out var used, out var negated) is { } set)
            Append(used, $"[{(negated ? "^" : "")}{set}]");
        else if (JavaCharacterClass.Literal(_java, _at, out used) is { } literal) Append(used, literal);
        else Fail($"the escape \\{character}");
    }

    private string Match(string pattern, int? from = null) =>
        Regex.Match(_java[(from ?? (_at - 1))..], pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value;

    private void Copy(string group)
    {
        _net.Append(group);
        _at += group.Length - 1;
    }

    private void Append(int used, string net)
    {
        _net.Append(net);
        _at += used;
    }

    private void Fail(string what) =>
        _fault ??= string.Create(CultureInfo.InvariantCulture, $"{what} (before position {_at}) is not supported");
}
