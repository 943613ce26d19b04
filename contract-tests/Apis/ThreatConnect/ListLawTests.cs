using Emulation.Http;

namespace Emulation.Tests.Apis.ThreatConnect;

/// <summary>Laws of every list in the route table.</summary>
public class ListLawTests
{
    private static readonly string[] s_endings =
        ["list", "list-of-type", "deleted", "deleted-of-type", "observed", "assets", "resolutions"];
    private static readonly string[] s_ownerless = ["/v2/owners", "/v2/types", "/v2/customMetrics"];

    public static IEnumerable<TestCaseData> Lists() =>
        Rows().Select(route => new TestCaseData(Paths.Fill(route)).SetName($"Pages_of({route.Path})"));

    // Owners, types and metrics belong to no owner; the parameter is ignored there.
    public static IEnumerable<TestCaseData> OwnerLists() => Rows()
        .Where(route => !Array.Exists(s_ownerless, path => route.Path.StartsWith(path, StringComparison.Ordinal)))
        .Select(route => new TestCaseData(Paths.Fill(route)).SetName($"Owner_of({route.Path})"));

    [TestCaseSource(nameof(Lists))]
    public async Task Pages_concatenate_to_the_whole_list(string target)
    {
        await using var client = await Client.Of("docs-9");
        var whole = (await client.Get($"{target}?resultLimit=10000")).ShouldBe(200);

        whole.Count.Should().Be(whole.Items.Length);
        whole.Items.Select(item => item.GetRawText()).Should().OnlyHaveUniqueItems();
        foreach (var size in new[] { 1, 2, 5 })
        {
            var pages = new List<string>();
            for (var start = 0; start <= whole.Items.Length; start += size)
            {
                var page = (await client.Get($"{target}?resultStart={start}&resultLimit={size}")).ShouldBe(200);
                page.Count.Should().Be(start == 0 ? whole.Items.Length : null, "the count is on the first page alone");
                page.Items.Length.Should().BeLessThanOrEqualTo(size);
                pages.AddRange(page.Items.Select(item => item.GetRawText()));
            }
            pages.Should().Equal(whole.Items.Select(item => item.GetRawText()), $"by {size}");
        }
    }

    [TestCaseSource(nameof(Lists))]
    public async Task Bad_paging_and_filters_are_refused(string target)
    {
        await using var client = await Client.Of("docs-9");

        foreach (var query in new[] { "resultStart=-1", "resultStart=a", "resultStart=", "resultLimit=0", "resultLimit=10001", "resultLimit=1.5", "RESULTLIMIT=x" })
            (await client.Get($"{target}?{query}")).ShouldFail(
                400, "The resultStart and resultLimit query parameters must be integers and the maximum value for resultLimit is 10000");
        foreach (var filter in new[] { "bogus%3D1", "name", "%3D5", "name%2C" })
            (await client.Get($"{target}?filters={filter}")).ShouldFail(400, "The request was not properly formed");
        (await client.Get($"{target}?resultStart=9000000000")).ShouldBe(200).Items.Should().BeEmpty();
    }

    [TestCaseSource(nameof(OwnerLists))]
    public async Task Unknown_and_invisible_owners_are_refused(string target)
    {
        await using var client = await Client.Of("docs-9");

        (await client.Get($"{target}?owner=Nobody")).ShouldFail(403, "The requested owner was not found");
        (await client.Get($"{target}?OWNER=example%20organization")).ShouldBe(200);
    }

    [Test]
    public void Every_list_of_the_evidence_is_tested() => Rows().Should().HaveCountGreaterThan(75);

    private static IEnumerable<Route> Rows() => Paths.All.Where(route =>
        route.Served && route.Method == "GET" && s_endings.Contains(route.Name.Split('.')[^1], StringComparer.Ordinal));
}
