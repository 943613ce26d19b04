using System.Globalization;

namespace Emulation.Seeding.Demo.Texts.Signatures;

/// <summary>Rules in Sigma's YAML.</summary>
static class SigmaRules
{
    private static readonly string[] s_levels = ["medium", "high", "high", "critical"];

    public static string Rule(StoryFacts story, ref RandomStream random) => (random.Below(3), story.Indicators.RegistryKey) switch
    {
        (0, _) => Text(story, "dns_query", "DNS Query", "attack.command-and-control", "t1071.004", Queries(story), ref random),
        (1, { } key) => Text(story, "registry_set", "Registry Value", "attack.persistence", "t1547.001", Registry(key), ref random),
        (2, _) => Text(story, "image_load", "Image Load", "attack.execution", "t1204.002", Hashes(story), ref random),
        _ => Text(story, "network_connection", "Connection", "attack.command-and-control", "t1071.001", Connections(story), ref random),
    };

    private static string Text(
        StoryFacts story, string category, string what, string tactic, string technique, string detection, ref RandomStream random) => $"""
        title: {story.Malware} {what}
        id: {Uuid(ref random)}
        status: {(random.Chance(60) ? "experimental" : "test")}
        description: Detects {story.Malware} ({story.Kind.Noun}) as used by {story.Actor} against {story.Sector.Adjective} organizations
        author: {story.Analyst}
        date: {StoryFacts.IsoDate(story.Written)}
        tags:
            - {tactic}
            - attack.{technique}
        logsource:
            category: {category}
            product: windows
        detection:
            selection:
        {detection}
            condition: selection
        falsepositives:
            - {(random.Chance(50) ? "Unlikely" : "Analysis systems that open samples")}
        level: {random.Pick(s_levels)}

        """;

    private static string Queries(StoryFacts story) =>
        $"        QueryName|endswith:\n            - '{story.Indicators.Host}'\n            - '{story.Indicators.SecondHost}'";

    private static string Connections(StoryFacts story) =>
        $"        Initiated: 'true'\n        DestinationIp:\n            - '{story.Indicators.Address}'\n            - '{story.Indicators.SecondAddress}'";

    private static string Hashes(StoryFacts story) =>
        $"        Hashes|contains: '{story.Indicators.File.BestName.ToUpperInvariant()}={story.Indicators.File.Best.ToUpperInvariant()}'";

    private static string Registry(string key)
    {
        // Rules name keys below the hive, which logs abbreviate.
        var below = key[(key.IndexOf('\\', StringComparison.Ordinal) + 1)..];
        return $"        TargetObject|contains: '\\{below.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>A version 4 UUID.</summary>
    public static string Uuid(ref RandomStream random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }
}
