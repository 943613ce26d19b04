using System.IO.Compression;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Search;
using Emulation.Graphs.ThreatWinds;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>What real clients and quick starts of the vendor send and expect.</summary>
public class ClientNeedTests
{
    private const string Root = "/api/auth/v2";

    [Test]
    public async Task A_simple_search_by_GET_with_a_body_equals_the_one_by_POST()
    {
        await using var winds = await Winds.On();
        const string Body = """{"query":"123.com"}""";

        var posted = await winds.Send("POST", "/api/search/v1/entities/simple", Body);
        var got = await winds.Send("GET", "/api/search/v1/entities/simple", Body);

        (got.Status, got.Text).Should().Be((posted.Status, posted.Text));
    }

    [TestCase("-10%", 3, 3)]
    [TestCase("-40%", 3, 2)]
    [TestCase("-2", 3, 1)]
    [TestCase("-5", 3, 0)]
    [TestCase("50%", 3, 1)]
    [TestCase("100%", 3, 3)]
    [TestCase("2", 3, 2)]
    public void The_minimum_of_optional_clauses_is_read_one_way(string value, int clauses, int expected)
    {
        using var options = JsonDocument.Parse($$"""{"minimum_should_match":"{{value}}"}""");

        MinimumShouldMatch.Of(options.RootElement, clauses, fallback: 1).Should().Be(expected);
    }

    [TestCase("""{"should":[{"term":{"type":"ip"}},{"term":{"type":"ip"}},{"term":{"type":"none"}}],"minimum_should_match":"-10%"}""", 0)]
    [TestCase("""{"must":[{"match":{"attributes.text":{"query":"one two three","minimum_should_match":"-10%"}}}]}""", 0)]
    [TestCase("""{"must":[{"match":{"attributes.text":{"query":"one two three","minimum_should_match":"-40%"}}}]}""", 1)]
    public async Task Minus_ten_percent_of_three_leaves_all_three_required_in_both_queries(string query, int items)
    {
        await using var winds = await Winds.On(new Data().Entity("one two").Entity("203.0.113.7", type: "ip"));

        var answer = await winds.Send("POST", "/api/search/v1/entities/advanced", $$"""{"query":{{query}}}""");

        (answer.Status == 204 ? 0 : answer.Items).Should().Be(items, answer.Text);
    }

    [Test]
    public async Task Attributes_value_in_a_source_filter_is_the_attribute_of_the_type()
    {
        await using var winds = await Winds.On(new Data().Entity("one"));

        var answer = await winds.Send(
            "POST", "/api/search/v1/entities/advanced", """{"query":{"match_all":{}},"source":{"includes":["attributes.value"]}}""");

        answer.Json.GetProperty("results")[0].GetProperty("attributes").GetProperty("text").GetString().Should().Be("one");
    }

    [Test]
    public async Task An_empty_feed_as_gzip_is_an_empty_member()
    {
        await using var winds = await Winds.On(new Data().Entity("one", more: row => row["reputation"] = 3));

        using var packed = await winds.Running.Send(
            "GET", "/api/feeds/v1/download/list/level3/daily/text", null, Winds.Bearer, ("Accept", "application/gzip"));
        var bytes = await packed.Content.ReadAsByteArrayAsync();
        using var text = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));

        ((int)packed.StatusCode, bytes.Length).Should().Be((200, 20));
        (await text.ReadToEndAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Verification_codes_that_were_sent_are_listed_until_they_are_used()
    {
        await using var winds = await Winds.On();
        var created = await winds.Bare("POST", $"{Root}/user", """{"email":"new@example.org","fullName":"New User","alias":"new"}""");
        var id = created.Json.GetProperty("verificationCodeID").GetString();

        var codes = (await winds.Get("/_emulator/codes")).Json.GetProperty("codes");
        var code = codes.EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        var used = await winds.Bare(
            "PUT",
            $"{Root}/session/verification",
            $$"""{"verificationCodeID":"{{id}}","code":{{code.GetProperty("code").GetString()!.TrimStart('0')}}}""");

        code.GetProperty("address").GetString().Should().Be("new@example.org");
        used.Status.Should().Be(202, used.Text);
        (await winds.Get("/_emulator/codes")).Json.GetProperty("codes").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task Sessions_and_key_pairs_do_not_grow_without_bound()
    {
        await using var winds = await Winds.On();
        for (var i = 0; i < 1_050; i++)
        {
            (await winds.Bare("POST", $"{Root}/session", """{"email":"emulator@example.org"}""")).Status.Should().Be(202);
            (await winds.Send("POST", $"{Root}/keypair", """{"name":"k","days":1}""", Winds.Bearer)).Status.Should().BeOneOf(202, 400);
        }
        (await winds.Send("POST", $"{Root}/keypair", """{"name":"k","days":1}""", Winds.Bearer)).ShouldRefuse(400, "too many key pairs");

        var graph = winds.Running.World.Store.Current;
        graph.Count(Session.NodeKind).Should().BeLessThan(1_010);
        graph.Count(KeyPair.NodeKind).Should().BeLessThan(1_010);
        graph.Count(VerificationCode.NodeKind).Should().BeLessThan(2_010);
        winds.Clock.Advance(TimeSpan.FromDays(2));
        (await winds.Bare("POST", $"{Root}/session", """{"email":"emulator@example.org"}""")).Status.Should().Be(202);
        winds.Running.World.Store.Current.Count(Session.NodeKind).Should().BeLessThan(10, "the others have expired");
        (await winds.Send("POST", $"{Root}/keypair", """{"name":"k","days":1}""", Winds.Bearer)).Status.Should().Be(202);
    }
}
