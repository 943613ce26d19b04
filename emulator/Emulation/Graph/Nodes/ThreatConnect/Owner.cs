namespace Emulation.Graphs.ThreatConnect;

/// <summary>An owner of data: an organization, community, source or individual.</summary>
sealed record Owner : Node
{
    public static Index<Owner, IdKey> ById { get; } = new(owner => new IdKey(0, owner.Id));

    public static Index<Owner, TextKey> ByName { get; } = new(owner => TextKey.IgnoringCase(0, owner.Name));

    public static Kind NodeKind { get; } = new(1, "owner", ById, ByName);

    public override Kind Kind => NodeKind;

    public override long LinkTie => Id;

    public required int Id { get; init; }

    public required string Name { get; init; }

    public required OwnerType Type { get; init; }

    /// <summary>Its members may be anonymous: the list of members shows pseudonyms alone.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Whether reports of all its indicators are made, by format.</summary>
    public bool BulkCsv { get; init; } = true;

    public bool BulkJson { get; init; } = true;

    public bool IsCommunityOrSource => Type is OwnerType.Community or OwnerType.Source;
}

enum OwnerType
{
    Organization,
    Community,
    Source,
    Individual,
}

/// <summary>Folds letter case for comparison; folded texts sort as ordinal ignoring case.</summary>
static class Fold
{
    public static string Case(string text) => text.ToUpperInvariant();
}
