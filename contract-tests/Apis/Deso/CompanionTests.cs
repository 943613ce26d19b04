using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Apis.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>Profiles and posts that come along, and how they are printed.</summary>
class CompanionTests
{
    private const string Zero = "tBCKQud934akEwsr8AfG9BzHDWhi6CaDmjBsxGsSgfGsoxXHfVEfxP";
    private static readonly string s_transactor = $"\"TransactorPublicKeyBase58Check\":\"{DesoData.Key(1)}\"";

    private static DesoData Data() => new DesoData().Profile(1, "one").Profile(3, "poster")
        .User(1, 1, 2, "T", "a").User(2, 1, 4, "T", "b", app: 5)
        .Post(10, 3).Post(11, 6)
        .Reaction(1, 1, 10, "R", "a").Reaction(2, 2, 10, "R", "a").Reaction(3, 1, 11, "R", "b");

    [TestCase("", new int[0])]
    [TestCase(",\"IncludeTransactorProfile\":true", new[] { 1 })]
    [TestCase(",\"IncludeTargetUserProfile\":true", new[] { 2, 4 })]
    [TestCase(",\"IncludeAppProfile\":true", new[] { 0, 5 })]
    [TestCase(",\"IncludeAppProfile\":true,\"Limit\":1", new[] { 0 })]
    [TestCase(",\"IncludeTransactorProfile\":true,\"IncludeTargetUserProfile\":true,\"IncludeAppProfile\":true", new[] { 0, 1, 2, 4, 5 })]
    public async Task A_flag_fills_the_map_with_nulls_for_those_without_a_profile(string flags, int[] keys)
    {
        await using var node = await DesoNode.With(Data());

        var answer = await node.Query("user", $"{{{s_transactor}{flags}}}");

        var map = answer.Json.GetProperty("PublicKeyToProfileEntryResponse").EnumerateObject().ToList();
        map.Select(entry => entry.Name)
            .Should().Equal(keys.Select(key => key == 0 ? Zero : DesoData.Key(key)).Order(StringComparer.Ordinal));
        map.Where(entry => entry.Value.ValueKind != JsonValueKind.Null).Select(entry => entry.Name).Should().BeSubsetOf([DesoData.Key(1)]);
        answer.Json.TryGetProperty("PostHashHexToPostEntryResponse", out _).Should().BeFalse();
        foreach (var found in answer.Json.GetProperty("Associations").EnumerateArray())
            new[] { "TransactorProfile", "TargetUserProfile", "AppProfile" }
                .Should().OnlyContain(name => found.GetProperty(name).ValueKind == JsonValueKind.Null);
    }

    [TestCase("", new int[0], new int[0])]
    [TestCase(",\"IncludePostEntry\":true", new int[0], new[] { 10, 11 })]
    [TestCase(",\"IncludePostAuthorProfile\":true", new[] { 3, 6 }, new int[0])]
    [TestCase(",\"IncludeTransactorProfile\":true", new[] { 1, 2 }, new int[0])]
    [TestCase(",\"IncludePostEntry\":true,\"IncludePostAuthorProfile\":true,\"IncludeAppProfile\":true", new[] { 0, 3, 6 }, new[] { 10, 11 })]
    public async Task A_flag_fills_the_maps_of_reactions(string flags, int[] keys, int[] posts)
    {
        await using var node = await DesoNode.With(Data());

        var answer = await node.Query("post", $"{{\"AssociationType\":\"R\"{flags}}}");

        answer.Ids.Should().HaveCount(3, "all that match are answered by default");
        answer.Json.GetProperty("PublicKeyToProfileEntryResponse").EnumerateObject().Select(entry => entry.Name)
            .Should().Equal(keys.Select(key => key == 0 ? Zero : DesoData.Key(key)).Order(StringComparer.Ordinal));
        answer.Json.GetProperty("PostHashHexToPostEntryResponse").EnumerateObject().Select(entry => entry.Name)
            .Should().Equal(posts.Select(DesoData.Hash));
    }

    [Test]
    public async Task A_node_today_leaves_out_all_but_the_first_association_on_a_post()
    {
        await using var node = await DesoNode.With(Data(), new DesoOptions { QuirkRepeatedPosts = true });

        var with = await node.Query("post", "{\"AssociationType\":\"R\",\"IncludePostEntry\":true,\"IncludeTransactorProfile\":true}");
        var without = await node.Query("post", "{\"AssociationType\":\"R\"}");

        with.Ids.Should().Equal(DesoData.Hash(1), DesoData.Hash(3));
        with.Json.GetProperty("PublicKeyToProfileEntryResponse").EnumerateObject()
            .Should().HaveCount(2, "the transactor of the one left out is in the map already");
        without.Ids.Should().HaveCount(3);
    }

    [TestCase("IncludePostEntry")]
    [TestCase("IncludePostAuthorProfile")]
    public async Task A_post_that_is_not_there_fails_the_request(string flag)
    {
        await using var node = await DesoNode.With(new DesoData().Reaction(1, 1, 10, "R", "a"));

        var listed = await node.Query("post", $"{{\"AssociationType\":\"R\",\"{flag}\":true}}");
        var single = await node.Get("/post-associations/" + DesoData.Hash(1));

        listed.Status.Should().Be(500);
        listed.Error.Should().Be("GetPostAssociations: post entry not found for " + DesoData.Hash(10));
        single.Status.Should().Be(500);
        single.Error.Should().Be("GetPostAssociationByID: post entry not found for " + DesoData.Hash(10));
        (await node.Query("post", "{\"AssociationType\":\"R\"}")).Status.Should().Be(200);
    }

    [TestCase("no json", "invalid character 'o' in literal null (expecting 'u')")]
    [TestCase("", "unexpected end of JSON input")]
    [TestCase("[]", "json: cannot unmarshal array into Go value of type lib.DeSoBodySchema")]
    [TestCase("{\"Body\":5}", "json: cannot unmarshal number into Go struct field DeSoBodySchema.Body of type string")]
    public async Task A_post_whose_stored_body_is_no_object_fails_the_request(string raw, string parser)
    {
        await using var node = await DesoNode.With(
            new DesoData().Post(10, 1, new JsonObject { ["rawBody"] = raw }).Reaction(1, 1, 10, "R", "a"));

        (await node.Query("post", "{\"AssociationType\":\"R\",\"IncludePostEntry\":true}")).Error
            .Should().Be("GetPostAssociations: _postEntryToResponse: Error unmarshling Body: " + parser);
        (await node.Get("/post-associations/" + DesoData.Hash(1))).Error
            .Should().Be("GetPostAssociationByID: _postEntryToResponse: Error unmarshling Body: " + parser);
        (await node.Query("post", "{\"AssociationType\":\"R\",\"IncludePostAuthorProfile\":true}")).Status.Should().Be(200);
    }

    [TestCase(FieldList.Documented, false)]
    [TestCase(FieldList.Current, true)]
    public async Task A_node_today_prints_two_more_fields(FieldList fields, bool more)
    {
        await using var node = await DesoNode.With(Data(), new DesoOptions { Fields = fields });

        var found = (await node.Get("/post-associations/" + DesoData.Hash(1))).Json;

        found.GetProperty("PostEntry").TryGetProperty("IsFrozen", out _).Should().Be(more);
        found.GetProperty("TransactorProfile").GetProperty("DAOCoinEntry").TryGetProperty("LockupTransferRestrictionStatus", out _)
            .Should().Be(more);
    }

    [Test]
    public async Task A_profile_and_extra_data_are_printed_byte_by_byte_as_Go_does()
    {
        await using var node = await DesoNode.With(new DesoData()
            .Profile(1, "one", new JsonObject
            {
                ["description"] = "<b> & \"q\" \u2028 é \u0001 \t", ["isHidden"] = true, ["isVerified"] = true, ["desoBalanceNanos"] = ulong.MaxValue, ["bestExchangeRateDesoPerDaoCoin"] = 0.5,
                ["coinEntry"] = new JsonObject { ["creatorBasisPoints"] = 1, ["desoLockedNanos"] = 1_000_000_000, ["numberOfHolders"] = 2, ["coinsInCirculationNanos"] = 2_000_000_000, ["coinWatermarkNanos"] = 3 },
                ["daoCoinEntry"] = new JsonObject { ["numberOfHolders"] = 4, ["coinsInCirculationNanos"] = "0x00DE0B6B3A7640000", ["mintingDisabled"] = true, ["transferRestrictionStatus"] = "dao_members_only" },
                ["extraData"] = new JsonObject { ["b"] = "2", ["a"] = "1", ["DiamondLevel"] = "-3", ["IsFrozen"] = "1" },
            })
            .User(1, 1, 1, "T", "v", extra: []));

        var text = (await node.Get("/user-associations/" + DesoData.Hash(1))).Text;

        text.Should().StartWith($"{{\"AssociationID\":\"{DesoData.Hash(1)}\",\"TransactorPublicKeyBase58Check\":\"{DesoData.Key(1)}\",\"TargetUserPublicKeyBase58Check\":\"{DesoData.Key(1)}\",\"AppPublicKeyBase58Check\":\"{Zero}\",\"AssociationType\":\"T\",\"AssociationValue\":\"v\",\"ExtraData\":null,\"BlockHeight\":1,\"TransactorProfile\":{{");
        text.Should().Contain("\"Description\":\"\\u003cb\\u003e \\u0026 \\\"q\\\" \\u2028 é \\u0001 \\t\",\"IsHidden\":true,\"IsReserved\":false,\"IsVerified\":true,\"Comments\":null,\"Posts\":null,");
        text.Should().Contain("\"CoinEntry\":{\"CreatorBasisPoints\":1,\"DeSoLockedNanos\":1000000000,\"NumberOfHolders\":2,\"CoinsInCirculationNanos\":2000000000,\"CoinWatermarkNanos\":3,\"BitCloutLockedNanos\":1000000000},");
        text.Should().Contain("\"DAOCoinEntry\":{\"NumberOfHolders\":4,\"CoinsInCirculationNanos\":\"0xde0b6b3a7640000\",\"MintingDisabled\":true,\"TransferRestrictionStatus\":\"dao_members_only\"},");
        text.Should().Contain("\"CoinPriceDeSoNanos\":1500000150,\"CoinPriceBitCloutNanos\":1500000150,");
        text.Should().Contain("\"ExtraData\":{\"DiamondLevel\":\"-3\",\"IsFrozen\":\"1\",\"a\":\"1\",\"b\":\"2\"},\"DESOBalanceNanos\":18446744073709551615,\"BestExchangeRateDESOPerDAOCoin\":0.5}");
        text.Should().EndWith("\"AppProfile\":null}\n");
    }

    [Test]
    public async Task A_repost_is_nested_two_levels_deep()
    {
        await using var node = await DesoNode.With(new DesoData().Height(5).Profile(3, "poster")
            .Post(10, 3, new JsonObject { ["reposted"] = DesoData.Hash(11), ["imageUrls"] = new JsonArray("https://i"), ["repostCount"] = 2, ["confirmationBlockHeight"] = 6 })
            .Post(11, 3, new JsonObject { ["reposted"] = DesoData.Hash(12) }).Post(
                12, 4, new JsonObject { ["reposted"] = DesoData.Hash(13) }).Post(13, 4)
            .Post(14, 3, new JsonObject { ["reposted"] = DesoData.Hash(13), ["parent"] = DesoData.Hash(10) })
            .Post(15, 3, new JsonObject { ["reposted"] = DesoData.Hash(99) })
            .Reaction(1, 1, 10, "R", "a").Reaction(2, 1, 14, "R", "a").Reaction(3, 1, 15, "R", "a"));

        var post = (await node.Get("/post-associations/" + DesoData.Hash(1))).Json.GetProperty("PostEntry");
        var comment = (await node.Get("/post-associations/" + DesoData.Hash(2))).Json.GetProperty("PostEntry");

        post.GetProperty("ImageURLs")[0].GetString().Should().Be("https://i");
        post.GetProperty("InMempool").GetBoolean().Should().BeTrue();
        post.GetProperty("RecloutCount").GetInt32().Should().Be(2);
        var first = post.GetProperty("RepostedPostEntryResponse");
        first.GetProperty("PostHashHex").GetString().Should().Be(DesoData.Hash(11));
        first.GetProperty("ProfileEntryResponse").GetProperty("Username").GetString().Should().Be("poster");
        first.GetProperty("PostEntryReaderState").GetRawText()
            .Should().Be("{\"LikedByReader\":false,\"DiamondLevelBestowed\":0,\"RepostedByReader\":false,\"RepostPostHashHex\":\"\"}");
        first.GetProperty("InMempool").GetBoolean().Should().BeFalse();
        var second = first.GetProperty("RepostedPostEntryResponse");
        second.GetProperty("PostHashHex").GetString().Should().Be(DesoData.Hash(12));
        second.GetProperty("RepostedPostEntryResponse").ValueKind.Should().Be(JsonValueKind.Null);
        post.GetProperty("RecloutedPostEntryResponse").GetRawText().Should().Be(first.GetRawText());
        comment.GetProperty("RepostedPostEntryResponse").ValueKind.Should().Be(JsonValueKind.Null, "a comment reposts nothing");
        comment.GetProperty("ParentStakeID").GetString().Should().Be(DesoData.Hash(10));
        (await node.Get("/post-associations/" + DesoData.Hash(3))).Json.GetProperty("PostEntry").GetProperty("RepostedPostEntryResponse").ValueKind.Should().Be(JsonValueKind.Null);
    }
}
