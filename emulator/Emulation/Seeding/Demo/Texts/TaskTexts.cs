namespace Emulation.Seeding.Demo.Texts;

/// <summary>Names and descriptions of analysts' tasks.</summary>
static class TaskTexts
{
    private static readonly (string Name, string Description)[] s_tasks =
    [
        ("Block {host} and {ip} at the proxy", "Both are used for control by {malware}. Check first that nothing of {department} depends on {ip}; then add them to the block list and note the change number here."),
        ("Request proxy logs of {victim}", "Needed from {begin} on, all sites. Contact is {team}; ask for user agent and bytes sent, the last export had neither."),
        ("Write up {actor} for the weekly report", "Half a page: what is new since {beginMonth}, who was hit, what to do. {^analyst} has the figures."),
        ("Examine the image of {system} ({victim})", "Look for {malware}, scheduled tasks and files in {folder} newer than {begin}. Hash of the known sample: {hash}."),
        ("Prüfen: Anmeldungen von {account} bei {victim}", "Anmeldungen von {ip2} seit dem {isoBegin} prüfen und mit {department} abgleichen. Ergebnis bitte als Attribut am Vorfall."),
        ("Check whether {victim} restored from clean backups", "The restore was from a day after the first step. Ask for the date of the backup of {system} and compare with the timeline."),
        ("Tune the rule for {malware}", "{^hosts} hits since {writtenMonth}, most of them from one scanner. Exclude it by address, not by host name."),
        ("Confirm the resolution of {host2}", "Passive DNS shows {ip} and {ip2}. Find out which is current and set the other to inactive."),
        ("Tell members about {actor}", "Short notice to {targets} in {country}: indicators, lure, what to look for. TLP:AMBER. Have it read by {analyst} before it is sent."),
        ("Ask the hosting provider to take down {host}", "Send the abuse report with {url} and two screenshots; follow up after {days} days."),
        ("Reset the passwords of {accounts} accounts at {victim}", "List is with {team}. Service accounts last, and not before {department} has closed the month."),
        ("Compare {malware} with samples of {beginMonth}", "Same packer? Same exports? If the configuration is encrypted in another way, raise it as a new version."),
        ("Review indicators of {actor} older than 90 days", "Lower the confidence of what has not been seen since, set parked domains to inactive, keep hashes."),
        ("Interview the recipient of the lure at {victim}", "When was it opened, on which device, was a password entered? Be quick: mail is kept for {days} days only."),
        ("Hunt for {host2} in DNS logs", "Last {days} weeks, all resolvers. A single query can come from a scanner; more than three from one host are a case."),
        ("Call {team} of {victim} for a status", "Open since {written}: image of {system}, list of accounts, decision on notifying the regulator in {country}."),
        ("Enrich {ip}", "Hosting, neighbours on the same network, certificates since {beginMonth}. Attach the result to the indicator."),
        ("Close false positives on {ip2}", "The address was shared hosting until {begin}; hits before that date can be closed without a ticket."),
    ];

    public static (string Name, string Description) Write(StoryFacts story, ref RandomStream random)
    {
        var (name, description) = random.Pick(s_tasks);
        return (Template.Expand(name, story, ref random), Template.Expand(description, story, ref random));
    }

    /// <summary>All templates, for tests.</summary>
    public static IEnumerable<string> Templates => s_tasks.SelectMany(task => (string[])[task.Name, task.Description]);
}
