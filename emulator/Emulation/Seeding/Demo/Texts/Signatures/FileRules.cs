using System.Globalization;
using System.Text;

namespace Emulation.Seeding.Demo.Texts.Signatures;

/// <summary>Rules for files: YARA and ClamAV.</summary>
static class FileRules
{
    private static readonly string[] s_exports = ["DllInstall", "StartW", "ServiceMain", "RunOnce", "EntryPoint", "Initialize"];

    public static string Yara(StoryFacts story, ref RandomStream random)
    {
        var hash = story.Indicators.File;
        var name = SignatureTexts.Identifier($"{story.Kind.Word} {story.Malware}");
        var strings = new StringBuilder();
        strings.Append("        $host = \"").Append(story.Indicators.Host).Append("\" ascii wide nocase\n");
        strings.Append("        $path = \"").Append(Escaped(PathOf(story.Indicators.Url))).Append("\" ascii wide\n");
        if (story.Indicators.Mutex is { } mutex) strings.Append("        $mutex = \"").Append(Escaped(mutex)).Append("\" wide\n");
        if (story.Indicators.UserAgent is { } agent) strings.Append("        $agent = \"").Append(Escaped(agent)).Append("\" ascii\n");
        strings.Append("        $export = \"").Append(random.Pick(s_exports)).Append("\" ascii fullword\n");
        strings.Append("        $decode = { ").Append(Code(ref random)).Append(" }\n");
        return $$"""
            import "hash"

            rule {{name}}
            {
                meta:
                    description = "{{story.Malware}}, {{story.Kind.Noun}} used by {{story.Actor}}"
                    author = "{{story.Analyst}}"
                    date = "{{StoryFacts.IsoDate(story.Written)}}"
                    {{hash.BestName}} = "{{hash.Best}}"

                strings:
            {{strings}}
                condition:
                    hash.{{hash.BestName}}(0, filesize) == "{{hash.Best}}" or
                    (uint16(0) == 0x5A4D and filesize < {{1 + random.Below(6)}}MB and {{Condition(story)}})
            }

            """;
    }

    public static string ClamAv(StoryFacts story, ref RandomStream random)
    {
        var name = $"Win.{Category(story.Kind)}.{SignatureTexts.Identifier(story.Malware)}";
        var number = 9_900_000 + random.Below(90_000);
        // An extended signature is name:target:offset:hex; target 1 is a PE file, 0 is any file.
        return string.Create(CultureInfo.InvariantCulture,
            $"{name}-{number}-0:1:*:{Hex(story.Indicators.Host)}\n{name}-{number + 1}-0:0:*:{Hex(PathOf(story.Indicators.Url))}\n");
    }

    /// <summary>The path of a URL, with its slash.</summary>
    public static string PathOf(string url)
    {
        var host = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var slash = url.IndexOf('/', host);
        return slash < 0 ? "/" : url[slash..];
    }

    private static string Condition(StoryFacts story)
    {
        var many = story.Indicators.Mutex is not null ? "$mutex or " : story.Indicators.UserAgent is not null ? "$agent or " : "";
        return $"({many}($decode and $export) or all of ($host, $path))";
    }

    private static string Category(MalwareKind kind) => kind.Word switch
    {
        "Locker" => "Ransomware",
        "Worm" => "Worm",
        "Dropper" => "Dropper",
        "Loader" => "Loader",
        "Miner" => "Coinminer",
        "Stealer" => "Infostealer",
        "Wiper" => "Wiper",
        "Shell" => "Backdoor",
        _ => "Trojan",
    };

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));

    /// <summary>A loop that decodes bytes: mov, xor with a constant, increment, compare, jump.</summary>
    private static string Code(ref RandomStream random) => string.Create(CultureInfo.InvariantCulture,
        $"8A 04 {0x0E + random.Below(2):X2} 34 {1 + random.Below(254):X2} 88 04 {0x0E + random.Below(2):X2} 4{random.Below(8):X} 3B ?? 7{2 + random.Below(14):X} F{random.Below(16):X}");
}
