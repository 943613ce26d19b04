using System.Globalization;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>
/// What all texts of a story share: who did what to which organization, with what, and when. Moments are seconds since 1970.
/// </summary>
sealed record StoryFacts
{
    public required string Actor { get; init; }

    /// <summary>The name of the actor's intrusion set, or the actor's own.</summary>
    public required string Alias { get; init; }

    public required string Campaign { get; init; }

    public required string Malware { get; init; }

    public required MalwareKind Kind { get; init; }

    public required Aim Aim { get; init; }

    public required Sector Sector { get; init; }

    /// <summary>The organization that this item is about; items of one story are about several.</summary>
    public required Organization Victim { get; init; }

    public required string Analyst { get; init; }

    /// <summary>When the story begins.</summary>
    public required long Begin { get; init; }

    /// <summary>When this item was written.</summary>
    public required long Written { get; init; }

    public required StoryIndicators Indicators { get; init; }

    /// <summary>What happened, in order; the same for all items of the story.</summary>
    public required Step[] Steps { get; init; }

    /// <summary>How many other numbers (hosts, accounts, gigabytes) of this story are derived from.</summary>
    public required uint Scale { get; init; }

    /// <summary>What a text is about besides the story: the subject of a lure, the purpose of a tool, the name of a threat.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The language of a signature, for texts about that signature.</summary>
    public string Language { get; init; } = "";

    /// <summary>Of a mail, for its texts.</summary>
    public MailFacts? Mail { get; init; }

    public static string Date(long second) => Moment(second).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Month(long second) => Moment(second).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static string IsoDate(long second) => Moment(second).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(long second) => DateTimeOffset.FromUnixTimeSeconds(second);
}

/// <summary>The indicators of a story that its texts name. All exist in the graph of the story's generation.</summary>
sealed record StoryIndicators
{
    public required string Host { get; init; }

    public required string SecondHost { get; init; }

    public required string ThirdHost { get; init; }

    public required string Address { get; init; }

    public required string SecondAddress { get; init; }

    public required string Url { get; init; }

    public required string SecondUrl { get; init; }

    /// <summary>The address from which lures are sent.</summary>
    public required string Sender { get; init; }

    public required FileHashes File { get; init; }

    public required FileHashes SecondFile { get; init; }

    public string? Asn { get; init; }

    public string? Cidr { get; init; }

    public string? Mutex { get; init; }

    public string? RegistryKey { get; init; }

    public string? RegistryValue { get; init; }

    public string? UserAgent { get; init; }

    public string? Subject { get; init; }
}

/// <summary>The hashes by which a file is known: one at least.</summary>
sealed record FileHashes(string? Md5, string? Sha1, string? Sha256)
{
    /// <summary>The longest that is known, in lower case.</summary>
    public string Best => (Sha256 ?? Sha1 ?? Md5)!.ToLowerInvariant();

    /// <summary>The name of the longest that is known, as signatures spell it.</summary>
    public string BestName => Sha256 is not null ? "sha256" : Sha1 is not null ? "sha1" : "md5";
}

/// <summary>An organization that is attacked.</summary>
sealed record Organization(string Name, Sector Sector, string City, string Country, string Domain);
