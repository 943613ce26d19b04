using System.Text;

namespace Emulation.Tests.Apis.Deso;

/// <summary>The three readings of a POST body, in their order.</summary>
class BodyTests
{
    private const string Query = "/api/v0/user-associations/query";
    private const string Bare = "application/json";
    private const string WithCharset = "application/json; charset=utf-8";
    private const string Preceding = "CheckPrecedingTransactions failed to unmarshal json: ";
    private const string Unreadable = "GetUserAssociations: problem parsing request body";
    private const string Unasked = "GetUserAssociations: GetUserAssociationsByAttributes: : invalid query params: none provided";

    [TestCase(null)]
    [TestCase("text/plain")]
    [TestCase("Application/JSON")]
    [TestCase("application/json ; charset=utf-8")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/jsonp")]
    public async Task Another_media_type_is_400_with_nothing_but_headers(string? type)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post(Query, "{", type);

        answer.Status.Should().Be(400);
        answer.Text.Should().BeEmpty();
        answer.ContentType.Should().BeNull();
        answer.Header("Access-Control-Allow-Credentials").Should().Be("true");
    }

    [TestCase("",              "unexpected end of JSON input")]
    [TestCase("  ",            "unexpected end of JSON input")]
    [TestCase("{",             "unexpected end of JSON input")]
    [TestCase("{\"A\":\"x\",}", "invalid character '}' looking for beginning of object key string")]
    [TestCase("'x'",           "invalid character '\\'' looking for beginning of value")]
    [TestCase("{} t",          "invalid character 't' after top-level value")]
    [TestCase("{} x",          "invalid character 'x' after top-level value")]
    [TestCase("[]",            "json: cannot unmarshal array into Go value of type struct { OptionalPrecedingTransactions []*lib.MsgDeSoTxn }")]
    [TestCase("\"x\"",         "json: cannot unmarshal string into Go value of type struct { OptionalPrecedingTransactions []*lib.MsgDeSoTxn }")]
    [TestCase("5",             "json: cannot unmarshal number into Go value of type struct { OptionalPrecedingTransactions []*lib.MsgDeSoTxn }")]
    [TestCase("true",          "json: cannot unmarshal bool into Go value of type struct { OptionalPrecedingTransactions []*lib.MsgDeSoTxn }")]
    [TestCase("{\"A\" 1}",     "invalid character '1' after object key")]
    [TestCase("{\"A\":1 2}",   "invalid character '2' after object key:value pair")]
    [TestCase("{\"A\":[1 2]}", "invalid character '2' after array element")]
    [TestCase("{\"A\":[1,]}",  "invalid character ']' looking for beginning of value")]
    [TestCase("{\"A\":tru}",   "invalid character '}' in literal true (expecting 'e')")]
    [TestCase("{\"A\":-}",     "invalid character '}' in numeric literal")]
    [TestCase("{\"A\":1.}",    "invalid character '}' after decimal point in numeric literal")]
    [TestCase("{\"A\":1e}",    "invalid character '}' in exponent of numeric literal")]
    [TestCase("{\"A\":01}",    "invalid character '1' after object key:value pair")]
    [TestCase("{\"A\":\"\\x\"}", "invalid character 'x' in string escape code")]
    [TestCase("{\"A\":\"\\u12g4\"}", "invalid character 'g' in \\u hexadecimal character escape")]
    [TestCase("{\"A\":\"\n\"}", "invalid character '\\n' in string literal")]
    [TestCase("{A:1}",         "invalid character 'A' looking for beginning of object key string")]
    public async Task Under_a_bare_media_type_the_whole_body_is_one_document(string body, string parser)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post(Query, body, Bare);

        answer.Status.Should().Be(400);
        answer.Error.Should().Be(Preceding + parser);
    }

    [Test]
    public async Task A_byte_order_mark_is_no_JSON()
    {
        await using var node = await DesoNode.Of("docs");

        (await node.Post(Query, [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'])).Error
            .Should().Be(Preceding + "invalid character 'ï' looking for beginning of value");
    }

    [TestCase("{\"OptionalPrecedingTransactions\":[null]}",      "CheckPrecedingTransactions: too many optional preceding transactions: 1 > 0")]
    [TestCase("{\"optionalprecedingtransactions\":[null,null]}", "CheckPrecedingTransactions: too many optional preceding transactions: 2 > 0")]
    [TestCase("{\"OptionalPrecedingTransactions\":[{\"TxnTypeJSON\":27}]}", "CheckPrecedingTransactions: too many optional preceding transactions: 1 > 0")]
    public async Task Preceding_transactions_are_not_taken(string body, string text)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post(Query, body, Bare);

        answer.Status.Should().Be(400);
        answer.Error.Should().Be(text);
    }

    [TestCase("{\"OptionalPrecedingTransactions\":[{}]}")]
    [TestCase("{\"OptionalPrecedingTransactions\":5}")]
    [TestCase("{\"OptionalPrecedingTransactions\":[5]}")]
    [TestCase("{\"OptionalPrecedingTransactions\":{}}")]
    public async Task What_is_no_list_of_transactions_cannot_be_read(string body)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post(Query, body, Bare);

        answer.Status.Should().Be(400);
        answer.Error.Should().StartWith(Preceding);
    }

    [TestCase("{\"OptionalPrecedingTransactions\":null}", Bare)]
    [TestCase("{\"OptionalPrecedingTransactions\":[]}", Bare)]
    [TestCase("{\"OptionalPrecedingTransactions\":[null]}", WithCharset)]
    [TestCase("null", Bare)]
    [TestCase(" {}\r\n\t ", Bare)]
    [TestCase("{} x", WithCharset, TestName = "What follows the first value is not looked at with a charset")]
    [TestCase("{\"Unknown\":{\"a\":[1,2,{\"b\":null}]}}", Bare)]
    public async Task What_names_no_filter_is_an_empty_query(string body, string type)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post(Query, body, type);

        answer.Status.Should().Be(500);
        answer.Error.Should().Be(Unasked);
    }

    [TestCase("{", WithCharset)]
    [TestCase("", WithCharset)]
    [TestCase("[]", WithCharset)]
    [TestCase("'", WithCharset)]
    [TestCase("{\"Limit\":\"5\"}", Bare)]
    [TestCase("{\"Limit\":5.0}", Bare)]
    [TestCase("{\"Limit\":5e0}", Bare)]
    [TestCase("{\"Limit\":9223372036854775808}", Bare)]
    [TestCase("{\"Limit\":-9223372036854775809}", Bare)]
    [TestCase("{\"Limit\":true}", Bare)]
    [TestCase("{\"SortDescending\":\"true\"}", Bare)]
    [TestCase("{\"SortDescending\":1}", Bare)]
    [TestCase("{\"AssociationType\":5}", Bare)]
    [TestCase("{\"AssociationType\":[\"x\"]}", Bare)]
    [TestCase("{\"AssociationValues\":\"x\"}", Bare)]
    [TestCase("{\"AssociationValues\":[5]}", Bare)]
    [TestCase("{\"AssociationValues\":{}}", Bare)]
    [TestCase("{\"Limit\":\"5\",\"Limit\":5}", Bare, TestName = "An earlier field of the wrong type still counts")]
    public async Task A_field_of_the_wrong_type_cannot_be_read(string body, string type)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post(Query, body, type);

        answer.Status.Should().Be(400);
        answer.Error.Should().Be(Unreadable);
    }

    [TestCase("{\"TRANSACTORpublickeybase58check\":\"{0}\"}")]
    [TestCase("{\"AssociationType\":\"nope\",\"TransactorPublicKeyBase58Check\":\"{0}\",\"associationtype\":\"T\"}", TestName = "Of two fields of one name the last counts")]
    [TestCase("{\"AssociationType\":\"T\",\"AssociationType\":null,\"TransactorPublicKeyBase58Check\":\"{0}\"}", TestName = "Null changes nothing")]
    [TestCase("{\"TransactorPublicKeyBase58Check\":\"{0}\",\"Limit\":0,\"AssociationValues\":[],\"AssociationTypePrefix\":\"\",\"SortDescending\":false}")]
    [TestCase("{\"TransactorPublicKeyBase58Check\":\"{0}\",\"PostHashHex\":5,\"IncludePostEntry\":\"x\"}", TestName = "Fields of the other kind are unknown")]
    [TestCase("{\"tran\\u0073actorPublicKeyBase58Check\":\"{0}\"}", TestName = "A name may be escaped")]
    [TestCase("{\"Tran\\u017factorPublicKeyBase58Check\":\"{0}\"}", TestName = "A long s is an s")]
    [TestCase("{\"TransactorPublicKeyBase58Check\":\"{0}\",\"Limit\":-0}")]
    public async Task Fields_are_read_with_the_tolerance_of_Gos_decoder(string body)
    {
        await using var node = await DesoNode.With(new DesoData().User(1, 1, 2, "T", "v"));

        var answer = await node.Post(Query, body.Replace("{0}", DesoData.Key(1), StringComparison.Ordinal));

        answer.Status.Should().Be(200, answer.Text);
        answer.Ids.Should().Equal(DesoData.Hash(1));
    }

    [Test]
    public async Task Invalid_UTF8_and_half_surrogates_become_the_replacement_sign()
    {
        await using var node = await DesoNode.With(new DesoData().User(1, 1, 2, "T", "a\uFFFDb"));
        byte[] raw = [.. Encoding.UTF8.GetBytes($"{{\"TransactorPublicKeyBase58Check\":\"{DesoData.Key(1)}\",\"AssociationType\":\"T\",\"AssociationValue\":\"a"), 0xFF, .. "b\"}"u8];
        var half = $"{{\"TransactorPublicKeyBase58Check\":\"{DesoData.Key(1)}\",\"AssociationType\":\"T\",\"AssociationValue\":\"a\\ud800b\"}}";

        (await node.Post(Query, raw)).Ids.Should().HaveCount(1);
        (await node.Post(Query, half)).Ids.Should().HaveCount(1);
    }

    [TestCase(9_999, 500)]
    [TestCase(10_001, 400)]
    public async Task Nesting_goes_ten_thousand_deep(int depth, int status)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post(Query, "{\"X\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}");

        answer.Status.Should().Be(status);
        answer.Error.Should().Be(status == 500 ? Unasked : Preceding + "exceeded max depth");
    }

    [TestCase(9_999_998, Bare, 500, Unasked)]
    [TestCase(9_999_999, Bare, 400, Unreadable)]
    [TestCase(40_000_000, WithCharset, 400, Unreadable)]
    public async Task Only_the_first_ten_million_bytes_are_read(int blanks, string type, int status, string text)
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post(Query, "{" + new string(' ', blanks) + "}", type);

        answer.Status.Should().Be(status);
        answer.Error.Should().Be(text);
    }

    [Test]
    public async Task Blanks_after_the_value_may_go_beyond_ten_million()
    {
        await using var node = await DesoNode.Of("docs");

        (await node.Post(Query, "{}" + new string(' ', 11_000_000))).Error.Should().Be(Unasked);
    }

    [Test]
    public async Task A_body_beyond_a_hundred_million_bytes_is_one_that_was_cut()
    {
        await using var node = await DesoNode.Of("docs");

        var answer = await node.Post(Query, new byte[100_000_001]);

        answer.Status.Should().Be(400);
        answer.Error.Should().Be(Unreadable);
    }
}
