using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

/// <summary>What rows of groups, indicators, tasks and victims have in common.</summary>
abstract record ItemRow
{
    [JsonPropertyOrder(-9)]
    public long? Id { get; set; }

    [Description("An owner's name; left out: the first account's own.")]
    [JsonPropertyOrder(-8)]
    public string? Owner { get; set; }

    [JsonPropertyOrder(-5)]
    public DateTimeOffset? DateAdded { get; set; }

    [JsonPropertyOrder(-4)]
    public DateTimeOffset? LastModified { get; set; }

    [JsonPropertyOrder(1)]
    public string? Description { get; set; }

    [JsonPropertyOrder(5)]
    public IReadOnlyList<AttributeRow> Attributes { get; set; } = [];

    [Description("Names; tags that are not listed are made.")]
    [JsonPropertyOrder(6)]
    public IReadOnlyList<string> Tags { get; set; } = [];

    [Description("Names of labels that the owner has.")]
    [JsonPropertyOrder(7)]
    public IReadOnlyList<string> SecurityLabels { get; set; } = [];

    [Description("Ids. A link is written at either of its ends.")]
    [JsonPropertyOrder(8)]
    public IReadOnlyList<long> Groups { get; set; } = [];

    [JsonPropertyOrder(9)]
    public IReadOnlyList<long> Indicators { get; set; } = [];

    [JsonPropertyOrder(10)]
    public IReadOnlyList<long> Tasks { get; set; } = [];

    [JsonPropertyOrder(11)]
    public IReadOnlyList<long> Victims { get; set; } = [];

    [Description("Ids of assets, where not all that a victim has are linked.")]
    [JsonPropertyOrder(12)]
    public IReadOnlyList<long> VictimAssets { get; set; } = [];
}

sealed record AttributeRow
{
    public long? Id { get; set; }

    public string Type { get; set; } = "";

    public string Value { get; set; } = "";

    public string? Source { get; set; }

    public bool Displayed { get; set; }

    public DateTimeOffset? DateAdded { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    public string? Xid { get; set; }

    public IReadOnlyList<string> SecurityLabels { get; set; } = [];
}

sealed record AssetRow
{
    public long? Id { get; set; }

    [Description("Path word of a type of asset.")]
    public string Type { get; set; } = "";

    public string Value { get; set; } = "";

    [Description("The kind of address, or the network.")]
    public string? Detail { get; set; }
}
