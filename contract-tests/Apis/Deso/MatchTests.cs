using Emulation.Apis.Deso;
using Emulation.Graphs.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>Which associations match, in what order, and how pages follow each other.</summary>
class MatchTests
{
    private static string Tr(int key) => $"\"TransactorPublicKeyBase58Check\":\"{DesoData.Key(key)}\"";

    private static string Ta(int key) => $"\"TargetUserPublicKeyBase58Check\":\"{DesoData.Key(key)}\"";

    private static string Id(int number) => DesoData.Hash(number);

    [TestCase("reaction", "HEART", 1)]
    [TestCase("ReAcTiOn", "HEART", 1)]
    [TestCase("reaction", "heart", 0)]
    [TestCase("REACTION", "HEAR", 0)]
    [TestCase("REACTIO", "HEART", 0)]
    [TestCase("REACTION", "HEART ", 0)]
    [TestCase("REACTION\\u0000HEART", "", 0, TestName = "A NUL does not run over into the value")]
    [TestCase("REACTION", "HEA\\u0000", 0)]
    public async Task A_type_matches_in_any_case_and_a_value_as_it_is(string type, string value, int count)
    {
        await using var node = await DesoNode.With(new DesoData().User(1, 1, 2, "Reaction", "HEART"));

        (await node.Query("user", $"{{{Tr(1)},\"AssociationType\":\"{type}\",\"AssociationValue\":\"{value}\"}}")).Ids
            .Should().HaveCount(count);
    }

    [TestCase("react", "", 1)]
    [TestCase("REACTION", "", 1)]
    [TestCase("EACT", "", 0)]
    [TestCase("rea%", "", 0)]
    [TestCase("rea_t", "", 0)]
    [TestCase("", "HE", 1)]
    [TestCase("", "he", 0)]
    [TestCase("", "HEART", 1)]
    [TestCase("", "HEARTS", 0)]
    [TestCase("", "H%", 0)]
    public async Task Prefixes_are_plain_ones(string typePrefix, string valuePrefix, int count)
    {
        await using var node = await DesoNode.With(new DesoData().User(1, 1, 2, "Reaction", "HEART"));
        var filter = typePrefix.Length > 0
            ? $"\"AssociationTypePrefix\":\"{typePrefix}\""
            : $"\"AssociationType\":\"reaction\",\"AssociationValuePrefix\":\"{valuePrefix}\"";

        (await node.Query("user", $"{{{Tr(1)},{filter}}}")).Ids.Should().HaveCount(count);
        (await node.Post("/api/v0/user-associations/count", $"{{{Tr(1)},{filter}}}")).Json.GetProperty("Count").GetInt32()
            .Should().Be(count);
    }

    [TestCase("ÜBER", "über", 1)]
    [TestCase("İ", "i", 1, TestName = "Capital I with a dot is a plain i, as in Go")]
    [TestCase("ΟΔΟΣ", "οδοσ", 1, TestName = "A final sigma is not special")]
    [TestCase("ΟΔΟΣ", "οδος", 0)]
    [TestCase("straße", "STRASSE", 0)]
    public async Task Types_are_folded_rune_by_rune(string stored, string asked, int count)
    {
        await using var node = await DesoNode.With(new DesoData().User(1, 1, 2, stored, "v"));

        (await node.Query("user", $"{{{Tr(1)},\"AssociationType\":\"{asked}\"}}")).Ids.Should().HaveCount(count);
    }

    [Test]
    public async Task The_order_is_that_of_type_value_other_party_and_app_in_bytes()
    {
        await using var node = await DesoNode.With(new DesoData()
            .User(1, 1, 3, "b", "LAUGH")
            .User(2, 1, 2, "B", "LAUGH", app: 9)
            .User(3, 1, 2, "b", "LAUGH")
            .User(4, 1, 2, "B", "heart")
            .User(5, 1, 2, "b", "LAUGH2")
            .User(6, 1, 2, "A", "z")
            .User(7, 1, 2, "b", "\uFFFD")
            .User(8, 1, 2, "b", "😀"));

        (await node.Query("user", $"{{{Tr(1)}}}")).Ids.Should().Equal(new[] { 6, 3, 2, 1, 5, 4, 7, 8 }.Select(Id));
        (await node.Query("user", $"{{{Tr(1)},\"SortDescending\":true}}")).Ids.Should().Equal(new[] { 8, 7, 4, 5, 1, 2, 3, 6 }.Select(Id));
        (await node.Query("user", $"{{{Ta(2)}}}")).Ids.Should().Equal(new[] { 6, 3, 2, 5, 4, 7, 8 }.Select(Id));
        (await node.Query("user", $"{{{Tr(1)},{Ta(2)},\"AssociationType\":\"b\",\"AssociationValue\":\"LAUGH\"}}")).Ids
            .Should().Equal(new[] { 3, 2 }.Select(Id));
    }

    [Test]
    public async Task Reactions_are_ordered_by_post_and_transactor()
    {
        await using var node = await DesoNode.With(new DesoData()
            .Reaction(1, 2, 20, "T", "v").Reaction(2, 1, 20, "T", "v").Reaction(3, 1, 10, "T", "v").Reaction(4, 2, 10, "t", "v", app: 5).Reaction(5, 2, 10, "t", "v"));

        (await node.Query("post", "{\"AssociationType\":\"t\"}")).Ids.Should().Equal(new[] { 3, 5, 4, 2, 1 }.Select(Id));
        (await node.Query("post", $"{{{Tr(2)}}}")).Ids.Should().Equal(new[] { 5, 4, 1 }.Select(Id));
        (await node.Query("post", $"{{\"PostHashHex\":\"{DesoData.Hash(20)}\"}}")).Ids.Should().Equal(new[] { 2, 1 }.Select(Id));
        (await node.Query("post", $"{{{Tr(2)},\"PostHashHex\":\"{DesoData.Hash(10)}\",\"AssociationType\":\"T\",\"AssociationValue\":\"v\"}}")).Ids.Should().Equal(new[] { 5, 4 }.Select(Id));
        (await node.Query("post", $"{{{Tr(2)},\"PostHashHex\":\"{DesoData.Hash(10)}\",\"AssociationType\":\"T\",\"AssociationValue\":\"v\",\"AppPublicKeyBase58Check\":\"{DesoData.Key(5)}\"}}")).Ids.Should().Equal(Id(4));
    }

    [TestCase("0000000a", 1)]
    [TestCase("0000000A00", 1)]
    [TestCase("0000000b", 0)]
    public async Task A_posts_hash_is_filled_with_zeros(string hash, int count)
    {
        await using var node = await DesoNode.With(new DesoData().Reaction(1, 1, 10, "T", "v"));

        (await node.Query("post", $"{{\"PostHashHex\":\"{hash}\"}}")).Ids.Should().HaveCount(count);
    }

    [Test]
    public async Task Only_associations_of_no_app_match_the_zero_key_and_only_with_every_other_filter()
    {
        await using var node = await DesoNode.With(new DesoData().User(1, 1, 2, "T", "v").User(2, 1, 2, "T", "v", app: 9));
        var all = $"{Tr(1)},{Ta(2)},\"AssociationType\":\"T\",\"AssociationValue\":\"v\"";

        (await node.Query("user", $"{{{all}}}")).Ids.Should().Equal(Id(1), Id(2));
        var global = await node.Query(
            "user", $"{{{all},\"AppPublicKeyBase58Check\":\"tBCKQud934akEwsr8AfG9BzHDWhi6CaDmjBsxGsSgfGsoxXHfVEfxP\"}}");
        global.Ids.Should().Equal(Id(1));
        global.Json.GetProperty("Associations")[0].GetProperty("AppPublicKeyBase58Check").GetString()
            .Should().Be("tBCKQud934akEwsr8AfG9BzHDWhi6CaDmjBsxGsSgfGsoxXHfVEfxP");
    }

    [TestCase(Network.Testnet)]
    [TestCase(Network.Mainnet)]
    public async Task A_key_of_either_network_is_taken_and_printed_for_the_nodes_own(Network network)
    {
        await using var node = await DesoNode.With(new DesoData().User(1, 1, 2, "T", "v"), new DesoOptions { Network = network });

        var answer = await node.Query("user", $"{{\"TransactorPublicKeyBase58Check\":\"{DesoData.Key(1, Network.Mainnet)}\"}}");

        var found = answer.Json.GetProperty("Associations")[0];
        found.GetProperty("TransactorPublicKeyBase58Check").GetString().Should().Be(DesoData.Key(1, network));
        found.GetProperty("AppPublicKeyBase58Check").GetString()
            .Should().Be(network == Network.Testnet ? "tBCKQud934akEwsr8AfG9BzHDWhi6CaDmjBsxGsSgfGsoxXHfVEfxP" : "BC1YLbnP7rndL92x7DbLp6bkUpCgKmgoHgz7xEbwhgHTps3ZrXA6LtQ");
    }

    [Test]
    public async Task A_page_holds_a_hundred_or_as_many_as_asked_for()
    {
        var data = new DesoData();
        for (var i = 1; i <= 130; i++) data.User(i, 1, 2, "T", i.ToString("d3", System.Globalization.CultureInfo.InvariantCulture));
        await using var node = await DesoNode.With(data);

        (await node.Query("user", $"{{{Tr(1)}}}")).Ids.Should().Equal(Enumerable.Range(1, 100).Select(Id));
        (await node.Query("user", $"{{{Tr(1)},\"Limit\":7,\"SortDescending\":true}}")).Ids
            .Should().Equal(Enumerable.Range(124, 7).Reverse().Select(Id));
        (await node.Query("user", $"{{{Tr(1)},\"Limit\":100,\"LastSeenAssociationID\":\"{Id(100)}\"}}")).Ids
            .Should().Equal(Enumerable.Range(101, 30).Select(Id));
        (await node.Post("/api/v0/user-associations/count", $"{{{Tr(1)}}}")).Text.Should().Be("{\"Count\":130}\n");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_cursor_leads_on_from_an_association_that_matches_and_to_nothing_from_another(bool descending)
    {
        await using var node = await DesoNode.With(new DesoData().User(1, 1, 2, "T", "a").User(2, 1, 2, "T", "b").User(3, 1, 2, "T", "c").User(4, 1, 2, "U", "a").User(5, 3, 2, "T", "b"));
        var filter = $"{Tr(1)},\"AssociationType\":\"T\",\"SortDescending\":{(descending ? "true" : "false")}";

        (await node.Query("user", $"{{{filter},\"LastSeenAssociationID\":\"{Id(2)}\"}}")).Ids.Should().Equal(Id(descending ? 1 : 3));
        (await node.Query("user", $"{{{filter},\"LastSeenAssociationID\":\"{Id(descending ? 1 : 3)}\"}}")).Ids
            .Should().BeEmpty("it is the last one");
        (await node.Query("user", $"{{{filter},\"LastSeenAssociationID\":\"{Id(4)}\"}}")).Ids.Should().BeEmpty("it is of another type");
        (await node.Query("user", $"{{{filter},\"LastSeenAssociationID\":\"{Id(5)}\"}}")).Ids
            .Should().BeEmpty("it is another transactor's");
        (await node.Query("user", $"{{{filter},\"LastSeenAssociationID\":\"{Id(9)}\"}}")).Error
            .Should().EndWith("LastSeenAssociationEntry not found");
        (await node.Query("user", $"{{{filter},\"LastSeenAssociationID\":\"00000002\"}}")).Ids.Should().Equal(Id(descending ? 1 : 3));
    }

    [Test]
    public async Task Values_are_asked_for_one_after_the_other_each_with_the_whole_limit()
    {
        await using var node = await DesoNode.With(
            new DesoData().User(1, 1, 2, "T", "a").User(2, 1, 3, "T", "a").User(3, 1, 2, "T", "b").User(4, 1, 2, "t", "c"));

        (await node.Query("user", $"{{{Tr(1)},\"AssociationType\":\"t\",\"AssociationValues\":[\"b\",\"a\",\"b\",\"A\"]}}")).Values
            .Should().Equal("b", "a", "a", "b");
        (await node.Query("user", $"{{{Tr(1)},\"AssociationType\":\"t\",\"AssociationValues\":[\"a\",\"c\"],\"Limit\":1}}")).Ids
            .Should().Equal(Id(1), Id(4));
        (await node.Query("user", $"{{{Tr(1)},\"AssociationType\":\"t\",\"AssociationValues\":[\"\",null]}}")).Ids.Should().HaveCount(8);
    }

    [Test]
    public async Task Postgres_orders_by_id_and_reads_prefixes_as_LIKE_does()
    {
        await using var node = await DesoNode.With(
            new DesoData().User(3, 1, 2, "T", "a").User(1, 1, 2, "T", "b%").User(2, 4, 2, "TX", "b_c"), new DesoOptions { Storage = Storage.Postgres });

        (await node.Query("user", $"{{{Ta(2)}}}")).Ids.Should().Equal(Id(1), Id(2), Id(3));
        (await node.Query("user", $"{{{Ta(2)},\"SortDescending\":true,\"LastSeenAssociationID\":\"{Id(3)}\"}}")).Ids
            .Should().Equal(Id(2), Id(1));
        (await node.Query("user", "{\"AssociationTypePrefix\":\"_x\"}")).Ids.Should().Equal(Id(2));
        (await node.Query("user", "{\"AssociationValuePrefix\":\"%c\"}")).Ids.Should().Equal(Id(2));
        (await node.Query("user", "{\"AssociationValuePrefix\":\"b\\\\_\"}")).Ids.Should().Equal(Id(2));
        (await node.Query("user", $"{{{Tr(1)},\"LastSeenAssociationID\":\"{Id(2)}\"}}")).Ids
            .Should().Equal([Id(3)], "the cursor need not match");
    }
}
