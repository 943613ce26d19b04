using System.Security.Cryptography;
using System.Text;
using Emulation.Graphs.Deso;
using Emulation.Seeding;

namespace Emulation.Tests.Apis.Deso;

class Secp256k1Tests
{
    /// <summary>Multiples of the generator, as published with the curve's test vectors.</summary>
    [TestCase("0000000000000000000000000000000000000000000000000000000000000001", "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000002", "02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000003", "02f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9")]
    [TestCase("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140", "0379be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798")]
    public void A_public_key_is_its_private_key_times_the_generator(string key, string expected)
    {
        Convert.ToHexStringLower(Secp256k1.PublicKeyOf(Convert.FromHexString(key))).Should().Be(expected);
    }

    /// <summary>RFC 6979 signatures over SHA-256, as published with several libraries of the curve.</summary>
    [TestCase("0000000000000000000000000000000000000000000000000000000000000001", "Satoshi Nakamoto",
        "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8", "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5")]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000001", "All those moments will be lost in time, like tears in rain. Time to die...",
        "8600dbd41e348fe5c9465ab92d23e3db8b98b873beecd930736488696438cb6b", "547fe64427496db33bf66019dacbf0039c04199abb0122918601db38a72cfc21")]
    [TestCase("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140", "Satoshi Nakamoto",
        "fd567d121db66e382991534ada77a6bd3106f0a1098c231e47993447cd6af2d0", "6b39cd0eb1bc8603e159ef5c20a5c8ad685a45b06ce9bebed3f153d10d93bed5")]
    [TestCase("f8b8af8ce3c7cca5e300d33939540c10d45ce001b8f252bfbc57ba0342904181", "Alan Turing",
        "7063ae83e7f62bbb171798131b4a0564b956930092b33b07b395615d9ec7e15c", "58dfcc1e00a35e1572f366ffe34ba0fc47db1e7189759b9fb233c5b05ab388ea")]
    public void A_signature_is_the_published_one_with_the_lower_S(string key, string message, string r, string s)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(message));

        var signature = Secp256k1.Sign(hash, Convert.FromHexString(key));

        Convert.ToHexStringLower(signature.R.ToBytes()).Should().Be(r);
        Convert.ToHexStringLower(signature.S.ToBytes()).Should().Be(s);
        signature.HasHighS.Should().BeFalse();
        Secp256k1.Verify(hash, signature, Secp256k1.PublicKeyOf(Convert.FromHexString(key))).Should().BeTrue();
    }

    [Test]
    public void A_key_is_recovered_from_a_signature()
    {
        for (var user = 0; user < 20; user++)
        {
            var hash = SHA256.HashData([(byte)user]);
            var signature = Secp256k1.Sign(hash, UserKeys.Private(user));

            var found = Enumerable.Range(0, 4).Select(which => Secp256k1.Recover(hash, signature, which))
                .Where(key => key is not null).Select(key => Convert.ToHexStringLower(key!));

            found.Should().Contain(Convert.ToHexStringLower(UserKeys.Public(user)));
        }
    }

    [Test]
    public void A_signature_of_another_message_or_key_is_none()
    {
        var hash = SHA256.HashData("one"u8);
        var signature = Secp256k1.Sign(hash, UserKeys.Private(0));

        Secp256k1.Verify(SHA256.HashData("two"u8), signature, UserKeys.Public(0)).Should().BeFalse();
        Secp256k1.Verify(hash, signature, UserKeys.Public(1)).Should().BeFalse();
        Secp256k1.Verify(hash, signature, new byte[33]).Should().BeFalse();
    }

    [Test]
    public void DER_is_read_as_it_was_written()
    {
        var signature = Secp256k1.Sign(SHA256.HashData("x"u8), UserKeys.Private(3));

        Secp256k1.FromDer(Secp256k1.ToDer(signature)).Should().Be(signature);
    }

    [TestCase("")]
    [TestCase("3006020101020101ff")]
    [TestCase("3106020101020101")]
    [TestCase("3006020100020101", TestName = "Zero is no R")]
    [TestCase("3006020181020101", TestName = "Nor is a negative number")]
    [TestCase("300702020001020101", TestName = "Nor a padded one")]
    [TestCase("3006020101020201")]
    public void What_is_no_DER_of_two_numbers_is_not_read(string hex)
    {
        Secp256k1.FromDer(Convert.FromHexString(hex)).Should().BeNull();
    }

    [Test]
    public void The_keys_that_are_written_down_are_those_of_the_private_ones()
    {
        for (var user = 0; user < UserKeys.First.Count; user++)
        {
            UserKeys.First[user].Owner.Bytes.Should().Equal(UserKeys.Public(user));
            UserKeys.First[user].Derived.Bytes.Should().Equal(Secp256k1.PublicKeyOf(UserKeys.PrivateDerived(user)));
        }
    }

    [Test]
    public void The_first_public_keys_are_written_down_as_they_would_be_made() =>
        WrittenKeys.First(WrittenKeys.Count)
            .Should().BeEquivalentTo(Secp256k1.PublicKeysFrom(UserKeys.Private(0), WrittenKeys.Count), order => order.WithStrictOrdering());

    [Test]
    public void Keys_in_numbers_are_those_of_each_private_key()
    {
        var keys = PublicKeys.Make(5000);

        keys.Should().HaveCount(5000);
        foreach (var user in new[] { 0, 1, 2, 4095, 4096, 4999 })
            keys[user].Should().Equal(Secp256k1.PublicKeyOf(PublicKeys.PrivateKey(user)));
        keys.Select(Convert.ToHexStringLower).Should().OnlyHaveUniqueItems();
    }
}
