namespace Emulation.Graphs.ThreatConnect;

/// <summary>A tag of one owner. Its name ignores letter case.</summary>
sealed record Tag : Node
{
    public const int LongestName = 128;

    public static Index<Tag, TextKey> ByName { get; } = new(item => TextKey.IgnoringCase(item.Owner, item.Name));

    public static Kind NodeKind { get; } = new(10, "tag", ByName);

    public override Kind Kind => NodeKind;

    public required int Owner { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public static Tag? Find(Graph graph, int owner, string name) => graph.Find<Tag, TextKey>(ByName, new TextKey(owner, Fold.Case(name)));
}

/// <summary>A security label of one owner; every owner has the system's. Its name ignores letter case.</summary>
sealed record SecurityLabel : Node
{
    public static Index<SecurityLabel, TextKey> ByName { get; } = new(item => TextKey.IgnoringCase(item.Owner, item.Name));

    public static Kind NodeKind { get; } = new(11, "security label", ByName);

    public override Kind Kind => NodeKind;

    public required int Owner { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Six hexadecimal digits.</summary>
    public string? Color { get; init; }

    public required long Added { get; init; }

    /// <summary>One of the system's own, which cannot be deleted.</summary>
    public bool System { get; init; }

    public static SecurityLabel? Find(Graph graph, int owner, string name) =>
        graph.Find<SecurityLabel, TextKey>(ByName, new TextKey(owner, Fold.Case(name)));

    /// <summary>The labels every owner begins with.</summary>
    public static IEnumerable<SecurityLabel> OfSystem(int owner) =>
    [
        Traffic(owner, "TLP:AMBER",        "ffbf00", August2016, "Limited disclosure, for the recipients' organization and its clients."),
        Traffic(owner, "TLP:AMBER+STRICT", "ffbf00", August2022, "Limited disclosure, for the recipients' organization alone."),
        Traffic(owner, "TLP:CLEAR",        "ffffff", August2022, "Disclosure is not limited."),
        Traffic(owner, "TLP:GREEN",        "33ff00", August2016, "Limited disclosure, for the recipients' community."),
        Traffic(owner, "TLP:RED",          "ff0033", August2016, "Not for disclosure, for the named recipients alone."),
        Traffic(owner, "TLP:WHITE",        "ffffff", August2016, "Disclosure is not limited."),
    ];

    // 2016-08-31T00:00:00Z and 2022-08-31T00:00:00Z.
    private const long August2016 = 1472601600;
    private const long August2022 = 1661904000;

    private static SecurityLabel Traffic(int owner, string name, string color, long added, string description) =>
        new() { Owner = owner, Name = name, Color = color, Added = added, Description = description, System = true };
}
