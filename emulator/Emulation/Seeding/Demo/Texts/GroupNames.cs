using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>Names of groups that are not characters of a story: what analysts put into the name field.</summary>
static class GroupNames
{
    private static readonly string[] s_incidents =
    [
        "Phishing wave at {victim}", "{^malware} at {victim}", "Intrusion at {victim} ({writtenMonth})", "{^victim}: {accounts} accounts compromised",
        "{^victim}: {hosts} hosts beacon to {host}", "Suspicious sign-ins at {victim}", "{^victim}: {data} staged for theft", "Einbruch bei {victim}",
        "{^malware} infection, {department} of {victim}", "{^victim}: alert on {malware}, {written}",
    ];

    private static readonly string[] s_events =
    [
        "Scan of {victim} from {ip2}", "New host of {actor}: {host2}", "Host {host} moves to {ip2}", "Lure against {targets} in {country}",
        "Sinkhole sees {hosts} hosts with {malware}", "Überprüfung bei {victim}", "Takedown of {host} announced", "Partner reports {malware} in {country}",
        "Sign-in to {victim} from {ip}", "Lures from {sender} to {targets}",
    ];

    private static readonly string[] s_documents =
    [
        "Notes on {actor}, {writtenMonth}", "{^malware}: analysis of {shortHash}", "Indicators of {actor}, {written}", "Minutes: case {victim}",
        "Questions for {victim}", "Log extract of {victim}, {written}", "Hand-over {actor}, {written}",
    ];

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

    private static readonly string[] s_emails = ["Lure to {victim}: {lure}", "{^lure} (sent from {sender})", "{^lure}, to {staff} of {victim}"];

    private static readonly string[] s_signatures = ["{^malware}, {language}", "{^language}: {malware} of {actor}", "{^malware} traffic and files ({language})"];

    public static string Incident(StoryFacts story, ref RandomStream random) => Template.Pick(s_incidents, story, ref random);

    public static string Event(StoryFacts story, ref RandomStream random) => Template.Pick(s_events, story, ref random);

    public static string Document(StoryFacts story, ref RandomStream random) => Template.Pick(s_documents, story, ref random);

    public static string Report(StoryFacts story, ref RandomStream random) => Template.Pick(s_reports, story, ref random);

    public static string CourseOfAction(StoryFacts story, ref RandomStream random) => Template.Pick(s_actions, story, ref random);

    public static string Email(string subject, StoryFacts story, ref RandomStream random) =>
        Template.Pick(s_emails, story with { Lure = subject }, ref random);

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
        var tactic = random.Pick(story.Steps).Technique.Tactic;
        return $"{Tactics.Id(tactic)} {Tactics.Name(tactic)}";
    }
}
