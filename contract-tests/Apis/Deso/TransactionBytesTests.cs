using System.Text;
using Emulation.Apis.Deso.Transactions;
using Emulation.Graphs.Deso;

namespace Emulation.Tests.Apis.Deso;

/// <summary>Bytes and hashes against samples of deso-protocol/docs (construct-transactions) and against the layout itself.</summary>
class TransactionBytesTests
{
    private const string DeletePost = "01502dbdf950fdaf29ead25283af0172f63f53933a279e13918559b7fa2bf3e30000010342d943b8dba93a4ce29b858479c67f1e4f1110eecbe1f83dc01b455eb8b123b3ccfdeadc031e2120502dbdf950fdaf29ead25283af0172f63f53933a279e13918559b7fa2bf3e300210342d943b8dba93a4ce29b858479c67f1e4f1110eecbe1f83dc01b455eb8b123b30000";
    private const string CreateUser = "0135c32fa616d86ab3bae1826e68984ad74ab7b735944405188c3b1ade819b479a00010342d943b8dba93a4ce29b858479c67f1e4f1110eecbe1f83dc01b455eb8b123b3b88cebdc031b5421035fffa069040c043cd1f3b161601bfe740c79c43d6ebcdcc5126d1c3bd8ac44e0210258bf142b43f402146e2d072c9ef313d863f8f45a95f7d5ace61df57fd8befc5d0b454e444f5253454d454e540353514c210342d943b8dba93a4ce29b858479c67f1e4f1110eecbe1f83dc01b455eb8b123b30106506565724944014100";

    [TestCase(DeletePost, "0009a31ccc2210a40cb3e44aa7df45fdc15f58b09b95d9349648fb578141ac88", nameof(TransactionType.DeletePostAssociation))]
    [TestCase(CreateUser, "7a8fec83970a0a564467c05ecf335b86d596ba090012584e34c691641ce70d3f", nameof(TransactionType.CreateUserAssociation))]
    public void A_documented_transaction_has_the_documented_hash(string hex, string hash, string type)
    {
        var transaction = TransactionBytes.Read(Convert.FromHexString(hex), out _);

        transaction!.Type.ToString().Should().Be(type);
        transaction.Version.Should().Be(0);
        Convert.ToHexStringLower(transaction.ToBytes()).Should().Be(hex);
        Convert.ToHexStringLower(transaction.Hash()).Should().Be(hash);
    }

    [Test]
    public void The_parts_of_a_documented_transaction_are_read()
    {
        var transaction = TransactionBytes.Read(Convert.FromHexString(CreateUser), out _)!;

        new PublicKey(transaction.Metadata.Target!).Text(Network.Testnet)
            .Should().Be("tBCKXU8pf7nkn8M38sYJeAwiBP7HbSJWy9Zmn4sHNL6gA6ahkriymq");
        new PublicKey(transaction.Metadata.App!).Text(Network.Testnet)
            .Should().Be("tBCKVUCQ9WxpVmNthS2PKfY1BCxG4GkWvXqDhQ4q3zLtiwKVUNMGYS");
        new PublicKey(transaction.PublicKey).Text(Network.Testnet).Should().Be("tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX");
        Encoding.UTF8.GetString(transaction.Metadata.AssociationType).Should().Be("ENDORSEMENT");
        Encoding.UTF8.GetString(transaction.Metadata.AssociationValue).Should().Be("SQL");
        transaction.ExtraData!.Entries.Should().ContainSingle().Which.Key.Should().Equal("PeerID"u8.ToArray());
        transaction.Inputs.Should().ContainSingle();
        transaction.Outputs.Should().ContainSingle().Which.AmountNanos.Should().Be(999999032);
    }

    [Test]
    public void Version_1_has_a_fee_and_a_nonce_after_the_signature()
    {
        var bytes = Convert.FromHexString("00" + "00" + "1c" + "21" + "20" + new string('a', 64) + "21" + "02" + new string('1', 64) + "00" + "00" + "01" + "a805" + "ffffffffffffffffff01" + "07");

        var transaction = TransactionBytes.Read(bytes, out _)!;

        transaction.Version.Should().Be(1);
        transaction.FeeNanos.Should().Be(680);
        transaction.Nonce.Should().Be(new Nonce(ulong.MaxValue, 7));
        transaction.ToBytes().Should().Equal(bytes);
    }

    [TestCase("", "EOF")]
    [TestCase("00", "EOF")]
    [TestCase("01aa", "unexpected EOF")]
    [TestCase("ffffffffffffffffffff01", "ReadUvarint: overflows a 64-bit integer")]
    public void What_is_cut_is_no_transaction(string hex, string fault)
    {
        TransactionBytes.Read(Convert.FromHexString(hex), out var text).Should().BeNull();

        text.Should().Be(fault);
    }

    [Test]
    public void No_start_of_a_transaction_is_one_and_no_bytes_are_a_bug()
    {
        var whole = Convert.FromHexString(CreateUser);
        for (var length = 0; length < whole.Length; length++) TransactionBytes.Read(whole[..length], out _).Should().BeNull();
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var j = 0; j < 3; j++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (TransactionBytes.Read(bytes, out _) is { } read) read.Hash().Should().HaveCount(32);
        }
    }
}
