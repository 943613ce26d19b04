using System.Globalization;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>Names and descriptions of DeSo's profiles, by the voice of their posts.</summary>
static class ProfileTexts
{
    private static readonly string[] s_topics =
        ["ransomware", "phishing kits", "loaders", "network forensics", "malware analysis", "detection rules", "incident response", "threat hunting", "OT security", "passive DNS"];

    private static readonly string[] s_words = ["labs", "research", "defense", "intel", "security"];

    /// <summary>The first parts of the names of automated accounts.</summary>
    public static string[] Feeds { get; } = ["ioc_relay", "dns_watch", "hash_feed", "cert_stream", "url_feed", "c2_watch"];

    private static readonly string[] s_others =
    [
        "{0} by day, reads reports by night. {1}.", "{0}, {1}.", "{0}, interested in {2}.", "Student of computer science in {1}. Learning {2}.",
        "Writes about technology and crime. {1}.", "{0}. Reads about {2} over coffee ☕", "Retired from {2}, still curious.", "Administrator of too many servers in {1}.",
    ];

    /// <summary>Who writes in which voice: of a hundred profiles without an analyst's or an app's name.</summary>
    private static ReadOnlySpan<byte> Shares => [22, 10, 14, 10, 44];

    public static Voice VoiceOf(ref RandomStream random) => (Voice)random.Weighted(Shares);

    /// <summary>The name of a profile that is no person; the number keeps names apart.</summary>
    public static string UserName(Voice voice, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (voice == Voice.Bot) return $"{Feeds[number % Feeds.Length]}_{digits}";
        var brand = Words.Capital(Words.Letters(InventedNames.HostBrands[number % InventedNames.HostBrands.Length]));
        return $"{brand}_{Words.Capital(s_words[number % s_words.Length])}_{digits}";
    }

    public static string App(string name) => name switch
    {
        "SignalDeck" => "A reader for threat intelligence posts, with lists and alerts.",
        "HuntBoard" => "Boards for hunting teams: hypotheses, queries, results.",
        "Intelgram" => "Pictures of timelines and graphs, with their indicators.",
        "OpenVigil" => "Open discussions of detections, moderated by volunteers.",
        "Feedwire" => "Turns feeds into posts. Automated; report errors to the feed's owner.",
        _ => throw new InvalidOperationException($"The app {name} has no description."),
    };

    public static string Analyst(string city, ref RandomStream random) => random.Below(5) switch
    {
        0 => $"Threat analyst in {city}. Mostly {random.Pick(s_topics)}. Opinions are mine.",
        1 => $"{Pair(", ", ref random)}. {city}. Messages are open.",
        2 => $"Incident responder, {city}. Shares what can be shared.",
        3 => $"Looks after {random.Pick(s_topics)} for a sharing group. {city}.",
        _ => $"Analyst since {2008 + random.Below(12)}. {Words.Capital(random.Pick(s_topics))}. TLP is not a suggestion.",
    };

    /// <summary>Two different topics.</summary>
    private static string Pair(string between, ref RandomStream random)
    {
        var first = random.Below(s_topics.Length);
        var second = (first + 1 + random.Below(s_topics.Length - 1)) % s_topics.Length;
        return $"{Words.Capital(s_topics[first])}{between}{s_topics[second]}";
    }

    public static string Other(Voice voice, string city, string job, ref RandomStream random) => voice switch
    {
        Voice.Analyst => Analyst(city, ref random),
        Voice.Vendor => $"Research team of an independent vendor in {city}. {Pair(" and ", ref random)}.",
        Voice.Sceptic => random.Below(4) switch
        {
            0 => $"Attribution is hard. {city}.",
            1 => $"{job}. Asks for sources.",
            2 => "Shows the evidence or says nothing. Same rule for others.",
            _ => $"Former {job.ToLowerInvariant()}. Reads the annexes first.",
        },
        Voice.Bot => $"Automated account: {random.Pick(s_topics)}. Posts are not reviewed.",
        Voice.Reader => string.Format(CultureInfo.InvariantCulture, random.Pick(s_others), job, city, random.Pick(s_topics)),
        _ => throw new InvalidOperationException($"{voice} has no profile."),
    };
}
