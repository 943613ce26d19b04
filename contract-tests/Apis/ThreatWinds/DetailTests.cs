using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>
/// The details page and the feeds (threatwinds/api-docs analytics/entity-details.md; threatwinds/api-docs feeds/download.md).
/// </summary>
class DetailTests
{
    [Test]
    public async Task Details_show_scores_in_words_places_and_neighbours_by_mode()
    {
        var data = new Data()
            .Entity("8.8.8.8", "2023-06-15T14:30:00Z", "ip", row =>
            {
                (row["reputation"], row["accuracy"], row["firstSeen"], row["label"], row["description"]) = (
                    3, 3, "2021-01-01T00:00:00Z", "Google DNS", "A public resolver");
                row["tags"] = new JsonArray("dns");
                row["attributes"]!["asn"] = 15169;
                row["attributes"]!["aso"] = "Google LLC";
            })
            .Entity("8.8.8.0/24", Data.At(2), "cidr", row =>
            {
                (
                    row["attributes"]!["latitude"],
                    row["attributes"]!["longitude"],
                    row["attributes"]!["accuracy-radius"],
                    row["attributes"]!["country"]) = (37.4, -122.1, 1000.6, "united states");
            })
            .Entity("dns.google", Data.At(1), "domain", row => (row["reputation"], row["worstReputation"], row["accuracy"]) = (0, -3, 0))
            .Related("8.8.8.8", "8.8.8.0/24", "aggregation").Related("dns.google", "8.8.8.8");
        await using var winds = await Winds.On(data);

        var answer = await winds.Get($"/api/analytics/v1/entity/{data.IdOf("8.8.8.8")}/details");

        answer.Status.Should().Be(200);
        answer.Json.EnumerateObject().Select(member => member.Name)
            .Should().Equal("attributes", "metadata", "geolocations", "latest_associations", "extended_metadata");
        answer.Json.GetProperty("attributes").GetRawText().Should().Be($$"""
            {"id":"{{data.IdOf("8.8.8.8")}}","type":"ip","value":"8.8.8.8","label":"Google DNS","description":"A public resolver","reputation":"benign","reputation_score":3,"best_reputation":"benign","best_reputation_score":3,"worst_reputation":"benign","worst_reputation_score":3,"accuracy":"high","accuracy_score":3,"first_seen":"2021-01-01T00:00:00Z","last_seen":"2023-06-15T14:30:00Z","tags":["dns"]}
            """);
        answer.Json.GetProperty("metadata").GetRawText().Should().Be("""{"asn":15169,"aso":"google llc"}""");
        answer.Json.GetProperty("geolocations").GetRawText()
            .Should().Be("""[{"city":"","country":"United States","latitude":37.4,"longitude":-122.1,"accuracy_radius":1000,"asn":0,"aso":"","object":"8.8.8.0/24"}]""");
        var association = answer.Json.GetProperty("latest_associations")[0];
        (
            association.GetProperty("value").GetString(),
            association.GetProperty("reputation").GetString(),
            association.GetProperty("worst_reputation").GetString(),
            association.GetProperty("accuracy").GetString(),
            association.GetProperty("label").GetString())
            .Should().Be(("dns.google", "indefinable", "malicious", "none", "Domain"));
        answer.Json.GetProperty("extended_metadata").EnumerateArray().Select(item => item.GetProperty("value").GetString())
            .Should().Equal("8.8.8.0/24");
    }

    [Test]
    public async Task Details_of_the_unknown_are_204_and_of_the_lonely_empty()
    {
        var data = new Data().Entity("15169", type: "asn");
        await using var winds = await Winds.On(data);

        var unknown = await winds.Get("/api/analytics/v1/entity/unknown/details");
        var lonely = (await winds.Get($"/api/analytics/v1/entity/{data.IdOf("15169")}/details")).Json;

        (unknown.Status, unknown.Text, unknown.Header("x-error")).Should().Be((204, "", "entity not found"));
        lonely.GetProperty("attributes").GetProperty("value").ValueKind.Should().Be(JsonValueKind.Number);
        lonely.GetProperty("metadata").GetRawText().Should().Be("{}");
        lonely.GetProperty("geolocations").GetRawText().Should().Be("[]");
        (await winds.Get("/api/analytics/v1/entity/%20/details")).ShouldRefuse(400, "value cannot be empty");
        (await winds.Get("/api/analytics/v1/entity/x/details", Winds.Limited)).Status.Should().Be(204);
    }

    [Test]
    public async Task Feeds_are_listed_for_the_types_there_are()
    {
        await using var winds = await Winds.On(Bad());

        var list = (await winds.Get("/api/feeds/v1/list")).Json;

        list.EnumerateArray().Select(feed => feed.GetProperty("name").GetString()).Distinct(StringComparer.Ordinal)
            .Should().Equal("domain", "ip");
        list.EnumerateArray().Count(feed => feed.GetProperty("name").GetString() == "ip").Should().Be(6);
        list[0].GetRawText().Should().Be("""{"name":"domain","type":"accumulative","accuracy":"level1"}""");
    }

    [Test]
    public async Task A_feed_is_text_ndjson_or_gzip_and_its_checksum_is_of_the_text()
    {
        await using var winds = await Winds.On(Bad());
        const string Feed = "/api/feeds/v1/download/list/level1/accumulative/ip";

        var text = await winds.Get(Feed, Winds.Bearer, ("Accept", "text/plain"));
        var lines = await winds.Get(Feed, Winds.Bearer, ("Accept", "text/plain;q=0.5, application/x-ndjson"));
        var checksum = await winds.Get("/api/feeds/v1/download/checksum?level=level1&type=accumulative&name=ip");
        using var packed = await winds.Running.Send("GET", Feed, null, Winds.Bearer, ("Accept", "application/gzip"));
        using var gzip = new StreamReader(new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress));

        (text.Status, text.Header("Content-Type"), text.Text).Should().Be((200, "text/plain; charset=utf-8", "9.9.9.9\n1.2.3.4\n"));
        lines.Header("Content-Type").Should().Be("application/x-ndjson");
        lines.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("attributes").GetProperty("ip").GetString())
                .Should().Equal("9.9.9.9", "1.2.3.4");
        packed.Content.Headers.ContentType!.ToString().Should().Be("application/gzip");
        (await gzip.ReadToEndAsync()).Should().Be(text.Text);
        checksum.Text.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text))));
        checksum.Header("Content-Type").Should().Be("text/plain; charset=utf-8");
    }

    [TestCase("level2/accumulative/ip", "9.9.9.9\n")]
    [TestCase("level3/accumulative/ip", "")]
    [TestCase("level1/daily/ip", "9.9.9.9\n")]
    public async Task Level_and_span_narrow_a_feed(string path, string text)
    {
        await using var winds = await Winds.On(Bad());

        var answer = await winds.Get("/api/feeds/v1/download/list/" + path, Winds.Bearer, ("Accept", "text/plain"));

        (answer.Status, answer.Text).Should().Be((200, text));
    }

    [TestCase("level4/accumulative/ip")]
    [TestCase("level1/weekly/ip")]
    [TestCase("level1/daily/nothing")]
    [TestCase("level1/daily/malware")]
    public async Task A_file_that_is_not_there_is_204(string path)
    {
        await using var winds = await Winds.On(Bad());
        var parts = path.Split('/');

        var file = await winds.Get("/api/feeds/v1/download/list/" + path);
        var checksum = await winds.Get($"/api/feeds/v1/download/checksum?level={parts[0]}&type={parts[1]}&name={parts[2]}");

        (file.Status, file.Text, file.Header("x-error")).Should().Be((204, "", "record not found"));
        (checksum.Status, checksum.Text).Should().Be((204, ""));
    }

    [Test]
    public async Task Feeds_take_the_public_token_and_nobody_else_without_credentials()
    {
        await using var winds = await Winds.On(Bad());

        (await winds.Get("/api/feeds/v1/list", ("Authorization", "Bearer public"))).Status.Should().Be(200);
        (await winds.Get("/api/feeds/v1/download/list/level1/daily/ip", ("Authorization", "Bearer public"), ("Accept", "text/plain"))).Text
            .Should().Be("9.9.9.9\n");
        (await winds.Get("/api/feeds/v1/list", Winds.Limited)).Status.Should().Be(200);
        (await winds.Bare("GET", "/api/feeds/v1/list")).ShouldRefuse(401, "authentication required");
        (await winds.Get("/api/feeds/v1/list", ("Authorization", "Bearer private"))).ShouldRefuse(401, "authentication required");
        (await winds.Get("/api/feeds/v1/download/checksum?level=level1&type=daily")).ShouldRefuse(400, "value cannot be empty");
    }

    private static Data Bad() => new Data()
        .Entity("9.9.9.9", "2023-06-20T10:00:00Z", "ip", row => (row["reputation"], row["accuracy"]) = (-1, 2))
        .Entity("8.8.8.8", "2023-06-20T10:00:00Z", "ip", row => (row["reputation"], row["accuracy"]) = (3, 3))
        .Entity("1.2.3.4", "2023-06-01T10:00:00Z", "ip", row => (row["reputation"], row["accuracy"]) = (-3, 1))
        .Entity("5.6.7.8", "2023-06-20T10:00:00Z", "ip", row => (
            row["reputation"], row["accuracy"], row["visibleBy"]) = (-3, 3, new JsonArray("team")))
        .Entity("example.org", "2023-06-20T10:00:00Z", "domain");
}
