using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Demo;
using Emulation.Seeding.Demo.Texts;
using Emulation.Tests.House;
using Group = Emulation.Graphs.ThreatConnect.Group;

namespace Emulation.Tests.Seeding;

/// <summary>Nothing that demo names belongs to anyone: every value of every kind is in a reserved range or is invented.</summary>
partial class SafetyTests
{
    // Accounts with smaller numbers are those of the documents.
    private const long FirstAnalyst = 1000;

    public static IEnumerable<TestCaseData> Graphs() =>
    [
        new TestCaseData(new Lazy<Graph>(() => Demo.Small)).SetArgDisplayNames("2,000 nodes"),
        new TestCaseData(new Lazy<Graph>(() => Demo.Large)).SetArgDisplayNames("50,000 nodes"),
    ];

    [TestCase("ab.com")]
    [TestCase("connect from 23.35.221.1")]
    [TestCase("2a01:0:1:0:0:0:0:1")]
    [TestCase("mail to tito.corporis@tito.com")]
    [TestCase("+49 171 0000 0001")]
    [TestCase("+1 202 556 0143")]
    [TestCase("ASN131072")]
    [TestCase("CVE-2021-10000")]
    public void A_value_of_the_real_world_is_found(string text)
    {
        ReservedValues.Outside(text).Should().NotBeEmpty();
    }

    [TestCaseSource(nameof(Graphs))]
    public void Every_text_names_reserved_values_only(Lazy<Graph> graph)
    {
        var wrong = graph.Value.Nodes<Node>().Where(node => node is not Session)
            .SelectMany(node => GeneratedStrings.Of(node).SelectMany(ReservedValues.Outside).Select(value => $"{node.Kind.Name}: {value}"));

        wrong.Distinct(StringComparer.Ordinal).Take(20).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Graphs))]
    public void Every_indicator_has_a_reserved_or_invented_value(Lazy<Graph> graph)
    {
        foreach (var indicator in graph.Value.Nodes<Indicator>())
            IsSafe(indicator).Should().BeTrue($"{indicator.Type.Name} {indicator.Summary}");
    }

    [TestCaseSource(nameof(Graphs))]
    public void Every_entity_has_a_reserved_or_invented_value(Lazy<Graph> graph)
    {
        foreach (var attribute in graph.Value.Nodes<Entity>().SelectMany(entity => entity.Attributes))
            IsSafe(attribute.Name, attribute.Text).Should().BeTrue($"{attribute.Name} {attribute.Text}");
    }

    [TestCaseSource(nameof(Graphs))]
    public void Every_place_and_organization_is_invented_or_not_rated_bad(Lazy<Graph> graph)
    {
        string[] facts = ["country", "issuing-country", "city", "aso", "issuer", "airport-name", "postal-address", "whois-registrar", "zip-code"];

        foreach (var entity in graph.Value.Nodes<Entity>().Where(entity => facts.Contains(entity.Type, StringComparer.Ordinal)))
        {
            entity.Reputation.Should().BeGreaterThanOrEqualTo(0, entity.Id);
            entity.WorstReputation.Should().BeGreaterThanOrEqualTo(0, entity.Id);
        }
        foreach (var victim in graph.Value.Nodes<Victim>())
            (IsPerson(victim.Name) || IsCompany(victim.Name)).Should().BeTrue(victim.Name);
        graph.Value.Nodes<Victim>().Select(victim => victim.Org).OfType<string>().Where(name => !IsCompany(name)).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Graphs))]
    public void Every_person_has_an_invented_name(Lazy<Graph> graph)
    {
        graph.Value.Nodes<Emulation.Graphs.ThreatConnect.User>().Where(user => user.Role == "Analyst").Select(user => user.FullName)
            .Where(name => !IsPerson(name)).Should().BeEmpty();
        graph.Value.Nodes<Emulation.Graphs.ThreatWinds.User>().Where(user => user.Number >= FirstAnalyst).Select(user => user.FullName)
            .Where(name => !IsPerson(name)).Should().BeEmpty();
        graph.Value.Nodes<Group>().Select(group => group.CreatedBy).OfType<string>().Where(name => !IsPerson(name)).Should().BeEmpty();
        graph.Value.Nodes<Profile>().Skip(5).Where(profile => !IsOrganization(profile.Username)).Select(
            profile => profile.Username.Split('_')[^1].TrimEnd("0123456789".ToCharArray()))
            .Except(InventedNames.Surnames, StringComparer.Ordinal).Should().BeEmpty();
    }

    /// <summary>An automated account, or a vendor with the name of an invented brand.</summary>
    private static bool IsOrganization(string username) =>
        ProfileTexts.Feeds.Any(feed => username.StartsWith(feed, StringComparison.Ordinal))
        || InventedNames.HostBrands.Any(brand => username.StartsWith(Words.Letters(brand), StringComparison.OrdinalIgnoreCase));

    [TestCaseSource(nameof(Graphs))]
    public void Every_phone_number_of_people_is_fictional(Lazy<Graph> graph)
    {
        var phones = graph.Value.Nodes<VictimAsset>().Where(asset => asset.Type.Name == "Phone").Select(asset => asset.Main)
            .Concat(
                graph.Value.Nodes<AdversaryAsset>().Where(asset => asset.Type == AdversaryAssetType.All[1]).Select(asset => asset.Value));

        phones.Where(phone => !ReservedValues.IsFictionalPhone(phone)).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Graphs))]
    public void No_actor_malware_or_tool_has_a_name_that_vendors_track(Lazy<Graph> graph)
    {
        var tracked = Repository.Text("contract-tests/Seeding/tracked-names.txt").Split('\n').Where(line => line.Length > 0
            && line[0] != '#')
            .Select(Folded).ToHashSet(StringComparer.Ordinal);
        var types = new[] { GroupType.Adversary, GroupType.IntrusionSet, GroupType.Malware, GroupType.Tool, GroupType.Threat, GroupType.Campaign };
        var names = graph.Value.Nodes<Group>().Where(group => types.Contains(group.Type)).Select(group => group.Name)
            .Concat(graph.Value.Nodes<Entity>().Where(entity => entity.Type is "adversary" or "group" or "malware" or "malware-family" or "threat")
                .Select(entity => entity.Value.Text))
            .Concat([.. InventedNames.MalwareRoots, .. InventedNames.ToolRoots, .. InventedNames.IntrusionSetPlaces]).ToList();

        tracked.Should().HaveCountGreaterThan(500).And.Contain("lazarus").And.Contain("asyncrat");
        names.Should().HaveCountGreaterThan(100);
        names.Where(name => Shortened(name).Any(part => tracked.Contains(Folded(part)))).Should().BeEmpty();
        names.Where(name => Scheme().IsMatch(name)).Should().BeEmpty("numbered names are the schemes of vendors");
    }

    /// <summary>The name, and the name without its number and without its last word.</summary>
    private static string[] Shortened(string name)
    {
        var plain = name.TrimEnd("0123456789 .".ToCharArray());
        return [name, plain, plain.StartsWith("Operation ", StringComparison.Ordinal) ? plain[10..] : plain];
    }

    private static string Folded(string name) =>
        new([.. name.Where(character => character is not (' ' or '-' or '.')).Select(char.ToLowerInvariant)]);

    private static bool IsSafe(Indicator indicator) => indicator.Type.Name switch
    {
        "Host" => ReservedValues.IsReservedHost(indicator.Value1!),
        "Address" => ReservedValues.IsReservedAddress(indicator.Value1!),
        "CIDR" => ReservedValues.IsReservedAddress(indicator.Value1!.Split('/')[0]),
        "ASN" => ReservedValues.IsReservedAsNumber(long.Parse(indicator.Value1![3..], CultureInfo.InvariantCulture)),
        "URL" => ReservedValues.IsReservedHost(new Uri(indicator.Value1!).Host),
        "EmailAddress" => ReservedValues.IsReservedHost(indicator.Value1!.Split('@')[1]),
        "Mutex" or "User Agent" => NamesMalware(indicator.Value1!),
        "Registry Key" => NamesMalware(indicator.Value1!) || NamesMalware(indicator.Value2!),
        "Hashtag" => InventedNames.OperationNouns.Any(noun => indicator.Value1!.Contains(noun, StringComparison.Ordinal)),
        // Text without a name, or with that of an invented organization; hosts and addresses in it are checked with every text.
        "Email Subject" => !indicator.Value1!.Contains("from", StringComparison.Ordinal)
            || InventedNames.Companies.Any(company => indicator.Value1.Contains(company.Name, StringComparison.Ordinal)),
        "File" => IsIndependent(indicator),
        _ => false,
    };

    /// <summary>Hashes are random: none repeats a part of another one of the same file.</summary>
    private static bool IsIndependent(Indicator file) =>
        file.Value1 is null || ((file.Value2?.Contains(file.Value1[..8], StringComparison.Ordinal) ?? false) == false && (file.Value2?.Contains(file.Value1[^8..], StringComparison.Ordinal) ?? false) == false);

    private static bool IsSafe(string type, string text) => type switch
    {
        "domain" or "hostname" => ReservedValues.IsReservedHost(text),
        "ip" => ReservedValues.IsReservedAddress(text),
        "cidr" => ReservedValues.IsReservedAddress(text.Split('/')[0]),
        "asn" => ReservedValues.IsReservedAsNumber(long.Parse(text, CultureInfo.InvariantCulture)),
        "email-address" or "eppn" or "jabber-id" => ReservedValues.IsReservedHost(text.Split('@')[1]),
        "phone" => ReservedValues.IsFictionalPhone(text),
        "iban" => IsTestIban(text),
        "cc-number" => text.StartsWith("999999", StringComparison.Ordinal) && Luhn(text) % 10 == 0,
        "bic" => text.StartsWith("testgb20", StringComparison.Ordinal),
        "aba-rtn" => text.StartsWith("99", StringComparison.Ordinal)
            && text.Select((digit, at) => (digit - '0') * (at % 3 == 0 ? 3 : at % 3 == 1 ? 7 : 1)).Sum() % 10 == 0,
        "btc" => Base58Version(text) == 0x6F,
        "dash" => Base58Version(text) == 0x8C,
        "xmr" => text.Length == 95 && text[0] == '5',
        "mac-address" => text.StartsWith("00-00-5E-00-53-", StringComparison.Ordinal),
        "country" or "issuing-country" => InventedNames.Countries.Contains(text, StringComparer.Ordinal),
        "city" => InventedNames.Cities.Contains(text, StringComparer.Ordinal),
        "latitude" => double.Parse(text, CultureInfo.InvariantCulture) is > 29 and < 39,
        "longitude" => double.Parse(text, CultureInfo.InvariantCulture) is > -46 and < -36,
        "username" or "whois-registrant" => InventedNames.Surnames.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)),
        "passport" or "visa" => text.StartsWith("UTO", StringComparison.Ordinal),
        _ when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0 => ReservedValues.IsReservedHost(uri.Host),
        _ => true,
    };

    private static bool IsTestIban(string text)
    {
        var moved = string.Concat(
            (text[4..] + text[..4]).Select(character => char.IsAsciiDigit(character) ? $"{character}" : $"{character - 'a' + 10}"));
        return text[4..8] == "test" && BigInteger.Parse(moved, CultureInfo.InvariantCulture) % 97 == 1;
    }

    private static int Luhn(string digits) =>
        digits.Reverse().Select((digit, at) => at % 2 == 0 ? digit - '0' : ((digit - '0') * 2 / 10) + ((digit - '0') * 2 % 10)).Sum();

    /// <summary>The version of a Base58Check text with a valid checksum, worked out without the generator's code; -1 without.</summary>
    private static int Base58Version(string text)
    {
        var number = text.Aggregate(BigInteger.Zero, (sum, digit) => (sum * 58) + "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".IndexOf(digit, StringComparison.Ordinal));
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        var checksum = System.Security.Cryptography.SHA256.HashData(System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(0, 21)));
        return bytes.Length == 25 && bytes.AsSpan(21).SequenceEqual(checksum.AsSpan(0, 4)) ? bytes[0] : -1;
    }

    private static bool NamesMalware(string text) => InventedNames.MalwareRoots.Any(root => text.Contains(root, StringComparison.Ordinal));

    private static bool IsPerson(string name) => InventedNames.Surnames.Contains(name.Split(' ')[^1], StringComparer.Ordinal);

    private static bool IsCompany(string name) => InventedNames.Companies.Any(company => company.Name == name);

    [GeneratedRegex(@"\b(APT|UNC|TA|FIN|TG|TAG|DEV|Storm|UAC|ATG|G)-?\d+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Scheme();
}
