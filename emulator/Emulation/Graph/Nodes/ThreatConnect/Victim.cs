namespace Emulation.Graphs.ThreatConnect;

/// <summary>A person or organization that was attacked.</summary>
sealed record Victim : Node
{
    public static Index<Victim, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Index<Victim, IdKey> ByOwner { get; } = new(item => new IdKey(item.Owner, item.Id));

    public static Index<Victim, TextKey> ByName { get; } = new(item => TextKey.IgnoringCase(item.Owner, item.Name, item.Id));

    public static Kind NodeKind { get; } = new(7, "victim", ById, ByOwner, ByName);

    public override Kind Kind => NodeKind;

    public override long LinkTie => Id;

    public required long Id { get; init; }

    public required int Owner { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Org { get; init; }

    public string? Suborg { get; init; }

    public string? WorkLocation { get; init; }

    public string? Nationality { get; init; }
}

/// <summary>A type of victim asset.</summary>
/// <param name="Number">Its typed list.</param>
/// <param name="Name">The <c>type</c> of an entry.</param>
/// <param name="Branch">Its word in a path.</param>
/// <param name="Entity">Its key in an answer.</param>
/// <param name="Main">The member that holds the value.</param>
/// <param name="Detail">The member that holds the second value; null when there is none.</param>
sealed record AssetType(int Number, string Name, string Branch, string Entity, string Main, string? Detail)
    : ItemType(Number, Name, Branch, Entity)
{
    public static IReadOnlyList<AssetType> All { get; } =
    [
        new(1, "EmailAddress",   "emailAddresses",  "victimEmailAddress",   "address",   "addressType"),
        new(2, "NetworkAccount", "networkAccounts", "victimNetworkAccount", "account",   "network"),
        new(3, "Phone",          "phoneNumbers",    "victimPhone",          "phoneType", null),
        new(4, "SocialNetwork",  "socialNetworks",  "victimSocialNetwork",  "account",   "network"),
        new(5, "WebSite",        "webSites",        "victimWebSite",        "webSite",   null),
    ];

    public static AssetType? ByBranch(string branch) =>
        All.FirstOrDefault(type => string.Equals(type.Branch, branch, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An address, account or number of a victim. Deleted with its victim.</summary>
sealed record VictimAsset : Node
{
    public static Index<VictimAsset, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Index<VictimAsset, IdKey> OfVictim { get; } = new(item => new IdKey(item.Victim, item.Id));

    public static Index<VictimAsset, IdKey> OfVictimAndType { get; } = new(item => new IdKey(Scope(item.Victim, item.Type), item.Id));

    public static Kind NodeKind { get; } = new(8, "victim asset", ById, OfVictim, OfVictimAndType);

    public override Kind Kind => NodeKind;

    public override int LinkType => Type.Number;

    public override long LinkTie => Id;

    public required long Id { get; init; }

    /// <summary>The victim's graph key.</summary>
    public required int Victim { get; init; }

    public required AssetType Type { get; init; }

    /// <summary>The address, account, number or site.</summary>
    public required string Main { get; init; }

    public string? Detail { get; init; }

    public static long Scope(int victim, AssetType type) => ((long)victim * 8) + type.Number;
}
