using System.Text.Json.Nodes;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Seeding;

namespace Emulation.Tests.Apis.Deso;

/// <summary>DeSo's rows in a dataset file: what they become, and how a wrong one is named.</summary>
class DatasetRowTests
{
    private static readonly string s_key = DesoData.Key(1);
    private static readonly string s_hash = DesoData.Hash(1);

    [TestCase("profiles", "{\"publicKey\":\"nope\",\"username\":\"a\"}", "$.profiles[0]: publicKey: nope is no public key; give 33 bytes in Base58Check (tBCK… or BC1Y…)")]
    [TestCase("profiles", "{\"publicKey\":\"{key}\",\"username\":\"\"}", "$.profiles[0]: username: is empty; a profile has a name")]
    [TestCase("profiles", "{\"publicKey\":\"{key}\",\"username\":\"a\"},{\"publicKey\":\"{key}\",\"username\":\"b\"}", "$.profiles[1]: publicKey: {key} is another row's")]
    [TestCase("profiles", "{\"publicKey\":\"{key}\",\"username\":\"a\"},{\"publicKey\":\"{key2}\",\"username\":\"A\"}", "$.profiles[1]: username: A is another row's, whatever the case")]
    [TestCase("profiles", "{\"publicKey\":\"{key}\",\"username\":\"a\",\"daoCoinEntry\":{\"coinsInCirculationNanos\":\"12\"}}", "$.profiles[0]: daoCoinEntry.coinsInCirculationNanos: 12 is no number; give 0x and up to 64 hexadecimal digits")]
    [TestCase("profiles", "{\"publicKey\":\"{key}\",\"username\":\"a\",\"daoCoinEntry\":{\"transferRestrictionStatus\":\"open\"}}", "$.profiles[0]: daoCoinEntry: open is no restriction; unrestricted, profile_owner_only, dao_members_only, permanently_unrestricted are")]
    [TestCase("profiles", "{\"publicKey\":\"{key}\",\"username\":\"a\",\"extraData\":{\"IsFrozen\":\"2\"}}", "$.profiles[0]: extraData: 2 is not what the reserved name IsFrozen can hold")]
    [TestCase("posts", "{\"hash\":\"ab\",\"poster\":\"{key}\"}", "$.posts[0]: hash: ab is no hash; give 64 hexadecimal digits")]
    [TestCase("posts", "{\"hash\":\"{hash}\",\"poster\":\"{key}\"},{\"hash\":\"{hash}\",\"poster\":\"{key}\"}", "$.posts[1]: id: {hash} is another row's")]
    [TestCase("userAssociations", "{\"transactor\":\"{key}\",\"type\":\"t\",\"value\":\"v\"}", "$.userAssociations[0]: target: is missing; give the public key of the user it is about")]
    [TestCase("userAssociations", "{\"transactor\":\"{key}\",\"target\":\"{key}\",\"post\":\"{hash}\",\"type\":\"t\",\"value\":\"v\"}", "$.userAssociations[0]: post: belongs to post associations; a user association has a target")]
    [TestCase("userAssociations", "{\"transactor\":\"{key}\",\"target\":\"{key}\",\"type\":\"\",\"value\":\"v\"}", "$.userAssociations[0]: type: has 0 bytes of UTF-8; 1 to 64 are allowed")]
    [TestCase("userAssociations", "{\"transactor\":\"{key}\",\"target\":\"{key}\",\"type\":\"a\\u0000\",\"value\":\"v\"}", "$.userAssociations[0]: type: has a NUL, which is not allowed")]
    [TestCase("userAssociations", "{\"transactor\":\"{key}\",\"target\":\"{key}\",\"type\":\"t\",\"value\":\"v\"},{\"transactor\":\"{key}\",\"target\":\"{key}\",\"type\":\"T\",\"value\":\"v\"}", "$.userAssociations[1]: transactor, target, app, type and value: the same as another row's")]
    [TestCase("userAssociations", "{\"id\":\"{hash}\",\"transactor\":\"{key}\",\"target\":\"{key}\",\"type\":\"t\",\"value\":\"v\"},{\"id\":\"{hash}\",\"transactor\":\"{key}\",\"target\":\"{key}\",\"type\":\"t\",\"value\":\"w\"}", "$.userAssociations[1]: id: {hash} is another row's")]
    [TestCase("postAssociations", "{\"transactor\":\"{key}\",\"type\":\"t\",\"value\":\"v\"}", "$.postAssociations[0]: post: is missing; give the hash of the post it is about")]
    [TestCase("postAssociations", "{\"transactor\":\"{key}\",\"target\":\"{key}\",\"type\":\"t\",\"value\":\"v\"}", "$.postAssociations[0]: target: belongs to user associations; a post association has a post")]
    [TestCase("derivedKeys", "{\"owner\":\"{key}\",\"derived\":\"{key}\",\"expirationBlock\":1},{\"owner\":\"{key}\",\"derived\":\"{key}\",\"expirationBlock\":2}", "$.derivedKeys[1]: owner and derived: the same as another row's")]
    public void A_wrong_row_is_one_line_that_names_it(string array, string rows, string expected)
    {
        var load = () => Load($"{{\"format\":1,\"name\":\"x\",\"start\":\"2024-01-01T00:00:00Z\",\"{array}\":[{Filled(rows)}]}}");

        load.Should().Throw<DatasetError>().Which.Message.Should().EndWith(Filled(expected)).And.NotContain("\n");
    }

    [Test]
    public void An_association_without_an_id_gets_one_that_stays()
    {
        const string rows = "{\"format\":1,\"name\":\"x\",\"start\":\"2024-01-01T00:00:00Z\",\"userAssociations\":[{\"transactor\":\"{key}\",\"target\":\"{key2}\",\"type\":\"t\",\"value\":\"v\"}]}";

        var (first, second) = (Only(Load(Filled(rows))), Only(Load(Filled(rows))));

        first.Id.Should().Equal(second.Id).And.HaveCount(32);
        first.App.Should().Be(PublicKey.Zero);
    }

    [Test]
    public void The_chain_ends_with_the_last_row_where_it_is_not_given()
    {
        var graph = Load(new DesoData().User(1, 1, 2, "T", "v", height: 41).Reaction(2, 1, 3, "T", "v", height: 40).Post(
            4, 1, new JsonObject { ["confirmationBlockHeight"] = 44 }).ToString());

        Chain.HeightOf(graph, default).Should().Be(44);
    }

    private static UserAssociation Only(Graph graph) => (UserAssociation)graph.All(UserAssociation.ById).All().Single();

    private static string Filled(string text) =>
        text.Replace("{key}", s_key, StringComparison.Ordinal).Replace(
            "{key2}", DesoData.Key(2), StringComparison.Ordinal).Replace("{hash}", s_hash, StringComparison.Ordinal);

    private static Graph Load(string json)
    {
        var file = Path.Combine(Path.GetTempPath(), $"deso-rows-{Environment.ProcessId}-{TestContext.CurrentContext.Test.ID}.json");
        File.WriteAllText(file, json);
        try
        {
            return Datasets.Load(file).Graph;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
