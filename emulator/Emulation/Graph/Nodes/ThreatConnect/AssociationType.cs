namespace Emulation.Graphs.ThreatConnect;

/// <summary>A way in which two indicators can be joined, by type; it reads the same from both ends.</summary>
/// <param name="Slot">Which of the relations for joined indicators it uses.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Branch">Its word in a path.</param>
/// <param name="FileAction">Something a file does: the first end is always a file.</param>
/// <param name="Pairs">The types it joins.</param>
sealed record AssociationType(
    int Slot, string Name, string Branch, bool FileAction, params (IndicatorType One, IndicatorType Other)[] Pairs)
{
    public Relation Relation => ThreatConnectRelations.Associated[Slot];

    public bool Joins(IndicatorType one, IndicatorType other) =>
        Pairs.Any(pair => (pair.One == one && pair.Other == other) || (pair.One == other && pair.Other == one));
}

/// <summary>The ways of joining indicators that an instance knows.</summary>
sealed class AssociationTypes
{
    private readonly Dictionary<string, AssociationType> _associations;
    private readonly Dictionary<string, AssociationType> _actions;

    public AssociationTypes(IEnumerable<AssociationType> types)
    {
        All = [.. types];
        _associations = All.Where(type => !type.FileAction).ToDictionary(type => type.Branch, StringComparer.OrdinalIgnoreCase);
        _actions = All.Where(type => type.FileAction).ToDictionary(type => type.Branch, StringComparer.OrdinalIgnoreCase);
    }

    public static AssociationTypes BuiltIn { get; } = new(
    [
        new(0,  "Address to User Agent",   "addressToUserAgent", false, (IndicatorType.Address, IndicatorType.UserAgent)),
        new(1,  "ASN to Address",          "asnToAddress",       false, (IndicatorType.Asn, IndicatorType.Address)),
        new(2,  "ASN to CIDR",             "asnToCidr",          false, (IndicatorType.Asn, IndicatorType.Cidr)),
        new(3,  "CIDR to Address",         "cidrToAddress",      false, (IndicatorType.Cidr, IndicatorType.Address)),
        new(4,  "DNS PTR Record",          "dnsPtrRecord",       false, (IndicatorType.Address, IndicatorType.Host)),
        new(5,  "Domain Registrant Email", "domainRegistrant",   false, (IndicatorType.Host, IndicatorType.EmailAddress)),
        new(6,  "File Download",           "fileDownload",       false, (IndicatorType.Url, IndicatorType.File)),
        new(7,  "URL Host",                "urlHost",            false, (IndicatorType.Url, IndicatorType.Address),
            (IndicatorType.Url, IndicatorType.Host)),
        new(8,  "File Archive",            "archive",            true,  (IndicatorType.File, IndicatorType.File)),
        new(9,  "File Drop",               "drop",               true,  (IndicatorType.File, IndicatorType.File)),
        new(10, "File Traffic",            "traffic",            true,  (IndicatorType.File, IndicatorType.Address),
            (IndicatorType.File, IndicatorType.Host), (IndicatorType.File, IndicatorType.Url)),
        new(11, "File Mutex",              "mutex",              true,  (IndicatorType.File, IndicatorType.Mutex)),
        new(12, "File Registry Key",       "registryKey",        true,  (IndicatorType.File, IndicatorType.RegistryKey)),
        new(13, "File User Agent",         "userAgent",          true,  (IndicatorType.File, IndicatorType.UserAgent)),
        new(14, "File DNS Query",          "dnsQuery",           true,  (IndicatorType.File, IndicatorType.Host)),
    ]);

    public IReadOnlyList<AssociationType> All { get; }

    public AssociationType? Association(string branch) => _associations.GetValueOrDefault(branch);

    public AssociationType? Action(string branch) => _actions.GetValueOrDefault(branch);
}
