using System.Text;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>Write-ups of intrusions, phase by phase.</summary>
static class IncidentTexts
{
    private static readonly string[] s_openings =
    [
        "{^team} of {victim} (one of the {targets} in {country} that {actor} has attacked) noticed [a sign-in that nobody could explain|an alert of the endpoint agent|traffic to {host}] on {written}.",
        "{^victim}, {city}, was attacked by {actor} with {malware}. [The case was opened on {written} after a call to the help desk|{^team} opened the case on {written}].",
        "Intrusion at {victim} in {city}, attributed to {actor} by [infrastructure|tooling and infrastructure|its lures]; reported on {written}.",
        "Case of {written}: {hosts} hosts of {victim} ({sector} sector, {country}) contacted {host} or {ip}. [The attribution to {actor} is of moderate confidence|The tooling is that of {actor}].",
        "{^victim} asked for help on {written}, when {system} [answered slowly|restarted without a reason|showed accounts that IT had not created]. {^actor} had been inside for [about |]{days} days.",
        "Summary. Victim: {victim} ({city}, {country}). Actor: {actor}. Malware: {malware}, {kind}. First alert: {written}, by {team}.",
    ];

    private static readonly string[] s_closings =
    [
        "Contained by isolating {hosts} hosts, blocking {host} and {ip}, and resetting {accounts} accounts.",
        "{^accounts} passwords were reset and {few} servers rebuilt; monitoring for {host2} stays in place.",
        "Lessons: second factor for remote access, fewer local administrators, agents on the {hosts} hosts that had none.",
        "{^analyst} keeps the case; next review when the image of {system} has been examined.",
    ];

    private static readonly string[] s_closingsAfterTheft =
    [
        "The regulator in {country} was informed; customers are told as soon as the list of stolen {data} is complete.",
        "Open: which {data} were in the archives. [Forums are watched|A request to the provider of the storage is pending].",
    ];

    private static readonly string[] s_closingsWithoutTheft =
    [
        "No sign of theft was found. Logs of {system} are kept for [90|180] days.",
        "Open points: whether {data} were read, and how {account} was obtained.",
    ];

    public static string WriteUp(StoryFacts story, ref RandomStream random)
    {
        var text = new StringBuilder(1200);
        text.Append(Template.Pick(s_openings, story, ref random)).Append("\n\n");
        foreach (var step in story.Steps)
        {
            text.Append(Tactics.Name(step.Technique.Tactic)).Append(" (").Append(step.Technique.Id).Append("), ");
            text.Append(StoryFacts.Date(step.At)).Append(": ");
            text.Append(Template.Pick(step.Technique.Sentences, story, ref random)).Append(".\n");
        }
        var stolen = Array.Exists(story.Steps, step => step.Technique.Tactic == Tactic.Exfiltration);
        text.Append('\n').Append(Template.Pick(s_closings, story, ref random));
        if (!random.Chance(60)) return text.ToString();
        text.Append(' ').Append(Template.Pick(stolen ? s_closingsAfterTheft : s_closingsWithoutTheft, story, ref random));
        return text.ToString();
    }
}
