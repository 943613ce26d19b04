using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

sealed record VictimRow : ItemRow
{
    [JsonPropertyOrder(-7)]
    public string Name { get; set; } = "";

    [JsonPropertyOrder(2)]
    public string? Org { get; set; }

    [JsonPropertyOrder(2)]
    public string? Suborg { get; set; }

    [JsonPropertyOrder(2)]
    public string? WorkLocation { get; set; }

    [JsonPropertyOrder(2)]
    public string? Nationality { get; set; }

    [Description("emailAddresses, networkAccounts, phoneNumbers, socialNetworks, webSites.")]
    [JsonPropertyOrder(2)]
    public IReadOnlyList<AssetRow> Assets { get; set; } = [];
}
