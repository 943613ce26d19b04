using System.Globalization;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts.Signatures;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>Values of attributes, each of the kind that its type is for.</summary>
static class AttributeTexts
{
    private static readonly string[] s_analyses =
    [
        "Passive DNS: {host} pointed to {ip} from {begin} on, then to {ip2}. No other name on either address [looks related|is younger than a year].",
        "The sample has [two|three] layers of packing; the last carries a configuration with {host}, port {port} and a campaign number. {^malware} {behaviour}.",
        "Alternative explanations: [a penetration test (excluded by {victim})|a second group with the same {kind} (no sign of it)]. We keep {actor}.",
        "Timeline checked against logs of {few} systems; clocks differ by up to {few} minutes.",
        "Overlaps with {alias} in hosting and certificates, not in tooling. {^analyst}, {written}.",
    ];

    private static readonly string[] s_capabilities =
    [
        "Builds its own {kind}; buys [access|certificates]; [has not been seen|works as well] on Linux servers.",
        "{^malware}: {behaviour}.",
        "Phishing in good [German|French|Spanish|Portuguese], use of valid accounts, removal of logs. No exploit of its own seen.",
        "Fast: {minutes} minutes from first access to a second host in the best documented case.",
    ];

    private static readonly string[] s_actions =
    [
        "Block {host}, {host2} and {ip}; search logs since {begin}; reset accounts that signed in from {ip2}.",
        "Isolate hosts that ran {hash}; collect memory before they are switched off.",
        "Reject mail from {sender}; remove copies from mailboxes; tell {staff} what the lure looks like.",
        "Patch, then search the upload folders of the portal for files newer than {begin}.",
    ];

    private static readonly string[] s_detection =
    [
        "Look for a process that starts from {folder} and connects to port {port} within a minute.",
        "DNS queries for {host2} or any name below it.",
        "New scheduled tasks and services whose file is in {folder}.",
        "More than {few} sign-ins of one account from different countries within {minutes} minutes.",
    ];

    private static readonly string[] s_impacts =
    [
        "{^hosts} hosts out of service for {days} days; {department} worked on paper.",
        "{^gigabytes} GB of {data} stolen, publication threatened. Costs are not known yet.",
        "No operational impact. {^accounts} accounts reset, one weekend of overtime.",
        "Services of {victim} were limited for {days} days; {system} rebuilt.",
        "Loss of confidential {data}; regulator in {country} informed.",
    ];

    private static readonly string[] s_infrastructure =
        ["Command and control", "Delivery", "Phishing page", "Anonymous proxy", "Compromised site", "Mail relay", "Exfiltration server", "Sinkhole"];

    private static readonly string[] s_sources =
        ["Incident response", "Sandbox", "Sharing group", "Passive DNS", "Member report", "Honeypot network", "Mail gateway", "Open source reporting"];

    private static readonly string[] s_cases = ["IR", "CASE", "SOC", "TI"];

    public static string Value(AttributeType type, StoryFacts story, ref RandomStream random)
    {
        if (type.Options.Count > 0) return type.Options[random.Below(type.Options.Count)];
        return type.Name switch
        {
            "Additional Analysis and Context" => Template.Pick(s_analyses, story, ref random),
            "Capabilities" => Template.Pick(s_capabilities, story, ref random),
            "Course of Action Recommendation" => Template.Pick(s_actions, story, ref random),
            "Detection Tips" => random.Chance(35) ? Queries.Stix(story) : Template.Pick(s_detection, story, ref random),
            "External ID" => ExternalId(story, ref random),
            "External References" => Reference(story, ref random),
            "Impact Description" => Template.Pick(s_impacts, story, ref random),
            "Infrastructure Type" => random.Pick(s_infrastructure),
            "Malware Family" => story.Malware,
            "Source Date Time" => StoryFacts.Moment(story.Steps[^1].At).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "Targeted Industry Sector" => story.Sector.Name,
            AttributeType.SourceName => Source(ref random),
            AttributeType.DescriptionName => Template.Pick(s_analyses, story, ref random),
            _ => throw new InvalidOperationException($"Attributes of type {type.Name} are not generated."),
        };
    }

    /// <summary>Where information comes from.</summary>
    public static string Source(ref RandomStream random) => random.Pick(s_sources);

    private static string ExternalId(StoryFacts story, ref RandomStream random) => string.Create(CultureInfo.InvariantCulture,
        $"{random.Pick(s_cases)}-{StoryFacts.Moment(story.Written).Year}-{1 + random.Below(9999):D4}");

    private static string Reference(StoryFacts story, ref RandomStream random)
    {
        var name = SignatureTexts.Identifier(story.Actor).ToLowerInvariant().Replace('_', '-');
        return string.Create(CultureInfo.InvariantCulture,
            $"https://reports.intel.example/{StoryFacts.Moment(story.Written):yyyy/MM}/{name}-{1 + random.Below(900)}");
    }
}
