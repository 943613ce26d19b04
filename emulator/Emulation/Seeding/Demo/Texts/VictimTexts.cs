namespace Emulation.Seeding.Demo.Texts;

/// <summary>Descriptions of victims.</summary>
static class VictimTexts
{
    private static readonly string[] s_people =
    [
        "{role} at {victim}, {city}. Received the lure from {sender} on {written}; [did not open it|opened the attachment|entered a password].",
        "{role}. The account was used from {ip2} on {written}; password reset the same day.",
        "{role} in {department}. Workstation contacted {host} for {days} days before it was [rebuilt|isolated].",
        "Named as recipient in {few} lures of {actor}. {role}, {victim}. [Informed by {team}|Has reported every one of them].",
        "{role}; mailbox searched by the intruder, who looked for {data}.",
        "{role}, works with {system}. [Administrator rights removed after the case|Had an account without a second factor until {written}].",
    ];

    private static readonly string[] s_organizations =
    [
        "[One of the {targets}|Among the {targets}] attacked in {campaign}. {^hosts} hosts affected, {data} at risk; contact is {team}.",
        "{^sector} sector, {country}. Attacked by {actor} since {beginMonth}; first report on {written}.",
        "Entry by {entry}. [No data is known to be lost|{gigabytes} GB of {data} left the network|Theft of {data} is not excluded].",
        "Head office in {city}. [Member of the sharing group|Reported the case itself]; {few} servers rebuilt, {accounts} accounts reset.",
        "Second attack by {actor} within [a year|{days} months]; {department} was hit both times.",
    ];

    public static string Person(StoryFacts story, ref RandomStream random) => Template.Pick(s_people, story, ref random);

    public static string Organization(StoryFacts story, ref RandomStream random) => Template.Pick(s_organizations, story, ref random);
}
