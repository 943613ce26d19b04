using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>Descriptions of groups, by type.</summary>
static class GroupTexts
{
    private static readonly string[] s_adversaries =
    [
        "{^actor} [has been active since|was first seen in] {beginMonth} and [mostly attacks|prefers] {targets}. Uses {malware}, [a {kind} not seen with others|shared with few other groups]. Aim: {aim}.",
        "A group that attacks {targets} in {country} and neighbouring countries. Known for {malware} and for [lures in good local language|patience: weeks pass between access and action|reuse of hosting]. First seen {begin}.",
        "{^actor} is our name for the operators of {malware}. [Members keep office hours|Activity comes in bursts of {days} days]; the aim is {aim}. No link to a state [is known|has been shown].",
        "Small, technically able group; [develops|buys] its own {kind}, {malware}. Victims: {targets}. Infrastructure is [rented for months|replaced after every report].",
        "Financially [motivated|interested] group with access to {malware} since {beginMonth}. [Speaks of itself on forums as {alias}|Some vendors merge it with {alias}; we do not].",
    ];

    private static readonly string[] s_intrusionSets =
    [
        "Activity that shares {malware}, hosting around {ip} and lures sent from {sender}. [Believed to be|Assessed as] {actor}, moderate confidence.",
        "Cluster of intrusions at {targets} since {beginMonth}; joined by one certificate and by {host}. Merged into {actor} when {malware} was found in both.",
        "{^alias} groups {few} intrusions with the same entry, the same {kind} and the same working hours. Attribution to {actor} is [open|likely].",
    ];

    private static readonly string[] s_malware =
    [
        "{^malware} is a {kind} used by {actor} since {beginMonth}. It {behaviour}.",
        "{^kind} written in [C++|Go|Rust|C#|Delphi]. On a host it {behaviour}. Control: {host}, {ip}.",
        "{^kind}; its samples share [a string table|a mutex format|an encryption routine]. {^malware} {behaviour}. [Builds carry a campaign number|The newest build is from {writtenMonth}].",
        "{^malware} {behaviour}. [Served from|Seen behind] {url}; reference sample {hash}.",
    ];

    private static readonly string[] s_threats =
    [
        "{^topic}: reported by {targets} in {country} since {beginMonth}, [rising|steady]. {^actor} is one of several groups behind it.",
        "Umbrella for {topic} cases in the {sector} sector: {few} confirmed, {accounts} attempts. Messages come from {sender}, pages are behind {host}.",
        "Seen at {victim} on {written} and at {few} others before. [Money was not lost|The bank stopped the payment]; {staff} were approached by mail and by telephone.",
    ];

    private static readonly string[] s_tools =
    [
        "{^topic} that {actor} brings along; [unsigned|signed with a stolen certificate|renamed to look like an updater]. Found in {folder} at {victim}.",
        "{^topic}. Not malicious by itself; in {few} cases of {actor} it was on the second host within {minutes} minutes.",
        "{^topic}, [packed|statically linked], downloaded from {url2}. Used by {actor} since {beginMonth}.",
    ];

    private static readonly string[] s_vulnerabilities =
    [
        "Flaw in [a web portal|a file transfer server|a VPN appliance|a print service] that allows [commands without sign-in|reading of session tokens|upload of files to any folder]. Used by {actor} since {beginMonth}; a fix [exists|came {days} days later].",
        "{^actor} used it against {targets} before a fix was out. Requests come from {ip2}; a log line with an [overlong header|encoded path] gives it away.",
        "Authentication bypass, exploited in {few} of our cases. [Scans for it come from {ip}|A working exploit is public]. Patch first, then look for {malware}.",
    ];

    private static readonly string[] s_patterns =
    [
        "Seen in {few} intrusions of {actor}, {victim} the latest ({written}).",
        "{^actor} does this [in most|in half] of its intrusions, usually within {minutes} minutes of access, and with {malware}.",
        "At {victim}: on {written}, on {few} hosts. [Detection rule attached|No rule catches it reliably yet].",
    ];

    private static readonly string[] s_tactics =
    [
        "Reached at {victim} on {written}, {days} days after the first access.",
        "The phase in which {actor} spends most time; at {victim} it lasted {days} days.",
        "How {actor} reaches this goal: see the linked techniques. [Typical delay after access|Time after first access]: {days} days.",
        "Goal of the phase in which {malware} is used; {few} of our cases with {actor} got this far.",
    ];

    private static readonly string[] s_actions =
    [
        "Applies to everyone who has seen {host} or {ip} since {beginMonth}. Effort: [an hour|a day|two days]. Stops {malware} at [delivery|first contact|installation].",
        "Done at {victim} on {written}; {team} reports no [outage|complaint]. Recommended for all {sector} organizations.",
        "Against {actor}: [cheap and effective|effective if done on all hosts|a stopgap until the fix is in]. Test with {department} first.",
    ];

    private static readonly string[] s_events =
    [
        "Seen by {team} of {victim} on {written}: {few} connections to {host}, blocked at the proxy.",
        "Since {written}, {host2} resolves to {ip2}; certificate and page match what {actor} used in {beginMonth}.",
        "Report from a partner ({written}): lures from {sender} to {targets} in {country}. [Not confirmed here|Two recipients at {victim}, none opened it].",
        "The scanner saw {ip} answer like a controller of {malware} on port {port}. [Answer checked by hand|Second scan agrees].",
    ];

    private static readonly string[] s_emails =
    [
        "Sample of the lure that {actor} sent to {victim}, [forwarded by a recipient|taken from quarantine] on {written}. Leads to {malware}.",
        "Sent to {staff} of {victim} on {written}; {few} of {accounts} recipients [opened it|reported it]. Pretext and sender are those of {campaign}.",
        "One of {accounts} copies; only the greeting differs. [None was opened|Two were opened, neither on a managed device].",
    ];

    private static readonly string[] s_signatures =
    [
        "Finds {malware} by what [three samples|all known samples] share. Tested against {days} days of traffic of {few} networks: [no|one] false positive.",
        "Written after the case at {victim}. [Precise, dies with the next build|Broad: check hits by hand].",
        "Covers {host} and {ip} and the file {shortHash}…; [review after 90 days|keep after the infrastructure has gone].",
    ];

    private static readonly string[] s_documents =
    [
        "Working paper of {analyst} on {actor}, as of {written}. [Not for passing on|For the members of this owner].",
        "From the case file of {victim}; [names of employees removed|internal addresses removed].",
        "Part of the case file on {malware} at {victim}, last edited by {analyst}.",
        "Basis of the report on {actor}; figures as of {written}, sources in the last section.",
        "Answers of {victim} to our questions of {writtenMonth}, [complete|without the annexes].",
    ];

    private static readonly string[] s_reports =
    [
        "[Report|Analysis] on {actor} and {malware} by {analyst}, {written}: course of the attack on {victim}, indicators, recommendations.",
        "{^actor} against {targets}: {few} cases compared. [Finished|Published] {written}.",
        "What the attack on {victim} looked like from the inside, with a timeline of {steps} steps.",
        "Case study for {targets}: {entry}, then {malware}, then {last}. Indicators and a detection pattern are included.",
        "[Quarterly|Special] report on {actor}. Two pages for management, the rest for those who search logs.",
        "Follow-up to the report of {beginMonth}: new hosts of {actor}, one new victim ({victim}), unchanged tooling.",
    ];

    public static string Description(GroupType type, StoryFacts story, ref RandomStream random)
    {
        if (type == GroupType.Incident) return IncidentTexts.WriteUp(story, ref random);
        if (type == GroupType.Campaign) return CampaignTexts.Description(story, ref random);
        return Template.Pick(TemplatesOf(type), story, ref random);
    }

    private static string[] TemplatesOf(GroupType type) => type.Branch switch
    {
        "adversaries" => s_adversaries,
        "intrusionSets" => s_intrusionSets,
        "malware" => s_malware,
        "threats" => s_threats,
        "tools" => s_tools,
        "vulnerabilities" => s_vulnerabilities,
        "attackPatterns" => s_patterns,
        "tactics" => s_tactics,
        "coursesOfAction" => s_actions,
        "events" => s_events,
        "emails" => s_emails,
        "signatures" => s_signatures,
        "documents" => s_documents,
        "reports" => s_reports,
        _ => throw new InvalidOperationException($"Groups of type {type.Name} have no description."),
    };
}
