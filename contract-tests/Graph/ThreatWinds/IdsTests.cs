using System.Text;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Tests.Graphs.ThreatWinds;

class IdsTests
{
    // go-sdk entities; ids printed by threatwinds/api-docs: type, value, hash. Printed together by the vendor's pages, or reproduced from
    // them.
    private static readonly (string Type, string Value, string Hash)[] s_vectors =
    [
        ("threat", "expansion on 123@123.com", "d8257cec79ed8b20c32decd305c1692391c185ab13d52b3495ea486df5385b27"),
        ("ip", "8.8.8.8", "ba7fa36bff8d58ee45b973615e83d9aaeb921f1cc477d9c156e8a9cae8cca16e"),
        ("malware", "pdf dropper agent", "20eae8ae8ec23315a7d9f07c0cbcd3651657b8604ef02e9dfcbfd6304cb824b8"),
        ("malware", "win malware agent", "784136848fb31fe5fadf1f5ed8af40737720be2a85124583c18495d6bcf188e3"),
        ("malware", "doc dropper agent", "354f478ccf22fdb49d2c4fd1e112bd05960bd9976f9709cbb46a7b04297d2b5a"),
        ("malware", "win trojan sirefef", "3bc164dcb2816c523af114432e3109d5dad55bd67c705f7eebdf2c68ed84d626"),
        ("malware", "win trojan agent", "98bfacefdfb602a0bce99248894cb4b74f0f674336c000677709a8a3393581e8"),
        ("malware", "win trojan sdbot", "a208c4b33a1763284ce9a4584efa296372082ba82ee174597092f972767de163"),
        ("malware", "win exploit cve_2023_21823", "efefabf74562def7d4fba5e384896ef59a08ba45b54c98fb98a3772f96a6d3cb"),
        ("md5", "2ed56a78d957dcde2db76e830f5f0741", "2bef618643db4b0f1b8631b1567abf2262dc4161e94f671c5a9197d3b22a2c52"),
        ("md5", "0486254644cef6f085ff3a754b301ff3", "68522c19344fadfb8c2c5d0c966f837ad2bfe75ebde38f9512b9d9457a873a85"),
        ("md5", "cea05f8cce8b0b6a4ae642ffbd9261cd", "7bca9168d534560b239a79cf366735c7c24e4ddea16243b6016a8080a0d5ef79"),
        ("domain", "www.garrett.kz", "a26df02ae06d0e07e598d8ef97bf67b394a84d0c0f9a0dfc7620bd385d2d0b7e"),
        ("domain", "griincom.co.ke", "ea06fc39487657a3d07f68e409d0c8c7722acb990bdcd264a436df8b982d5266"),
        ("domain", "maibuzhao.cn", "104e5241cc5d93323cafc288f8e902047934e4e9b33df15e7ddcdc4103ddf3e6"),
        ("domain", "sunglassesone.com", "afa28112d9ccf125dc60a93a9e2b51c13789c1ed3c52dc29ae77ebbd25697db3"),
    ];

    // 4.3: first end, second end, relation id.
    private static readonly (string From, string To, string Id)[] s_relations =
    [
        ("md5-68522c19344fadfb8c2c5d0c966f837ad2bfe75ebde38f9512b9d9457a873a85", "malware-3bc164dcb2816c523af114432e3109d5dad55bd67c705f7eebdf2c68ed84d626", "c8cb9af272e3486cf27841b7dfd942b3f19467559feb461255c4b93f8ce14472"),
        ("md5-2bef618643db4b0f1b8631b1567abf2262dc4161e94f671c5a9197d3b22a2c52", "malware-efefabf74562def7d4fba5e384896ef59a08ba45b54c98fb98a3772f96a6d3cb", "84a7a37a89a3e444caa9ffed78363cbcc5092db455fb938ee39799dfd4bad49d"),
        ("malware-98bfacefdfb602a0bce99248894cb4b74f0f674336c000677709a8a3393581e8", "md5-7bca9168d534560b239a79cf366735c7c24e4ddea16243b6016a8080a0d5ef79", "ba92e58cc24ccd7a46384119ff2cd9e77933fed59cf2eba1a2c2ab65610cd03f"),
    ];

    [TestCaseSource(nameof(s_vectors))]
    public void An_entity_id_is_its_type_and_the_hash_of_its_value((string Type, string Value, string Hash) vector) =>
        Ids.OfEntity(vector.Type, vector.Value).Should().Be($"{vector.Type}-{vector.Hash}");

    [TestCaseSource(nameof(s_vectors))]
    public void The_built_in_hash_gives_the_same((string Type, string Value, string Hash) vector)
    {
        var hash = new byte[32];

        Keccak.Hash(Encoding.UTF8.GetBytes(vector.Value), hash);

        Convert.ToHexStringLower(hash).Should().Be(vector.Hash);
    }

    [TestCaseSource(nameof(s_relations))]
    public void A_relation_id_is_the_hash_of_both_ids((string From, string To, string Id) vector) =>
        Ids.OfRelation(vector.From, vector.To).ToString().Should().Be(vector.Id);

    // FIPS 202 examples: nothing, one whole block less one byte, and more than a block (1,600 bits of A3).
    [TestCase(0, "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a")]
    [TestCase(200, "79f38adec5c20307a98ef76e8324afbfd46cfd81b22e3973c65fa1bd9de31787")]
    public void The_built_in_hash_agrees_with_the_standard(int bytes, string expected)
    {
        var data = new byte[bytes];
        Array.Fill(data, (byte)0xA3);
        var hash = new byte[32];

        Keccak.Hash(data, hash);

        Convert.ToHexStringLower(hash).Should().Be(expected);
    }

    [TestCase("email-address-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396", "email-address")]
    [TestCase("sha3-256-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396", "sha3-256")]
    [TestCase("59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396", null)]
    [TestCase("c5f9ab4c-4b4c-4e2f-9c7c-0a0d9f3fd0c1", null)]
    public void The_type_is_the_part_before_the_hash(string id, string? type) => Ids.TypeOf(id).Should().Be(type);

    [TestCase("2023-04-04T21:02:42.717161656Z")]
    [TestCase("2023-04-12T14:31:07.99960127Z")]
    [TestCase("2023-06-15T14:30:00Z")]
    [TestCase("1969-12-31T23:59:59.5Z")]
    public void A_time_survives_parsing_and_writing(string text) => Nanos.Text(Nanos.Parse(text)!.Value).Should().Be(text);

    [TestCase("2023-06-15T16:30:00+02:00", "2023-06-15T14:30:00Z")]
    [TestCase("2023-06-15T14:30:00.120000000Z", "2023-06-15T14:30:00.12Z")]
    [TestCase("2023-06-15T14:30:00.1234567891Z", "2023-06-15T14:30:00.123456789Z")]
    public void A_time_is_written_in_its_shortest_form(string text, string shortest) =>
        Nanos.Text(Nanos.Parse(text)!.Value).Should().Be(shortest);

    [TestCase("")]
    [TestCase("2023-06-15")]
    [TestCase("2023-06-15T14:30:00")]
    [TestCase("2023-06-15T14:30:00.Z")]
    [TestCase("2023-13-15T14:30:00Z")]
    [TestCase("2023-06-15T14:30:00+2:00")]
    public void Text_that_is_not_a_time_is_refused(string text) => Nanos.Parse(text).Should().BeNull();
}
