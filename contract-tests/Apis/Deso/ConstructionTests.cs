using System.Text.Json;
using Emulation.Graphs.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>Transactions that a node makes for a client to sign: what it refuses, in its order, and what it answers.</summary>
class ConstructionTests
{
    private static string Tr => $"\"TransactorPublicKeyBase58Check\":\"{Wallet.Key(0)}\"";

    private static string Ta => $"\"TargetUserPublicKeyBase58Check\":\"{Wallet.Key(1)}\"";

    private static string Po => $"\"PostHashHex\":\"{DesoData.Hash(10)}\"";

    private static string Id(int number) => $"\"AssociationID\":\"{DesoData.Hash(number)}\"";

    private const string T = "\"AssociationType\":\"T\"";
    private const string V = "\"AssociationValue\":\"v\"";
    private const string BadApp = "\"AppPublicKeyBase58Check\":\"nope\"";
    private const string BadExtra = "\"ExtraData\":{\"IsFrozen\":\"2\"}";
    private const string BadFees = "\"TransactionFees\":[{\"PublicKeyBase58Check\":\"nope\",\"AmountNanos\":1}]";

    public static IEnumerable<TestCaseData> Refusals()
    {
        foreach (var (kind, name) in new[] { ("user", "User"), ("post", "Post") })
        {
            var about = kind == "user" ? Ta : Po;
            var create = $"Create{name}Association";
            yield return Case(kind, "create", "\"MinFeeRateNanosPerKB\":-1", 400, $"{create}: problem parsing request body");
            yield return Case(kind, "create", "\"ExtraData\":{\"a\":1}", 400, $"{create}: problem parsing request body");
            yield return Case(kind, "create", "\"TransactionFees\":[{\"AmountNanos\":\"1\"}]", 400, $"{create}: problem parsing request body");
            yield return Case(kind, "create", $"{about},{T},{V}", 400, $"{create}: must provide a TransactorPublicKeyBase58Check");
            yield return Case(kind, "create", "\"TransactorPublicKeyBase58Check\":\"nope\"", 500, $"{create}: problem getting public key for the transactor");
            yield return Case(kind, "create", $"{Tr},{BadApp}", 400, $"{create}: must provide a {(kind == "user" ? "TargetUserPublicKeyBase58Check" : "PostHashHex")}");
            yield return kind == "user"
                ? Case(
                    kind,
                    "create",
                    $"{Tr},\"TargetUserPublicKeyBase58Check\":\"nope\",{BadApp}",
                    500,
                    $"{create}: problem getting public key for the target user")
                : Case(kind, "create", $"{Tr},\"PostHashHex\":\"xyz\",{BadApp}", 400, $"{create}: invalid PostHashHex provided");
            yield return Case(kind, "create", $"{Tr},{about},{BadApp}", 500, $"{create}: problem getting public key for the app");
            yield return Case(kind, "create", $"{Tr},{about},{V},{BadExtra}", 400, $"{create}: must provide an AssociationType");
            yield return Case(kind, "create", $"{Tr},{about},{T},{BadExtra}", 400, $"{create}: must provide an AssociationValue");
            yield return Case(kind, "create", $"{Tr},{about},{T},{V},{BadExtra},{BadFees}", 400, $"{create}: invalid ExtraData provided");
            yield return Case(kind, "create", $"{Tr},{about},{T},{V},{BadFees}", 400, $"{create}: specified TransactionFees are invalid");
            var rule = $"{create}: problem creating txn: Blockchain.CreateCreate{name}AssociationTxn: ";
            yield return Case(kind, "create", $"{Tr},{about},\"AssociationType\":\"{new string('t', 65)}\",\"AssociationValue\":\"{new string('v', 257)}\"", 500, rule + "RuleErrorAssociationInvalidType");
            yield return Case(kind, "create", $"{Tr},{about},\"AssociationType\":\"{new string('ü', 33)}\",{V}", 500, rule + "RuleErrorAssociationInvalidType");
            yield return Case(kind, "create", $"{Tr},{about},\"AssociationType\":\"a\\u0000b\",{V}", 500, rule + "RuleErrorAssociationInvalidType");
            yield return Case(kind, "create", $"{Tr},{about},\"AssociationType\":\"DESOx\",{V}", 500, rule + "RuleErrorAssociationInvalidType");
            yield return Case(kind, "create", $"{Tr},{about},{T},\"AssociationValue\":\"{new string('v', 257)}\"", 500, rule + "RuleErrorAssociationInvalidValue");
            yield return Case(kind, "create", $"{Tr},{about},{T},\"AssociationValue\":\"a\\u0000\"", 500, rule + "RuleErrorAssociationInvalidValue");

            var delete = $"Delete{name}Association";
            yield return Case(kind, "delete", "\"AssociationID\":5", 400, $"{delete}: problem parsing request body");
            yield return Case(kind, "delete", Id(1), 400, $"{delete}: must provide a TransactorPublicKeyBase58Check");
            yield return Case(kind, "delete", $"\"TransactorPublicKeyBase58Check\":\"nope\",{Id(1)}", 500, $"{delete}: problem getting public key for the transactor");
            yield return Case(kind, "delete", $"{Tr},{BadExtra}", 400, $"{delete}: must provide an AssociationID");
            yield return Case(kind, "delete", $"{Tr},\"AssociationID\":\"xyz\",{BadExtra}", 400, $"{delete}: invalid AssociationID provided");
            yield return Case(kind, "delete", $"{Tr},{Id(9)},{BadExtra},{BadFees}", 400, $"{delete}: invalid ExtraData provided");
            yield return Case(kind, "delete", $"{Tr},{Id(9)},{BadFees}", 400, $"{delete}: specified TransactionFees are invalid");
            yield return Case(kind, "delete", $"{Tr},{Id(9)}", 500, $"{delete}: problem creating txn: Blockchain.CreateDelete{name}AssociationTxn: RuleErrorAssociationNotFound");
            yield return Case(kind, "delete", $"{Tr},{Id(1)}", 500, $"{delete}: problem creating txn: Blockchain.CreateDelete{name}AssociationTxn: RuleErrorAssociationInvalidTransactor");
        }
        yield return Case("post", "create", $"{Tr},\"PostHashHex\":\"abcd\",\"AssociationType\":\"DESO\",{V}", 500, "CreatePostAssociation: problem creating txn: Blockchain.CreateCreatePostAssociationTxn: RuleErrorPostAssociationInvalidPost");
    }

    [TestCaseSource(nameof(Refusals))]
    public async Task Is_refused(string kind, string route, string body, int status, string text)
    {
        await using var node = await DesoNode.With(Data());

        var answer = await node.Post($"/api/v0/{kind}-associations/{route}", body);

        answer.Status.Should().Be(status);
        answer.Error.Should().Be(text);
    }

    [TestCase("deso", TestName = "The reserved word counts in capitals alone")]
    [TestCase("Deso")]
    [TestCase("0123456789012345678901234567890123456789012345678901234567890123", TestName = "64 bytes are enough")]
    public async Task A_type_that_is_allowed_is_taken(string type)
    {
        await using var node = await DesoNode.With(Data());

        (await node.Post("/user-associations/create", $"{{{Tr},{Ta},\"AssociationType\":\"{type}\",{V}}}")).Status.Should().Be(200);
    }

    [Test]
    public async Task A_create_is_answered_with_the_transaction_in_three_forms()
    {
        await using var node = await DesoNode.With(Data().Height(100));

        var text = (await node.Post("/api/v0/user-associations/create", $"{{{Tr},{Ta},{T},{V},\"ExtraData\":{{\"PeerID\":\"A\"}}}}")).Text;

        var answer = JsonDocument.Parse(text).RootElement;
        answer.EnumerateObject().Select(member => member.Name)
            .Should().Equal(
                "SpendAmountNanos", "TotalInputNanos", "ChangeAmountNanos", "FeeNanos", "Transaction", "TransactionHex", "TxnHashHex");
        answer.GetProperty("FeeNanos").GetInt64().Should().Be(0);
        var made = answer.GetProperty("Transaction");
        made.EnumerateObject().Select(member => member.Name)
            .Should().Equal(
                "TxnVersion",
                "TxInputs",
                "TxOutputs",
                "TxnFeeNanos",
                "TxnNonce",
                "TxnMeta",
                "PublicKey",
                "ExtraData",
                "Signature",
                "TxnTypeJSON");
        made.GetProperty("TxnVersion").GetInt32().Should().Be(1);
        made.GetProperty("TxInputs").ValueKind.Should().Be(JsonValueKind.Null);
        made.GetProperty("TxOutputs").ValueKind.Should().Be(JsonValueKind.Null);
        made.GetProperty("TxnNonce").GetProperty("ExpirationBlockHeight").GetInt64().Should().Be(100 + 86400 - 10);
        made.GetProperty("TxnNonce").GetProperty("PartialID").GetUInt64().Should().NotBe(0);
        made.GetProperty("TxnMeta").GetProperty("TargetUserPublicKey").EnumerateArray().Select(one => one.GetByte())
            .Should().Equal(UserKeys.Public(1));
        made.GetProperty("TxnMeta").GetProperty("AppPublicKey").EnumerateArray().Select(one => one.GetByte()).Should().Equal(new byte[33]);
        made.GetProperty("TxnMeta").GetProperty("AssociationType").GetString().Should().Be(Convert.ToBase64String("T"u8));
        made.GetProperty("PublicKey").GetString().Should().Be(Convert.ToBase64String(UserKeys.Public(0)));
        made.GetProperty("ExtraData").GetRawText().Should().Be("{\"PeerID\":\"QQ==\"}");
        made.GetProperty("Signature").ValueKind.Should().Be(JsonValueKind.Null);
        made.GetProperty("TxnTypeJSON").GetInt32().Should().Be(27);
        var bytes = Convert.FromHexString(answer.GetProperty("TransactionHex").GetString()!);
        answer.GetProperty("TxnHashHex").GetString()
            .Should().Be(Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(System.Security.Cryptography.SHA256.HashData(bytes))));
        bytes[..5].Should().Equal([0, 0, 27, 33 + 33 + 1 + 1 + 4, 33]);
    }

    [Test]
    public async Task A_delete_has_an_array_of_numbers_for_its_id_and_empty_extra_data()
    {
        await using var node = await DesoNode.With(Data());

        var answer = await node.Post("/post-associations/delete", $"{{\"TransactorPublicKeyBase58Check\":\"{DesoData.Key(1)}\",{Id(1)}}}");

        answer.Json.GetProperty("Transaction").GetProperty("TxnMeta").GetRawText()
            .Should().Be("{\"AssociationID\":[" + string.Join(',', Convert.FromHexString(DesoData.Hash(1))) + "]}");
        answer.Json.GetProperty("Transaction").GetProperty("ExtraData").GetRawText().Should().Be("{}");
    }

    [TestCase(1000UL)]
    [TestCase(1500UL)]
    [TestCase(99UL)]
    public async Task The_fee_is_that_of_the_bytes_with_room_for_a_signature(ulong rate)
    {
        await using var node = await DesoNode.With(Data());

        var answer = await node.Post("/user-associations/create", $"{{{Tr},{Ta},{T},{V},\"MinFeeRateNanosPerKB\":{rate},\"TransactionFees\":[{{\"PublicKeyBase58Check\":\"{Wallet.Key(1)}\",\"AmountNanos\":7}},null]}}".Replace(",null", "", StringComparison.Ordinal));

        var size = answer.Json.GetProperty("TransactionHex").GetString()!.Length / 2;
        var fee = answer.Json.GetProperty("FeeNanos").GetUInt64();
        fee.Should().Be((((ulong)size + 74) * rate + 999) / 1000);
        answer.Json.GetProperty("SpendAmountNanos").GetUInt64().Should().Be(7);
        answer.Json.GetProperty("TotalInputNanos").GetUInt64().Should().Be(fee + 7);
        answer.Json.GetProperty("Transaction").GetProperty("TxOutputs").GetRawText()
            .Should().Be($"[{{\"PublicKey\":\"{Convert.ToBase64String(UserKeys.Public(1))}\",\"AmountNanos\":7}}]");
    }

    [Test]
    public async Task A_fee_beyond_all_numbers_is_no_bug()
    {
        await using var node = await DesoNode.With(Data());

        (await node.Post("/user-associations/create", $"{{{Tr},{Ta},{T},{V},\"MinFeeRateNanosPerKB\":18446744073709551615}}")).Status
            .Should().Be(200);
        (await node.Post("/user-associations/create", $"{{{Tr},{Ta},{T},{V},\"MinFeeRateNanosPerKB\":18446744073709551616}}")).Status
            .Should().Be(400);
    }

    [Test]
    public async Task Two_transactions_alike_have_different_nonces_and_the_same_ones_after_a_reset()
    {
        await using var node = await DesoNode.With(Data());
        async Task<string> Made() =>
            (await node.Post("/user-associations/create", $"{{{Tr},{Ta},{T},{V}}}")).Json.GetProperty("TransactionHex").GetString()!;

        var (first, second) = (await Made(), await Made());
        await node.Send("POST", "/_emulator/reset");

        second.Should().NotBe(first);
        (await Made()).Should().Be(first);
    }

    private static DesoData Data() => new DesoData().Post(10, 5).User(1, 1, 2, "T", "v").Reaction(1, 1, 10, "T", "v");

    private static TestCaseData Case(string kind, string route, string body, int status, string text) =>
        new TestCaseData(kind, route, "{" + body + "}", status, text).SetName(
            $"{kind} {route} {(body.Length > 150 ? body[..150] : body)} {text}");
}
