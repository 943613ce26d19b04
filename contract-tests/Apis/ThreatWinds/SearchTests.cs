using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>Every clause form of threatwinds/api-docs search/advanced-search.md, on five entities that differ in what is asked.</summary>
class SearchTests
{
    private const string Advanced = "/api/search/v1/entities/advanced";

    // Names by time, the newest first: ip, net, dom, mal, txt.
    private static Data Five() => new Data()
        .Entity("8.8.8.8", Data.At(50), "ip", row => { row["reputation"] = 3; row["accuracy"] = 3; row["tags"] = Tags("dns", "google"); row["attributes"]!["asn"] = 15169; row["attributes"]!["country"] = "United States"; })
        .Entity("8.8.8.0/24", Data.At(40), "cidr", row => { row["reputation"] = 2; row["accuracy"] = 2; row["tags"] = Tags(); row["attributes"]!["latitude"] = 37.4; })
        .Entity("www.example.org", Data.At(30), "domain", row => { row["reputation"] = -1; row["tags"] = Tags("Phishing Kit"); row["attributes"]!["breach-date"] = "2022-05-18"; })
        .Entity("win trojan agent", Data.At(20), "malware", row => { row["reputation"] = -3; row["wellKnown"] = true; })
        .Entity("the quick brown fox", Data.At(10), "text", row => row["reputation"] = -2);

    private static readonly (string Query, string Names)[] s_queries =
    [
        ("{}", "ip net dom mal txt"),
        ("""{"match_all":{}}""", "ip net dom mal txt"),
        ("""{"must":[]}""", "ip net dom mal txt"),
        ("""{"bool":{}}""", "ip net dom mal txt"),
        ("""{"bool":{"must":[{"term":{"type":"ip"}}]}}""", "ip"),
        ("""{"must":[{"term":{"type.keyword":{"value":"ip"}}}]}""", "ip"),
        ("""{"term":{"type":"ip"}}""", "ip"),
        ("""{"must":[{"term":{"reputation":3}}]}""", "ip"),
        ("""{"must":[{"term":{"reputation":{"value":"-3"}}}]}""", "mal"),
        ("""{"must":[{"term":{"wellKnown":true}}]}""", "mal"),
        ("""{"must":[{"term":{"attributes.asn":15169}}]}""", "ip"),
        ("""{"must":[{"term":{"attributes.ip":"8.8.8.0/24"}}]}""", "ip"),
        ("""{"must":[{"term":{"attributes.cidr":"8.8.8.8"}}]}""", "net"),
        ("""{"must":[{"term":{"tags":"google"}}]}""", "ip"),
        ("""{"must":[{"term":{"tags":"phishing"}}]}""", "dom"),
        ("""{"must":[{"term":{"tags.keyword":"phishing"}}]}""", ""),
        ("""{"must":[{"term":{"tags.keyword":"Phishing Kit"}}]}""", "dom"),
        ("""{"must":[{"term":{"tags.keyword":{"value":"phishing kit","case_insensitive":true}}}]}""", "dom"),
        ("""{"must":[{"term":{"nothing":"x"}}]}""", ""),
        ("""{"must":[{"terms":{"type":["ip","text"]}}]}""", "ip txt"),
        ("""{"must":[{"terms":{"reputation":[3,"-2"],"boost":2}}]}""", "ip txt"),
        ("""{"must_not":[{"terms":{"type":["ip","text"]}}]}""", "net dom mal"),
        ("""{"filter":[{"range":{"reputation":{"gte":-2,"lt":3}}}]}""", "net dom txt"),
        ("""{"filter":[{"range":{"reputation":{"gt":-2,"lte":3}}}]}""", "ip net dom"),
        ("""{"filter":[{"range":{"@timestamp":{"gte":"2023-03-28T10:40:30Z"}}}]}""", "ip net dom"),
        ("""{"filter":[{"range":{"@timestamp":{"gt":"2023-03-28T10:40:30Z"}}}]}""", "ip net"),
        ("""{"filter":[{"range":{"@timestamp":{"gte":"2023-03-28||/d","lte":"2023-03-28||/d"}}}]}""", "ip net dom mal txt"),
        ("""{"filter":[{"range":{"@timestamp":{"lt":"2023-03-28||/M"}}}]}""", ""),
        ("""{"filter":[{"range":{"@timestamp":{"lte":"2023-03"}}}]}""", "ip net dom mal txt"),
        ("""{"filter":[{"range":{"@timestamp":{"gt":"2023-03"}}}]}""", ""),
        ("""{"filter":[{"range":{"@timestamp":{"gte":"now-90d","lte":"now"}}}]}""", "ip net dom mal txt"),
        ("""{"filter":[{"range":{"@timestamp":{"gte":"now-1M"}}}]}""", ""),
        ("""{"filter":[{"range":{"@timestamp":{"gte":1680000040000,"format":"epoch_millis"}}}]}""", "ip net"),
        ("""{"filter":[{"range":{"@timestamp":{"gte":1680000040,"format":"epoch_second"}}}]}""", "ip net"),
        ("""{"filter":[{"range":{"@timestamp":{"gte":"28/03/2023 10:40:30","format":"dd/MM/yyyy HH:mm:ss"}}}]}""", "ip net dom"),
        ("""{"filter":[{"range":{"@timestamp":{"gte":"2023-03-28T12:40:30","time_zone":"+02:00"}}}]}""", "ip net dom"),
        ("""{"filter":[{"range":{"attributes.breach-date":{"gte":"2022-05","lt":"2022-05-18||+1d"}}}]}""", "dom"),
        ("""{"filter":[{"range":{"attributes.latitude":{"gte":37.4}}}]}""", "net"),
        ("""{"filter":[{"range":{"type.keyword":{"gte":"ip","lt":"n"}}}]}""", "ip mal"),
        ("""{"filter":[{"exists":{"field":"tags"}}]}""", "ip dom"),
        ("""{"filter":[{"exists":{"field":"attributes.asn"}}]}""", "ip"),
        ("""{"filter":[{"prefix":{"attributes.malware":"troj"}}]}""", "mal"),
        ("""{"filter":[{"prefix":{"attributes.malware.keyword":{"value":"WIN","case_insensitive":true}}}]}""", "mal"),
        ("""{"filter":[{"prefix":{"attributes.malware.keyword":"WIN"}}]}""", ""),
        ("""{"filter":[{"wildcard":{"attributes.domain.keyword":{"value":"*.ex?mple.*"}}}]}""", "dom"),
        ("""{"filter":[{"wildcard":{"attributes.domain":"exam*"}}]}""", "dom"),
        ("""{"filter":[{"regexp":{"attributes.domain.keyword":"www\\.[a-z]+\\.(org|net)"}}]}""", "dom"),
        ("""{"filter":[{"regexp":{"attributes.malware":{"value":"tro.*"}}}]}""", "mal"),
        ("""{"filter":[{"fuzzy":{"attributes.malware":{"value":"trojen","fuzziness":"AUTO"}}}]}""", "mal"),
        ("""{"filter":[{"fuzzy":{"attributes.malware":{"value":"torjan","fuzziness":1}}}]}""", "mal"),
        ("""{"filter":[{"fuzzy":{"attributes.malware":{"value":"torjan","fuzziness":1,"fuzzy_transpositions":false}}}]}""", ""),
        ("""{"filter":[{"fuzzy":{"attributes.malware":{"value":"brojan","prefix_length":1}}}]}""", ""),
        ("""{"must":[{"match":{"attributes.text":{"query":"QUICK cat"}}}]}""", "txt"),
        ("""{"must":[{"match":{"attributes.text":{"query":"quick cat","operator":"and"}}}]}""", ""),
        ("""{"must":[{"match":{"attributes.text":{"query":"quick brown cat","minimum_should_match":"100%"}}}]}""", ""),
        ("""{"must":[{"match":{"attributes.text":{"query":"quick brown cat","minimum_should_match":2}}}]}""", "txt"),
        ("""{"must":[{"match":{"attributes.text":{"query":"quikc","fuzziness":"AUTO"}}}]}""", "txt"),
        ("""{"must":[{"match":{"attributes.text":"fox"}}]}""", "txt"),
        ("""{"must":[{"match":{"attributes.text":{"query":"!!","zero_terms_query":"all"}}}]}""", "txt"),
        ("""{"must":[{"match":{"attributes.text.keyword":"quick"}}]}""", ""),
        ("""{"must":[{"match":{"reputation":{"query":3}}}]}""", "ip"),
        ("""{"must":[{"match_bool_prefix":{"attributes.text":{"query":"quick bro"}}}]}""", "txt"),
        ("""{"must":[{"match_phrase":{"attributes.text":{"query":"quick brown"}}}]}""", "txt"),
        ("""{"must":[{"match_phrase":{"attributes.text":{"query":"quick fox"}}}]}""", ""),
        ("""{"must":[{"match_phrase":{"attributes.text":{"query":"quick fox","slop":1}}}]}""", "txt"),
        ("""{"must":[{"match_phrase_prefix":{"attributes.text":{"query":"brown fo"}}}]}""", "txt"),
        ("""{"must":[{"multi_match":{"query":"trojan","fields":["attributes.text","attributes.malware^3"]}}]}""", "mal"),
        ("""{"must":[{"multi_match":{"query":"example","fields":["attributes.*"]}}]}""", "dom"),
        ("""{"must":[{"multi_match":{"query":"states"}}]}""", "ip"),
        ("""{"must":[{"multi_match":{"query":"agent trojan","fields":["attributes.malware"],"type":"phrase"}}]}""", ""),
        ("""{"must":[{"multi_match":{"query":"google states","fields":["tags","attributes.country"],"type":"cross_fields","operator":"and"}}]}""", "ip"),
        ("""{"must":[{"query_string":{"query":"quick AND fox"}}]}""", "txt"),
        ("""{"must":[{"query_string":{"query":"quick AND trojan"}}]}""", ""),
        ("""{"must":[{"query_string":{"query":"quick OR trojan"}}]}""", "mal txt"),
        ("""{"must":[{"query_string":{"query":"quick trojan","default_operator":"AND"}}]}""", ""),
        ("""{"must":[{"query_string":{"query":"(quick OR trojan) AND NOT agent"}}]}""", "txt"),
        ("""{"must":[{"query_string":{"query":"type:ip OR attributes.malware:troj*"}}]}""", "ip mal"),
        ("""{"must":[{"query_string":{"query":"reputation:[-2 TO 2]"}}]}""", "net dom txt"),
        ("""{"must":[{"query_string":{"query":"reputation:>=2"}}]}""", "ip net"),
        ("""{"must":[{"query_string":{"query":"\"quick brown\""}}]}""", "txt"),
        ("""{"must":[{"query_string":{"query":"_exists_:attributes.asn"}}]}""", "ip"),
        ("""{"must":[{"query_string":{"query":"trojan","fields":["attributes.malware"]}}]}""", "mal"),
        ("""{"must":[{"query_string":{"query":"quikc~"}}]}""", "txt"),
        ("""{"must":[{"simple_query_string":{"query":"quick | trojan","default_operator":"AND"}}]}""", "mal txt"),
        ("""{"must":[{"simple_query_string":{"query":"+quick -fox"}}]}""", ""),
        ("""{"must":[{"simple_query_string":{"query":"\"brown fox\" tro*"}}]}""", "mal txt"),
        ("""{"should":[{"term":{"type":"ip"}},{"term":{"type":"text"}}]}""", "ip txt"),
        ("""{"should":[{"term":{"type":"ip"}},{"range":{"reputation":{"gte":2}}}],"minimum_should_match":2}""", "ip"),
        ("""{"should":[{"term":{"type":"ip"}},{"range":{"reputation":{"gte":2}}}],"minimum_should_match":"50%"}""", "ip net"),
        ("""{"must":[{"range":{"reputation":{"gte":2}}}],"should":[{"term":{"type":"text"}}]}""", "ip net"),
        ("""{"must":[{"bool":{"should":[{"term":{"type":"ip"}},{"bool":{"must":[{"term":{"type":"text"}}]}}]}}]}""", "ip txt"),
    ];

    [Test]
    public async Task A_query_finds_what_it_says([ValueSource(nameof(s_queries))] (string Query, string Names) given)
    {
        var data = Five();
        await using var winds = await Winds.On(data);

        var answer = await winds.Send("POST", Advanced, $$"""{"query":{{given.Query}}}""");

        if (given.Names.Length == 0) (answer.Status, answer.Text, answer.Header("x-error")).Should().Be((204, "", "entity not found"));
        else (answer.Status, Short(data, answer.Ids)).Should().Be((200, given.Names), answer.Text);
    }

    [Test]
    public async Task Ids_are_found()
    {
        var data = Five();
        await using var winds = await Winds.On(data);

        var answer = await winds.Send(
            "POST", Advanced, $$$"""{"query":{"filter":[{"ids":{"values":["{{{data.IdOf("8.8.8.8")}}}","unknown"]}}]}}""");

        Short(data, answer.Ids).Should().Be("ip");
    }

    private static readonly (string Body, string Text)[] s_faults =
    [
        ("", "incorrect json format"),
        ("{", "incorrect json format"),
        ("[]", "incorrect json format"),
        ("""{"query":[]}""", "incorrect json format"),
        ("""{"query":{"must":{"term":{"type":"ip"}}}}""", "incorrect json format"),
        ("""{"query":{"bool":{"filter":{}}}}""", "incorrect json format"),
        ("""{"source":"x"}""", "incorrect json format"),
        ("""{"query":{"must":[{}]}}""", Engine("illegal_argument_exception", "query malformed, empty clause found at [1:20]")),
        ("{\n  \"query\": {\n    \"bool\": { \"must\": [ { \"term\": { \"type\": \"ip\" } }, {} ] }\n  }\n}", Engine("illegal_argument_exception", "query malformed, empty clause found at [3:56]")),
        ("""{"query":{"must":[{"nope":{}}]}}""", Engine("parsing_exception", "unknown query [nope]")),
        ("""{"query":{"nope":{}}}""", Engine("parsing_exception", "unknown query [nope]")),
        ("""{"query":{"must":[{"range":{"reputation":{"above":1}}}]}}""", Engine("parsing_exception", "[range] query does not support [above]")),
        ("""{"query":{"must":[{"range":{"reputation":{"gte":"x"}}}]}}""", Engine("query_shard_exception", "failed to create query: failed to parse [x]")),
        ("""{"query":{"must":[{"range":{"@timestamp":{"gte":"yesterday"}}}]}}""", Engine("query_shard_exception", "failed to create query: failed to parse [yesterday]")),
        ("""{"query":{"must":[{"regexp":{"type":"("}}]}}""", Engine("illegal_argument_exception", "failed to parse regexp [(]")),
        ("""{"aggs":{"a":{"sampler":{"shard_size":1}}}}""", Engine("parsing_exception", "Unknown aggregation type [sampler] did you mean any of [avg, cardinality, date_histogram, extended_stats, histogram, max, min, percentile_ranks, percentiles, range, stats, sum, terms, top_hits, value_count]?")),
        ("""{"aggs":{"a":{}}}""", Engine("parsing_exception", "Missing definition for aggregation [a]")),
        ("""{"aggs":{"a":{"terms":{}}}}""", Engine("illegal_argument_exception", "Required one of fields [field, script], but none were specified for aggregation [a]")),
        ("""{"aggs":{"a":{"terms":{"field":"type","size":20000}}}}""", Engine("illegal_argument_exception", "[size] must be less than or equal to [10000]")),
        ("""{"aggs":{"a":{"histogram":{"field":"reputation","interval":0}}}}""", Engine("illegal_argument_exception", "[interval] must be >0 for histogram aggregation")),
        ("""{"aggs":{"a":{"histogram":{"field":"reputation","interval":0.000001}}}}""", Engine("too_many_buckets_exception", "Trying to create too many buckets. Must be less than or equal to: [65535] but this number of buckets was exceeded.")),
        ("""{"aggs":{"a":{"avg":{"field":"type"}}}}""", Engine("illegal_argument_exception", "Field [type] of type [keyword] is not supported for aggregation [avg]")),
        ("""{"script_fields":{"a":{"script":"1"}}}""", Engine("illegal_argument_exception", "script_fields are not evaluated by this emulator")),
        ("""{"collapse":{"field":"nope"}}""", Engine("illegal_argument_exception", "no mapping found for `nope` in order to collapse on")),
    ];

    [Test]
    public async Task A_malformed_body_is_named([ValueSource(nameof(s_faults))] (string Body, string Text) given)
    {
        await using var winds = await Winds.On(Five());

        (await winds.Send("POST", Advanced, given.Body)).ShouldRefuse(400, given.Text);
        (await winds.Send("POST", "/api/search/v1/entities", given.Body)).ShouldRefuse(400, given.Text);
    }

    [Test]
    public async Task What_is_too_deep_or_too_much_is_refused_at_once()
    {
        await using var winds = await Winds.On(Five());
        var deep = string.Concat(
            Enumerable.Repeat("""{"bool":{"must":[""", 25)) + """{"term":{"type":"ip"}}""" + string.Concat(Enumerable.Repeat("]}}", 25));
        var deeper = string.Concat(Enumerable.Repeat("""{"bool":{"must":[""", 5000)) + "{}" + string.Concat(Enumerable.Repeat("]}}", 5000));
        var wide = string.Join(',', Enumerable.Repeat("""{"term":{"type":"ip"}}""", 2000));
        var nested = string.Concat(
            Enumerable.Repeat("""{"a":{"terms":{"field":"type"},"aggs":""", 12)) + "{}" + string.Concat(Enumerable.Repeat("}}", 12));
        var brackets = new string('(', 3000);
        var stars = string.Concat(Enumerable.Repeat("*a", 400));
        var repeats = "((a{1,900}){1,900}){1,900}";
        string[] bodies =
        [
            $$"""{"query":{{deep}}}""",
            $$"""{"query":{{deeper}}}""",
            $$$"""{"query":{"must":[{{{wide}}}]}}""",
            $$"""{"aggs":{{nested}}}""",
            $$$"""{"query":{"must":[{"query_string":{"query":"{{{brackets}}}"}}]}}""",
            $$$"""{"query":{"must":[{"regexp":{"type":"{{{repeats}}}"}}]}}""",
            $$$"""{"query":{"must":[{"regexp":{"type":"{{{new string('a', 1001)}}}"}}]}}""",
            """{"aggs":{"a":{"date_histogram":{"field":"@timestamp","interval":"second"},"aggs":{"b":{"date_histogram":{"field":"@timestamp","interval":"nope"}}}}}}""",
        ];
        await winds.Send("POST", Advanced, "{}");

        foreach (var body in bodies)
        {
            var clock = Stopwatch.StartNew();
            var answer = await winds.Send("POST", Advanced, body);
            clock.Stop();
            answer.Status.Should().Be(400, body[..Math.Min(120, body.Length)]);
            TestContext.Out.WriteLine($"{clock.Elapsed.TotalMilliseconds:F1} ms: {answer.Text[..Math.Min(140, answer.Text.Length)]}");
        }
        (await winds.Send("POST", Advanced, $$$"""{"query":{"must":[{"wildcard":{"type":"{{{stars}}}"}}]}}""")).Status.Should().Be(204);
    }

    [Test]
    public async Task A_window_beyond_the_engines_is_refused()
    {
        await using var winds = await Winds.On(Five());

        (await winds.Send("POST", Advanced + "?limit=1000&page=11", "{}")).ShouldRefuse(400, Engine("illegal_argument_exception", "Result window is too large, from + size must be less than or equal to: [10000] but was [11000]"));
        (await winds.Send("POST", Advanced + "?limit=1001", "{}")).ShouldRefuse(400, "invalid limit: 1001");
        (await winds.Send("POST", Advanced + "?page=0", "{}")).ShouldRefuse(400, "invalid page: 0");
        (await winds.Send("POST", Advanced + "?sort=nope", "{}")).ShouldRefuse(400, "No mapping found for [nope] in order to sort on");
    }

    [Test]
    public async Task Pages_sort_collapse_and_source()
    {
        var data = Five();
        await using var winds = await Winds.On(data);

        var second = await winds.Send("POST", Advanced + "?limit=2&page=2", "{}");
        var past = await winds.Send("POST", Advanced + "?limit=2&page=9", "{}");
        var sorted = await winds.Send("POST", Advanced + "?sort=reputation", "{}");
        var collapsed = await winds.Send("POST", Advanced, """{"collapse":{"field":"accuracy"}}""");
        var source = await winds.Send(
            "POST", Advanced + "?limit=1", """{"source":{"includes":["type","attributes.*"],"excludes":["attributes.asn"]}}""");

        (Short(data, second.Ids), second.Pages, second.Items).Should().Be(("dom mal", 3, 5));
        past.Text.Should().Be("""{"pages":3,"items":5,"results":[]}""");
        Short(data, sorted.Ids).Should().Be("mal txt dom net ip");
        (Short(data, collapsed.Ids), collapsed.Items).Should().Be(("ip net dom", 5));
        source.Json.GetProperty("results")[0].GetRawText()
            .Should().Be("""{"attributes":{"ip":"8.8.8.8","country":"United States"},"type":"ip"}""");
    }

    [Test]
    public async Task A_search_continues_after_the_last_sort_value()
    {
        var data = Five();
        await using var winds = await Winds.On(data);

        var first = (await winds.Send("POST", "/api/search/v1/entities?limit=2", "{}")).Json.GetProperty("results");
        var after = first[1].GetProperty("sort")[0].GetRawText();
        var next = await winds.Send("POST", "/api/search/v1/entities?limit=2", $$"""{"search_after":{{after}}}""");
        var same = await winds.Send("POST", "/api/search/v1/entities?limit=2", $$"""{"search_after":[{{after}}]}""");
        var byReputation = await winds.Send("POST", "/api/search/v1/entities?sort=reputation", """{"search_after":[-1]}""");

        after.Should().Be("1680000040000");
        Short(data, next.Ids).Should().Be("dom mal");
        same.Ids.Should().Equal(next.Ids);
        Short(data, byReputation.Ids).Should().Be("net ip");
    }

    [Test]
    public async Task Simple_search_shares_a_word()
    {
        var data = Five().Entity("8.8.4.4", Data.At(5), "ip").Entity("1.2.3.4", Data.At(4), "ip");
        await using var winds = await Winds.On(data);
        const string Simple = "/api/search/v1/entities/simple";

        var answer = await winds.Send("POST", Simple, """{"query":"8.8.8.8"}""");
        data.Names(answer.Ids).Should().Be("8.8.8.8 8.8.8.0/24 8.8.4.4");
        answer.Json.GetProperty("aggregations").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        data.Names((await winds.Send("POST", Simple, """{"query":"8.8.8.8","reputation":3}""")).Ids).Should().Be("8.8.8.8");
        data.Names((await winds.Send("POST", Simple, """{"query":"8.8.8.8","accuracy":2}""")).Ids).Should().Be("8.8.8.8 8.8.8.0/24");
        data.Names((await winds.Send("POST", Simple, """{"query":"TROJAN fox"}""")).Ids)
            .Should().Be("win trojan agent the quick brown fox");
        (await winds.Send("POST", Simple, """{"query":"nothing"}""")).Status.Should().Be(204);
        (await winds.Send("POST", Simple, """{"query":" "}""")).ShouldRefuse(400, "value cannot be empty");
        (await winds.Send("POST", Simple, """{"query":5}""")).ShouldRefuse(400, "incorrect json format");
        (await winds.Send("POST", "/api/search/v1/entities/history/simple", """{"query":"trojan"}""")).Items.Should().Be(1);
    }

    private static string Engine(string type, string reason) =>
        "... error: {\"error\":{\"root_cause\":[{\"type\":\"" + type + "\",\"reason\":\"" + reason + "\"}],\"type\":\"" + type + "\",\"reason\":\"" + reason + "\"},\"status\":400}";

    private static string Short(Data data, IEnumerable<string> ids) => string.Join(' ', ids.Select(data.NameOf).Select(name => name switch
    {
        "8.8.8.8" => "ip", "8.8.8.0/24" => "net", "www.example.org" => "dom", "win trojan agent" => "mal", "the quick brown fox" => "txt", _ => name,
    }));

    private static JsonArray Tags(params string[] tags) => new([.. tags.Select(tag => JsonValue.Create(tag))]);
}
