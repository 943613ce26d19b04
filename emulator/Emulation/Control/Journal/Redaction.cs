using System.Text;

namespace Emulation.Control.Journals;

/// <summary>Removes the secrets from one exchange. A secret that was hidden in one place is hidden wherever else it occurs.</summary>
/// <param name="target">The request target; some names are secrets only on some paths.</param>
/// <param name="replacement">Gives the replacement for a secret, from its name.</param>
sealed class Redaction(string target, Func<string, string> replacement)
{
    private readonly List<(string Value, string Name)> _hidden = [];

    private Redaction(string target, Func<string, string> replacement, List<(string, string)> hidden) : this(target, replacement) =>
        _hidden = hidden;

    /// <summary>The same redaction with other replacements.</summary>
    public Redaction With(Func<string, string> other) => new(target, other, _hidden);

    public string Header(string name, string value) => Secrets.Find(name, SecretLocations.Header, target) switch
    {
        null => Text(value),
        { Shown: VisiblePart.Nothing } => Hide(name, value),
        { Shown: VisiblePart.Scheme } => Authorization(name, value),
        { Shown: VisiblePart.CookieNames } when name.StartsWith("Set-", StringComparison.OrdinalIgnoreCase) => Cookie(value, 1),
        _ => Cookie(value, int.MaxValue),
    };

    /// <summary>
    /// A target, a URL, a form, or a sentence that quotes one. A secret is taken to end at the next <c>&amp;</c> or blank, so that rather
    /// too much is hidden than too little.
    /// </summary>
    public string Text(string text) => HideRepeated(Parameters(text, ""));

    /// <summary>A body, as bytes, because a body that is not UTF-8 may contain secrets too.</summary>
    public byte[] Body(ReadOnlySpan<byte> body, bool isForm)
    {
        var text = Encoding.Latin1.GetString(body);
        var redacted = isForm
            ? Parameters(text, "")
            : Parameters(JsonRedaction.Members(text, IsMember, Hide, whole: true), "\"'\\<>");
        return Encoding.Latin1.GetBytes(HideRepeated(redacted));
    }

    /// <summary>JSON whose structure is kept: the value of a secret member is hidden unless it is an object or an array.</summary>
    public byte[] Json(ReadOnlySpan<byte> json)
    {
        var text = Encoding.Latin1.GetString(json);
        return Encoding.Latin1.GetBytes(HideRepeated(JsonRedaction.Members(text, IsMember, Hide, whole: false)));
    }

    private bool IsMember(string name) => Secrets.Find(name, SecretLocations.Member, target) is not null;

    private string Parameters(string text, string terminators)
    {
        if (!text.Contains('=', StringComparison.Ordinal)) return text;
        var redacted = new StringBuilder();
        var from = 0;
        while (text.IndexOf('=', from) is >= 0 and var character)
        {
            var start = character;
            while (start > from && !BeginsName(text[start - 1])) start--;
            var name = Http.Target.Decode(text.AsSpan(start, character - start)) ?? "";
            redacted.Append(text, from, character + 1 - from);
            from = character + 1;
            if (Secrets.Find(name, SecretLocations.Parameter, target) is null) continue;
            var end = from;
            while (end < text.Length && text[end] != '&' && !char.IsWhiteSpace(text[end]) && !terminators.Contains(text[end])) end++;
            var value = text[from..end];
            if (Http.Target.Decode(value.Replace('+', ' ')) is { } decoded && decoded != value) Remember(decoded, name);
            redacted.Append(Hide(name, value));
            from = end;
        }
        return redacted.Append(text, from, text.Length - from).ToString();
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

    private string Cookie(string value, int maxPairs)
    {
        var parts = value.Split(';');
        for (var i = 0; i < Math.Min(parts.Length, maxPairs); i++)
        {
            var character = parts[i].IndexOf('=', StringComparison.Ordinal);
            var name = character < 0 ? "cookie" : parts[i][..character].Trim();
            parts[i] = character < 0 ? Hide(name, parts[i]) : $"{parts[i][..character]}={Hide(name, parts[i][(character + 1)..])}";
        }
        return string.Join(';', parts);
    }

    private string Hide(string name, string value)
    {
        Remember(value, name);
        return replacement(name);
    }

    private void Remember(string value, string name)
    {
        if (value.Length >= Secrets.ShortestRepeatedSecret && !_hidden.Exists(one => one.Value == value)) _hidden.Add((value, name));
    }

    // Longer secrets first, because one may be the prefix of another.
    private string HideRepeated(string text)
    {
        foreach (var (value, name) in _hidden.OrderByDescending(one => one.Value.Length))
            text = text.Replace(value, replacement(name), StringComparison.Ordinal);
        return text;
    }

    private static bool BeginsName(char before) =>
        before is '&' or '?' or ';' or '"' or '\'' or '<' or '>' or '{' or ',' || char.IsWhiteSpace(before);
}
