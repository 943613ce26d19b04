using System.Text;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Stubs;

/// <summary>No pattern that a tester sets can end the process, hold a request or grow without bound.</summary>
[CancelAfter(120_000)]
public class WorkLimitTests
{
    private static readonly string s_nested = "$" + string.Concat(Enumerable.Repeat("[?(@", 8000)) + string
        .Concat(Enumerable.Repeat(")]", 8000));
    private static readonly string s_nestedShort = "$" + string.Concat(Enumerable.Repeat("[?(@", 900)) + string
        .Concat(Enumerable.Repeat(")]", 900));
    private static readonly string s_alternatives = "$[?(" + string.Join("||", Enumerable.Repeat("@.a==1", 300_000)) + ")]";
    private static readonly string s_groups = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"(?<g{i}>a)?"));
    private static readonly string s_fewerGroups = string.Concat(Enumerable.Range(0, 500).Select(i => $"(?<g{i}>a)?"));
    private static readonly string s_parentheses = new string('(', 4000) + "a" + new string(')', 4000);
    private static readonly string s_parenthesesInPath = "$[?(" + new string('(', 2000) + "@.a" + new string(')', 2000) + ")]";

    public static IEnumerable<TestCaseData> RefusedExpressions()
    {
        foreach (var (name, path) in new[] { ("nested filters", s_nested), ("fewer nested filters", s_nestedShort), ("alternatives", s_alternatives), ("parentheses", s_parenthesesInPath) })
        {
            yield return new TestCaseData("/__admin/mappings", $$$$"""{"request":{"bodyPatterns":[{"matchesJsonPath":"{{{{path}}}}"}]}}""", 422).SetArgDisplayNames("stub", name);
            yield return new TestCaseData("/__admin/mappings", $$$$"""{"request":{"bodyPatterns":[{"matchesJsonPath":{"expression":"{{{{path}}}}","equalTo":"1"}}]}}""", 422).SetArgDisplayNames("stub with a value", name);
            yield return new TestCaseData("/_emulator/faults", $$$$"""{"match":{"body":{"path":"{{{{path}}}}"}},"effect":{"status":500}}""", 400).SetArgDisplayNames("fault", name);
        }
        foreach (var (name, pattern) in new[] { ("named groups", s_groups), ("fewer named groups", s_fewerGroups), ("nested groups", s_parentheses) })
        {
            foreach (var member in new[] { "urlPattern", "urlPathPattern" })
                yield return new TestCaseData("/__admin/mappings", $$$$"""{"request":{"{{{{member}}}}":"{{{{pattern}}}}"}}""", 422).SetArgDisplayNames(member, name);
            yield return new TestCaseData("/__admin/mappings", $$$$$"""{"request":{"headers":{"a":{"matches":"{{{{{pattern}}}}}"}}}}""", 422).SetArgDisplayNames("header", name);
            yield return new TestCaseData("/__admin/mappings", $$$$"""{"request":{"bodyPatterns":[{"matchesJsonPath":"$[?(@ =~ /{{{{pattern}}}}/)]"}]}}""", 422).SetArgDisplayNames("filter", name);
        }
    }

    [TestCaseSource(nameof(RefusedExpressions))]
    public async Task An_expression_beyond_the_limits_is_refused_and_the_limit_is_named(string target, string body, int status)
    {
        await using var emulator = await Running.InProcess("docs");

        using var refused = await emulator.Send("POST", target, new StringContent(body, Encoding.UTF8, "application/json"));

        ((int)refused.StatusCode).Should().Be(status);
        (await refused.Content.ReadAsStringAsync()).Should().MatchRegex("more than \\d+|at most \\d+");
        (await emulator.Client.GetStringAsync("/_emulator/health/live")).Should().Contain("live");
    }

    public static IEnumerable<TestCaseData> ExpensiveRequests()
    {
        var arrays = new string('[', 60) + new string(']', 60);
        var runaway = "[" + string.Join(",", Enumerable.Repeat($"\"{new string('a', 40)}!\"", 200)) + "]";
        var objects = string.Join(",", Enumerable.Range(0, 3000).Select(i => $"{{\"a\":{i}}}"));
        var reversed = string.Join(",", Enumerable.Range(0, 3000).Reverse().Select(i => $"{{\"a\":{i}}}"));
        var wide = string.Join(",", Enumerable.Range(0, 300_000).Select(i => $"\"{i:x}\":1"));
        yield return Case("deep steps", """{"matchesJsonPath":"$..*..*..*..*..*[?(@.never==1)]"}""", arrays);
        yield return Case("running expressions", """{"matchesJsonPath":"$[?(@ =~ /(a+)+$/)]"}""", runaway);
        yield return Case("unordered objects", $$$$"""{"equalToJson":[{{{{objects}}}},{"b":1}],"ignoreArrayOrder":true}""", $"[{reversed},{{\"c\":1}}]");
        yield return Case("wide objects", """{"equalToJson":{"a":[[1,2],[3]]}}""", $"{{\"a\":{{{wide}}},\"b\":{{{wide}}}}}");

        static TestCaseData Case(string name, string matcher, string body) => new TestCaseData(matcher, body).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(ExpensiveRequests))]
    public async Task A_matcher_that_exceeds_its_work_does_not_match_and_is_named_in_log_and_journal(string matcher, string body)
    {
        await using var emulator = await Running.InProcess("docs");
        var stub = await emulator.Stub(
            $$$$"""{"request":{"urlPath":"/expensive","bodyPatterns":[{{{{matcher}}}}]},"response":{"status":299}}""");

        using var answer = await emulator.Send("POST", "/expensive", new StringContent(body));

        ((int)answer.StatusCode).Should().Be(404);
        emulator.Log.ToString().Should().Contain($"the stub {stub.GetProperty("id").GetString()} exceeded the limit of work");
        (await emulator.Client.GetStringAsync("/_emulator/requests/" + await LastId(emulator)))
            .Should().Contain("exceeded the limit of work");
    }

    [Test]
    public async Task A_form_of_millions_of_pairs_has_no_fields()
    {
        await using var emulator = await Running.InProcess("docs");
        await emulator.Stub("""{"request":{"urlPath":"/form","formParameters":{"a":{"equalTo":"1"}}},"response":{"status":299}}""");

        using var answer = await emulator.Send("POST", "/form", new StringContent(
            string.Concat(Enumerable.Repeat("a=1&", 2_000_000)), Encoding.ASCII, "application/x-www-form-urlencoded"));

        ((int)answer.StatusCode).Should().Be(404);
        emulator.Log.ToString().Should().Contain("exceeded the limit of work");
    }

    [Test]
    public async Task Plain_values_in_any_order_match_whatever_their_number()
    {
        await using var emulator = await Running.InProcess("docs");
        var numbers = string.Join(",", Enumerable.Range(0, 3000));
        var reversed = string.Join(",", Enumerable.Range(0, 3000).Reverse());
        await emulator.Stub($$$$"""{"request":{"urlPath":"/numbers","bodyPatterns":[{"equalToJson":[{{{{numbers}}}}],"ignoreArrayOrder":true}]},"response":{"status":299}}""");

        (await emulator.Ask("/numbers", "POST", $"[{reversed}]")).Should().StartWith("299");
    }

    [Test]
    public async Task A_stub_after_one_that_exceeded_its_work_still_answers()
    {
        await using var emulator = await Running.InProcess("docs");
        await emulator.Stub("""{"request":{"urlPath":"/both"},"response":{"status":298},"priority":9}""");
        await emulator.Stub("""{"request":{"urlPath":"/both","bodyPatterns":[{"matchesJsonPath":"$..*..*..*..*..*[?(@.never==1)]"}]},"response":{"status":299},"priority":1}""");

        (await emulator.Ask("/both", "POST", new string('[', 60) + new string(']', 60))).Should().StartWith("298");
    }

    private static async Task<string> LastId(Running emulator)
    {
        using var list = System.Text.Json.JsonDocument.Parse(await emulator.Client.GetStringAsync("/_emulator/requests"));
        return list.RootElement.GetProperty("requests")[0].GetProperty("id").GetString()!;
    }
}
