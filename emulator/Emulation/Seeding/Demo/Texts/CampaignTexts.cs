using System.Text;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>Descriptions of campaigns: aim, targets, course and means.</summary>
static class CampaignTexts
{
    private static readonly string[] s_openings =
    [
        "{^campaign} is a campaign of {actor} against {targets}, [mostly|chiefly] in {country}. The aim is {aim}.",
        "{^period}, {actor} attacked {sector} organizations with {malware}. [Victims|Tooling] and timing point to {aim}.",
        "{^actor} ran this campaign from {beginMonth} on. [{^targets} in {country}|{^targets}, {victim} among them,] were its main targets; the aim appears to be {aim}.",
        "Tracked since {beginMonth}: waves of [activity|attacks] against {targets} that end in {malware}. Aim: {aim}.",
        "{^actor} turned to {targets} in {beginMonth}, [after a quiet half-year|with new infrastructure|using tools seen before]. [We assess with moderate confidence that the aim is|The aim is] {aim}.",
    ];

    private static readonly string[] s_phases =
    [
        "Preparation: {host} and {host2} were registered within [two days|a week] of each other and pointed at {ip}.",
        "First wave ({beginMonth}): {accounts} organizations within {days} days.",
        "Infrastructure: {host} ({ip}) for control, {host2} for delivery, certificates from one free issuer.",
        "Tooling: {malware}, {kind}, and tools that are part of the system.",
        "Victims known so far: {few} confirmed, {hosts} suspected; {victim} is the best documented.",
        "After the first reports, control moved from {ip} to {ip2} within {days} days.",
        "Working hours of the operators fit [UTC+1|UTC+3|UTC-5|UTC+8]; activity stops on [Sundays|public holidays].",
        "Overlap with {alias}: [the same certificate subject|a shared loader|one address, {ip2}, used by both].",
    ];

    private static readonly string[] s_lures =
    [
        "Lures are sent from {sender}; the same text in [German|Spanish|Portuguese|Polish|French] followed in the second wave.",
        "Lures imitate [suppliers|a parcel service|the victim's own IT department] and point to {url}.",
        "Recipients are {staff}; addresses were collected from public [tenders|conference programmes|staff pages].",
    ];

    public static string Description(StoryFacts story, ref RandomStream random)
    {
        var text = new StringBuilder(600);
        text.Append(Template.Pick(s_openings, story, ref random));
        var entry = story.Steps[0].Technique.Id;
        text.Append(" Initial access: ").Append(Intrusion.Entry(entry)).Append(" (").Append(entry).Append(").");
        if (entry.StartsWith("T1566", StringComparison.Ordinal)) text.Append(' ').Append(Template.Pick(s_lures, story, ref random));
        AppendPhases(story, ref random, text, 2 + random.Below(3));
        return text.ToString();
    }

    /// <summary>Some of the phases, in their order.</summary>
    private static void AppendPhases(StoryFacts story, ref RandomStream random, StringBuilder text, int wanted)
    {
        for (var i = 0; i < s_phases.Length && wanted > 0; i++)
        {
            if (random.Below(s_phases.Length - i) >= wanted) continue;
            wanted--;
            text.Append('\n').Append(Template.Expand(s_phases[i], story, ref random));
        }
    }
}
