using System.Text;
using Emulation.Graphs.Deso;

namespace Emulation.Tests.Apis.Deso;

class Base58CheckTests
{
    [TestCase("tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX", Network.Testnet, "0342d943b8dba93a4ce29b858479c67f1e4f1110eecbe1f83dc01b455eb8b123b3")]
    [TestCase("tBCKXU8pf7nkn8M38sYJeAwiBP7HbSJWy9Zmn4sHNL6gA6ahkriymq", Network.Testnet, "035fffa069040c043cd1f3b161601bfe740c79c43d6ebcdcc5126d1c3bd8ac44e0")]
    [TestCase("tBCKVUCQ9WxpVmNthS2PKfY1BCxG4GkWvXqDhQ4q3zLtiwKVUNMGYS", Network.Testnet, "0258bf142b43f402146e2d072c9ef313d863f8f45a95f7d5ace61df57fd8befc5d")]
    [TestCase("BC1YLbnP7rndL92x7DbLp6bkUpCgKmgoHgz7xEbwhgHTps3ZrXA6LtQ", Network.Mainnet, "000000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("tBCKQud934akEwsr8AfG9BzHDWhi6CaDmjBsxGsSgfGsoxXHfVEfxP", Network.Testnet, "000000000000000000000000000000000000000000000000000000000000000000")]
    public void A_key_is_read_from_its_printed_form_and_printed_the_same(string text, Network network, string hex)
    {
        PublicKey.TryRead(text, out var key).Should().BeTrue();

        Convert.ToHexStringLower(key!.Bytes).Should().Be(hex);
        key.Text(network).Should().Be(text);
    }

    [Test]
    public void A_key_of_one_network_is_printed_for_the_other()
    {
        PublicKey.TryRead("BC1YLbnP7rndL92x7DbLp6bkUpCgKmgoHgz7xEbwhgHTps3ZrXA6LtQ", out var key);

        key!.Text(Network.Testnet).Should().Be("tBCKQud934akEwsr8AfG9BzHDWhi6CaDmjBsxGsSgfGsoxXHfVEfxP");
        key.Text(Network.Mainnet).Should().StartWith("BC1Y");
    }

    [TestCase("", TestName = "Nothing")]
    [TestCase("111", TestName = "Too short")]
    [TestCase("11111", TestName = "Five bytes")]
    [TestCase("111111", TestName = "Six bytes")]
    [TestCase("tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oY", TestName = "A wrong checksum")]
    [TestCase("tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36o0", TestName = "A digit that is none")]
    [TestCase(" tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX", TestName = "A blank before it")]
    public void What_is_no_key_is_not_read(string text)
    {
        PublicKey.TryRead(text, out _).Should().BeFalse();
    }

    [Test]
    public void A_payload_of_another_length_is_no_key()
    {
        var text = Encoding.ASCII.GetString(Base58Check.Print(Base58Check.PublicPrefix(Network.Testnet), new byte[32]));

        PublicKey.TryRead(text, out _).Should().BeFalse();
        Base58Check.TryRead(text, out var payload).Should().BeTrue();
        payload.Should().HaveCount(32);
    }

    [Test]
    public void Any_bytes_survive_printing_and_reading()
    {
        var random = new Random(7);
        for (var length = 0; length < 80; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);

            Base58Check.TryRead(Encoding.ASCII.GetString(Base58Check.Print([0x11, 0xC2, 0x00], bytes)), out var read).Should().BeTrue();

            read.Should().Equal(bytes);
        }
    }
}
