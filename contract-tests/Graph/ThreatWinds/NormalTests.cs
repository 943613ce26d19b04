using Emulation.Graphs.ThreatWinds;

namespace Emulation.Tests.Graphs.ThreatWinds;

/// <summary>Normalisation and validation by data type (go-sdk entities).</summary>
class NormalTests
{
    private const string Fqdn = @"^(?i)[a-z0-9]+(([-]{1,2}[a-z0-9]+)*([\.]{1}[a-z0-9]+)*)*(\.[a-z]{2,20})$";
    private const string Port = @"^(6553[0-5]|655[0-2]\d|65[0-4]\d\d|6[0-4]\d{3}|[1-5]\d{4}|[1-9]\d{0,3})(\/)(tcp|udp)$";

    [TestCase("text", " Some\u0007 TEXT ", " some  text ")]
    [TestCase("text", "Stra\u00DFe \u20AC 1\u00BD e\u0301", "stra\u00DFe \u20AC 1\u00BD e ")]
    [TestCase("value", "Some\u200BText", "Some Text")]
    [TestCase("ip", "8.8.8.8", "8.8.8.8")]
    [TestCase("ip", "2001:0DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [TestCase("ip", "2001:4860:4860::8888", "2001:4860:4860::8888")]
    [TestCase("ip", "::ffff:8.8.8.8", "8.8.8.8")]
    [TestCase("ip", "::FFFF:808:808", "8.8.8.8")]
    [TestCase("ip", "::8.8.8.8", "::808:808")]
    [TestCase("cidr", "8.8.8.8/24", "8.8.8.0/24")]
    [TestCase("cidr", "8.8.255.8/18", "8.8.192.0/18")]
    [TestCase("cidr", "2001:4860:4860::8888/32", "2001:4860::/32")]
    [TestCase("domain", "WWW.Example.ORG", "www.example.org")]
    [TestCase("domain", "xn--bcher-kva.example", "xn--bcher-kva.example")]
    [TestCase("email-address", "Some One <Some.One@Example.org>", "some.one@example.org")]
    [TestCase("email-address", "ONE@example.org", "one@example.org")]
    [TestCase("url", "HTTPS://User@Example.ORG:8080/Path?Query=A", "https://User@example.org:8080/Path?Query=A")]
    [TestCase("url", "/Path/Only", "/Path/Only")]
    [TestCase("md5", "2ED56A78D957DCDE2DB76E830F5F0741", "2ed56a78d957dcde2db76e830f5f0741")]
    [TestCase("md5", "2ED56A78D957DCDE", "2ed56a78d957dcde")]
    [TestCase("sha1", "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709", "da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [TestCase("hex", "48656C6C6F", "48656c6c6f")]
    [TestCase("base64", "aGVsbG8=", "aGVsbG8=")]
    [TestCase("base64", "aGVsbA==", "aGVsbA==")]
    [TestCase("date", "2023-02-28", "2023-02-28")]
    [TestCase("datetime", "2023-02-28T10:00:00.120000+02:00", "2023-02-28T10:00:00.12+02:00")]
    [TestCase("datetime", "2023-02-28T10:00:00.000Z", "2023-02-28T10:00:00Z")]
    [TestCase("datetime", "2023-02-28T10:00:00+00:00", "2023-02-28T10:00:00Z")]
    [TestCase("mac-address", "aa-bb-cc-dd-ee-0f", "AA-BB-CC-DD-EE-0F")]
    [TestCase("mime-type", "Application/PDF", "application/pdf")]
    [TestCase("phone", "+1 (305) 555-0100", "+1 (305) 555-0100")]
    [TestCase("port", "443/TCP", "443/tcp")]
    [TestCase("port", "65535/udp", "65535/udp")]
    [TestCase("path", "C:\\Windows\\System32", "c:\\windows\\system32")]
    [TestCase("city", "PORT-AU-prince", "Port-Au-Prince")]
    [TestCase("country", "united states", "United States")]
    [TestCase("country", "DEMOCRATIC people's Republic", "Democratic People's Republic")]
    [TestCase("breach", "URN:UUID:C5F9AB4C-4B4C-4E2F-9C7C-0A0D9F3FD0C1", "c5f9ab4c-4b4c-4e2f-9c7c-0a0d9f3fd0c1")]
    [TestCase("breach", "{C5F9AB4C-4B4C-4E2F-9C7C-0A0D9F3FD0C1}", "c5f9ab4c-4b4c-4e2f-9c7c-0a0d9f3fd0c1")]
    [TestCase("breach", "c5f9ab4c4b4c4e2f9c7c0a0d9f3fd0c1", "c5f9ab4c-4b4c-4e2f-9c7c-0a0d9f3fd0c1")]
    // 32 digits are an MD5 before they are a UUID.
    [TestCase("file", "C5F9AB4C4B4C4E2F9C7C0A0D9F3FD0C1", "c5f9ab4c4b4c4e2f9c7c0a0d9f3fd0c1")]
    [TestCase("file", "C5F9AB4C-4B4C-4E2F-9C7C-0A0D9F3FD0C1", "c5f9ab4c-4b4c-4e2f-9c7c-0a0d9f3fd0c1")]
    [TestCase("adversary", "Lazarus Group", "Lazarus Group")]
    [TestCase("pattern-in-file", "^Evil[0-9]+$", "^Evil[0-9]+$")]
    [TestCase("asn", "15169", "15169")]
    [TestCase("asn", "15169.9", "15169")]
    [TestCase("asn", "-3.9", "-3")]
    [TestCase("asn", "none", "0")]
    [TestCase("asn", "", "0")]
    [TestCase("asn", "1e3", "1000")]
    [TestCase("latitude", "37.40560", "37.4056")]
    [TestCase("latitude", "-0.5", "-0.5")]
    [TestCase("latitude", "100", "100")]
    [TestCase("latitude", "1e20", "100000000000000000000")]
    [TestCase("latitude", "1e21", "1e+21")]
    [TestCase("latitude", "0.0001", "0.0001")]
    [TestCase("latitude", "0.00001234", "1.234e-05")]
    [TestCase("latitude", "none", "0")]
    public void A_value_is_normalized(string type, string value, string form)
    {
        var normalised = Normal.Of(EntityTypes.Find(type)!.Data, value);

        normalised.Fault.Should().BeNull();
        normalised.Text.Should().Be(form);
    }

    [TestCase("text", "", "value cannot be empty")]
    [TestCase("text", " \t ", "value cannot be empty")]
    [TestCase("text", "\u0001", "value cannot be empty")]
    [TestCase("ip", "8.8.8", "invalid IP: 8.8.8")]
    [TestCase("ip", "8.8.8.08", "invalid IP: 8.8.8.08")]
    [TestCase("ip", "8.8.8.256", "invalid IP: 8.8.8.256")]
    [TestCase("ip", "fe80::1%eth0", "invalid IP: fe80::1%eth0")]
    [TestCase("ip", "[2001:db8::1]", "invalid IP: [2001:db8::1]")]
    [TestCase("ip", "134744072", "invalid IP: 134744072")]
    [TestCase("ip", "10.1.2.3", "cannot accept private IP: 10.1.2.3")]
    [TestCase("ip", "172.31.0.1", "cannot accept private IP: 172.31.0.1")]
    [TestCase("ip", "192.168.0.1", "cannot accept private IP: 192.168.0.1")]
    [TestCase("ip", "fd00::1", "cannot accept private IP: fd00::1")]
    [TestCase("ip", "ff01::1", "cannot accept interface local multicast IP: ff01::1")]
    [TestCase("ip", "224.0.0.1", "cannot accept link local multicast IP: 224.0.0.1")]
    [TestCase("ip", "169.254.1.1", "cannot accept link local unicast IP: 169.254.1.1")]
    [TestCase("ip", "fe80::1", "cannot accept link local unicast IP: fe80::1")]
    [TestCase("ip", "127.0.0.1", "cannot accept loopback IP: 127.0.0.1")]
    [TestCase("ip", "::1", "cannot accept loopback IP: ::1")]
    [TestCase("ip", "239.1.1.1", "cannot accept multicast IP: 239.1.1.1")]
    [TestCase("ip", "0.0.0.0", "cannot accept unspecified IP: 0.0.0.0")]
    [TestCase("cidr", "8.8.8.8", "invalid CIDR address: 8.8.8.8")]
    [TestCase("cidr", "8.8.8.8/33", "invalid CIDR address: 8.8.8.8/33")]
    [TestCase("cidr", "10.0.0.0/8", "cannot accept private IP: 10.0.0.0")]
    [TestCase("domain", "example", $"value 'example' does not match with regexp '{Fqdn}'")]
    [TestCase("domain", "Example.org.", $"value 'example.org.' does not match with regexp '{Fqdn}'")]
    [TestCase("domain", "a_b.org", $"value 'a_b.org' does not match with regexp '{Fqdn}'")]
    [TestCase("domain", "example.org\n", $"value 'example.org\n' does not match with regexp '{Fqdn}'")]
    [TestCase("email-address", "someone", "mail: missing '@' or angle-addr")]
    [TestCase("url", "example.org", "parse \"example.org\": invalid URI for request")]
    [TestCase("md5", "12", "value '12' does not match with regexp '^[0-9a-f]{16}$'")]
    [TestCase("md5", "ZED56A78D957DCDE2DB76E830F5F0741",
        "value 'zed56a78d957dcde2db76e830f5f0741' does not match with regexp '^[0-9a-f]{32}$'")]
    [TestCase("sha256", "ab", "value 'ab' does not match with regexp '^[0-9a-f]{64}$'")]
    [TestCase("mac-address", "aa:bb:cc:dd:ee:ff",
        "value 'AA:BB:CC:DD:EE:FF' does not match with regexp '^([0-9A-F]{2,2}[-]){5,5}([0-9A-F]{2,2})$'")]
    [TestCase("port", "0/tcp", $"value '0/tcp' does not match with regexp '{Port}'")]
    [TestCase("port", "65536/tcp", $"value '65536/tcp' does not match with regexp '{Port}'")]
    [TestCase("port", "\u0664\u0664/tcp", $"value '\u0664\u0664/tcp' does not match with regexp '{Port}'")]
    [TestCase("path", "http://x", "invalid path: http://x")]
    [TestCase("file", "nothing", "invalid object: nothing")]
    [TestCase("adversary", "example.org", "invalid adversary: example.org")]
    [TestCase("adversary", "8.8.8.8", "invalid adversary: 8.8.8.8")]
    [TestCase("breach", "c5f9ab4c-4b4c-4e2f-9c7c-0a0d9f3fd0c", "invalid UUID length: 35")]
    public void An_invalid_value_is_refused(string type, string value, string fault) =>
        Normal.Of(EntityTypes.Find(type)!.Data, value).Fault.Should().Be(fault);

    [TestCase("hex", "48:65")]
    [TestCase("hex", "486")]
    [TestCase("base64", "aGVsbG8")]
    [TestCase("base64", "aGVs=bG8")]
    [TestCase("base64", "aGVsb===")]
    [TestCase("date", "28.02.2023")]
    [TestCase("date", "2023-02-30")]
    [TestCase("datetime", "2023-02-28 10:00:00")]
    [TestCase("mime-type", "pdf")]
    [TestCase("phone", "0049 30")]
    [TestCase("pattern-in-file", "(")]
    public void Text_is_refused_where_the_type_has_no_text_form(string type, string value) =>
        Normal.Of(EntityTypes.Find(type)!.Data, value).Fault.Should().NotBeNullOrEmpty();

    [Test]
    public void Long_text_is_refused_and_nested_repeats_are_fast()
    {
        Normal.Of(DataType.Text, new string('a', 65537)).Fault.Should().Be("string exceeds 65536 characters");
        Normal.Of(DataType.Text, new string('a', 65536)).Fault.Should().BeNull();
        Normal.Of(DataType.Fqdn, new string('a', 60000) + "!").Fault.Should().NotBeNull();
        Normal.Of(DataType.MimeType, "a/" + new string('a', 60000) + "!").Fault.Should().NotBeNull();
    }

    [Test]
    public void There_are_129_types() => EntityTypes.All.Select(type => type.Name).Should().HaveCount(129).And.OnlyHaveUniqueItems();

    [Test]
    public void A_normalized_value_stays_unchanged([ValueSource(typeof(EntityTypes), nameof(EntityTypes.All))] EntityType type)
    {
        var once = Normal.Of(type.Data, Emulation.Apis.ThreatWinds.Resources.Definitions.ExampleOf(type.Data));

        once.Fault.Should().BeNull();
        Normal.Of(type.Data, once.Text).Text.Should().Be(once.Text);
    }
}
