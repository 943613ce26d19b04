using System.Globalization;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Demo;

/// <summary>
/// Where addresses are and to whom they are routed: attributes from which ThreatWinds makes geolocations. Many entities share them.
/// </summary>
static class Locations
{
    // In the Atlantic, hundreds of kilometres from any coast.
    private const int South = 30;
    private const int West = -45;

    private static readonly EntityAttribute[][] s_places = [.. Enumerable.Range(0, InventedNames.Cities.Length).Select(Place)];

    private static readonly EntityAttribute[][] s_networks = [.. Enumerable.Range(0, ReservedRanges.AsNumbers.Length).Select(Network)];

    /// <summary>The entity's own attribute, and those of a place and a network.</summary>
    public static EntityAttribute[] Of(EntityAttribute own, ref RandomStream random) =>
        [own, .. random.Pick(s_places), .. random.Pick(s_networks)];

    private static EntityAttribute[] Place(int number) =>
    [
        new("country", InventedNames.Countries[number * 5 % InventedNames.Countries.Length]),
        new("city", InventedNames.Cities[number]),
        new("latitude", string.Create(CultureInfo.InvariantCulture, $"{South + (number % 8)}.{411 + (number * 20)}"), true),
        new("longitude", string.Create(CultureInfo.InvariantCulture, $"{West + (number / 3)}.{277 + (number * 20)}"), true),
        new("accuracy-radius", (20 * (1 + (number % 5))).ToString(CultureInfo.InvariantCulture), true),
    ];

    private static EntityAttribute[] Network(int number) =>
    [
        new("asn", ReservedRanges.AsNumbers[number].ToString(CultureInfo.InvariantCulture), true),
        new("aso", InventedNames.Companies[number].Name.ToLowerInvariant()),
    ];
}
