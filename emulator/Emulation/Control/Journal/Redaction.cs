using System.Text;

namespace Emulation.Control.Journals;

/// <summary>Takes the secrets out of one exchange, and remembers them: what was hidden in one place is hidden in every other.</summary>
/// <param name="target">The request's target; some names are secret only in some places.</param>
/// <param name="mark">What stands instead of a secret of some name.</param>
sealed class Redaction(string target, Func<string, string> mark)
{
    private readonly List<(string Value, string Name)> _hidden = [];

    private Redaction(string target, Func<string, string> mark, List<(string, string)> hidden) : this(target, mark) => _hidden = hidden;

    /// <summary>The same, with something else in place of secrets.</summary>
    public Redaction With(Func<string, string> other) => new(target, other, _hidden);

    public string Header(string name, string value) => Secrets.Find(name, Places.Header, target) switch
    {
        null => Text(value),
        { Shown: Rest.Nothing } => Hide(name, value),
        { Shown: Rest.Scheme } => Authorization(name, value),
        { Shown: Rest.CookieNames } when name.StartsWith("Set-", StringComparison.OrdinalIgnoreCase) => Cookie(value, 1),
        _ => Cookie(value, int.MaxValue),
    };

    /// <summary>A target, a URL, a form, or a sentence that quotes one. A secret reaches to the next <c>&amp;</c> or blank: better too much is hidden than too little.</summary>
    public string Text(string text) => Known(Parameters(text, ""));

    /// <summary>A body, byte by byte: what is no UTF-8 may hold a secret too.</summary>
    public byte[] Body(ReadOnlySpan<byte> body, bool isForm)
    {
        var text = Encoding.Latin1.GetString(body);
        var shown = isForm
            ? Parameters(text, "")
            : Parameters(JsonRedaction.Members(text, IsMember, Hide, whole: true), "\"'\\<>");
        return Encoding.Latin1.GetBytes(Known(shown));
    }

    /// <summary>JSON that keeps its shape: what stands under a secret's name is hidden if it is no object and no array.</summary>
    public byte[] Json(ReadOnlySpan<byte> json)
    {
        var text = Encoding.Latin1.GetString(json);
        return Encoding.Latin1.GetBytes(Known(JsonRedaction.Members(text, IsMember, Hide, whole: false)));
    }

    private bool IsMember(string name) => Secrets.Find(name, Places.Member, target) is not null;

    private string Parameters(string text, string alsoEnds)
    {
        if (!text.Contains('=', StringComparison.Ordinal)) return text;
        var shown = new StringBuilder();
        var from = 0;
        while (text.IndexOf('=', from) is >= 0 and var sign)
        {
            var start = sign;
            while (start > from && !BeginsName(text[start - 1])) start--;
            var name = Http.Target.Decode(text.AsSpan(start, sign - start)) ?? "";
            shown.Append(text, from, sign + 1 - from);
            from = sign + 1;
            if (Secrets.Find(name, Places.Parameter, target) is null) continue;
            var end = from;
            while (end < text.Length && text[end] != '&' && !char.IsWhiteSpace(text[end]) && !alsoEnds.Contains(text[end])) end++;
            var value = text[from..end];
            if (Http.Target.Decode(value.Replace('+', ' ')) is { } decoded && decoded != value) Remember(decoded, name);
            shown.Append(Hide(name, value));
            from = end;
        }
        return shown.Append(text, from, text.Length - from).ToString();
    }

    private string Authorization(string name, string value)
    {
        var text = value.Trim();
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0 || !Secrets.Schemes.Contains(text[..blank], StringComparer.OrdinalIgnoreCase)) return Hide(name, value);
        var (scheme, rest) = (text[..blank], text[blank..].Trim());
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !string.Equals(scheme, Secrets.Signed, StringComparison.OrdinalIgnoreCase)) return $"{scheme} {Hide(name, rest)}";
        return $"{scheme} {rest[..colon]}:{Hide(name, rest[(colon + 1)..])}";
    }

    private string Cookie(string value, int most)
    {
        var parts = value.Split(';');
        for (var i = 0; i < Math.Min(parts.Length, most); i++)
        {
            var sign = parts[i].IndexOf('=', StringComparison.Ordinal);
            var name = sign < 0 ? "cookie" : parts[i][..sign].Trim();
            parts[i] = sign < 0 ? Hide(name, parts[i]) : $"{parts[i][..sign]}={Hide(name, parts[i][(sign + 1)..])}";
        }
        return string.Join(';', parts);
    }

    private string Hide(string name, string value)
    {
        Remember(value, name);
        return mark(name);
    }

    private void Remember(string value, string name)
    {
        if (value.Length >= Secrets.Telling && !_hidden.Exists(one => one.Value == value)) _hidden.Add((value, name));
    }

    // The longer first: one secret may be the beginning of another.
    private string Known(string text)
    {
        foreach (var (value, name) in _hidden.OrderByDescending(one => one.Value.Length)) text = text.Replace(value, mark(name), StringComparison.Ordinal);
        return text;
    }

    private static bool BeginsName(char before) => before is '&' or '?' or ';' or '"' or '\'' or '<' or '>' or '{' or ',' || char.IsWhiteSpace(before);
}
