using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>Descriptions of indicators by what they are, and comments on entities.</summary>
static class IndicatorTexts
{
    private static readonly string[] s_network =
    [
        "Control of {malware}, seen at {victim} on {written}.",
        "[Answers like|Behaves like] a controller of {malware} on port {port}; last checked {written}.",
        "Used by {actor} for [delivery|control|operator sessions] since {beginMonth}. [Shared hosting: check before blocking|Dedicated, safe to block].",
        "Found in proxy logs of {victim}: {hosts} requests from {few} hosts.",
        "Certificate and banner match other hosts of {actor}.",
        "First seen {begin}, last seen {written}; [no legitimate use known|parked before {beginMonth}].",
    ];

    private static readonly string[] s_urls =
    [
        "[Delivers|Delivered] {malware}; [online|offline] when last checked on {written}.",
        "Linked from lures to {targets} in {country}; answers only [once an address|to browsers on Windows].",
        "Second stage of {malware}, fetched by a script. [Content changes daily|Same file since {begin}].",
    ];

    private static readonly string[] s_networks =
    [
        "Hosting that {actor} has rented since {beginMonth}; {few} of its hosts are known.",
        "Small provider, answers abuse reports [slowly|after {days} days]. Do not block without a look at other customers.",
    ];

    private static readonly string[] s_hashtags =
    [
        "Used by {actor} when it publishes [stolen data|names of victims].",
        "Marks posts about {campaign}; [mostly researchers|also used by the actor itself].",
    ];

    private static readonly string[] s_subjects =
    [
        "Subject of a lure to {targets} since {beginMonth}; [number changes|same in all copies].",
        "Seen in {accounts} messages to {victim}, {written}. Leads to {malware}.",
    ];

    private static readonly string[] s_files =
    [
        "{^malware}, {kind}. Taken from {folder} on a host of {victim}, {written}.",
        "Sample of {malware} with control at {host}. [Packed|Not packed]; [compiled|first submitted] in {writtenMonth}.",
        "Second stage, fetched from {url2}. [Unsigned|Signed with a revoked certificate].",
    ];

    private static readonly string[] s_mail =
    [
        "Sender of lures to {targets} in {country} since {beginMonth}; reply-to differs.",
        "Account [made for|taken over for] a wave of {actor}; {accounts} recipients at {victim}.",
    ];

    private static readonly string[] s_traces =
    [
        "Left by {malware} on {few} hosts of {victim}. [Same in all builds|Differs from build to build].",
        "Marks hosts with {malware}: present from the second start on.",
    ];

    private static readonly string[] s_sources =
        ["Sandbox", "Honeypot", "Passive DNS", "Abuse desk", "Partner feed", "Incident response", "Proxy logs", "Mail gateway", "Member report"];

    private static readonly string[] s_comments =
    [
        "Seen at {victim} on {written}, {few} hosts.",
        "Agree with {actor}; {few} of our cases have it too.",
        "Not so sure. Also found in {few} cases that have nothing to do with {actor}.",
        "Bestätigt: bei uns seit dem {isoBegin}.",
        "Confirmado en {few} equipos, todos del mismo departamento.",
        "Sandbox run of {shortHash}… writes exactly this after {minutes} minutes.",
        "Last seen {written}. Who has something newer?",
        "Lowered to medium: nothing seen for {days} weeks.",
        "From the case at {victim}, shared with permission.",
        "Merged from two reports; dates differ by {days} days.",
    ];

    private static readonly string[] s_networkComments =
    [
        "Blocked here since {written}; no complaint so far.",
        "Same certificate subject as {host}.",
        "Not so sure. Was shared hosting until {begin}.",
        "Bestätigt: in unseren Proxy-Logs seit dem {isoBegin}.",
        "Still answers on {written}, port {port}.",
        "False positive for us: a scanner of {department}.",
        "Sandbox run of {shortHash}… contacts it after {minutes} minutes.",
    ];

    public static string Description(IndicatorType type, StoryFacts story, ref RandomStream random) =>
        Template.Pick(TemplatesOf(type), story, ref random);

    public static string Source(ref RandomStream random) => random.Pick(s_sources);

    /// <param name="type">ThreatWinds' type of the entity that is commented on.</param>
    /// <param name="story">The facts.</param>
    /// <param name="random">The comment's own chance.</param>
    public static string Comment(string type, StoryFacts story, ref RandomStream random) =>
        Template.Pick(
            type is "ip" or "domain" or "hostname" or "url" && random.Chance(70) ? s_networkComments : s_comments, story, ref random);

    private static string[] TemplatesOf(IndicatorType type)
    {
        if (type == IndicatorType.File) return s_files;
        if (type == IndicatorType.EmailAddress) return s_mail;
        if (type == IndicatorType.EmailSubject) return s_subjects;
        if (type == IndicatorType.Url) return s_urls;
        if (type == IndicatorType.Asn || type == IndicatorType.Cidr) return s_networks;
        if (type == IndicatorType.Hashtag) return s_hashtags;
        if (type == IndicatorType.Mutex || type == IndicatorType.RegistryKey || type == IndicatorType.UserAgent) return s_traces;
        return s_network;
    }
}
