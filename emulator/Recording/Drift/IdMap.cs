using System.Globalization;
using System.Text;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Drifts;

/// <summary>
/// The emulator's ids of what was created again, by the recorded ones, and every value that the emulator has returned. Ids are unique per
/// kind of item, so a mapping is found by the item's name first: the member around it, or the segment before it.
/// </summary>
sealed class IdMap
{
    private readonly Dictionary<(string Scope, string Id), string> _scoped = [];
    private readonly Dictionary<string, string> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _returned = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a member of this name identifies something.</summary>
    public static bool IsIdName(string name) =>
        name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Hex", StringComparison.Ordinal)
        || name is "uuid" or "source" or "target" || name.Contains("PublicKey", StringComparison.Ordinal);

    /// <summary>Whether a text may be an id by its form.</summary>
    public static bool IsIdForm(string text) => TextForms.Of(text)
        is TextForm.Number or TextForm.Digits or TextForm.Uuid or TextForm.Hex or TextForm.EntityId or TextForm.PublicKey;

    public void Learn(string scope, string recorded, string found)
    {
        if (recorded == found || recorded.Length == 0) return;
        _scoped[(Normal(scope), recorded)] = found;
        _last[recorded] = found;
    }

    /// <summary>
    /// A text in the same place of both answers, such as the name of something that was there before. It is used in later requests alone,
    /// since it says nothing of how answers differ.
    /// </summary>
    public void LearnValue(string recorded, string found)
    {
        if (recorded.Length is > 0 and <= 256 && recorded != found) _values.TryAdd(recorded, found);
    }

    public void Returned(string value)
    {
        if (value.Length is > 0 and <= 512) _returned.Add(value);
    }

    /// <summary>Whether the emulator has returned the value, so that it exists there.</summary>
    public bool IsKnown(string value) => _returned.Contains(value) || _last.ContainsKey(value) || _values.ContainsKey(value);

    /// <summary>The emulator's id for a recorded one; itself when none is known.</summary>
    public string Translate(string scope, string recorded) =>
        _scoped.TryGetValue((Normal(scope), recorded), out var scoped) ? scoped : _last.GetValueOrDefault(recorded, recorded);

    /// <summary>The emulator's value for a recorded one in a request.</summary>
    public string TranslateInRequest(string scope, string recorded) =>
        Translate(scope, recorded) is var id && id != recorded ? id : _values.GetValueOrDefault(recorded, recorded);

    /// <summary>A text with the ids in it translated, such as an address or an error text.</summary>
    public string TranslateAll(string text)
    {
        if (_last.Count == 0) return text;
        if (_last.TryGetValue(text, out var whole)) return whole;
        var translated = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && IsPart(text[end])) end++;
            if (end == start) end++;
            var token = text[start..end];
            // A short number may be anything.
            translated.Append(token.Length >= 4 ? _last.GetValueOrDefault(token, token) : token);
            start = end;
        }
        return translated.ToString();
    }

    private static bool IsPart(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';

    // The segment "adversaries" and the member "adversary" name the same kind.
    private static string Normal(string scope)
    {
        var word = scope.ToLower(CultureInfo.InvariantCulture);
        if (word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        return word.EndsWith('s') ? word[..^1] : word;
    }
}
