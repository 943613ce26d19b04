namespace Emulation.Graphs.ThreatConnect;

/// <summary>A type of adversary asset.</summary>
/// <param name="Number">Its place in the list of types.</param>
/// <param name="Name">The <c>type</c> of an entry.</param>
/// <param name="Branch">Its word in a path.</param>
/// <param name="Entity">Its key in a response.</param>
/// <param name="Member">The member that holds the value.</param>
sealed record AdversaryAssetType(int Number, string Name, string Branch, string Entity, string Member)
    : ItemType(Number, Name, Branch, Entity)
{
    public static AdversaryAssetType Handle { get; } = new(1, "Handle", "handles", "adversaryHandle", "handle");

    public static AdversaryAssetType PhoneNumber { get; } = new(2, "PhoneNumber", "phoneNumbers", "adversaryPhoneNumber", "phoneNumber");

    public static AdversaryAssetType Url { get; } = new(3, "URL", "urls", "adversaryUrl", "url");

    public static IReadOnlyList<AdversaryAssetType> All { get; } = [Handle, PhoneNumber, Url];
}

/// <summary>A handle, phone number or URL of an adversary. Deleted with its adversary.</summary>
sealed record AdversaryAsset : Node
{
    public static Index<AdversaryAsset, IdKey> ById { get; } = new(item => new IdKey(0, item.Id));

    public static Index<AdversaryAsset, IdKey> OfAdversary { get; } = new(item => new IdKey(item.Adversary, item.Id));

    public static Index<AdversaryAsset, IdKey> OfAdversaryAndType { get; } =
        new(item => new IdKey(Scope(item.Adversary, item.Type), item.Id));

    public static Kind NodeKind { get; } = new(15, "adversary asset", ById, OfAdversary, OfAdversaryAndType);

    public override Kind Kind => NodeKind;

    public required long Id { get; init; }

    /// <summary>The adversary's graph key.</summary>
    public required int Adversary { get; init; }

    public required AdversaryAssetType Type { get; init; }

    public required string Value { get; init; }

    public static long Scope(int adversary, AdversaryAssetType type) => ((long)adversary * 8) + type.Number;
}
