using System.Text.Json;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Seeding;

/// <summary>
/// The samples of threatwinds/api-docs search/advanced-search.md find something in demo. Where a sample names an address or a company of
/// the
/// real world, the value is one of demo's; samples on attributes that no type of entity has (<c>country_code</c>, <c>description</c>,
/// <c>label</c>) are left out.
/// </summary>
class SearchSampleTests
{
    private static readonly Straight s_emulator = new(Datasets.Generated(DemoSize.Default, 1));

    [TestCase("""{"query":{"must":[{"term":{"type":{"value":"ip"}}},{"range":{"reputation":{"gte":1}}}],"should":[{"match":{"attributes.ip":{"query":"198.51.100.1"}}}],"must_not":[{"term":{"tags":{"value":"malicious"}}}]},"aggs":{"types":{"terms":{"field":"type","size":10}},"reputation_ranges":{"range":{"field":"reputation","ranges":[{"from":-3,"to":0},{"from":0,"to":1},{"from":1,"to":3}]}}},"source":{"includes":["id","type","attributes","reputation","accuracy","tags"],"excludes":[]}}""")]
    [TestCase("""{"query":{"must":[{"term":{"type":{"value":"ip"}}}]}}""")]
    [TestCase("""{"query":{"must":[{"terms":{"tags":["malicious","suspicious"]}}]}}""")]
    [TestCase("""{"query":{"must":[{"range":{"reputation":{"gte":1,"lte":3}}}]}}""")]
    [TestCase("""{"query":{"must":[{"match":{"attributes.ip":{"query":"{address}"}}}]}}""")]
    [TestCase("""{"query":{"must":[{"term":{"type":{"value":"ip"}}},{"range":{"reputation":{"gte":2}}}],"must_not":[{"term":{"tags":{"value":"mail-server"}}}]}}""")]
    [TestCase("""{"query":{"must":[{"exists":{"field":"attributes.country"}}]}}""")]
    [TestCase("""{"query":{"must":[{"prefix":{"attributes.aso":"brenholm"}}]}}""")]
    [TestCase("""{"query":{"must":[{"fuzzy":{"attributes.aso":{"value":"brenhol","fuzziness":2}}}]}}""")]
    [TestCase("""{"query":{"must":[{"wildcard":{"attributes.aso":{"value":"bren*lm"}}}]}}""")]
    [TestCase("""{"query":{"must":[{"regexp":{"attributes.ip":"198\\.51\\.100\\.[0-9]+"}}]}}""")]
    [TestCase("""{"query":{"must":[{"multi_match":{"query":"brenholm energy","fields":["attributes.aso","attributes.issuer"]}}]}}""")]
    [TestCase("""{"query":{"must":[{"match_bool_prefix":{"attributes.aso":{"query":"brenholm ener"}}}]}}""")]
    [TestCase("""{"query":{"must":[{"match_phrase":{"attributes.city":{"query":"Stourport Quay"}}}]}}""")]
    [TestCase("""{"query":{"must":[{"match_phrase_prefix":{"attributes.city":{"query":"Stourport Qu"}}}]}}""")]
    [TestCase("""{"query":{"must":[{"query_string":{"query":"attributes.city:\"Stourport Quay\" AND type:ip","default_operator":"AND"}}]}}""")]
    [TestCase("""{"query":{"must":[{"simple_query_string":{"query":"stourport quay","fields":["attributes.city","attributes.aso"],"default_operator":"AND"}}]}}""")]
    [TestCase("""{"query":{"must":[{"range":{"reputation":{"gte":0}}}]},"aggs":{"entity_types":{"terms":{"field":"type","size":10}}}}""")]
    [TestCase("""{"query":{"must":[{"term":{"type":{"value":"ip"}}}]},"aggs":{"entities_over_time":{"date_histogram":{"field":"lastSeen","interval":"month"}}}}""")]
    [TestCase("""{"query":{"must":[{"range":{"reputation":{"gte":3}}}]}}""")]
    public void A_documented_search_finds_something(string body)
    {
        var asked = body.Replace("{address}", Address(), StringComparison.Ordinal);

        var (status, answer) = s_emulator.Ask("POST", "/api/search/v1/entities/advanced?limit=10&page=1", asked);

        status.Should().Be(200, answer);
        using var document = JsonDocument.Parse(answer);
        document.RootElement.GetProperty("items").GetInt32().Should().BePositive();
    }

    [TestCase("ip", "daily", "level1")]
    [TestCase("ip", "accumulative", "level3")]
    [TestCase("domain", "daily", "level1")]
    [TestCase("domain", "accumulative", "level3")]
    [TestCase("url", "daily", "level1")]
    [TestCase("url", "accumulative", "level1")]
    public void A_feed_has_values(string type, string span, string level)
    {
        var emulator = new Straight(Datasets.Generated(DemoSize.Default, 1));

        var (status, body) = emulator.Ask("GET", $"/api/feeds/v1/download/list/{level}/{span}/{type}");

        status.Should().Be(200);
        // An empty file is an empty gzip member of 20 bytes.
        body.Length.Should().BeGreaterThan(20);
    }

    private static string Address()
    {
        var (_, answer) = s_emulator.Ask(
            "POST", "/api/search/v1/entities/advanced?limit=1", """{"query":{"must":[{"term":{"type":"ip"}}]}}""");
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("results")[0].GetProperty("attributes").GetProperty("ip").GetString()!;
    }
}
