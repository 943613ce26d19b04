using System.Security.Cryptography;
using System.Text.Json;
using Emulation.Apis.Deso;
using Emulation.Graphs.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>Signed transactions: what is taken, what becomes of it, what is refused.</summary>
class SubmissionTests
{
    private const string Refused =
        "SubmitTransaction: Problem processing transaction: VerifyAndBroadcastTransaction: Problem broadcasting txn: ";

    private static string User(string type = "T", string value = "v", string more = "", int transactor = 0) =>
        $"{{\"TransactorPublicKeyBase58Check\":\"{Wallet.Key(transactor)}\",\"TargetUserPublicKeyBase58Check\":\"{Wallet.Key(1)}\",\"AssociationType\":\"{type}\",\"AssociationValue\":\"{value}\"{more}}}";

    private static async Task<string> Made(DesoNode node, string route, string body) =>
        (await node.Post("/api/v0/" + route, body)).Json.GetProperty("TransactionHex").GetString()!;

    private static Task<Answer> Submit(DesoNode node, string hex) =>
        node.Post("/api/v0/submit-transaction", $"{{\"TransactionHex\":\"{hex}\"}}");

    private static async Task<string> Create(DesoNode node, string body, int signer = 0)
    {
        var answer = await Submit(node, Wallet.Signed(await Made(node, "user-associations/create", body), signer));
        answer.Status.Should().Be(200, answer.Text);
        return answer.Json.GetProperty("TxnHashHex").GetString()!;
    }

    [Test]
    public async Task What_is_submitted_is_there_at_once_under_the_hash_of_the_signed_bytes()
    {
        await using var node = await DesoNode.With(new DesoData().Height(41));
        var hex = Wallet.Signed(await Made(node, "user-associations/create", User(more: ",\"ExtraData\":{\"PeerID\":\"A\"}")), 0);

        var answer = await Submit(node, hex);

        answer.Status.Should().Be(200, answer.Text);
        answer.Json.EnumerateObject().Select(member => member.Name)
            .Should().Equal("Transaction", "TxnHashHex", "TransactionIDBase58Check", "PostEntryResponse");
        var id = Convert.ToHexStringLower(SHA256.HashData(SHA256.HashData(Convert.FromHexString(hex))));
        answer.Json.GetProperty("TxnHashHex").GetString().Should().Be(id);
        Base58Check.TryRead(answer.Json.GetProperty("TransactionIDBase58Check").GetString()!, out var payload).Should().BeTrue();
        Convert.ToHexStringLower(payload!).Should().Be(id);
        answer.Json.GetProperty("PostEntryResponse").ValueKind.Should().Be(JsonValueKind.Null);
        Convert.FromBase64String(answer.Json.GetProperty("Transaction").GetProperty("Signature").GetString()!)[0].Should().Be(0x30);
        var read = (await node.Get("/user-associations/" + id)).Json;
        read.GetProperty("AssociationValue").GetString().Should().Be("v");
        read.GetProperty("BlockHeight").GetInt32().Should().Be(42);
        read.GetProperty("ExtraData").GetRawText().Should().Be("{\"PeerID\":\"A\"}");
        (await node.Post("/get-txn", $"{{\"TxnHashHex\":\"{id}\"}}")).Text.Should().Be("{\"TxnFound\":true}\n");
        (await node.Post("/get-txn", $"{{\"TxnHashHex\":\"{id}\",\"TxnStatus\":\"Committed\"}}")).Text
            .Should().Be("{\"TxnFound\":false}\n");
    }

    [Test]
    public async Task A_transaction_without_extra_data_has_null_once_it_was_read()
    {
        await using var node = await DesoNode.With(new DesoData());

        var answer = await Submit(node, Wallet.Signed(await Made(node, "user-associations/create", User()), 0));

        answer.Json.GetProperty("Transaction").GetProperty("ExtraData").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task Creating_twice_replaces_and_merges()
    {
        await using var node = await DesoNode.With(new DesoData());

        var first = await Create(node, User(more: ",\"ExtraData\":{\"a\":\"1\",\"b\":\"1\"}"));
        var second = await Create(node, User(type: "t", more: ",\"ExtraData\":{\"b\":\"2\",\"c\":\"2\"}"));
        var elsewhere = await Create(node, User(more: $",\"AppPublicKeyBase58Check\":\"{Wallet.Key(2)}\""));

        (await node.Get("/user-associations/" + first)).Status.Should().Be(404);
        var found = (await node.Get("/user-associations/" + second)).Json;
        found.GetProperty("AssociationType").GetString().Should().Be("t");
        found.GetProperty("ExtraData").GetRawText().Should().Be("{\"a\":\"1\",\"b\":\"2\",\"c\":\"2\"}");
        (await node.Query("user", $"{{\"TransactorPublicKeyBase58Check\":\"{Wallet.Key(0)}\"}}")).Ids.Should().Equal(second, elsewhere);
        (await node.Post("/get-txn", $"{{\"TxnHashHex\":\"{first}\"}}")).Text.Should().Be("{\"TxnFound\":true}\n");
    }

    [Test]
    public async Task A_post_association_is_made_and_removed_by_its_maker_alone()
    {
        await using var node = await DesoNode.With(new DesoData().Post(10, 5));
        var create = $"{{\"TransactorPublicKeyBase58Check\":\"{Wallet.Key(0)}\",\"PostHashHex\":\"{DesoData.Hash(10)}\",\"AssociationType\":\"R\",\"AssociationValue\":\"x\"}}";
        var id = (await Submit(
            node, Wallet.Signed(await Made(node, "post-associations/create", create), 0))).Json.GetProperty("TxnHashHex").GetString();
        string Delete(int user) => $"{{\"TransactorPublicKeyBase58Check\":\"{Wallet.Key(user)}\",\"AssociationID\":\"{id}\"}}";
        var mine = await Made(node, "post-associations/delete", Delete(0));
        var stolen = Wallet.With(mine, transaction => transaction with { PublicKey = UserKeys.Public(1) });

        var refused = await Submit(node, Wallet.Signed(stolen, 1));
        var done = await Submit(node, Wallet.Signed(mine, 0));
        var again = await Submit(node, Wallet.Signed(Wallet.With(mine, transaction => transaction with { Nonce = new(90, 1) }), 0));

        refused.Status.Should().Be(400);
        refused.Error.Should().StartWith(Refused).And.EndWith("RuleErrorAssociationInvalidTransactor");
        done.Status.Should().Be(200, done.Text);
        (await node.Get("/post-associations/" + id)).Status.Should().Be(404);
        again.Error.Should().StartWith(Refused).And.EndWith("RuleErrorAssociationNotFound");
    }

    [Test]
    public async Task A_transaction_may_come_in_two_parts()
    {
        await using var node = await DesoNode.With(new DesoData());
        var unsigned = await Made(node, "user-associations/create", User());
        var signature = Convert.ToHexStringLower(Wallet.Sign(Convert.FromHexString(unsigned), 0));

        var answer = await node.Post(
            "/api/v0/submit-transaction", $"{{\"UnsignedTransactionHex\":\"{unsigned}\",\"TransactionSignatureHex\":\"{signature}\"}}");

        answer.Status.Should().Be(200, answer.Text);
        answer.Json.GetProperty("TxnHashHex").GetString()
            .Should().Be(Convert.ToHexStringLower(SHA256.HashData(SHA256.HashData(Convert.FromHexString(Wallet.Signed(unsigned, 0))))));
    }

    [TestCase("{\"TransactionHex\":5}", "SubmitTransactionRequest: Problem parsing request body: json: cannot unmarshal number into Go struct field SubmitTransactionRequest.TransactionHex of type string")]
    [TestCase("{\"TransactionHex\":\"00\",\"UnsignedTransactionHex\":\"00\"}", "SubmitTransactionRequest: Cannot submit both TransactionHex and UnsignedTransactionHex. You must pick one or the other.")]
    [TestCase("{\"UnsignedTransactionHex\":\"00\"}", "SubmitTransactionRequest: Must provide TransactionSignatureHex when submitting UnsignedTransactionHex.")]
    [TestCase("{\"UnsignedTransactionHex\":\"zz\",\"TransactionSignatureHex\":\"00\"}", "SubmitTransactionRequest: Problem decoding unsigned transaction hex: encoding/hex: invalid byte: U+007A 'z'")]
    [TestCase("{\"UnsignedTransactionHex\":\"00\",\"TransactionSignatureHex\":\"00\"}", "SubmitTransactionRequest: Problem deserializing unsigned transaction from bytes: EOF")]
    [TestCase("{\"TransactionHex\":\"abc\"}", "SubmitTransactionRequest: Problem deserializing transaction hex: encoding/hex: odd length hex string")]
    [TestCase("{\"TransactionHex\":\"\"}", "SubmitTransactionRequest: Problem deserializing transaction from bytes: EOF")]
    [TestCase("{}", "SubmitTransactionRequest: Problem deserializing transaction from bytes: EOF")]
    public async Task What_cannot_be_read_is_refused(string body, string text)
    {
        await using var node = await DesoNode.With(new DesoData());

        var answer = await node.Post("/api/v0/submit-transaction", body);

        answer.Status.Should().Be(400);
        answer.Error.Should().Be(text);
    }

    [TestCase("zz", "SubmitTransactionRequest: Problem decoding signature hex: encoding/hex: invalid byte: U+007A 'z'")]
    [TestCase("3000", "SubmitTransactionRequest: Problem deserializing signature from bytes: malformed signature")]
    public async Task A_signature_that_is_none_is_refused(string signature, string text)
    {
        await using var node = await DesoNode.With(new DesoData());
        var unsigned = await Made(node, "user-associations/create", User());

        (await node.Post("/api/v0/submit-transaction", $"{{\"UnsignedTransactionHex\":\"{unsigned}\",\"TransactionSignatureHex\":\"{signature}\"}}")).Error.Should().Be(text);
    }

    [Test]
    public async Task A_fee_rate_that_must_be_a_mistake_is_refused()
    {
        await using var node = await DesoNode.With(new DesoData());
        var unsigned = await Made(node, "user-associations/create", User());
        var dear = Wallet.With(unsigned, transaction => transaction with { FeeNanos = 100_000_000 });

        (await Submit(node, Wallet.Signed(dear, 0))).Error.Should().Be("SubmitTransactionRequest: Transaction fee rate too high");
    }

    [Test]
    public async Task Signatures_are_checked_and_a_refused_transaction_leaves_no_trace()
    {
        await using var node = await DesoNode.With(new DesoData());
        var unsigned = await Made(node, "user-associations/create", User());
        var derived = await Made(
            node, "user-associations/create", User(more: $",\"ExtraData\":{{\"DerivedPublicKey\":\"{Wallet.Key(5)}\"}}"));
        var before = node.Running.World.Store.Current;

        async Task Refuses(string hex, string rule)
        {
            var answer = await Submit(node, hex);
            answer.Status.Should().Be(400);
            answer.Error.Should().StartWith(Refused).And.Contain(rule);
        }

        await Refuses(unsigned, "RuleErrorTransactionHasNoSignature");
        await Refuses(Wallet.Signed(unsigned, 1), "RuleErrorInvalidTransactionSignature");
        await Refuses(Wallet.Signed(unsigned, bytes => Secp256k1.ToDer(High(bytes))), "RuleErrorTxnSigHasHighS");
        await Refuses(Wallet.Signed(unsigned, bytes => Wallet.SignRecoverably(bytes, 0)), "RuleErrorDerivedKeyNotAuthorized");
        await Refuses(Wallet.Signed(unsigned, bytes => Wallet.SignRecoverably(bytes, 1)), "RuleErrorDerivedKeyNotAuthorized");
        await Refuses(Wallet.Signed(derived, 5), "Derived key mapping for owner not found");
        await Refuses(Wallet.Signed(derived, 0), "RuleErrorDerivedKeyNotAuthorized");
        await Refuses(
            Wallet.Signed(derived, bytes => Wallet.SignRecoverably(bytes, 5)), "RuleErrorDerivedKeyHasBothExtraDataAndRecoveryId");
        node.Running.World.Store.Current.Should().BeSameAs(before);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_key_that_may_sign_for_the_owner_does(bool recoverably)
    {
        await using var node = await DesoNode.With(new DesoData().Height(10).Derived(Wallet.Key(0), Wallet.Key(5), 12).Derived(Wallet.Key(0), Wallet.Key(6), 11).Derived(Wallet.Key(0), Wallet.Key(7), 99, valid: false));
        async Task<Answer> With(int key)
        {
            var extra = recoverably ? "" : $",\"ExtraData\":{{\"DerivedPublicKey\":\"{Wallet.Key(key)}\"}}";
            var unsigned = await Made(node, "user-associations/create", User(value: $"v{key}", more: extra));
            return await Submit(
                node, recoverably ? Wallet.Signed(unsigned, bytes => Wallet.SignRecoverably(bytes, key)) : Wallet.Signed(unsigned, key));
        }

        var done = await With(5);
        done.Status.Should().Be(200, done.Text);
        if (recoverably)
            Convert.FromBase64String(done.Json.GetProperty("Transaction").GetProperty("Signature").GetString()!)[0]
                .Should().BeInRange(0x31, 0x34);
        (await With(6)).Error.Should().Contain("RuleErrorDerivedKeyNotAuthorized", "its last block is the next one");
        (await With(7)).Error.Should().Contain("RuleErrorDerivedKeyNotAuthorized", "it was taken back");
        (await node.Get($"/get-single-derived-key/{Wallet.Key(0)}/{Wallet.Key(7)}")).Json.GetProperty("DerivedKey").GetProperty("IsValid").GetBoolean().Should().BeFalse();
    }

    [Test]
    public async Task Nothing_is_checked_of_a_signature_where_it_is_trusted()
    {
        await using var node = await DesoNode.With(new DesoData(), new DesoOptions { Signatures = Signatures.Trust });
        var unsigned = await Made(node, "user-associations/create", User());

        (await Submit(node, unsigned)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_nonce_is_used_once_and_ends()
    {
        await using var node = await DesoNode.With(new DesoData().Height(100));
        var unsigned = await Made(node, "user-associations/create", User());
        string With(ulong expiration) =>
            Wallet.Signed(Wallet.With(unsigned, transaction => transaction with { Nonce = new(expiration, 7) }), 0);

        (await Submit(node, With(100))).Error.Should().Contain("TxErrorNonceExpired");
        (await Submit(node, With(101 + 86401))).Error.Should().Contain("TxErrorNonceExpirationBlockHeightOffsetExceeded");
        (await Submit(node, With(101))).Status.Should().Be(200);
        (await Submit(node, With(101))).Error.Should().Contain("TxErrorDuplicate");
        var other = Wallet.Signed(
            Wallet.With(unsigned, transaction => transaction with { Nonce = new(101, 7), FeeNanos = transaction.FeeNanos + 1 }), 0);
        (await Submit(node, other)).Error.Should().Contain("RuleErrorReusedNonce");
    }

    [Test]
    public async Task The_rules_hold_at_the_end_as_they_do_at_the_start()
    {
        await using var node = await DesoNode.With(new DesoData());
        var unsigned = await Made(node, "user-associations/create", User());

        var reserved = Wallet.With(
            unsigned, transaction => transaction with { Metadata = transaction.Metadata with { AssociationType = "DESO"u8.ToArray() } });
        var old = Wallet.With(unsigned, transaction => transaction with { Inputs = [new(new byte[32], 0)] });
        var foreign = "0000" + "02" + "00" + unsigned[8..];

        (await Submit(node, Wallet.Signed(reserved, 0))).Error.Should().StartWith(Refused).And.EndWith("RuleErrorAssociationInvalidType");
        (await Submit(node, Wallet.Signed(old, 0))).Error.Should().Contain("RuleErrorBalanceModelDoesNotUseUTXOInputs");
        (await Submit(node, foreign)).Error
            .Should().StartWith(
                "SubmitTransactionRequest: Problem deserializing transaction from bytes: transactions of type 2 are not served");
    }

    [TestCase("/api/v0/submit-transaction", "text/plain", 400, false)]
    [TestCase("/api/v0/submit-transaction", null, 400, false)]
    [TestCase("/api/v0/get-txn", "text/plain", 400, false)]
    [TestCase("/submit-transaction", "text/plain", 400, true)]
    [TestCase("/api/v0/submit-transaction?x=1", "text/plain", 400, true)]
    [TestCase("/api/v0/get-app-state", "text/plain", 400, true)]
    public async Task Two_routes_under_their_whole_name_take_any_media_type(string target, string? type, int status, bool empty)
    {
        await using var node = await DesoNode.With(new DesoData());

        var answer = await node.Post(target, "{}", type);

        answer.Status.Should().Be(status);
        (answer.Text.Length == 0).Should().Be(empty);
    }

    private static Signature High(byte[] unsigned)
    {
        var low = Secp256k1.FromDer(Wallet.Sign(unsigned, 0))!;
        return low with { S = low.S.Negate() };
    }
}
