using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>Names of groups that are not characters of a story: what analysts put into the name field.</summary>
static class GroupNames
{
    private static readonly string[] s_incidents =
    [
        "Phishing wave at {victim}", "{^malware} at {victim}", "Intrusion at {victim} ({writtenMonth})", "{^victim}: {accounts} accounts compromised",
        "{^victim}: {hosts} hosts beacon to {host}", "Suspicious sign-ins at {victim}", "Verdächtige Anmeldungen bei {victim}", "{^victim}: {data} staged for theft", "Störung bei {victim}: {malware}",
        "{^malware} infection, {department} of {victim}", "{^victim}: alert on {malware}, {written}",
    ];

    private static readonly string[] s_events =
    [
        "Scan of {victim} from {ip2}", "New host of {actor}: {host2}", "Host {host} moves to {ip2}", "Lure against {targets} in {country}",
        "Sinkhole sees {hosts} hosts with {malware}", "Überprüfung bei {victim}", "Takedown of {host} announced", "Partner reports {malware} in {country}",
        "Sign-in to {victim} from {ip}", "Lures from {sender} to {targets}",
    ];

    private static readonly string[] s_notes =
    [
        "Notes on {actor}, {writtenMonth}", "{^malware}: analysis of {shortHash}", "Minutes: case {victim}, {written}",
        "Questions for {victim}", "Hand-over {actor}, {written}", "{^actor}: what we know and what we do not",
    ];

    private static readonly string[] s_tables =
    [
        "Indicators of {actor}, {written}", "{^malware} indicators, {writtenMonth}", "Indicators from the case {victim}", "Block list for {campaign}",
    ];

    private static readonly string[] s_samples = ["Sample of {malware}, {shortHash}", "{^malware} from {victim}"];

    private static readonly string[] s_reports =
    [
        "{^actor}: {malware} against {targets}", "{^malware}: a {kind} in the {sector} sector", "Anatomy of the intrusion at {victim}",
        "{^actor} in {country}, {writtenMonth}", "{^campaign}: course and indicators", "From {entry} to {last}: {actor} at {victim}",
    ];

    private static readonly string[] s_actions =
    [
        "Block {host} and {ip}", "Require a second factor for remote access", "Isolate hosts with {malware}", "Rotate the passwords of service accounts",
        "Reject macros from the internet", "Close administrative shares between workstations", "Alert on tasks named like {task}", "Sinkhole {host2}",
        "Restrict outbound traffic of servers to a list", "Keep one backup offline",
    ];

    private static readonly string[] s_emails =
        ["Lure to {victim}: {topic}", "{^topic} (sent from {sender})", "{^topic}, to {staff} of {victim}"];

    private static readonly string[] s_signatures =
        ["{^malware}, {language}", "{^language}: {malware} of {actor}", "{^malware} traffic and files ({language})"];

    public static string Incident(StoryFacts story, ref RandomStream random) => Template.Pick(s_incidents, story, ref random);

    public static string Event(StoryFacts story, ref RandomStream random) => Template.Pick(s_events, story, ref random);

    /// <param name="extension">The kind of file: notes, tables of indicators or samples.</param>
    /// <param name="story">The facts.</param>
    /// <param name="random">The document's own chance.</param>
    public static string Document(string extension, StoryFacts story, ref RandomStream random) => Template.Pick(extension switch
    {
        "csv" or "json" => s_tables,
        "zip" => s_samples,
        _ => s_notes,
    }, story, ref random);

    public static string Report(StoryFacts story, ref RandomStream random) => Template.Pick(s_reports, story, ref random);

    public static string CourseOfAction(StoryFacts story, ref RandomStream random) => Template.Pick(s_actions, story, ref random);

    public static string Email(string subject, StoryFacts story, ref RandomStream random) =>
        Template.Pick(s_emails, story with { Topic = subject }, ref random);

    public static string Signature(string language, StoryFacts story, ref RandomStream random) =>
        Template.Pick(s_signatures, story with { Language = language }, ref random);

    /// <summary>A technique of the story's intrusions.</summary>
    public static string AttackPattern(StoryFacts story, ref RandomStream random)
    {
        var technique = random.Pick(story.Steps).Technique;
        return $"{technique.Id} {technique.Name}";
    }

    public static string Tactic(StoryFacts story, ref RandomStream random)
    {
        // Not the way in, which techniques say better.
        var tactic = story.Steps[1 + random.Below(story.Steps.Length - 1)].Technique.Tactic;
        return $"{Tactics.Id(tactic)} {Tactics.Name(tactic)}";
    }
}
