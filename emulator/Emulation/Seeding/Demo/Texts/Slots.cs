using System.Globalization;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>The values of a story by the names that templates use for them.</summary>
static class Slots
{
    private static readonly string[] s_tasks =
        ["SyncHealthCheck", "TelemetryRollup", "IndexerRefresh", "PrintQueueAudit", "CertRenewalCheck", "DriverInventory"];
    private static readonly string[] s_services =
        ["WinDefSync", "NetProfileHelper", "SpoolerCache", "TimeBrokerEx", "AudioEndpointSvc", "DiskHealthMon"];
    private static readonly string[] s_accounts = ["svc_backup", "svc_scan", "helpdesk2", "sql_reader", "adm_print", "it_temp"];
    private static readonly string[] s_newAccounts = ["sysupport", "defaultuser1", "backup_adm", "wsus_svc", "printadmin"];
    private static readonly string[] s_folders =
        [@"C:\ProgramData\Intel", @"C:\Users\Public\Libraries", @"C:\Windows\Temp", @"C:\ProgramData\Oracle\Java", @"C:\PerfLogs"];
    private static readonly string[] s_teams = ["the internal security team", "the incident response team", "the managed detection provider", "the help desk", "the security operations centre"];

    public static string Value(ReadOnlySpan<char> name, StoryFacts story, ref RandomStream random) => name switch
    {
        "actor" => story.Actor,
        "alias" => story.Alias,
        "campaign" => story.Campaign,
        "malware" => story.Malware,
        "kind" => story.Kind.Noun,
        "aim" => Template.Expand(Of(story.Aim.Phrases, story, 3), story, ref random),
        "victim" => story.Victim.Name,
        "sector" => story.Sector.Adjective,
        "targets" => Of(story.Sector.Targets, story, 5),
        "country" => WithArticle(story.Victim.Country),
        "city" => story.Victim.City,
        "domain" => story.Victim.Domain,
        "staff" => Of(story.Sector.Staff, story, 7),
        "system" => Of(story.Sector.Systems, story, 11),
        "data" => Of(story.Sector.Data, story, 13),
        "department" => Of(story.Sector.Departments, story, 17),
        "analyst" => story.Analyst,
        "begin" => StoryFacts.Date(story.Begin),
        "period" => Period(story),
        "beginMonth" => StoryFacts.Month(story.Begin),
        "written" => StoryFacts.Date(story.Written),
        "writtenMonth" => StoryFacts.Month(story.Written),
        "host" => story.Indicators.Host,
        "host2" => story.Indicators.SecondHost,
        "host3" => story.Indicators.ThirdHost,
        "ip" => story.Indicators.Address,
        "ip2" => story.Indicators.SecondAddress,
        "url" => story.Indicators.Url,
        "url2" => story.Indicators.SecondUrl,
        "sender" => story.Indicators.Sender,
        "hash" => story.Indicators.File.Best,
        "shortHash" => story.Indicators.File.Best[..12],
        "hash2" => story.Indicators.SecondFile.Best,
        "few" => Number(2 + (story.Scale % 4)),
        "hosts" => Number(3 + (story.Scale / 4 % 40)),
        "accounts" => Number(6 + (story.Scale / 160 % 19)),
        "gigabytes" => Number(2 + (story.Scale / 3680 % 180)),
        "days" => Number(2 + (story.Scale / 17 % 19)),
        "minutes" => Number(5 * (1 + (story.Scale / 7 % 11))),
        "port" => story.Scale % 3 == 0 ? "8443" : "443",
        "task" => Of(s_tasks, story, 23),
        "service" => Of(s_services, story, 29),
        "account" => Of(s_accounts, story, 31),
        "newAccount" => Of(s_newAccounts, story, 37),
        "folder" => Of(s_folders, story, 41),
        "team" => Of(s_teams, story, 43),
        "behaviour" => Template.Pick(story.Kind.Behaviour, story, ref random),
        "entry" => Intrusion.Entry(story.Steps[0].Technique.Id),
        "last" => Tactics.Name(story.Steps[^1].Technique.Tactic).ToLowerInvariant(),
        "steps" => Number((uint)story.Steps.Length),
        "topic" => story.Topic,
        "language" => story.Language,
        "role" => Of(story.Sector.Roles, story, 19),
        "number" => Number((uint)story.Mail!.Number),
        "mailbox" => story.Mail!.Mailbox,
        "senderName" => story.Mail!.SenderName,
        "senderFile" => story.Mail!.SenderName.Replace(' ', '_'),
        "dataFile" => $"{Words.Capital(Of(story.Sector.Data, story, 13)).Replace(' ', '_')}_{StoryFacts.Moment(story.Written).Year}.xlsx",
        "seconds" => Number((uint)(12 + random.Below(47))),
        "extension" => Number((uint)(100 + random.Below(800))),
        "isoBegin" => StoryFacts.IsoDate(story.Begin),
        "isoWritten" => StoryFacts.IsoDate(story.Written),
        "tag" => Words.Letters(story.Malware),
        "mutex" => story.Indicators.Mutex ?? "a fixed mutex",
        _ => throw new InvalidOperationException($"Templates use {{{name}}}, which no story has."),
    };

    /// <summary>A choice that is the same in all texts of an item.</summary>
    private static string Of(string[] items, StoryFacts story, uint prime) => items[(int)(story.Scale / prime % (uint)items.Length)];

    private static string WithArticle(string country) => country is "Netherlands" or "United Kingdom" ? $"the {country}" : country;

    private static string Period(StoryFacts story)
    {
        var (first, last) = (StoryFacts.Month(story.Begin), StoryFacts.Month(story.Written));
        return first == last ? $"in {first}" : $"between {first} and {last}";
    }

    private static string Number(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
