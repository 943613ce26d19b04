using System.Text;
using Emulation.Apis.Deso;
using Emulation.Apis.Deso.Transactions;
using Emulation.Graphs.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>Nothing that a client sends is answered as a bug.</summary>
class NoBugLaws
{
    private static readonly string[] s_routes =
    [
        "user-associations/query", "user-associations/count", "user-associations/counts", "user-associations/create", "user-associations/delete",
        "post-associations/query", "post-associations/count", "post-associations/counts", "post-associations/create", "post-associations/delete",
        "submit-transaction", "get-app-state", "txn-construction-params", "get-txn", "get-single-profile", "get-single-post",
    ];

    private static readonly string[] s_fields =
    [
        "TransactorPublicKeyBase58Check", "TargetUserPublicKeyBase58Check", "AppPublicKeyBase58Check", "PostHashHex", "AssociationType", "AssociationTypePrefix",
        "AssociationValue", "AssociationValuePrefix", "AssociationValues", "Limit", "LastSeenAssociationID", "SortDescending", "IncludeTransactorProfile",
        "IncludePostEntry", "IncludePostAuthorProfile", "IncludeAppProfile", "ExtraData", "MinFeeRateNanosPerKB", "TransactionFees", "AssociationID",
        "TransactionHex", "UnsignedTransactionHex", "TransactionSignatureHex", "TxnHashHex", "TxnStatus", "PublicKeyBase58Check", "Username", "NoErrorOnMissing",
        "FetchParents", "CommentOffset", "CommentLimit", "ThreadLevelLimit", "ThreadLeafLimit", "OptionalPrecedingTransactions",
    ];

    [TestCase(1, Storage.Badger)]
    [TestCase(2, Storage.Postgres)]
    public async Task No_body_is_a_bug(int seed, Storage storage)
    {
        var random = new Random(seed);
        await using var node = await DesoNode.With(
            new DesoData().Profile(1, "one").Post(10, 1).User(1, 1, 2, "T", "v").Reaction(1, 1, 10, "T", "v").Reaction(2, 1, 11, "T", "w"),
            new DesoOptions { Storage = storage, Signatures = Signatures.Trust });
        for (var i = 0; i < 3000; i++)
        {
            var body = Encoding.UTF8.GetBytes(Body(random));
            if (random.Next(4) == 0 && body.Length > 0) body[random.Next(body.Length)] = (byte)random.Next(256);
            if (random.Next(8) == 0) body = body[..random.Next(body.Length + 1)];
            var route = s_routes[random.Next(s_routes.Length)];

            var answer = await node.Post(
                (random.Next(2) == 0 ? "/api/v0/" : "/") + route,
                body,
                random.Next(5) == 0 ? "application/json; charset=utf-8" : "application/json");

            answer.Text.Should().NotContain(Emulation.Apis.Deso.Texts.Bug, $"{route} {Encoding.UTF8.GetString(body)}");
            answer.Status.Should().BeOneOf(200, 400, 404, 500);
        }
        node.Running.Log.ToString().Should().NotContain("bug in");
    }

    [Test]
    public async Task No_transaction_is_a_bug()
    {
        var random = new Random(9);
        await using var node = await DesoNode.With(
            new DesoData().Post(10, 1).User(1, 1, 2, "T", "v"), new DesoOptions { Signatures = Signatures.Trust });
        var taken = 0;
        for (var i = 0; i < 1500; i++)
        {
            var create = random.Next(2) == 0;
            var transaction = new Transaction
            {
                Type = create ? (TransactionType)(27 + (random.Next(2) * 2)) : (TransactionType)(28 + (random.Next(2) * 2)),
                Metadata = new Metadata
                {
                    Target = Some(random, random.Next(2) == 0 ? 33 : 32), App = Some(random, 33), AssociationType = Some(random, 3), AssociationValue = Some(random, 2),
                    AssociationId = Convert.FromHexString(DesoData.Hash(random.Next(3))),
                },
                PublicKey = random.Next(10) == 0 ? [] : DesoData.KeyBytes(random.Next(3)),
                ExtraData = ExtraData.Of([(Some(random, 2), Some(random, 4)), ("TransactionSpendingLimit"u8.ToArray(), Some(random, 4)), ("DiamondLevel"u8.ToArray(), Some(random, 12))]),
                Nonce = new Nonce((ulong)random.Next(1, 9), (ulong)i),
            };
            var bytes = transaction.ToBytes();
            if (random.Next(3) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            var answer = await node.Post("/api/v0/submit-transaction", $"{{\"TransactionHex\":\"{Convert.ToHexStringLower(bytes)}\"}}");

            answer.Status.Should().BeOneOf([200, 400], answer.Text);
            if (answer.Status != 200) continue;
            taken++;
            var read = await node.Get("/user-associations/" + answer.Json.GetProperty("TxnHashHex").GetString());
            read.Status.Should().BeOneOf([200, 404], read.Text);
        }
        taken.Should().BePositive();
        node.Running.Log.ToString().Should().NotContain("bug in");
    }

    private static byte[] Some(Random random, int length)
    {
        var bytes = new byte[random.Next(20) == 0 ? random.Next(40) : length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Body(Random random)
    {
        var parts = Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{s_fields[random.Next(s_fields.Length)]}\":{Value(random)}");
        return "{" + string.Join(',', parts) + "}";
    }

    private static string Value(Random random) => random.Next(16) switch
    {
        0 => "null",
        1 => "true",
        2 => random.Next(-5, 200).ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 => "18446744073709551615",
        4 => "1.5e300",
        5 => "[]",
        6 => "[\"a\",null,\"T\"]",
        7 => "{\"IsFrozen\":\"1\",\"a\":\"\"}",
        8 => "[{\"PublicKeyBase58Check\":\"\",\"AmountNanos\":1},null]",
        9 or 10 => $"\"{DesoData.Key(random.Next(3))}\"",
        11 or 12 => $"\"{DesoData.Hash(random.Next(12))}\"",
        13 => "\"T\"",
        14 => "\"\\ud800\\u0000é😀<\"",
        _ => "\"v\"",
    };
}
