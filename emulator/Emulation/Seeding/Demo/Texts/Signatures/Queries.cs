using System.Text;

namespace Emulation.Seeding.Demo.Texts.Signatures;

/// <summary>Queries and patterns: KQL, SPL, TQL, STIX, Iris and plain regular expressions.</summary>
static class Queries
{
    private static readonly string[] s_windows = ["7d", "14d", "30d", "90d"];

    public static string Kql(StoryFacts story, ref RandomStream random) => $"""
        // {story.Malware}, {story.Actor}, {StoryFacts.IsoDate(story.Written)}
        let hosts = dynamic(["{story.Indicators.Host}", "{story.Indicators.SecondHost}"]);
        let addresses = dynamic(["{story.Indicators.Address}", "{story.Indicators.SecondAddress}"]);
        DeviceNetworkEvents
        | where Timestamp > ago({random.Pick(s_windows)})
        | where RemoteUrl has_any (hosts) or RemoteIP in (addresses)
        | summarize First = min(Timestamp), Last = max(Timestamp), Connections = count() by DeviceName, InitiatingProcessFileName, RemoteUrl, RemoteIP
        | order by Last desc

        """;

    public static string Spl(StoryFacts story, ref RandomStream random) => $"""
        index=proxy sourcetype=web_proxy earliest=-{random.Pick(s_windows)}
            (dest_host="{story.Indicators.Host}" OR dest_host="{story.Indicators.SecondHost}" OR dest_ip="{story.Indicators.Address}")
        | stats count AS requests min(_time) AS first max(_time) AS last BY src_ip, dest_host
        | convert ctime(first) ctime(last)
        | sort - requests

        """;

    public static string Tql(StoryFacts story, ref RandomStream random) => random.Chance(50)
        ? $"typeName in (\"Host\") and (summary = \"{story.Indicators.Host}\" or summary = \"{story.Indicators.SecondHost}\")"
        : $"typeName in (\"Address\", \"URL\") and summary in (\"{story.Indicators.Address}\", \"{story.Indicators.Url}\") and indicatorActive = true";

    public static string Regex(StoryFacts story, ref RandomStream random) => random.Chance(60)
        ? $@"(?i)\b(?:{Regexes.Escaped(story.Indicators.Host)}|{Regexes.Escaped(story.Indicators.SecondHost)})\b"
        : $"(?i)^https?://{Regexes.Escaped(NetworkRules.HostOf(story.Indicators.Url))}(?:{Regexes.Escaped(FileRules.PathOf(story.Indicators.Url))}|/[a-z0-9]+/[0-9a-f]+/)"
            .Replace(
                "https?", story.Indicators.Url.StartsWith("ftp", StringComparison.Ordinal) ? "ftp" : "https?", StringComparison.Ordinal);

    /// <summary>A search that Iris exported: an encrypted text, of which only the start is known.</summary>
    public static string IrisSearchHash(ref RandomStream random)
    {
        var bytes = new byte[16 + (16 * (8 + random.Below(8)))];
        random.Fill(bytes);
        "Salted__"u8.CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>A pattern of STIX 2.1 for a story's hosts, addresses and files.</summary>
    public static string Stix(StoryFacts story)
    {
        var found = story.Indicators;
        var pattern = new StringBuilder();
        pattern.Append("[domain-name:value = '").Append(found.Host)
            .Append("' OR domain-name:value = '").Append(found.SecondHost).Append("'] OR ");
        pattern.Append(found.Address.Contains(':', StringComparison.Ordinal) ? "[ipv6-addr:value = '" : "[ipv4-addr:value = '")
            .Append(found.Address).Append("'] OR [file:hashes.");
        var algorithm = found.File.BestName switch { "sha256" => "'SHA-256'", "sha1" => "'SHA-1'", _ => "MD5" };
        return pattern.Append(algorithm).Append(" = '").Append(found.File.Best).Append("']").ToString();
    }
}
