namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>
/// Splits text into words as the engine does: runs of letters, digits and underscores, in lower case. 8.8.8.8 is four words.
/// </summary>
static class Tokenizer
{
    public static List<string> Tokenize(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.IsSurrogate(text[i]));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add(text[start..i].ToLowerInvariant());
            start = -1;
        }
        return words;
    }
}
