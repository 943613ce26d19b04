using Emulation.Seeding.Demo;

namespace Emulation.Tests.Seeding;

/// <summary>Each number has a value of its own, up to the greatest size of demo.</summary>
class ReservedRangesTests
{
    // Addresses of the indicators of five million nodes that are all ThreatConnect's.
    private const int Addresses = 1_000_000;
    private const int Networks = 60_100;

    [Test]
    public void Addresses_of_both_pools_and_of_networks_differ_and_are_reserved()
    {
        var all = Enumerable.Range(0, Addresses).SelectMany(
            number => new[] { ReservedRanges.Address(0, number), ReservedRanges.Address(1, number) })
            .Concat(Enumerable.Range(0, Addresses).Select(number => ReservedRanges.AddressV6(1, number)))
            .Concat(Enumerable.Range(0, Networks).Select(ReservedRanges.AddressIn)).ToList();

        all.Distinct(StringComparer.Ordinal).Should().HaveCount(all.Count);
        all.Where((_, at) => at % 97 == 0).Where(address => !ReservedValues.IsReservedAddress(address)).Should().BeEmpty();
    }

    [Test]
    public void A_network_contains_the_address_that_is_generated_in_it()
    {
        var networks = Enumerable.Range(0, Networks).Select(ReservedRanges.Network).ToList();

        networks.Distinct(StringComparer.Ordinal).Should().HaveCount(networks.Count);
        for (var number = 0; number < Networks; number += 7)
            System.Net.IPNetwork.Parse(networks[number]).Contains(System.Net.IPAddress.Parse(ReservedRanges.AddressIn(number)))
                .Should().BeTrue(networks[number]);
    }

    [Test]
    public void Last_octets_vary()
    {
        var octets = Enumerable.Range(0, 200).Select(
            number => ReservedRanges.Address(0, number).Split('.')[^1]).GroupBy(octet => octet, StringComparer.Ordinal);

        octets.Max(group => group.Count()).Should().BeLessThanOrEqualTo(2);
    }

    [Test]
    public void Phone_numbers_differ_and_are_fictional()
    {
        var phones = Enumerable.Range(0, ReservedRanges.Phones).Select(ReservedRanges.Phone).ToList();

        phones.Distinct(StringComparer.Ordinal).Should().HaveCount(phones.Count);
        phones.Where(phone => !ReservedValues.IsFictionalPhone(phone)).Should().BeEmpty();
    }

    [Test]
    public void Accounts_and_cards_differ()
    {
        foreach (var make in new Func<int, string>[] { CheckedNumbers.Card, CheckedNumbers.Iban, CheckedNumbers.RoutingNumber })
            Enumerable.Range(0, 100_000).Select(make).Distinct(StringComparer.Ordinal).Should().HaveCount(100_000);
        Enumerable.Range(0, CheckedNumbers.BankCodes).Select(CheckedNumbers.BankCode).Distinct(StringComparer.Ordinal)
            .Should().HaveCount(CheckedNumbers.BankCodes);
    }
}
