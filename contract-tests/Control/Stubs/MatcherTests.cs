using System.Text;
using System.Text.Json;

namespace Emulation.Tests.Control.Stubs;

/// <summary>Each expectation was taken from WireMock 3.13.2, asked the same.</summary>
class MatcherTests
{
    [TestCase("""{"equalTo":"a","caseInsensitive":true}""", "A", true)]
    [TestCase("""{"equalTo":"a"}""", "A", false)]
    [TestCase("""{"equalTo":""}""", "", false)]
    [TestCase("""{"contains":"a"}""", "bab", true)]
    [TestCase("""{"contains":""}""", "", false)]
    [TestCase("""{"doesNotContain":"a"}""", "b", true)]
    [TestCase("""{"matches":"a"}""", "bab", false)]
    [TestCase("""{"matches":".*"}""", "", false)]
    [TestCase("""{"doesNotMatch":"a"}""", "a", false)]
    [TestCase("""{"doesNotMatch":"a"}""", "", true)]
    [TestCase("""{"absent":true}""", "", true)]
    [TestCase("""{"absent":true}""", "a", false)]
    [TestCase("""{"absent":"(absent)"}""", "", true)]
    [TestCase("""{"anything":"anything"}""", "a", true)]
    [TestCase("""{"not":{"contains":"a"}}""", "b", true)]
    [TestCase("""{"not":{"equalTo":"a"}}""", "", true)]
    [TestCase("""{"and":[{"contains":"a"},{"contains":"b"}]}""", "ab", true)]
    [TestCase("""{"and":[{"contains":"a"},{"contains":"b"}]}""", "a", false)]
    [TestCase("""{"or":[{"contains":"a"},{"contains":"b"}]}""", "b", true)]
    [TestCase("""{"or":[{"contains":"a"},{"contains":"b"}]}""", "c", false)]
    [TestCase("""{"binaryEqualTo":"YQ=="}""", "a", true)]
    [TestCase("""{"binaryEqualTo":""}""", "", true)]
    [TestCase("""{"equalToJson":{"a":1}}""", """{"a":1.0}""", true)]
    [TestCase("""{"equalToJson":"{\"a\":1e2}"}""", """{"a":100}""", true)]
    [TestCase("""{"equalToJson":"{\"a\":\"1\"}"}""", """{"a":1}""", false)]
    [TestCase("""{"equalToJson":"{}"}""", """{"a":null}""", false)]
    [TestCase("""{"equalToJson":"{\"a\":null}"}""", "{}", false)]
    [TestCase("""{"equalToJson":"[1,2]"}""", "[2,1]", false)]
    [TestCase("""{"equalToJson":"[1,2]","ignoreArrayOrder":true}""", "[2,1]", true)]
    [TestCase("""{"equalToJson":"[1,1,2]","ignoreArrayOrder":true}""", "[1,2,2]", false)]
    [TestCase("""{"equalToJson":"[{\"a\":1},{\"a\":2}]","ignoreArrayOrder":true}""", """[{"a":2},{"a":1}]""", true)]
    [TestCase("""{"equalToJson":"[1,2]","ignoreExtraElements":true}""", "[1,2,3]", true)]
    [TestCase("""{"equalToJson":"[1,2]","ignoreExtraElements":true}""", "[1,3,2]", false)]
    [TestCase("""{"equalToJson":"[1,2]","ignoreExtraElements":true,"ignoreArrayOrder":true}""", "[3,2,1]", true)]
    [TestCase("""{"equalToJson":"{\"a\":1}","ignoreExtraElements":true}""", """{"a":1,"b":2}""", true)]
    [TestCase("""{"equalToJson":"{\"a\":1}","ignoreExtraElements":true}""", """{"b":2}""", false)]
    [TestCase("""{"equalToJson":"\"x\""}""", "\"x\"", true)]
    [TestCase("""{"equalToJson":"{}"}""", "nojson", false)]
    [TestCase("""{"equalToJson":"{\"a\":\"${json-unit.any-string}\"}"}""", """{"a":"x"}""", true)]
    [TestCase("""{"equalToJson":"{\"a\":\"#{json-unit.any-number}\"}"}""", """{"a":1}""", true)]
    [TestCase("""{"equalToJson":"{\"a\":\"${json-unit.ignore}\"}"}""", """{"a":1}""", true)]
    [TestCase("""{"equalToJson":"{\"a\":\"${json-unit.ignore}\"}"}""", "{}", false)]
    [TestCase("""{"equalToJson":"{\"a\":\"${json-unit.ignore-element}\"}"}""", "{}", true)]
    [TestCase("""{"equalToJson":"{\"a\":\"${json-unit.regex}[a-z]+\"}"}""", """{"a":"xy"}""", true)]
    public void A_body_is_judged_as_by_WireMock(string matcher, string body, bool matches) =>
        Some.Matches(matcher, body).Should().Be(matches);

    [TestCase("", """{"equalTo":"a"}""", false)]
    [TestCase("", """{"absent":true}""", true)]
    [TestCase("", """{"doesNotMatch":"a"}""", true)]
    [TestCase("", """{"not":{"equalTo":"a"}}""", true)]
    [TestCase("", """{"includes":[{"equalTo":"a"}]}""", false)]
    [TestCase("", """{"matches":".*"}""", false)]
    [TestCase("", """{"or":[{"absent":true},{"equalTo":"a"}]}""", true)]
    [TestCase("?q", """{"absent":true}""", false)]
    [TestCase("?q", """{"equalTo":""}""", true)]
    [TestCase("?q=", """{"matches":".*"}""", true)]
    [TestCase("?q=a", """{"hasExactly":[{"equalTo":"a"}]}""", true)]
    [TestCase("?q=a&q=b", """{"equalTo":"a"}""", true)]
    [TestCase("?q=a&q=b", """{"doesNotMatch":"a"}""", true)]
    [TestCase("?q=a&q=b", """{"hasExactly":[{"equalTo":"a"}]}""", false)]
    [TestCase("?q=a&q=b", """{"includes":[{"equalTo":"a"}]}""", true)]
    [TestCase("?q=a%20b", """{"equalTo":"a b"}""", true)]
    [TestCase("?q=a+b", """{"equalTo":"a b"}""", true)]
    [TestCase("?Q=a", """{"absent":true}""", true)]
    public void A_parameter_is_judged_as_by_WireMock(string query, string matcher, bool matches) =>
        Some.Pattern($$$"""{"queryParameters":{"q":{{{matcher}}}}}""").Matches(Some.Request("/x" + query)).Should().Be(matches);

    [TestCase("a", "b", """{"equalTo":"a"}""", true)]
    [TestCase("a, b", null, """{"equalTo":"a"}""", false)]
    [TestCase("a, b", null, """{"equalTo":"a, b"}""", true)]
    [TestCase("a", "b", """{"hasExactly":[{"equalTo":"b"},{"equalTo":"a"}]}""", true)]
    [TestCase("a", "b", """{"hasExactly":[{"equalTo":"b"}]}""", false)]
    [TestCase("a", null, """{"absent":true}""", false)]
    public void A_header_is_judged_as_by_WireMock(string first, string? second, string matcher, bool matches)
    {
        (string, string)[] headers = second is null ? [("x-H", first)] : [("x-H", first), ("x-h", second)];

        Some.Pattern($$$"""{"headers":{"X-h":{{{matcher}}}}}""").Matches(Some.Request(headers: headers)).Should().Be(matches);
    }

    [TestCase("k=a; j=1", """{"equalTo":"a"}""", true)]
    [TestCase("k=\"a\"", """{"equalTo":"a"}""", true)]
    [TestCase("j=1; k=a%20b", """{"equalTo":"a b"}""", false)]
    [TestCase("k=b;k=a", """{"equalTo":"a"}""", true)]
    [TestCase("j=1", """{"absent":true}""", true)]
    public void A_cookie_is_judged_as_by_WireMock(string cookies, string matcher, bool matches) =>
        Some.Pattern($$$"""{"cookies":{"k":{{{matcher}}}}}""").Matches(Some.Request(headers: [("Cookie", cookies)])).Should().Be(matches);

    [TestCase("""{"url":"/a?b=1"}""", "/a?b=1", true)]
    [TestCase("""{"url":"/a"}""", "/a?b=1", false)]
    [TestCase("""{"url":"/a"}""", "/a?", true)]
    [TestCase("""{"url":"a"}""", "/a", false)]
    [TestCase("""{"urlPath":"/a b"}""", "/a%20b", false)]
    [TestCase("""{"urlPath":"/a%20b"}""", "/a%20b", true)]
    [TestCase("""{"urlPath":"/a"}""", "/a?x=1", true)]
    [TestCase("""{"urlPath":"/a"}""", "/a/", false)]
    [TestCase("""{"urlPattern":"/a.*"}""", "/a/b?x=1", true)]
    [TestCase("""{"urlPattern":"/a"}""", "/ab", false)]
    [TestCase("""{"urlPathPattern":"/a/[0-9]+"}""", "/a/12?x=1", true)]
    [TestCase("""{"urlPathTemplate":"/a/{x}/b"}""", "/a/1/b", true)]
    [TestCase("""{"urlPathTemplate":"/a/{x}/b"}""", "/a/1/2/b", false)]
    [TestCase("""{"urlPathTemplate":"/a/{x}/b","pathParameters":{"x":{"equalTo":"1"}}}""", "/a/1/b", true)]
    [TestCase("""{"urlPathTemplate":"/a/{x}/b","pathParameters":{"x":{"equalTo":"1 2"}}}""", "/a/1%202/b", false)]
    [TestCase("""{"method":"get"}""", "/a", false)]
    [TestCase("""{"method":"ANY"}""", "/a", true)]
    [TestCase("""{"headers":null}""", "/a", true)]
    [TestCase("""{"scheme":null}""", "/a", true)]
    [TestCase("{}", "/a", true)]
    public void An_address_is_judged_as_by_WireMock(string pattern, string url, bool matches) =>
        Some.Pattern(pattern).Matches(Some.Request(url)).Should().Be(matches);

    [TestCase("Basic dTpw", true)]
    [TestCase("BASIC dTpw", true)]
    [TestCase("Basic dTpx", false)]
    [TestCase("Bearer dTpw", false)]
    public void Basic_credentials_are_a_header(string header, bool matches) =>
        Some.Pattern("""{"basicAuthCredentials":{"username":"u","password":"p"}}""").Matches(
            Some.Request(headers: [("Authorization", header)])).Should().Be(matches);

    [Test]
    public void What_is_refused_is_not_told_as_known() =>
        Some.Defect("""{"urlx":"/a"}""")!.Detail
            .Should().Be("\"/urlx\" is not known; known are basicAuthCredentials, bodyPatterns, cookies, formParameters, headers, method, pathParameters, queryParameters, url, urlPath, urlPathPattern, urlPathTemplate, urlPattern.");

    [Test]
    public void A_pattern_is_written_in_WireMocks_order()
    {
        var pattern = Some.Pattern("""{"bodyPatterns":[{"ignoreArrayOrder":true,"equalToJson":{"b":1}},{"matchesJsonPath":{"equalTo":"x","expression":"$.a"}},{"absent":"(absent)"}],"queryParameters":{"q":{"hasExactly":[{"caseInsensitive":true,"equalTo":"1"}]}},"headers":{"H":{"absent":true}},"method":"post","urlPath":"/a"}""");

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) pattern.Write(json);

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(
            """{"urlPath":"/a","method":"post","headers":{"H":{"absent":true}},"queryParameters":{"q":{"hasExactly":[{"equalTo":"1","caseInsensitive":true}]}},"bodyPatterns":[{"equalToJson":{"b":1},"ignoreArrayOrder":true},{"matchesJsonPath":{"expression":"$.a","equalTo":"x"}},{"absent":true}]}""");
    }
}
