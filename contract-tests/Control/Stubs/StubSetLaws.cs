using System.Text.Json;
using Emulation.Control.Stubs;
using Emulation.Control.Stubs.Matching;
using Emulation.Http;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Control.Stubs;

/// <summary>What holds for every set of stubs.</summary>
class StubSetLaws
{
    private static readonly string[] s_requests =
    [
        """{"urlPath":"/a"}""", """{"urlPath":"/b"}""", """{"url":"/a?x=1"}""", """{"urlPathPattern":"/[ab]"}""", """{"urlPattern":"/a.*"}""", """{"method":"POST","urlPath":"/a"}""", "{}",
    ];

    private static readonly string[] s_urls = ["/a", "/b", "/a?x=1", "/c"];

    [Test]
    public void Ten_thousand_stubs_on_other_paths_are_not_looked_at()
    {
        var set = StubSet.Empty(1);
        for (var i = 0; i < 10_000; i++) set = set.With(Read($$$"""{"request":{"urlPath":"/elsewhere/{{{i}}}"}}"""), out _);

        var quiet = set.MayAnswer("/here");
        var with = set.With(Read("""{"request":{"urlPath":"/here"}}"""), out _).With(
            Read("""{"request":{"urlPathPattern":"/any.*"}}"""), out _);

        quiet.Should().BeFalse("without a stub for its path a request is not even looked at");
        set.Candidates("/here").Should().BeEmpty();
        with.Candidates("/here").Should().HaveCount(2);
        with.Candidates("/elsewhere/77").Should().HaveCount(2);
    }

    [Test]
    public void Who_answers_is_the_first_that_matches_of_all_in_their_order()
    {
        var rows = Gen.Zip(Gen.Choose(0, s_requests.Length - 1), Gen.Choose(1, 3)).ListOf();

        Prop.ForAll(rows.ToArbitrary(), list =>
        {
            var (set, added) = (StubSet.Empty(1), new List<Stub>());
            foreach (var (request, priority) in list)
            {
                set = set.With(Read($$"""{"priority":{{priority}},"request":{{s_requests[request]}}}"""), out var stub);
                added.Add(stub);
            }
            foreach (var gone in added.Where((_, at) => at % 3 == 2)) set = set.Without(gone);
            var left = added.Where((_, at) => at % 3 != 2).OrderBy(stub => stub.Rank).ThenByDescending(stub => stub.Order).ToList();

            set.All.Should().Equal(left);
            foreach (var url in s_urls)
            {
                var asked = Some.Request(url);
                set.Find(asked, out _).Should().BeSameAs(left.FirstOrDefault(stub => stub.Request.Matches(asked)));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void A_document_equals_itself_with_members_and_where_it_is_asked_elements_in_another_order_and_no_other()
    {
        Prop.ForAll(Document(3).ToArbitrary(), document =>
        {
            var (value, turned) = (JsonElement.Parse(document), JsonElement.Parse(Turned(JsonElement.Parse(document), elements: false)));
            var (all, other) = (JsonElement.Parse(Turned(value, elements: true)), JsonElement.Parse($$"""{"other":{{document}}}"""));

            new JsonComparison(false, false).Differences(value, value, new Emulation.Control.WorkBudget()).Should().Be(0);
            new JsonComparison(false, false).Differences(value, turned, new Emulation.Control.WorkBudget()).Should().Be(0);
            new JsonComparison(true, false).Differences(value, all, new Emulation.Control.WorkBudget()).Should().Be(0);
            new JsonComparison(true, true).Differences(value, all, new Emulation.Control.WorkBudget()).Should().Be(0);
            new JsonComparison(false, false).Differences(value, other, new Emulation.Control.WorkBudget()).Should().BePositive();
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Distance_is_nothing_for_a_match_and_grows_to_one()
    {
        var pattern = Some.Pattern("""{"method":"GET","urlPath":"/things/1","headers":{"X":{"equalTo":"abcd"}}}""");
        var near = Some.Request("/things/1", headers: [("X", "abce")]);
        var far = Some.Request("/other", "POST");

        pattern.Distance(Some.Request("/things/1", headers: [("X", "abcd")])).Should().Be(0);
        pattern.Distance(near).Should().BeInRange(0.001, 0.1);
        pattern.Distance(far).Should().BeInRange(0.5, 1);
    }

    private static Stub Read(string mapping)
    {
        var defects = new Defects();
        var stub = new StubReader(null).Read(JsonElement.Parse(mapping), "", defects);
        defects.First.Should().BeNull();
        return stub;
    }

    private static Gen<string> Document(int depth)
    {
        var leaf = Gen.Elements("1", "2.50", "\"a\"", "\"\"", "true", "null", "-3e2");
        if (depth == 0) return leaf;
        var list = Document(depth - 1).ListOf().Select(parts => $"[{string.Join(',', parts.Take(4))}]");
        var map = Document(depth - 1).ListOf().Select(
            parts => $"{{{string.Join(',', parts.Take(4).Select((part, at) => $"\"m{at}\":{part}"))}}}");
        return Gen.OneOf(leaf, list, map);
    }

    private static string Turned(JsonElement value, bool elements) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Reverse().Select(member => $"\"{member.Name}\":{Turned(member.Value, elements)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', (elements ? value.EnumerateArray().Reverse() : value.EnumerateArray()).Select(element => Turned(element, elements)))}]",
        _ => value.GetRawText(),
    };
}
