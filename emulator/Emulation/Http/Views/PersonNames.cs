namespace Emulation.Http.Views;

/// <summary>Names of people, which each API spells in its own way: <c>ada.moor</c>, <c>Ada_Moor</c>, <c>Ada Moor</c>.</summary>
static class PersonNames
{
    private const string Separators = ". _-";

    /// <summary>A name as it is, and in lower case with one separator; only the first when it does not look like a name.</summary>
    public static IEnumerable<string> Spellings(string name, char separator)
    {
        yield return name;
        if (name.Length > 64 || !name.All(character => char.IsLetterOrDigit(character) || Separators.Contains(character))) yield break;
        var lower = name.ToLowerInvariant();
        var spelled = string.Create(lower.Length, (lower, separator), static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = Separators.Contains(from.lower[i]) ? from.separator : from.lower[i];
        });
        if (spelled != name) yield return spelled;
    }
}
