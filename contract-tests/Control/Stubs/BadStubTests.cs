using System.Net;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Stubs;

/// <summary>What is wrong is named with its pointer, and nothing of it is kept.</summary>
class BadStubTests
{
    private static readonly (string Mapping, string Pointer)[] s_wrong =
    [
        ("[]", ""),
        ("""{"requ""", ""),
        ("""{"name":"a","name":"b"}""", ""),
        ("""{"foo":1}""", "/foo"),
        ("""{"id":"nope"}""", "/id"),
        ("""{"id":1}""", "/id"),
        ("""{"id":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11","uuid":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a12"}""", "/uuid"),
        ("""{"priority":"1"}""", "/priority"),
        ("""{"priority":1.5}""", "/priority"),
        ("""{"persistent":"x"}""", "/persistent"),
        ("""{"metadata":1}""", "/metadata"),
        ("""{"scenarioName":""}""", "/scenarioName"),
        ("""{"requiredScenarioState":"x"}""", "/requiredScenarioState"),
        ("""{"newScenarioState":"x"}""", "/newScenarioState"),
        ("""{"postServeActions":[]}""", "/postServeActions"),
        ("""{"serveEventListeners":[]}""", "/serveEventListeners"),
        ("""{"request":[]}""", "/request"),
        ("""{"request":{"urlx":"/a"}}""", "/request/urlx"),
        ("""{"request":{"method":""}}""", "/request/method"),
        ("""{"request":{"method":{"oneOf":["GET"]}}}""", "/request/method"),
        ("""{"request":{"url":1}}""", "/request/url"),
        ("""{"request":{"url":"/a","urlPath":"/a"}}""", "/request/urlPath"),
        ("""{"request":{"urlPattern":"("}}""", "/request/urlPattern"),
        ("""{"request":{"urlPathTemplate":"/a/x{b}"}}""", "/request/urlPathTemplate"),
        ("""{"request":{"urlPathTemplate":"/a/{b}","pathParameters":{"c":{"equalTo":"1"}}}}""", "/request/pathParameters"),
        ("""{"request":{"scheme":"http"}}""", "/request/scheme"),
        ("""{"request":{"host":{"equalTo":"x"}}}""", "/request/host"),
        ("""{"request":{"multipartPatterns":[]}}""", "/request/multipartPatterns"),
        ("""{"request":{"customMatcher":{"name":"x"}}}""", "/request/customMatcher"),
        ("""{"request":{"headers":[]}}""", "/request/headers"),
        ("""{"request":{"headers":{"a":{}}}}""", "/request/headers/a"),
        ("""{"request":{"headers":{"a":{"equalTo":1}}}}""", "/request/headers/a/equalTo"),
        ("""{"request":{"headers":{"a/b":{"foo":1}}}}""", "/request/headers/a~1b"),
        ("""{"request":{"headers":{"a":{"equalTo":"1","foo":1}}}}""", "/request/headers/a/foo"),
        ("""{"request":{"headers":{"a":{"contains":"1","caseInsensitive":true}}}}""", "/request/headers/a/caseInsensitive"),
        ("""{"request":{"headers":{"a":{"equalTo":"1","contains":"1"}}}}""", "/request/headers/a/contains"),
        ("""{"request":{"headers":{"a":{"absent":false}}}}""", "/request/headers/a/absent"),
        ("""{"request":{"headers":{"a":{"matches":"a++"}}}}""", "/request/headers/a/matches"),
        ("""{"request":{"queryParameters":{"a":{"hasExactly":[{"equalTo":"1"},{"equal":"1"}]}}}}""", "/request/queryParameters/a/hasExactly/1"),
        ("""{"request":{"queryParameters":{"a":{"hasExactly":[],"includes":[]}}}}""", "/request/queryParameters/a/includes"),
        ("""{"request":{"basicAuthCredentials":{"username":"u"}}}""", "/request/basicAuthCredentials/password"),
        ("""{"request":{"bodyPatterns":{}}}""", "/request/bodyPatterns"),
        ("""{"request":{"bodyPatterns":["a"]}}""", "/request/bodyPatterns/0"),
        ("""{"request":{"bodyPatterns":[{"or":[{"equalTo":"1"}]}]}}""", "/request/bodyPatterns/0/or"),
        ("""{"request":{"bodyPatterns":[{"not":{"not":{"nope":1}}}]}}""", "/request/bodyPatterns/0/not/not"),
        ("""{"request":{"bodyPatterns":[{"equalToJson":"{"}]}}""", "/request/bodyPatterns/0/equalToJson"),
        ("""{"request":{"bodyPatterns":[{"equalToJson":["${json-unit.matches:x}"]}]}}""", "/request/bodyPatterns/0/equalToJson"),
        ("""{"request":{"bodyPatterns":[{"equalToXml":"<a/>"}]}}""", "/request/bodyPatterns/0/equalToXml"),
        ("""{"request":{"bodyPatterns":[{"matchesXPath":"//a"}]}}""", "/request/bodyPatterns/0/matchesXPath"),
        ("""{"request":{"bodyPatterns":[{"matchesJsonSchema":"{}"}]}}""", "/request/bodyPatterns/0/matchesJsonSchema"),
        ("""{"request":{"bodyPatterns":[{"before":"now"}]}}""", "/request/bodyPatterns/0/before"),
        ("""{"request":{"bodyPatterns":[{"binaryEqualTo":"*"}]}}""", "/request/bodyPatterns/0/binaryEqualTo"),
        ("""{"request":{"bodyPatterns":[{"matchesJsonPath":"$["}]}}""", "/request/bodyPatterns/0/matchesJsonPath"),
        ("""{"request":{"bodyPatterns":[{"matchesJsonPath":"$.a.max()"}]}}""", "/request/bodyPatterns/0/matchesJsonPath"),
        ("""{"request":{"bodyPatterns":[{"matchesJsonPath":"$['a','b']"}]}}""", "/request/bodyPatterns/0/matchesJsonPath"),
        ("""{"request":{"bodyPatterns":[{"matchesJsonPath":"$.a[?(@.b === 1)]"}]}}""", "/request/bodyPatterns/0/matchesJsonPath"),
        ("""{"request":{"bodyPatterns":[{"matchesJsonPath":"$.a[?(@.b anyof [1])]"}]}}""", "/request/bodyPatterns/0/matchesJsonPath"),
        ("""{"request":{"bodyPatterns":[{"matchesJsonPath":{"expression":"$.a"}}]}}""", "/request/bodyPatterns/0/matchesJsonPath"),
        ("""{"request":{"bodyPatterns":[{"matchesJsonPath":{"equalTo":"1"}}]}}""", "/request/bodyPatterns/0/matchesJsonPath/expression"),
        ("""{"response":1}""", "/response"),
        ("""{"response":{"foo":1}}""", "/response/foo"),
        ("""{"response":{"status":"a"}}""", "/response/status"),
        ("""{"response":{"status":99}}""", "/response/status"),
        ("""{"response":{"status":1000}}""", "/response/status"),
        ("""{"response":{"statusMessage":"a\nb"}}""", "/response/statusMessage"),
        ("""{"response":{"body":1}}""", "/response/body"),
        ("""{"response":{"body":"a","jsonBody":1}}""", "/response/jsonBody"),
        ("""{"response":{"base64Body":"%"}}""", "/response/base64Body"),
        ("""{"response":{"bodyFileName":"a.txt"}}""", "/response/bodyFileName"),
        ("""{"response":{"headers":{"a b":"1"}}}""", "/response/headers/a b"),
        ("""{"response":{"headers":{"a":1}}}""", "/response/headers/a"),
        ("""{"response":{"headers":{"a":["1",2]}}}""", "/response/headers/a/1"),
        ("""{"response":{"headers":{"a":"ä"}}}""", "/response/headers/a"),
        ("""{"response":{"headers":{"a":"x\r\nSet-Cookie: y"}}}""", "/response/headers/a"),
        ("""{"response":{"fixedDelayMilliseconds":-1}}""", "/response/fixedDelayMilliseconds"),
        ("""{"response":{"fixedDelayMilliseconds":1e12}}""", "/response/fixedDelayMilliseconds"),
        ("""{"response":{"delayDistribution":{}}}""", "/response/delayDistribution/type"),
        ("""{"response":{"delayDistribution":{"type":"nope"}}}""", "/response/delayDistribution/type"),
        ("""{"response":{"delayDistribution":{"type":"uniform","lower":3,"upper":1}}}""", "/response/delayDistribution/upper"),
        ("""{"response":{"delayDistribution":{"type":"lognormal","median":3}}}""", "/response/delayDistribution/sigma"),
        ("""{"response":{"chunkedDribbleDelay":{}}}""", "/response/chunkedDribbleDelay"),
        ("""{"response":{"fault":"NOPE"}}""", "/response/fault"),
        ("""{"response":{"proxyBaseUrl":"http://x"}}""", "/response/proxyBaseUrl"),
        ("""{"response":{"transformers":["response-template"]}}""", "/response/transformers"),
        ("""{"response":{"transformerParameters":{}}}""", "/response/transformerParameters"),
    ];

    [Test]
    public async Task A_wrong_mapping_is_refused_with_the_pointer_to_what_is_wrong()
    {
        await using var emulator = await Running.OnTestServer(new EmulatorOptions { Dataset = "docs" });
        var told = new List<(string Mapping, string Pointer)>();

        foreach (var (mapping, _) in s_wrong)
        {
            using var answer = await emulator.Admin("POST", "/mappings", mapping);
            answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, mapping);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            var problem = await answer.Json();
            var error = problem.GetProperty("errors")[0];
            error.GetProperty("code").GetInt32().Should().Be(10);
            error.GetProperty("detail").GetString().Should().Be(problem.GetProperty("detail").GetString());
            error.GetProperty("source").GetProperty("pointer").GetString().Should().Be(problem.GetProperty("pointer").GetString());
            told.Add((mapping, problem.GetProperty("pointer").GetString()!));
        }

        told.Should().Equal(s_wrong);
        (await emulator.Mappings()).Should().BeEmpty();
    }

    [Test]
    public async Task Of_an_import_with_one_wrong_mapping_nothing_is_kept()
    {
        await using var emulator = await Running.OnTestServer(new EmulatorOptions { Dataset = "docs" });
        using var before = await emulator.Admin("POST", "/mappings", """{"request":{"url":"/kept"}}""");

        using var answer = await emulator.Admin("POST", "/mappings/import",
            """{"mappings":[{"request":{"url":"/a"}},{"request":{"nope":1}}],"importOptions":{"deleteAllNotInImport":true}}""");

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Json()).GetProperty("pointer").GetString().Should().Be("/mappings/1/request/nope");
        (await emulator.Mappings()).Select(mapping => mapping.GetProperty("request").GetProperty("url").GetString())
            .Should().Equal("/kept");
    }

    [TestCase("POST", "/mappings/import", "{}", 422, "/mappings")]
    [TestCase("POST", "/mappings/import", """{"mappings":1}""", 422, "/mappings")]
    [TestCase("POST", "/mappings/import", """{"mappings":[],"importOptions":{"duplicatePolicy":"X"}}""", 422, "/importOptions/duplicatePolicy")]
    [TestCase("POST", "/mappings/import", """{"mappings":[],"foo":1}""", 422, "/foo")]
    [TestCase("POST", "/mappings/find-by-metadata", """{"foo":1}""", 422, "")]
    [TestCase("POST", "/mappings/remove-by-metadata", "", 422, "")]
    [TestCase("POST", "/mappings/remove", """{"foo":1}""", 422, "/foo")]
    [TestCase("POST", "/settings", """{"foo":1}""", 422, "/foo")]
    [TestCase("POST", "/settings", """{"extended":{}}""", 422, "/extended")]
    [TestCase("POST", "/settings", """{"proxyPassThrough":true}""", 422, "/proxyPassThrough")]
    [TestCase("POST", "/settings", "[]", 422, "")]
    [TestCase("PUT", "/mappings/nope", "{}", 400, null)]
    [TestCase("PUT", "/mappings/5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11", "{}", 404, null)]
    [TestCase("GET", "/mappings/5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11", "", 404, null)]
    [TestCase("DELETE", "/mappings/5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11", "", 404, null)]
    [TestCase("GET", "/mappings?limit=x", "", 400, null)]
    [TestCase("GET", "/mappings?offset=-1", "", 400, null)]
    [TestCase("PUT", "/scenarios/nope/state", """{"state":"x"}""", 404, null)]
    [TestCase("PUT", "/scenarios/nope/state", """{"foo":"x"}""", 422, "/state")]
    [TestCase("GET", "/nope", "", 404, null)]
    [TestCase("PATCH", "/mappings", "{}", 405, null)]
    public async Task Admin_calls_that_are_wrong_are_refused(string method, string target, string body, int status, string? pointer)
    {
        await using var emulator = await Running.OnTestServer(new EmulatorOptions { Dataset = "docs" });

        using var answer = await emulator.Admin(method, target, body);

        ((int)answer.StatusCode).Should().Be(status);
        var problem = await answer.Json();
        (problem.TryGetProperty("pointer", out var told) ? told.GetString() : null).Should().Be(pointer);
    }
}
