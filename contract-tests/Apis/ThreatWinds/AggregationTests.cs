using System.Text.Json.Nodes;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>The aggregations of threatwinds/api-docs search/advanced-search.md that are served, over six entities.</summary>
class AggregationTests
{
    private static Data Six() => new Data()
        .Entity("a", "2023-01-31T23:00:00Z", more: Row(-3, 1, "x"))
        .Entity("b", "2023-02-01T10:00:00Z", more: Row(-2, 1, "x", "y"))
        .Entity("c", "2023-02-28T10:00:00Z", more: Row(-2, 2, "y"))
        .Entity("d", "2023-04-15T10:00:00Z", more: Row(0, 2))
        .Entity("8.8.8.8", "2023-04-16T10:00:00Z", "ip", Row(1, 3, "x"))
        .Entity("9.9.9.9", "2023-04-16T10:30:00Z", "ip", Row(3, 3, "z"));

    private static readonly (string Aggregation, string Result)[] s_aggregations =
    [
        ("""{"terms":{"field":"type.keyword"}}""", """{"doc_count_error_upper_bound":0,"sum_other_doc_count":0,"buckets":[{"key":"text","doc_count":4},{"key":"ip","doc_count":2}]}"""),
        ("""{"terms":{"field":"tags","size":2}}""", """{"doc_count_error_upper_bound":0,"sum_other_doc_count":1,"buckets":[{"key":"x","doc_count":3},{"key":"y","doc_count":2}]}"""),
        ("""{"terms":{"field":"tags","order":{"_key":"desc"},"min_doc_count":2}}""", """{"doc_count_error_upper_bound":0,"sum_other_doc_count":0,"buckets":[{"key":"y","doc_count":2},{"key":"x","doc_count":3}]}"""),
        ("""{"terms":{"field":"accuracy"}}""", """{"doc_count_error_upper_bound":0,"sum_other_doc_count":0,"buckets":[{"key":1,"doc_count":2},{"key":2,"doc_count":2},{"key":3,"doc_count":2}]}"""),
        ("""{"terms":{"field":"nothing"}}""", """{"doc_count_error_upper_bound":0,"sum_other_doc_count":0,"buckets":[]}"""),
        ("""{"range":{"field":"reputation","ranges":[{"from":-3,"to":0},{"from":0},{"to":-2,"key":"worst"}]}}""",
            """{"buckets":[{"key":"worst","to":-2,"doc_count":1},{"key":"-3.0-0.0","from":-3,"to":0,"doc_count":3},{"key":"0.0-*","from":0,"doc_count":3}]}"""),
        ("""{"histogram":{"field":"reputation","interval":2}}""",
            """{"buckets":[{"key":-4,"doc_count":1},{"key":-2,"doc_count":2},{"key":0,"doc_count":2},{"key":2,"doc_count":1}]}"""),
        ("""{"histogram":{"field":"reputation","interval":1,"min_doc_count":2}}""", """{"buckets":[{"key":-2,"doc_count":2}]}"""),
        ("""{"date_histogram":{"field":"@timestamp","interval":"month"}}""",
            """{"buckets":[{"key_as_string":"2023-01-01T00:00:00.000Z","key":1672531200000,"doc_count":1},{"key_as_string":"2023-02-01T00:00:00.000Z","key":1675209600000,"doc_count":2},{"key_as_string":"2023-03-01T00:00:00.000Z","key":1677628800000,"doc_count":0},{"key_as_string":"2023-04-01T00:00:00.000Z","key":1680307200000,"doc_count":3}]}"""),
        ("""{"date_histogram":{"field":"@timestamp","calendar_interval":"month","time_zone":"+02:00","min_doc_count":1}}""",
            """{"buckets":[{"key_as_string":"2023-01-31T22:00:00.000Z","key":1675202400000,"doc_count":3},{"key_as_string":"2023-03-31T22:00:00.000Z","key":1680300000000,"doc_count":3}]}"""),
        ("""{"date_histogram":{"field":"@timestamp","fixed_interval":"12h","min_doc_count":2}}""", """{"buckets":[{"key_as_string":"2023-04-16T00:00:00.000Z","key":1681603200000,"doc_count":2}]}"""),
        ("""{"avg":{"field":"reputation"}}""", """{"value":-0.5}"""),
        ("""{"sum":{"field":"reputation"}}""", """{"value":-3}"""),
        ("""{"min":{"field":"reputation"}}""", """{"value":-3}"""),
        ("""{"max":{"field":"@timestamp"}}""", """{"value":1681641000000,"value_as_string":"2023-04-16T10:30:00.000Z"}"""),
        ("""{"avg":{"field":"attributes.asn"}}""", """{"value":null}"""),
        ("""{"cardinality":{"field":"tags.keyword"}}""", """{"value":3}"""),
        ("""{"value_count":{"field":"tags.keyword"}}""", """{"value":6}"""),
        ("""{"stats":{"field":"reputation"}}""", """{"count":6,"min":-3,"max":3,"avg":-0.5,"sum":-3}"""),
        ("""{"extended_stats":{"field":"accuracy","sigma":1}}""",
            """{"count":6,"min":1,"max":3,"avg":2,"sum":12,"sum_of_squares":28,"variance":0.6666666666666666,"variance_population":0.6666666666666666,"variance_sampling":0.8,"std_deviation":0.816496580927726,"std_deviation_population":0.816496580927726,"std_deviation_sampling":0.8944271909999159,"std_deviation_bounds":{"upper":2.8164965809277263,"lower":1.183503419072274,"upper_population":2.8164965809277263,"lower_population":1.183503419072274,"upper_sampling":2.8944271909999157,"lower_sampling":1.1055728090000843}}"""),
        ("""{"percentiles":{"field":"reputation","percents":[0,50,100]}}""", """{"values":{"0.0":-3,"50.0":-1,"100.0":3}}"""),
        ("""{"percentile_ranks":{"field":"reputation","values":[-2,0]}}""", """{"values":{"-2.0":50,"0.0":66.66666666666667}}"""),
        ("""{"terms":{"field":"type"},"aggs":{"worst":{"min":{"field":"reputation"}}}}""",
            """{"doc_count_error_upper_bound":0,"sum_other_doc_count":0,"buckets":[{"key":"text","doc_count":4,"worst":{"value":-3}},{"key":"ip","doc_count":2,"worst":{"value":1}}]}"""),
        ("""{"terms":{"field":"type","size":1},"aggs":{"newest":{"top_hits":{"size":1,"_source":{"includes":["attributes.text","id"]}}}}}""",
            """{"doc_count_error_upper_bound":0,"sum_other_doc_count":2,"buckets":[{"key":"text","doc_count":4,"newest":{"hits":{"total":{"value":4,"relation":"eq"},"max_score":null,"hits":[{"_id":"ID:d","_score":null,"_source":{"attributes":{"text":"d"},"id":"ID:d"}}]}}}]}"""),
        ("""{"top_hits":{"size":1,"from":1,"sort":[{"reputation":{"order":"asc"}}],"_source":{"includes":["type","id"]}}}""",
            """{"hits":{"total":{"value":6,"relation":"eq"},"max_score":null,"hits":[{"_id":"ID:c","_score":null,"_source":{"id":"ID:c","type":"text"}}]}}"""),
    ];

    [Test]
    public async Task An_aggregation_says_what_it_should([ValueSource(nameof(s_aggregations))] (string Aggregation, string Result) given)
    {
        var data = Six();
        await using var winds = await Winds.On(data);

        foreach (var (route, member) in new[] { ("/api/search/v1/entities/advanced", "aggs"), ("/api/search/v1/entities", "agg") })
        {
            var answer = await winds.Send("POST", route, $$$"""{"{{{member}}}":{"it":{{{given.Aggregation}}}}}""");

            var expected = given.Result.Replace(
                "ID:d", data.IdOf("d"), StringComparison.Ordinal).Replace("ID:c", data.IdOf("c"), StringComparison.Ordinal);
            var aggregations = answer.Json.GetProperty("aggregations").GetProperty("it");
            JsonValues.Difference(System.Text.Json.JsonDocument.Parse(expected).RootElement, aggregations)
                .Should().BeNull(aggregations.GetRawText());
        }
    }

    [Test]
    public async Task Aggregations_are_of_what_matched_and_there_only_when_asked_for()
    {
        await using var winds = await Winds.On(Six());

        var answer = await winds.Send(
            "POST",
            "/api/search/v1/entities/advanced?limit=1",
            """{"query":{"must":[{"term":{"type":"ip"}}]},"aggs":{"n":{"value_count":{"field":"type"}}}}""");
        var without = await winds.Send("POST", "/api/search/v1/entities/advanced", "{}");

        answer.Json.GetProperty("aggregations").GetRawText().Should().Be("""{"n":{"value":2}}""");
        without.Json.TryGetProperty("aggregations", out _).Should().BeFalse();
    }

    private static Action<JsonObject> Row(int reputation, int accuracy, params string[] tags) => row =>
    {
        row["reputation"] = reputation;
        row["accuracy"] = accuracy;
        row["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
    };
}
