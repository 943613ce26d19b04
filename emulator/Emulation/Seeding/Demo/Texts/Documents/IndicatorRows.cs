namespace Emulation.Seeding.Demo.Texts.Documents;

/// <summary>An indicator of a story as a row of a table.</summary>
readonly record struct IndicatorRow(string Type, string Value, string Use);

static class IndicatorRows
{
    /// <summary>The indicators of a story, in the order of an intrusion.</summary>
    public static List<IndicatorRow> Of(StoryFacts story)
    {
        var found = story.Indicators;
        var rows = new List<IndicatorRow>(16)
        {
            new("E-mail", found.Sender, "Sender of lures"),
            new("URL", found.Url, "Delivery"),
            new("URL", found.SecondUrl, "Second stage"),
            new("Host", found.Host, "Control"),
            new("Host", found.SecondHost, "Delivery, control"),
            new("Address", found.Address, "Control"),
            new("Address", found.SecondAddress, "Operator sessions"),
            new(NameOf(found.File), found.File.Best, story.Malware),
            new(NameOf(found.SecondFile), found.SecondFile.Best, "Second stage"),
        };
        if (found.Subject is { } subject) rows.Add(new("Subject", subject, "Lure"));
        if (found.Mutex is { } mutex) rows.Add(new("Mutex", mutex, story.Malware));
        if (found.RegistryKey is { } key) rows.Add(new("Registry", key, "Configuration"));
        if (found.UserAgent is { } agent) rows.Add(new("User agent", agent, "Requests to control"));
        if (found.Cidr is { } range) rows.Add(new("CIDR", range, "Hosting"));
        if (found.Asn is { } system) rows.Add(new("ASN", system, "Hosting"));
        return rows;
    }

    private static string NameOf(FileHashes file) => file.BestName switch { "sha256" => "SHA-256", "sha1" => "SHA-1", _ => "MD5" };
}
