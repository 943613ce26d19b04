using System.Text;

namespace Emulation.Apis.Deso.Requests;

/// <summary>Finds the end of a JSON value, or its first error, with the texts of Go's encoding/json.</summary>
ref struct GoScanner(ReadOnlySpan<byte> json)
{
    private const int MaxDepth = 10_000;
    private const string CutOff = "unexpected end of JSON input";

    private readonly ReadOnlySpan<byte> _json = json;
    private readonly List<bool> _open = [];
    private int _at;
    private string? _fault;

    /// <summary>Null when the whole text is one value, surrounded by nothing but blanks.</summary>
    public static string? FaultOfWhole(ReadOnlySpan<byte> json)
    {
        var scanner = new GoScanner(json);
        if (!scanner.Value()) return scanner._fault;
        scanner.SkipBlanks();
        return scanner._at == json.Length ? null : Unexpected(json[scanner._at], "after top-level value");
    }

    /// <summary>
    /// Null when the text begins with a value, which ends at <paramref name="end"/>. The rest of the text is not examined.
    /// </summary>
    public static string? FaultOfFirst(ReadOnlySpan<byte> json, out int end)
    {
        var scanner = new GoScanner(json);
        scanner.SkipBlanks();
        end = scanner._at;
        if (end == json.Length) return "EOF";
        var whole = scanner.Value();
        end = scanner._at;
        if (whole) return null;
        return string.Equals(scanner._fault, CutOff, StringComparison.Ordinal) ? "unexpected EOF" : scanner._fault;
    }

    private bool Value()
    {
        while (true)
        {
            SkipBlanks();
            if (_at == _json.Length) return Fail(CutOff);
            var opened = _json[_at] is (byte)'{' or (byte)'[';
            if (opened)
            {
                var isObject = _json[_at++] == '{';
                _open.Add(isObject);
                if (_open.Count > MaxDepth) return Fail("exceeded max depth");
                SkipBlanks();
                if (_at == _json.Length) return Fail(CutOff);
                if (_json[_at] != (isObject ? '}' : ']'))
                {
                    if (isObject && !Key()) return false;
                    continue;
                }
            }
            else if (!Scalar())
            {
                return false;
            }
            if (!Next(out var done)) return false;
            if (done) return true;
        }
    }

    /// <summary>After a value: closes the containers that end here, and moves to the next element or member if there is one.</summary>
    private bool Next(out bool done)
    {
        done = false;
        while (_open.Count > 0)
        {
            SkipBlanks();
            if (_at == _json.Length) return Fail(CutOff);
            var isObject = _open[^1];
            var character = _json[_at];
            if (character == (isObject ? '}' : ']'))
            {
                _at++;
                _open.RemoveAt(_open.Count - 1);
                continue;
            }
            if (character != ',') return Fail(Unexpected(character, isObject ? "after object key:value pair" : "after array element"));
            _at++;
            return !isObject || Key();
        }
        done = true;
        return true;
    }

    private bool Key()
    {
        SkipBlanks();
        if (_at == _json.Length) return Fail(CutOff);
        if (_json[_at] != '"') return Fail(Unexpected(_json[_at], "looking for beginning of object key string"));
        if (!Text()) return false;
        SkipBlanks();
        if (_at == _json.Length) return Fail(CutOff);
        if (_json[_at] != ':') return Fail(Unexpected(_json[_at], "after object key"));
        _at++;
        return true;
    }

    private bool Scalar() => _json[_at] switch
    {
        (byte)'"' => Text(),
        (byte)'t' => Literal("true"u8),
        (byte)'f' => Literal("false"u8),
        (byte)'n' => Literal("null"u8),
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(),
        var other => Fail(Unexpected(other, "looking for beginning of value")),
    };

    private bool Text()
    {
        for (_at++; _at < _json.Length; _at++)
        {
            var character = _json[_at];
            if (character == '"')
            {
                _at++;
                return true;
            }
            if (character < 0x20) return Fail(Unexpected(character, "in string literal"));
            if (character == '\\' && !Escape()) return false;
        }
        return Fail(CutOff);
    }

    private bool Escape()
    {
        if (++_at == _json.Length) return Fail(CutOff);
        if (_json[_at] != 'u') return "\"\\/bfnrt"u8.Contains(_json[_at]) || Fail(Unexpected(_json[_at], "in string escape code"));
        for (var i = 0; i < 4; i++)
        {
            if (++_at == _json.Length) return Fail(CutOff);
            if (!char.IsAsciiHexDigit((char)_json[_at])) return Fail(Unexpected(_json[_at], "in \\u hexadecimal character escape"));
        }
        return true;
    }

    private bool Number()
    {
        if (_json[_at] == '-') _at++;
        if (!Digit("in numeric literal")) return false;
        if (_json[_at++] != '0') SkipDigits();
        if (_at < _json.Length && _json[_at] == '.')
        {
            _at++;
            if (!Digit("after decimal point in numeric literal")) return false;
            SkipDigits();
        }
        if (_at == _json.Length || (_json[_at] | 0x20) != 'e') return true;
        _at++;
        if (_at < _json.Length && _json[_at] is (byte)'+' or (byte)'-') _at++;
        if (!Digit("in exponent of numeric literal")) return false;
        SkipDigits();
        return true;
    }

    private bool Digit(string where)
    {
        if (_at == _json.Length) return Fail(CutOff);
        return char.IsAsciiDigit((char)_json[_at]) || Fail(Unexpected(_json[_at], where));
    }

    private void SkipDigits()
    {
        while (_at < _json.Length && char.IsAsciiDigit((char)_json[_at])) _at++;
    }

    private bool Literal(ReadOnlySpan<byte> word)
    {
        for (var i = 0; i < word.Length; i++, _at++)
        {
            if (_at == _json.Length) return Fail(CutOff);
            if (_json[_at] != word[i])
                return Fail(Unexpected(_json[_at], $"in literal {Encoding.ASCII.GetString(word)} (expecting '{(char)word[i]}')"));
        }
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') _at++;
    }

    private bool Fail(string fault)
    {
        _fault = fault;
        return false;
    }

    private static string Unexpected(byte character, string where) => $"invalid character {Quoted((char)character)} {where}";

    private static string Quoted(char character) => character switch
    {
        '\'' => @"'\''",
        '"' => "'\"'",
        '\\' => @"'\\'",
        '\a' => @"'\a'",
        '\b' => @"'\b'",
        '\f' => @"'\f'",
        '\n' => @"'\n'",
        '\r' => @"'\r'",
        '\t' => @"'\t'",
        '\v' => @"'\v'",
        < ' ' or '\x7f' => $@"'\x{(int)character:x2}'",
        > '\x7f' and <= '\xa0' or '\xad' => $@"'\u{(int)character:x4}'",
        _ => $"'{character}'",
    };
}
