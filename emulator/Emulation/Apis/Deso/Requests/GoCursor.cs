namespace Emulation.Apis.Deso.Requests;

enum GoKind
{
    Object,
    Array,
    Text,
    Number,
    Flag,
    Null,
}

/// <summary>Iterates over one valid JSON value.</summary>
ref struct GoCursor
{
    private readonly ReadOnlySpan<byte> _json;
    private int _at;

    public GoCursor(ReadOnlySpan<byte> json)
    {
        _json = json;
        SkipBlanks();
        Kind = json[_at] switch
        {
            (byte)'{' => GoKind.Object,
            (byte)'[' => GoKind.Array,
            (byte)'"' => GoKind.Text,
            (byte)'t' or (byte)'f' => GoKind.Flag,
            (byte)'n' => GoKind.Null,
            _ => GoKind.Number,
        };
    }

    public GoKind Kind { get; }

    public void Members(List<(string Name, Range Value)> members)
    {
        _at++;
        while (More())
        {
            var name = GoText.Unquote(_json[Skip()]);
            SkipBlanks();
            _at++;
            members.Add((name, Skip()));
        }
    }

    public void Elements(List<Range> elements)
    {
        _at++;
        while (More()) elements.Add(Skip());
    }

    private bool More()
    {
        SkipBlanks();
        if (_json[_at] == ',') _at++;
        SkipBlanks();
        return _json[_at] is not ((byte)'}' or (byte)']');
    }

    private Range Skip()
    {
        SkipBlanks();
        var start = _at;
        var depth = 0;
        do
        {
            switch (_json[_at])
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    _at++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    _at++;
                    break;
                case (byte)'"':
                    SkipText();
                    break;
                case (byte)',' or (byte)':' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    _at++;
                    break;
                default:
                    SkipWord();
                    break;
            }
        }
        while (depth > 0);
        return start.._at;
    }

    private void SkipText()
    {
        for (_at++; _json[_at] != '"'; _at++)
            if (_json[_at] == '\\') _at++;
        _at++;
    }

    private void SkipWord()
    {
        var length = _json[_at..].IndexOfAny(",]} \t\r\n"u8);
        _at = length < 0 ? _json.Length : _at + length;
    }

    private void SkipBlanks()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') _at++;
    }
}
