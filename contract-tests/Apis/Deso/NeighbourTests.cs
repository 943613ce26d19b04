using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Apis.Deso;
using Emulation.Graphs.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>The routes beside the associations that the official client calls.</summary>
class NeighbourTests
{
    private static DesoData Data() =>
        new DesoData().Height(77).Profile(
            1, "Alice", new JsonObject { ["coinEntry"] = new JsonObject { ["desoLockedNanos"] = 5 } }).Profile(2, "Bob")
        .Post(10, 1, Post("top", 1))
        .Post(11, 2, Post("first", 2, 10)).Post(12, 1, Post("own", 3, 10)).Post(13, 2, Post("later", 4, 10)).Post(14, 1, Post("deeper", 5, 11))
        .Derived(DesoData.Key(1), DesoData.Key(2), 100);

    private static JsonObject Post(string body, int timestamp, int? parent = null)
    {
        var row = new JsonObject { ["body"] = body, ["timestampNanos"] = timestamp };
        if (parent is { } hash) row["parent"] = DesoData.Hash(hash);
        return row;
    }

    [Test]
    public async Task The_root_and_the_health_check_say_that_it_runs()
    {
        await using var node = await DesoNode.With(Data());

        var root = await node.Get("/");
        var health = await node.Get("/api/v0/health-check");

        root.Text.Should().Be("Your DeSo node is running!\n");
        root.ContentType.Should().Be("application/json");
        root.Header("X-Frame-Options").Should().Be("DENY");
        health.Text.Should().Be("200");
        health.Status.Should().Be(200);
    }

    [Test]
    public async Task The_app_state_has_the_height_of_the_chain()
    {
        await using var node = await DesoNode.With(Data());

        var state = (await node.Post("/api/v0/get-app-state", "{}")).Json;

        state.GetProperty("BlockHeight").GetInt32().Should().Be(77);
        state.GetProperty("IsTestnet").GetBoolean().Should().BeTrue();
        state.GetProperty("DiamondLevelMap").GetRawText()
            .Should().Be("{\"1\":50000,\"2\":500000,\"3\":5000000,\"4\":50000000,\"5\":500000000,\"6\":5000000000,\"7\":50000000000,\"8\":500000000000}");
        state.GetProperty("TransactionFeeMap").GetRawText().Should().Be("{}");
        state.EnumerateObject().Should().HaveCount(25);
        (await node.Post("/api/v0/get-app-state", "", "application/json; charset=utf-8")).Error
            .Should().Be("GetAppState: Problem parsing request body: EOF");
        (await node.Post("/api/v0/get-app-state", "{", "application/json; charset=utf-8")).Error
            .Should().Be("GetAppState: Problem parsing request body: unexpected EOF");
        (await node.Post("/api/v0/txn-construction-params", "{\"MinFeeRateNanosPerKB\":1500}")).Text
            .Should().Be("{\"FeeRateNanosPerKB\":1500,\"BlockHeight\":77}\n");
    }

    [Test]
    public async Task The_height_of_the_chain_can_be_moved_and_is_reset_with_the_world()
    {
        await using var node = await DesoNode.With(Data());
        var store = node.Running.World.Store;
        async Task<int> Height() => (await node.Post("/get-app-state", "{}")).Json.GetProperty("BlockHeight").GetInt32();

        store.Write(graph => (Chain.WithHeight(graph, 500), 0));
        var moved = await Height();
        await node.Send("POST", "/_emulator/reset");

        moved.Should().Be(500);
        (await Height()).Should().Be(77);
    }

    [TestCase("{\"Username\":\"ALICE\"}", "Alice")]
    [TestCase("{\"Username\":\"alice\",\"PublicKeyBase58Check\":\"{2}\"}", "Bob", TestName = "The key wins")]
    public async Task A_profile_is_found_by_key_or_by_name_in_any_case(string body, string name)
    {
        await using var node = await DesoNode.With(Data());

        var answer = await node.Post("/api/v0/get-single-profile", body.Replace("{2}", DesoData.Key(2), StringComparison.Ordinal));

        answer.Json.GetProperty("Profile").GetProperty("Username").GetString().Should().Be(name);
        answer.Text.Should().EndWith(",\"IsBlacklisted\":false,\"IsGraylisted\":false}\n");
    }

    [Test]
    public async Task A_profile_that_is_not_there_is_404_or_nothing()
    {
        await using var node = await DesoNode.With(Data());

        var missing = await node.Post("/get-single-profile", "{\"Username\":\"carol\"}");
        var silent = await node.Post("/get-single-profile", "{\"Username\":\"carol\",\"NoErrorOnMissing\":true}");
        var bad = await node.Post("/get-single-profile", "{\"PublicKeyBase58Check\":\"nope\"}");

        missing.Status.Should().Be(404);
        missing.Error.Should().Be("GetSingleProfile: could not find profile for username or public key: carol, ");
        silent.Status.Should().Be(200);
        silent.Text.Should().BeEmpty();
        bad.Status.Should().Be(400);
        bad.Error.Should().StartWith("GetSingleProfile: Problem decoding user public key: ");
    }

    [Test]
    public async Task A_post_is_shown_with_its_author_parents_and_comments()
    {
        await using var node = await DesoNode.With(Data());

        var top = (await node.Post("/api/v0/get-single-post", $"{{\"PostHashHex\":\"{DesoData.Hash(10)}\",\"CommentLimit\":20,\"ThreadLevelLimit\":2,\"ThreadLeafLimit\":5}}")).Json.GetProperty("PostFound");
        var deep = (await node.Post(
            "/api/v0/get-single-post", $"{{\"PostHashHex\":\"{DesoData.Hash(14)}\",\"FetchParents\":true}}")).Json.GetProperty("PostFound");
        var second = (await node.Post("/api/v0/get-single-post", $"{{\"PostHashHex\":\"{DesoData.Hash(10)}\",\"CommentLimit\":1,\"CommentOffset\":1}}")).Json.GetProperty("PostFound");

        top.GetProperty("ProfileEntryResponse").GetProperty("Username").GetString().Should().Be("Alice");
        top.GetProperty("PostEntryReaderState").GetProperty("LikedByReader").GetBoolean().Should().BeFalse();
        top.GetProperty("ParentPosts").ValueKind.Should().Be(JsonValueKind.Null);
        Bodies(top.GetProperty("Comments")).Should().Equal("own", "later", "first");
        Bodies(top.GetProperty("Comments")[2].GetProperty("Comments")).Should().Equal("deeper");
        Bodies(deep.GetProperty("ParentPosts")).Should().Equal("top", "first");
        deep.GetProperty("Comments").ValueKind.Should().Be(JsonValueKind.Null);
        Bodies(second.GetProperty("Comments")).Should().Equal("later");
    }

    [TestCase("{}", "GetSinglePost: Must provide a PostHashHex to fetch.")]
    [TestCase("{\"PostHashHex\":\"xyz\"}", "GetSinglePost: Error parsing post hash xyz: encoding/hex: invalid byte: U+0078 'x'")]
    [TestCase("{\"PostHashHex\":\"abcd\"}", "GetSinglePost: Error parsing post hash abcd: <nil>")]
    [TestCase("{\"PostHashHex\":\"00000000000000000000000000000000000000000000000000000000000000ff\"}", "GetSinglePost: Could not find postEntry for PostHashHex: 00000000000000000000000000000000000000000000000000000000000000ff")]
    [TestCase("{\"CommentLimit\":-1}", "GetSinglePost: Problem parsing request body: json: cannot unmarshal number -1 into Go struct field GetSinglePostRequest.CommentLimit of type uint32")]
    public async Task A_post_that_cannot_be_shown_is_400(string body, string text)
    {
        await using var node = await DesoNode.With(Data());

        var answer = await node.Post("/api/v0/get-single-post", body);

        answer.Status.Should().Be(400);
        answer.Error.Should().Be(text);
    }

    [TestCase("{}", "GetTxn: Must provide a TxnHashHex.")]
    [TestCase("{\"TxnHashHex\":\"ab\"}", "GetTxn: Error parsing post hash ab: <nil>")]
    [TestCase("{\"TxnHashHex\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"TxnStatus\":\"Mined\"}", "GetTxn: Invalid TxnStatus: Mined. Options are {InMempool, Committed}")]
    public async Task A_transaction_that_cannot_be_asked_for_is_400(string body, string text)
    {
        await using var node = await DesoNode.With(Data());

        var answer = await node.Post("/api/v0/get-txn", body);

        answer.Status.Should().Be(400);
        answer.Error.Should().Be(text);
    }

    [Test]
    public async Task What_was_there_from_the_start_was_made_by_a_transaction()
    {
        await using var node = await DesoNode.Of("docs");
        async Task<bool> Found(string hash, string status) =>
            (await node.Post(
                "/get-txn", $"{{\"TxnHashHex\":\"{hash}\",\"TxnStatus\":\"{status}\"}}")).Json.GetProperty("TxnFound").GetBoolean();

        (await Found("22b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69", "InMempool")).Should().BeTrue();
        (await Found("22b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69", "Committed"))
            .Should().BeFalse("its block is the next one");
        (await Found(DesoData.Hash(1), "")).Should().BeFalse();
    }

    [Test]
    public async Task A_derived_key_is_shown_with_its_owner()
    {
        await using var node = await DesoNode.With(Data());

        var found = await node.Get($"/api/v0/get-single-derived-key/{DesoData.Key(1)}/{DesoData.Key(2)}");
        var missing = await node.Get($"/api/v0/get-single-derived-key/{DesoData.Key(2)}/{DesoData.Key(1)}");
        var bad = await node.Get($"/api/v0/get-single-derived-key/{new string('1', 54)}/{DesoData.Key(1)}");
        var badDerived = await node.Get($"/api/v0/get-single-derived-key/{DesoData.Key(1)}/{new string('1', 55)}");

        found.Json.GetProperty("DerivedKey").GetProperty("ExpirationBlock").GetInt32().Should().Be(100);
        found.Json.GetProperty("DerivedKey").GetProperty("TransactionSpendingLimit").GetProperty("IsUnlimited").GetBoolean()
            .Should().BeTrue();
        missing.Status.Should().Be(400);
        missing.Error.Should().Be("GetSingleDerivedKey: DerivedKey was not found");
        bad.Error.Should().StartWith($"GetSingleDerivedKey: Problem decoding owner public key {new string('1', 54)}: ");
        badDerived.Error.Should().StartWith($"GetSingleDerivedKey: Problem decoding derived public key {new string('1', 55)}: ");
    }

    [Test]
    public async Task Keys_to_sign_with_are_given_away()
    {
        await using var node = await DesoNode.Of("docs");
        var api = node.Running.Apis.OfType<DesoApi>().Single();

        var accounts = api.Accounts(node.Running.World.Store.Current).ToList();

        accounts.Should().HaveCount(2);
        foreach (var account in accounts)
        {
            var parts = account.Credentials.ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal);
            PublicKey.TryRead(parts["PublicKeyBase58Check"], out var key);
            Secp256k1.PublicKeyOf(Convert.FromHexString(parts["SeedHex"])).Should().Equal(key!.Bytes);
            PublicKey.TryRead(parts["DerivedPublicKeyBase58Check"], out var derived);
            Secp256k1.PublicKeyOf(Convert.FromHexString(parts["DerivedSeedHex"])).Should().Equal(derived!.Bytes);
            (await node.Get($"/get-single-derived-key/{parts["PublicKeyBase58Check"]}/{parts["DerivedPublicKeyBase58Check"]}")).Status
                .Should().Be(200);
        }
    }

    private static string[] Bodies(JsonElement posts) => [.. posts.EnumerateArray().Select(post => post.GetProperty("Body").GetString()!)];
}
