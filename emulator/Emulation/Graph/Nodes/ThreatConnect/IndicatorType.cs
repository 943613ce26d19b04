namespace Emulation.Graphs.ThreatConnect;

/// <summary>How the values of a type are compared and kept.</summary>
enum CasePreference
{
    Sensitive,
    Lower,
    Upper,
}

/// <summary>One part of a value.</summary>
/// <param name="Key">The member that holds it in an object.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Options">What it may be; empty: any text.</param>
sealed record ValueField(string Key, string Label, params string[] Options)
{
    public string Type => Options.Length == 0 ? "text" : "selectone";
}

/// <summary>A type of indicator. The numbers of the built-in ones are fixed, others continue from them.</summary>
/// <param name="Number">1 to 255; the typed list of links that its active indicators are in.</param>
/// <param name="Name">Its name for people, and the <c>type</c> of an entry.</param>
/// <param name="Branch">Its word in a path.</param>
/// <param name="Entity">Its key in an answer.</param>
/// <param name="Custom">Not one of the first five: it has value labels, and its objects name their type.</param>
/// <param name="Parsable">Whether values of it can be found in plain text.</param>
/// <param name="Case">How its values are compared.</param>
/// <param name="Values">The parts of a value, 1 to 3.</param>
sealed record IndicatorType(
    int Number, string Name, string Branch, string Entity, bool Custom, bool Parsable, CasePreference Case, params ValueField[] Values)
    : ItemType(Number, Name, Branch, Entity)
{
    public const int Inactive = 256;

    private const int MostRequired = 2;

    /// <summary>Between the parts of a value that is written as one.</summary>
    public const string Separator = " : ";

    /// <summary>
    /// How many parts a value must have, from the first on. Of a registry key only the third may be missing; of a file any hash is enough.
    /// </summary>
    public int Required => Number == File.Number ? 1 : Math.Min(MostRequired, Values.Length);

    public static IndicatorType Address { get; } =
        new(1, "Address", "addresses", "address", false, true, CasePreference.Sensitive, new ValueField("ip", "IP Address"));

    public static IndicatorType EmailAddress { get; } = new(2, "EmailAddress", "emailAddresses", "emailAddress", false, true,
        CasePreference.Lower, new ValueField("address", "Email Address"));

    public static IndicatorType File { get; } = new(3, "File", "files", "file", false, true, CasePreference.Upper, new("md5", "MD5"),
        new("sha1", "SHA-1"), new("sha256", "SHA-256"));

    public static IndicatorType Host { get; } =
        new(4, "Host", "hosts", "host", false, true, CasePreference.Lower, new ValueField("hostName", "Host Name"));

    public static IndicatorType Url { get; } =
        new(5, "URL", "urls", "url", false, true, CasePreference.Sensitive, new ValueField("text", "URL"));

    public static IndicatorType Asn { get; } =
        new(6, "ASN", "asns", "asn", true, true, CasePreference.Upper, new ValueField("AS Number", "AS Number"));

    public static IndicatorType Cidr { get; } =
        new(7, "CIDR", "cidrBlocks", "cidrBlock", true, true, CasePreference.Lower, new ValueField("Block", "Block"));

    public static IndicatorType Mutex { get; } =
        new(8, "Mutex", "mutexes", "mutex", true, false, CasePreference.Sensitive, new ValueField("Mutex", "Mutex"));

    public static IndicatorType RegistryKey { get; } =
        new(9, "Registry Key", "registryKeys", "registryKey", true, false, CasePreference.Sensitive,
            new("Key Name", "Key Name"),
            new("Value Name", "Value Name"),
            new("Value Type", "Value Type", "REG_NONE", "REG_BINARY", "REG_DWORD", "REG_DWORD_LITTLE_ENDIAN", "REG_DWORD_BIG_ENDIAN",
                "REG_EXPAND_SZ", "REG_LINK", "REG_MULTI_SZ", "REG_QWORD", "REG_QWORD_LITTLE_ENDIAN", "REG_SZ"));

    public static IndicatorType UserAgent { get; } = new(10, "User Agent", "userAgents", "userAgent", true, false,
        CasePreference.Sensitive, new ValueField("User Agent String", "User Agent String"));

    public static IndicatorType Hashtag { get; } =
        new(11, "Hashtag", "hashtags", "hashtag", true, false, CasePreference.Sensitive, new ValueField("Hashtag", "Hashtag"));

    public static IndicatorType EmailSubject { get; } = new(12, "Email Subject", "emailSubjects", "emailSubject", true, false,
        CasePreference.Sensitive, new ValueField("Subject", "Subject"));
}

/// <summary>The types of indicator that an instance knows, in the order they are listed.</summary>
sealed class IndicatorTypes
{
    public const int FirstCustom = 13;

    private readonly Dictionary<string, IndicatorType> _byBranch;

    public IndicatorTypes(IEnumerable<IndicatorType> types)
    {
        All = [.. types];
        _byBranch = All.ToDictionary(type => type.Branch, StringComparer.OrdinalIgnoreCase);
    }

    public static IndicatorTypes BuiltIn { get; } = new(
    [
        IndicatorType.Address,
        IndicatorType.EmailAddress,
        IndicatorType.File,
        IndicatorType.Host,
        IndicatorType.Url,
        IndicatorType.Asn,
        IndicatorType.Cidr,
        IndicatorType.Mutex,
        IndicatorType.RegistryKey,
        IndicatorType.UserAgent,
        IndicatorType.Hashtag,
        IndicatorType.EmailSubject,
    ]);

    public IReadOnlyList<IndicatorType> All { get; }

    public IndicatorType? ByBranch(string branch) => _byBranch.GetValueOrDefault(branch);

    public IndicatorType? Find(string spelling) => All.FirstOrDefault(type => type.IsSpelled(spelling));
}
