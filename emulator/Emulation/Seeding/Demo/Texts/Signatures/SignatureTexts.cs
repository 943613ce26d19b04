namespace Emulation.Seeding.Demo.Texts.Signatures;

/// <summary>Signatures by the names of ThreatConnect's types. Each is valid in its language and finds indicators of its story.</summary>
static class SignatureTexts
{
    public static string Text(string type, StoryFacts story, ref RandomStream random) => type switch
    {
        "Bro" => NetworkRules.Zeek(story, ref random),
        "ClamAV" => FileRules.ClamAv(story, ref random),
        "CybOX" => XmlRules.CybOx(story, ref random),
        "Iris Search Hash" => Queries.IrisSearchHash(ref random),
        "KQL" => Queries.Kql(story, ref random),
        "OpenIOC" => XmlRules.OpenIoc(story, ref random),
        "Regex" => Queries.Regex(story, ref random),
        "SPL" => Queries.Spl(story, ref random),
        "Sigma" => SigmaRules.Rule(story, ref random),
        "Snort" => NetworkRules.Snort(story, ref random),
        "Suricata" => NetworkRules.Suricata(story, ref random),
        "TQL Query" => Queries.Tql(story, ref random),
        "YARA" => FileRules.Yara(story, ref random),
        _ => throw new InvalidOperationException($"Signatures of type {type} are not generated."),
    };

    public static string FileName(string type, StoryFacts story) => $"{Identifier(story.Malware).ToLowerInvariant()}.{Extension(type)}";

    /// <summary>The letters and digits of a name, with underscores between words: a name that every language accepts.</summary>
    public static string Identifier(string name)
    {
        var letters = new System.Text.StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character)) letters.Append(character);
            else if (letters.Length > 0 && letters[^1] != '_') letters.Append('_');
        }
        if (letters.Length > 0 && letters[^1] == '_') letters.Length--;
        return letters.Length == 0 || char.IsAsciiDigit(letters[0]) ? $"M_{letters}" : letters.ToString();
    }

    private static string Extension(string type) => type switch
    {
        "Bro" => "zeek",
        "ClamAV" => "ndb",
        "CybOX" => "xml",
        "Iris Search Hash" => "txt",
        "KQL" => "kql",
        "OpenIOC" => "ioc",
        "Regex" => "regex",
        "SPL" => "spl",
        "Sigma" => "yml",
        "Snort" or "Suricata" => "rules",
        "TQL Query" => "tql",
        "YARA" => "yar",
        _ => throw new InvalidOperationException($"Signatures of type {type} have no file extension."),
    };
}
